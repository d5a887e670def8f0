/** Judged questions enter and come out again, asked of articles for which the others of them were written down. */
import type { Article, CuratedQuestions } from '../../articles/article.ts';
import type { JudgedQuestion } from '../judged-question.ts';
import type { PublicSet } from '../public-set.ts';

/** Every article once for each part of its questions, which are asked of it there and lent to it elsewhere. */
const parts = 3;

/**
 * The set with each article standing as many times as there are `parts`, carrying half of the questions that are not
 * asked of it: as many as a moderator would write. What was written for it stays out.
 */
export function lendWordings({ articles, questions }: PublicSet): PublicSet {
  const lent = articles.flatMap((article) => {
    const own = questions.filter(({ articleId, golds }) => articleId === article.id && golds.length > 0);
    return own.length === 0 ? [] : Array.from({ length: parts }, (_, part) => lendPart(article, own, part));
  });
  return {
    articles: lent.map(({ article }) => article),
    questions: lent.flatMap((one) => one.questions),
  };
}

function lendPart(
  article: Article,
  own: readonly JudgedQuestion[],
  part: number,
): { readonly article: Article; readonly questions: readonly JudgedQuestion[] } {
  const articleId = `${article.id} ${part}`;
  const others = own.filter(
    ({ style }, place) => place % parts !== part && place % 2 === 0 && style !== 'followup',
  );
  return {
    article: { ...article, id: articleId, questions: toWordings(others) },
    questions: own
      .filter((_, place) => place % parts === part)
      .map((question) => ({
        ...question,
        articleId,
        golds: question.golds.map((gold) => ({ ...gold, articleId })),
      })),
  };
}

function toWordings(questions: readonly JudgedQuestion[]): CuratedQuestions[] {
  const byParagraph = Map.groupBy(questions, ({ golds }) => golds[0]?.paragraph ?? 0);
  return [...byParagraph].map(([paragraph, some]) => ({ paragraph, wordings: some.map(({ text }) => text) }));
}
