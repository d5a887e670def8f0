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
  constant: [1.032, -0.419],
  frequency: [0.951, -0.523],
  neighbours: [-0.464, 2.941],
  alike: [0.56, -0.508],
  sentenceLength: [-0.7, -0.652],
  unsaid: [-0.762, -1.248],
  missingRare: [2.01, 1.054],
  farMeaning: [-0.762, -1.534],
  missingNames: [-1.298, -0.749],
  missingLast: [-0.402, 0.551],
  sameWords: [0.09, -1.133],
  missingNumber: [-1.574, 1.423],
  missingFigure: [-1.156, -1.47],
  hasName: [0.245, -0.707],
  hasFigure: [-0.67, -0.057],
  opposite: [-1.628, 1.805],
  deniesSaid: [-2.075, 3.539],
  negationAsked: [-1.45, 1.367],
  negationSaid: [-0.894, 1.044],
  commands: [-0.52, -2.701],
  asksWhy: [-0.441, 1.773],
  asksList: [0.064, 2.366],
  asksName: [0.052, -1.958],
  lead: [-0.04, 2.259],
  standsOut: [-0.344, 1.623],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.67, mayAnswer: 0.39 };
