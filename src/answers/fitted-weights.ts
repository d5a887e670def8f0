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
  constant: [1.032, -0.492],
  frequency: [1.126, 0.137],
  neighbours: [-0.381, 2.784],
  alike: [0.564, -0.611],
  sentenceLength: [-0.719, -0.853],
  unsaid: [-0.663, -1.176],
  missingRare: [2.072, 1.016],
  farMeaning: [-0.7, -1.328],
  missingNames: [-1.283, -0.974],
  missingLast: [-0.393, 0.458],
  sameWords: [0.12, -1.217],
  missingNumber: [-1.579, 1.442],
  missingFigure: [-1.13, -0.923],
  hasName: [0.25, -0.761],
  hasFigure: [-0.679, -0.154],
  opposite: [-1.611, 1.78],
  deniesSaid: [-2.091, 3.726],
  negationAsked: [-1.453, 1.234],
  negationSaid: [-0.871, 1.177],
  commands: [-0.57, -2.844],
  asksWhy: [-0.438, 1.673],
  asksList: [0.029, 3.411],
  asksName: [0.051, -1.911],
  lead: [-0.056, 2.917],
  standsOut: [-0.493, 1.328],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.67, mayAnswer: 0.47 };
