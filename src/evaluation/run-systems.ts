/** Questions over articles enter, runs leave: the same questions put to every system, judged alike. */
import type { Article } from '../articles/article.ts';
import { judge, type Judgement, type RankUnit } from './judge.ts';
import type { JudgedQuestion } from './judged-question.ts';
import type { MetricName } from './metric.ts';
import type { EvaluationRun, SystemRun } from './report.ts';
import type { BuildSystem, System } from './systems.ts';

/** Articles with their questions, and what is to be asked. */
export interface EvaluationTask {
  readonly articles: readonly Article[];
  readonly questions: readonly JudgedQuestion[];
  /** Kutip first. */
  readonly builders: readonly BuildSystem[];
}

const wordMetrics: readonly MetricName[] = ['sentence', 'highlight-contains', 'highlight-within'];
const abstainMetrics: readonly MetricName[] = [
  'abstain-precision',
  'abstain-recall',
  'abstain-f1',
  'abstain-f1-best',
  'auroc',
  'aurc',
];

/** Our own questions: each of a server with this one article, then of one with all of them. */
export function runOwnQuestions(task: EvaluationTask): EvaluationRun[] {
  const shared = { metrics: [...(['hit@1', 'hit@3', 'mrr'] as const), ...wordMetrics, ...abstainMetrics] };
  return [
    {
      name: 'Each article alone',
      description: 'Every question is asked of a server that has its article and no other.',
      ...shared,
      systems: runAlone(task, 'place'),
    },
    {
      name: 'All articles together',
      description:
        `One server has all ${task.articles.length} articles and the question names none. ` +
        'What its own article does not say, another may happen to: abstaining is better read above.',
      ...shared,
      systems: runTogether(task, 'place', { namesArticle: false }),
    },
  ];
}

/** A public set: ranks count articles, since every passage is one. */
export function runPublicSet(task: EvaluationTask): EvaluationRun[] {
  return [
    {
      name: 'Whole corpus',
      description: `Every question is asked of all ${task.articles.length} passages.`,
      metrics: ['hit@1', 'hit@3', 'hit@5', 'mrr', ...wordMetrics, 'auroc', 'aurc'],
      systems: runTogether(task, 'article', { namesArticle: false }),
    },
    {
      name: 'Own passage alone',
      description:
        'Every question is asked of a server whose only article is the passage it was written for: ' +
        'which sentence comes first, and whether questions made to look answerable are told apart.',
      metrics: [...wordMetrics, ...abstainMetrics],
      systems: runAlone(task, 'article'),
    },
    {
      name: 'Own passage named, whole corpus indexed',
      description:
        'As above, with all passages in the index and the question naming its own. Kutip only: ' +
        'the plain search finds the same as in the whole corpus.',
      metrics: [...wordMetrics, ...abstainMetrics],
      systems: runTogether({ ...task, builders: task.builders.slice(0, 1) }, 'article', {
        namesArticle: true,
      }),
    },
  ];
}

function runTogether(
  { articles, questions, builders }: EvaluationTask,
  unit: RankUnit,
  { namesArticle }: { readonly namesArticle: boolean },
): SystemRun[] {
  const articlesById = new Map(articles.map((article) => [article.id, article]));
  return builders.map((build) => {
    const system = build(articles);
    const judgements = questions.map((question) =>
      ask(system, question, { article: articleOf(question, articlesById), unit, namesArticle }),
    );
    return { system: system.name, judgements };
  });
}

function runAlone({ articles, questions, builders }: EvaluationTask, unit: RankUnit): SystemRun[] {
  const articlesById = new Map(articles.map((article) => [article.id, article]));
  const questionsOf = Map.groupBy(questions, (question) => question.articleId);
  return builders.map((build) => {
    const judgements = new Map<string, Judgement>();
    let name = '';
    for (const some of questionsOf.values()) {
      const first = some[0];
      if (first === undefined) continue;
      const article = articleOf(first, articlesById);
      const system = build([article]);
      name = system.name;
      for (const question of some) {
        judgements.set(question.id, ask(system, question, { article, unit, namesArticle: false }));
      }
    }
    const ordered = questions.flatMap((question) => judgements.get(question.id) ?? []);
    return { system: name, judgements: ordered };
  });
}

function articleOf(question: JudgedQuestion, articles: ReadonlyMap<string, Article>): Article {
  const article = articles.get(question.articleId);
  if (article === undefined) throw new Error(`${question.id}: no article has the id "${question.articleId}"`);
  return article;
}

function ask(
  system: System,
  question: JudgedQuestion,
  { article, unit, namesArticle }: { article: Article; unit: RankUnit; namesArticle: boolean },
): Judgement {
  const { text, previous } = question;
  const outcome = system.answer({ text, previous, ...(namesArticle ? { articleId: article.id } : {}) });
  return judge(question, outcome, { article, unit });
}
