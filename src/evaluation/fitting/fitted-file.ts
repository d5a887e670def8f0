/** Fitted weights enter, the source file that holds them leaves. */
import { confidenceWeights, rankingWeights, verdictThresholds } from '../../answers/fitted-weights.ts';
import { evidenceNames } from '../../answers/weigh-evidence.ts';
import { signalNames } from '../../answers/weigh-passage.ts';
import type { HeldOutAnswer } from './held-out.ts';

/** All that is fitted. */
export interface FittedWeights {
  /** In the order of `signalNames`. */
  readonly ranking: readonly number[];
  /** The constant, then in the order of `evidenceNames`; then the same of what an article's size adds. */
  readonly confidence: readonly number[];
  readonly thresholds: { readonly answers: number; readonly mayAnswer: number };
}

/** The rows of the confidence weights, in order. */
const confidenceRows = ['constant', ...evidenceNames] as const;

/** What the program uses now. */
export const currentWeights: FittedWeights = {
  ranking: signalNames.map((name) => rankingWeights[name]),
  confidence: [0, 1].flatMap((part) => confidenceRows.map((name) => confidenceWeights[name][part] ?? 0)),
  thresholds: verdictThresholds,
};

/** Share of right passages among those given without "may", at least. */
const answersPrecisionMin = 0.8;

/** F1 of withholding that is not worth an answer withheld: over many thresholds it hardly changes. */
const f1Slack = 0.02;

/**
 * Where the verdicts change: `mayAnswer` is the lowest threshold below which withholding comes within `f1Slack` of its
 * best F1 on these answers; from `answers` on, at least four in five show a right passage first (they are counted as
 * they come, about two answerable to one).
 */
export function chooseThresholds(answers: readonly HeldOutAnswer[]): FittedWeights['thresholds'] {
  const thresholds = Array.from({ length: 99 }, (_, place) => (place + 1) / 100);
  const f1s = thresholds.map((threshold) => f1OfWithholding(answers, threshold));
  const f1Best = Math.max(...f1s);
  const mayAnswer = thresholds.find((_, place) => (f1s[place] ?? 0) >= f1Best - f1Slack) ?? 0;
  const sure = thresholds.find((threshold) => {
    const given = answers.filter(({ confidence }) => confidence >= threshold);
    return given.filter(({ isRight }) => isRight).length >= answersPrecisionMin * given.length;
  });
  return { mayAnswer, answers: Math.max(sure ?? 0.99, mayAnswer) };
}

function f1OfWithholding(answers: readonly HeldOutAnswer[], threshold: number): number {
  const unanswerable = answers.filter(({ isTrue }) => !isTrue).length;
  const withheld = answers.filter(({ confidence }) => confidence < threshold);
  const rightly = withheld.filter(({ isTrue }) => !isTrue).length;
  return (2 * rightly) / Math.max(1, withheld.length + unanswerable);
}

/** The text of `src/answers/fitted-weights.ts`. */
export function renderWeights({ ranking, confidence, thresholds }: FittedWeights): string {
  const lines = (names: readonly string[], values: readonly number[]): string =>
    names.map((name, place) => `  ${name}: ${round(values[place] ?? 0)},\n`).join('');
  return `/**
 * Written by \`src/fit.ts\`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
${lines(signalNames, ranking)}};

/**
 * How much each piece of evidence counts for the article answering (logistic regression): where the article is one
 * passage, and how much that changes where it is a long one.
 */
export const confidenceWeights: ConfidenceWeights = {
${confidenceRows.map((name, place) => `  ${name}: [${round(confidence[place] ?? 0)}, ${round(confidence[place + confidenceRows.length] ?? 0)}],\n`).join('')}};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: ${round(thresholds.answers)}, mayAnswer: ${round(thresholds.mayAnswer)} };
`;
}

function round(value: number): number {
  // No negative zero: it would be written as -0.
  return Math.round(value * 1000) / 1000 + 0;
}
