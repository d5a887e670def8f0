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
  constant: [0.168, -0.814],
  frequency: [1.309, -0.2],
  neighbours: [-0.395, 2.79],
  alike: [0.634, -0.797],
  askedAlike: [0.527, 0.418],
  unsaid: [-0.584, -1.381],
  missingRare: [2.067, 1.222],
  farMeaning: [-0.632, -1.325],
  missingNames: [-1.27, -0.888],
  missingLast: [-0.393, 0.55],
  missingNumber: [-1.603, 1.393],
  missingFigure: [-1.085, -1.234],
  hasName: [0.268, -0.951],
  hasFigure: [-0.676, -0.23],
  opposite: [-1.604, 1.816],
  deniesSaid: [-2.092, 3.634],
  negationAsked: [-1.453, 1.313],
  negationSaid: [-0.916, 1.342],
  commands: [-0.523, -2.79],
  asksWhy: [-0.431, 1.633],
  asksList: [0.038, 3.276],
  asksName: [0.071, -1.776],
  lead: [-0.163, 2.64],
  standsOut: [-0.267, 0.996],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.6, mayAnswer: 0.32 };
