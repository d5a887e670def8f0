/**
 * Written by `src/fit.ts`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
  frequency: 0.458,
  neighbours: 0.094,
  near: 0.565,
  alike: 0.133,
  alikeWhole: 0.22,
  askedAlike: 0.91,
  expectedFigure: 0.174,
  expectedName: 0.086,
  unit: 0.248,
  reason: 0.115,
  headline: -0.365,
  leadIn: -0.257,
  asks: -0.87,
  defines: 0.373,
  farthest: -0.15,
  pairs: 0.171,
  opening: 0.176,
  letters: 0.262,
};

/**
 * How much each piece of evidence counts for the article answering (logistic regression): where the article is one
 * passage, and how much that changes where it is a long one.
 */
export const confidenceWeights: ConfidenceWeights = {
  constant: [0.281, -0.569],
  frequency: [0.693, 0.277],
  neighbours: [-0.187, 2.577],
  alike: [0.619, -0.722],
  askedAlike: [0.833, 0.639],
  unsaid: [-0.394, -1.664],
  missingRare: [0.726, 2.078],
  farMeaning: [-0.46, -1.355],
  missingNames: [-1.433, -0.708],
  missingLast: [-0.326, 0.42],
  missingNumber: [-1.453, 1.043],
  missingFigure: [-0.807, -2.071],
  otherYear: [-2.058, 0.359],
  opening: [0.558, -0.674],
  hasName: [0.284, -0.678],
  hasFigure: [-0.183, -0.678],
  opposite: [-1.588, 1.668],
  deniesSaid: [-1.979, 3.438],
  negationAsked: [-1.204, 0.659],
  negationSaid: [-0.771, 0.996],
  defines: [1.613, 0.941],
  commands: [-0.549, -2.503],
  asksWhy: [-0.324, 1.48],
  asksList: [-0.136, 2.97],
  asksName: [0.102, -1.532],
  asksWhether: [-0.204, 0.945],
  lead: [-0.061, 2.435],
  standsOut: [-0.315, 0.637],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.59, mayAnswer: 0.32 };
