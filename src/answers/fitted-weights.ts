/**
 * Written by `src/fit.ts`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
  frequency: 0.55,
  direct: 0.279,
  neighbours: 0.15,
  near: 0.584,
  alike: 0.143,
  alikeWhole: 0.178,
  asked: 0.228,
  askedAlike: 0.093,
  expectedFigure: 0.141,
  expectedName: 0.081,
  unit: 0.175,
  reason: 0.068,
  headline: -0.202,
  listItem: -0.048,
  leadIn: -0.06,
};

/** How much each piece of evidence counts for the article answering (logistic regression). */
export const confidenceWeights: ConfidenceWeights = {
  constant: 0.531,
  sentence: 0.444,
  passage: 0.371,
  direct: -0.827,
  neighbours: 0.777,
  elsewhere: 0.577,
  unsaid: -0.484,
  unsaidAcross: -0.084,
  strange: 0.067,
  missingName: -1.058,
  missingFigure: -0.695,
  missingMain: -1.008,
  missingFocus: -0.097,
  expectedMet: -0.076,
  expectedUnmet: -0.491,
  crossLanguage: 0.353,
  shortQuestion: -0.023,
  ranking: 0.842,
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.77, mayAnswer: 0.5 };
