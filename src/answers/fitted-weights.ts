/**
 * Written by `src/fit.ts`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
  frequency: 0.457,
  neighbours: 0.094,
  near: 0.565,
  alike: 0.132,
  alikeWhole: 0.22,
  askedAlike: 0.91,
  expectedFigure: 0.172,
  expectedName: 0.086,
  unit: 0.248,
  reason: 0.115,
  headline: -0.365,
  leadIn: -0.256,
  asks: -0.87,
  defines: 0.373,
  farthest: -0.149,
  pairs: 0.171,
  opening: 0.176,
  letters: 0.262,
};

/**
 * How much each piece of evidence counts for the article answering (logistic regression): where the article is one
 * passage, and how much that changes where it is a long one.
 */
export const confidenceWeights: ConfidenceWeights = {
  constant: [0.28, -0.567],
  frequency: [0.693, 0.276],
  neighbours: [-0.189, 2.592],
  alike: [0.619, -0.73],
  askedAlike: [0.829, 0.633],
  unsaid: [-0.393, -1.666],
  missingRare: [0.723, 2.086],
  farMeaning: [-0.457, -1.354],
  missingNames: [-1.434, -0.709],
  missingLast: [-0.325, 0.417],
  missingNumber: [-1.471, 1.06],
  missingFigure: [-0.807, -2.073],
  otherYear: [-2.058, 0.363],
  opening: [0.559, -0.685],
  hasName: [0.284, -0.678],
  hasFigure: [-0.178, -0.684],
  opposite: [-1.589, 1.67],
  deniesSaid: [-1.978, 3.437],
  negationAsked: [-1.204, 0.661],
  negationSaid: [-0.771, 0.997],
  defines: [1.613, 0.938],
  commands: [-0.549, -2.505],
  asksWhy: [-0.324, 1.482],
  asksList: [-0.138, 2.975],
  asksName: [0.102, -1.535],
  asksWhether: [-0.204, 0.947],
  lead: [-0.064, 2.46],
  standsOut: [-0.315, 0.633],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.59, mayAnswer: 0.32 };
