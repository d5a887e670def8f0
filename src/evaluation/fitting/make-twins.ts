/**
 * Questions that their passages answer enter; the same questions leave as their passages do not answer them, so that
 * confidence learns from sets that have no such questions of their own.
 */
import { readCandidates } from '../../answers/read-candidates.ts';
import { analyseText, questionAnalysis } from '../../language/analyse-text.ts';
import { oppositesOf } from '../../language/opposites.ts';
import type { JudgedQuestion } from '../judged-question.ts';
import { takeEvenly } from '../load-sets.ts';
import type { PublicSet } from '../public-set.ts';
import type { Setting } from './observe.ts';

/** The set's questions taken, at most. */
const questionsMax = 700;

/** Questions over the same articles. */
export interface Twins {
  /** As they are. */
  readonly answerable: PublicSet;
  /** Each asked of the passage that comes nearest among those that do not answer it. */
  readonly elsewhere: PublicSet;
  /** Those with a word that has an opposite, which stands in its place. */
  readonly opposite: PublicSet;
}

/** The twins of the set's answerable questions; the same set gives the same. */
export function makeTwins({ articles, questions }: PublicSet, buildIndex: Setting['buildIndex']): Twins {
  const answerable = takeEvenly(
    questions.filter(({ golds }) => golds.length > 0),
    questionsMax,
  );
  const index = buildIndex(articles);
  const elsewhere = answerable.flatMap((question) => {
    const golds = new Set(question.golds.map(({ articleId }) => articleId));
    const { readings } = readCandidates(index, { text: question.text, previous: [] });
    const near = readings.find(({ candidate: { passage } }) => !golds.has(passage.articleId));
    return near === undefined
      ? []
      : [withoutAnswer(question, { articleId: near.candidate.passage.articleId })];
  });
  const opposite = answerable.flatMap((question) => {
    const text = sayOpposite(question.text);
    return text === undefined ? [] : [withoutAnswer(question, { text })];
  });
  return {
    answerable: { articles, questions: answerable },
    elsewhere: { articles, questions: elsewhere },
    opposite: { articles, questions: opposite },
  };
}

function withoutAnswer(
  question: JudgedQuestion,
  change: Partial<Pick<JudgedQuestion, 'text' | 'articleId'>>,
): JudgedQuestion {
  return { ...question, ...change, golds: [], unanswerable: 'public-set' };
}

/** The question with an opposite in the place of its first word that has one; undefined where none has. */
export function sayOpposite(question: string): string | undefined {
  for (const { forms, start, end } of analyseText(question, questionAnalysis)) {
    const [opposite] = oppositesOf(forms)[0] ?? [];
    if (opposite !== undefined) return question.slice(0, start) + opposite + question.slice(end);
  }
  return undefined;
}
