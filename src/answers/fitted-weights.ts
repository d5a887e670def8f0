/**
 * Written by `src/fit.ts`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
  frequency: 0.397,
  neighbours: 0.212,
  near: 0.537,
  alike: 0.149,
  alikeWhole: 0.219,
  askedAlike: 1.188,
  expectedFigure: 0.195,
  expectedName: 0.117,
  unit: 0.243,
  reason: 0.114,
  headline: -0.367,
  leadIn: -0.343,
  farthest: -0.161,
  pairs: 0.199,
  opening: 0.166,
  letters: 0.247,
};

/**
 * How much each piece of evidence counts for the article answering (logistic regression): where the article is one
 * passage, and how much that changes where it is a long one.
 */
export const confidenceWeights: ConfidenceWeights = {
  constant: [0.185, -0.798],
  frequency: [1.295, -0.245],
  neighbours: [-0.383, 2.634],
  alike: [0.633, -0.812],
  askedAlike: [0.77, 0.615],
  unsaid: [-0.595, -1.388],
  missingRare: [2.064, 1.228],
  farMeaning: [-0.635, -1.314],
  missingNames: [-1.272, -0.885],
  missingLast: [-0.393, 0.531],
  missingNumber: [-1.606, 1.357],
  missingFigure: [-1.087, -1.202],
  hasName: [0.267, -0.946],
  hasFigure: [-0.675, -0.206],
  opposite: [-1.604, 1.825],
  deniesSaid: [-2.09, 3.659],
  negationAsked: [-1.453, 1.289],
  negationSaid: [-0.916, 1.349],
  commands: [-0.538, -2.837],
  asksWhy: [-0.432, 1.636],
  asksList: [0.036, 3.257],
  asksName: [0.07, -1.76],
  lead: [-0.144, 2.527],
  standsOut: [-0.272, 1.002],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.6, mayAnswer: 0.33 };
