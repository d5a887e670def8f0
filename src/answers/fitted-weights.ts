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
  constant: [0.69, -0.504],
  neighbours: [-0.664, 2.873],
  alike: [0.704, -0.665],
  askedAlike: [1.003, 0.836],
  unsaid: [-0.667, -1.665],
  missingRare: [0.535, 1.717],
  farMeaning: [-0.491, -1.168],
  missingNames: [-1.496, -1.112],
  missingLast: [-0.33, 0.393],
  missingNumber: [-1.557, 1.014],
  missingFigure: [-0.868, -2.055],
  otherYear: [-2.055, 0.289],
  opening: [0.649, -0.66],
  hasName: [0.284, -0.592],
  hasFigure: [-0.169, -0.647],
  opposite: [-1.586, 1.537],
  deniesSaid: [-1.955, 3.429],
  negationAsked: [-1.205, 0.574],
  negationSaid: [-0.773, 1.039],
  defines: [1.647, 0.976],
  commands: [-0.533, -2.447],
  asksWhy: [-0.331, 1.641],
  asksList: [-0.135, 2.898],
  asksName: [0.12, -1.596],
  asksWhether: [-0.202, 0.99],
  lead: [-0.046, 2.644],
  standsOut: [-0.406, 0.454],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.59, mayAnswer: 0.29 };
