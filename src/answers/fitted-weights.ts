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
  constant: 0.424,
  sentence: 0.887,
  passage: 0.127,
  direct: -0.691,
  neighbours: 0.642,
  elsewhere: 0.34,
  unsaid: -0.669,
  unsaidAcross: -0.139,
  strange: 0.626,
  missingName: -1.526,
  missingFigure: -0.296,
  missingMain: -0.73,
  missingFocus: -0.165,
  expectedMet: -0.175,
  expectedUnmet: -0.623,
  crossLanguage: 0.513,
  shortQuestion: -0.004,
  ranking: 0.833,
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.64, mayAnswer: 0.44 };
