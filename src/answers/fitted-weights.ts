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
  constant: [0.18, -0.808],
  frequency: [1.307, -0.204],
  neighbours: [-0.396, 2.748],
  alike: [0.633, -0.804],
  unsaid: [-0.585, -1.365],
  missingRare: [2.062, 1.2],
  farMeaning: [-0.633, -1.341],
  missingNames: [-1.269, -0.878],
  missingLast: [-0.392, 0.56],
  missingNumber: [-1.6, 1.396],
  missingFigure: [-1.086, -1.222],
  hasName: [0.267, -0.957],
  hasFigure: [-0.675, -0.233],
  opposite: [-1.604, 1.813],
  deniesSaid: [-2.095, 3.606],
  negationAsked: [-1.451, 1.337],
  negationSaid: [-0.912, 1.277],
  commands: [-0.503, -2.734],
  asksWhy: [-0.431, 1.634],
  asksList: [0.038, 3.266],
  asksName: [0.071, -1.782],
  lead: [-0.169, 2.709],
  standsOut: [-0.278, 0.985],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.61, mayAnswer: 0.33 };
