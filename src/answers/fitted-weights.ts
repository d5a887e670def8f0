/**
 * Written by `src/fit.ts`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
  frequency: 0.554,
  sentence: 0.388,
  passage: 0.1,
  own: 0.344,
  direct: 0.225,
  neighbours: 0.208,
  expectedFigure: 0.169,
  expectedName: 0.036,
  reason: 0.091,
  headline: -0.191,
  listItem: -0.009,
};

/** How much each piece of evidence counts for the article answering (logistic regression). */
export const confidenceWeights: ConfidenceWeights = {
  constant: 0.427,
  sentence: 0.893,
  passage: 0.139,
  direct: -0.699,
  neighbours: 0.639,
  elsewhere: 0.335,
  unsaid: -0.667,
  unsaidAcross: -0.138,
  strange: 0.622,
  missingName: -1.517,
  missingFigure: -0.293,
  missingMain: -0.734,
  missingFocus: -0.169,
  expectedMet: -0.181,
  expectedUnmet: -0.596,
  crossLanguage: 0.511,
  shortQuestion: -0.005,
  ranking: 0.828,
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.47, mayAnswer: 0.45 };
