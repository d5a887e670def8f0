/** Judged questions enter, what the weights are fitted to leaves: signals of passages, evidence of answers. */
import type { Question } from '../../answers/answer.ts';
import { readCandidates } from '../../answers/read-candidates.ts';
import { evidenceNames } from '../../answers/weigh-evidence.ts';
import { signalNames } from '../../answers/weigh-passage.ts';
import type { Article } from '../../articles/article.ts';
import { isIn } from '../judge.ts';
import type { JudgedQuestion } from '../judged-question.ts';
import type { Passage, PassageIndex } from '../../retrieval/passage.ts';
import type { Choice, Event } from './logistic.ts';

/** How each question is asked. */
export interface Setting {
  readonly buildIndex: (articles: readonly Article[]) => PassageIndex;
  /** One index per article, as on a server that has that one; otherwise one of all. */
  readonly isAlone: boolean;
}

interface AskedQuestion {
  readonly question: JudgedQuestion;
  readonly asked: Question;
  readonly index: PassageIndex;
}

/** The passages of every answerable question, as a choice; those with no right passage among them are left out. */
export function observeChoices(
  set: { readonly articles: readonly Article[]; readonly questions: readonly JudgedQuestion[] },
  setting: Setting,
): Choice[] {
  return ask(set, setting).flatMap(({ question, asked, index }) => {
    const { readings } = readCandidates(index, asked);
    const right = readings.map(({ candidate }) => isGold(candidate.passage, question));
    if (!right.includes(true) || !right.includes(false)) return [];
    const rows = readings.map(({ signals }) => signalNames.map((name) => signals[name]));
    return [{ rows, right, weight: 1 }];
  });
}

/** What was seen of one answer. */
export interface AnswerEvent extends Event {
  /** Whether the first passage is a right one. */
  readonly isRight: boolean;
}

/** The evidence of every question's first passage, with a one in front for the constant, and whether the article answers. */
export function observeEvents(
  set: { readonly articles: readonly Article[]; readonly questions: readonly JudgedQuestion[] },
  setting: Setting,
): AnswerEvent[] {
  return ask(set, setting).flatMap(({ question, asked, index }) => {
    const { evidence, readings } = readCandidates(index, asked);
    if (evidence === undefined) return [];
    const row = [1, ...evidenceNames.map((name) => evidence[name])];
    const first = readings[0]?.candidate.passage;
    const isRight = first !== undefined && isGold(first, question);
    return [{ row, isTrue: question.unanswerable === null, isRight, weight: 1 }];
  });
}

function ask(
  { articles, questions }: { articles: readonly Article[]; questions: readonly JudgedQuestion[] },
  { buildIndex, isAlone }: Setting,
): AskedQuestion[] {
  const common = isAlone ? undefined : buildIndex(articles);
  const indexes = new Map<string, PassageIndex>();
  return questions.flatMap((question): AskedQuestion[] => {
    const article = articles.find(({ id }) => id === question.articleId);
    if (article === undefined) return [];
    const index = common ?? indexes.get(article.id) ?? buildIndex([article]);
    indexes.set(article.id, index);
    return [{ question, asked: { text: question.text, previous: question.previous }, index }];
  });
}

function isGold({ articleId, paragraph, kind, start, end }: Passage, { golds }: JudgedQuestion): boolean {
  const place = { articleId, paragraph, kind, start, end, sentence: null, highlight: null };
  return golds.some((gold) => isIn(place, gold));
}
