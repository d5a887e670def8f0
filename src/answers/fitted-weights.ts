import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are ranked. */
export const rankingWeights: RankingWeights = {
  frequency: 0.61,
  sentence: 0.34,
  passage: 0.09,
  own: 0.32,
  direct: 0.3,
  neighbours: 0.2,
  expectedFigure: 0.17,
  expectedName: 0,
  reason: 0.13,
  headline: -0.2,
  listItem: -0.04,
};

/** How much each piece of evidence counts for the article answering. */
export const confidenceWeights: ConfidenceWeights = {
  constant: -1.35,
  sentence: 1.24,
  passage: 0.21,
  direct: 0,
  neighbours: 0.6,
  elsewhere: 0.79,
  unsaid: 0,
  unsaidAcross: 0,
  strange: 0,
  missingName: -1,
  missingFigure: -0.5,
  missingMain: 0,
  expectedMet: -0.52,
  expectedUnmet: -0.71,
  crossLanguage: 0.48,
  shortQuestion: 0.31,
  ranking: 1.46,
};
