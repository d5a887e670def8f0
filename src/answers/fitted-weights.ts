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
  constant: [0.614, -0.39],
  frequency: [0.937, -0.907],
  own: [0.309, 0.599],
  neighbours: [0.178, 2.89],
  alike: [0.625, -0.406],
  sentenceLength: [-0.796, -0.76],
  exactness: [0.414, -0.268],
  unsaid: [-0.695, -1.555],
  strange: [0.472, -0.44],
  missingRare: [1.82, 0.922],
  farMeaning: [-0.745, -1.523],
  missingName: [-0.267, -0.446],
  missingNames: [-1.015, -0.632],
  missingLast: [-0.395, 0.552],
  sameWords: [-0.088, -1.208],
  missingNumber: [-1.676, 1.568],
  missingRelation: [-0.259, -0.081],
  unsaidRelation: [0.397, 0.364],
  missingFigure: [-1.106, -2.041],
  hasName: [0.28, -0.346],
  hasFigure: [-0.667, -0.001],
  lightWords: [-0.148, 0.903],
  opposite: [-1.658, 1.837],
  denialAsked: [-0.776, 1.449],
  deniesSaid: [-1.947, 3.478],
  negationAsked: [-0.997, 0.332],
  negationSaid: [-0.959, 0.95],
  commands: [-0.353, -2.925],
  asksWhy: [-0.427, 1.716],
  asksList: [0.1, 2.382],
  asksName: [0.086, -2.027],
  lead: [-0.095, 2.05],
  standsOut: [-0.376, 1.603],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.63, mayAnswer: 0.4 };
