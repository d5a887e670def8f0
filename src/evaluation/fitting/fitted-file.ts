/** Fitted weights enter, the source file that holds them leaves. */
import { confidenceWeights, rankingWeights, verdictThresholds } from '../../answers/fitted-weights.ts';
import { evidenceNames } from '../../answers/weigh-evidence.ts';
import { signalNames } from '../../answers/weigh-passage.ts';
import type { AnswerEvent } from './observe.ts';

/** All that is fitted. */
export interface FittedWeights {
  /** In the order of `signalNames`. */
  readonly ranking: readonly number[];
  /** The constant, then in the order of `evidenceNames`. */
  readonly confidence: readonly number[];
  readonly thresholds: { readonly answers: number; readonly mayAnswer: number };
}

/** What the program uses now. */
export const currentWeights: FittedWeights = {
  ranking: signalNames.map((name) => rankingWeights[name]),
  confidence: [confidenceWeights.constant, ...evidenceNames.map((name) => confidenceWeights[name])],
  thresholds: verdictThresholds,
};

/** Share of right passages among those given without "may", at least. */
const answersPrecisionMin = 0.8;

/**
 * Where the verdicts change: below `mayAnswer`, withholding has its best F1 on these questions; from `answers` on, at
 * least four in five show a right passage first (questions are counted as they come, three answerable to one).
 */
export function chooseThresholds(
  events: readonly AnswerEvent[],
  confidence: readonly number[],
): FittedWeights['thresholds'] {
  const scored = events.map(({ row, isTrue, isRight }) => {
    const sum = row.reduce((total, value, column) => total + value * (confidence[column] ?? 0), 0);
    return { isTrue, isRight, confidence: Math.round(100 / (1 + Math.exp(-sum))) / 100 };
  });
  let mayAnswer = 0;
  let f1Best = -1;
  let answers = 0.99;
  for (let hundredth = 1; hundredth < 100; hundredth++) {
    const threshold = hundredth / 100;
    const withheld = scored.filter((one) => one.confidence < threshold);
    const rightly = withheld.filter(({ isTrue }) => !isTrue).length;
    const unanswerable = scored.filter(({ isTrue }) => !isTrue).length;
    const f1 = (2 * rightly) / Math.max(1, withheld.length + unanswerable);
    if (f1 > f1Best) [f1Best, mayAnswer] = [f1, threshold];
    const given = scored.filter((one) => one.confidence >= threshold);
    const right = given.filter(({ isRight }) => isRight).length;
    if (right >= answersPrecisionMin * given.length && threshold < answers) answers = threshold;
  }
  return { mayAnswer, answers: Math.max(answers, mayAnswer) };
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

/** How much each piece of evidence counts for the article answering (logistic regression). */
export const confidenceWeights: ConfidenceWeights = {
${lines(['constant', ...evidenceNames], confidence)}};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: ${round(thresholds.answers)}, mayAnswer: ${round(thresholds.mayAnswer)} };
`;
}

function round(value: number): number {
  // No negative zero: it would be written as -0.
  return Math.round(value * 1000) / 1000 + 0;
}
