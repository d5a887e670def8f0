/**
 * Written by `src/fit.ts`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
  frequency: 0.404,
  neighbours: 0.066,
  near: 0.605,
  alike: 0.125,
  alikeWhole: 0.207,
  askedAlike: 0.954,
  expectedFigure: 0.179,
  expectedName: 0.099,
  unit: 0.256,
  reason: 0.115,
  headline: -0.354,
  leadIn: -0.246,
  defines: 0.372,
  farthest: -0.168,
  pairs: 0.155,
  opening: 0.169,
  letters: 0.246,
};

/**
 * How much each piece of evidence counts for the article answering (logistic regression): where the article is one
 * passage, and how much that changes where it is a long one.
 */
export const confidenceWeights: ConfidenceWeights = {
  constant: [0.693, -0.484],
  neighbours: [-0.73, 3.068],
  alike: [0.697, -0.683],
  askedAlike: [0.991, 0.821],
  unsaid: [-0.668, -1.654],
  missingRare: [0.533, 1.9],
  farMeaning: [-0.499, -1.31],
  missingNames: [-1.51, -0.732],
  missingLast: [-0.33, 0.384],
  missingNumber: [-1.549, 1.053],
  missingFigure: [-0.868, -2.047],
  otherYear: [-2.05, 0.317],
  opening: [0.646, -0.66],
  hasName: [0.286, -0.645],
  hasFigure: [-0.167, -0.672],
  opposite: [-1.59, 1.574],
  deniesSaid: [-1.964, 3.558],
  negationAsked: [-1.207, 0.561],
  negationSaid: [-0.771, 1.027],
  defines: [1.643, 0.967],
  commands: [-0.553, -2.469],
  asksWhy: [-0.328, 1.614],
  asksList: [-0.139, 2.923],
  asksName: [0.119, -1.596],
  asksWhether: [-0.202, 0.962],
  lead: [-0.041, 2.625],
  standsOut: [-0.4, 0.479],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.59, mayAnswer: 0.29 };
