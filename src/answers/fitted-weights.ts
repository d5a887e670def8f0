/**
 * Written by `src/fit.ts`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
  frequency: 0.409,
  neighbours: 0.07,
  near: 0.598,
  alike: 0.132,
  alikeWhole: 0.198,
  askedAlike: 0.957,
  expectedFigure: 0.175,
  expectedName: 0.093,
  unit: 0.248,
  reason: 0.114,
  headline: -0.354,
  leadIn: -0.246,
  defines: 0.372,
  farthest: -0.166,
  pairs: 0.155,
  opening: 0.17,
  letters: 0.248,
};

/**
 * How much each piece of evidence counts for the article answering (logistic regression): where the article is one
 * passage, and how much that changes where it is a long one.
 */
export const confidenceWeights: ConfidenceWeights = {
  constant: [0.691, -0.505],
  neighbours: [-0.398, 2.712],
  alike: [0.697, -0.647],
  askedAlike: [0.969, 0.798],
  unsaid: [-0.658, -1.692],
  missingRare: [0.544, 1.889],
  farMeaning: [-0.517, -1.287],
  missingNames: [-1.498, -0.728],
  missingLast: [-0.33, 0.421],
  missingNumber: [-1.543, 1.046],
  missingFigure: [-0.811, -2.069],
  otherYear: [-2.042, 0.291],
  opening: [0.657, -0.702],
  hasName: [0.285, -0.661],
  hasFigure: [-0.165, -0.676],
  opposite: [-1.586, 1.572],
  deniesSaid: [-1.977, 3.565],
  negationAsked: [-1.201, 0.565],
  negationSaid: [-0.767, 1.032],
  defines: [1.636, 0.979],
  commands: [-0.553, -2.468],
  asksWhy: [-0.329, 1.612],
  asksList: [-0.137, 2.938],
  asksName: [0.116, -1.588],
  asksWhether: [-0.203, 0.963],
  lead: [-0.041, 2.669],
  standsOut: [-0.401, 0.465],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.6, mayAnswer: 0.29 };
