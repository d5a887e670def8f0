/**
 * Written by `src/fit.ts`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
  frequency: 0.552,
  sentence: 0.395,
  passage: 0.104,
  own: 0.337,
  direct: 0.229,
  neighbours: 0.211,
  expectedFigure: 0.182,
  expectedName: 0.022,
  reason: 0.102,
  headline: -0.194,
  listItem: -0.011,
};

/** How much each piece of evidence counts for the article answering (logistic regression). */
export const confidenceWeights: ConfidenceWeights = {
  constant: 0.342,
  sentence: 1.136,
  passage: 0.119,
  direct: -0.634,
  neighbours: 0.681,
  elsewhere: 0.302,
  unsaid: -0.641,
  unsaidAcross: -0.152,
  strange: 0.562,
  missingName: -1.382,
  missingFigure: -0.254,
  missingMain: -0.759,
  expectedMet: -0.305,
  expectedUnmet: -0.633,
  crossLanguage: 0.523,
  shortQuestion: 0.006,
  ranking: 0.772,
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.5, mayAnswer: 0.41 };
