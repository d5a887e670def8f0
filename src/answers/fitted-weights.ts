/**
 * Written by `src/fit.ts`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
  frequency: 0.499,
  neighbours: 0.101,
  near: 0.56,
  alike: 0.126,
  alikeWhole: 0.235,
  askedAlike: 1.037,
  expectedFigure: 0.176,
  expectedName: 0.089,
  unit: 0.25,
  reason: 0.117,
  headline: -0.377,
  leadIn: -0.278,
  asks: -0.911,
  farthest: -0.141,
  pairs: 0.172,
  opening: 0.183,
  letters: 0.243,
};

/**
 * How much each piece of evidence counts for the article answering (logistic regression): where the article is one
 * passage, and how much that changes where it is a long one.
 */
export const confidenceWeights: ConfidenceWeights = {
  constant: [0.365, -0.671],
  frequency: [0.746, 0.153],
  neighbours: [-0.356, 2.736],
  alike: [0.545, -0.558],
  askedAlike: [0.73, 0.541],
  unsaid: [-0.401, -1.651],
  missingRare: [0.761, 2.063],
  farMeaning: [-0.489, -1.249],
  missingNames: [-1.42, -0.753],
  missingLast: [-0.345, 0.453],
  missingNumber: [-1.435, 1.048],
  missingFigure: [-0.859, -1.954],
  otherYear: [-2.056, 0.255],
  opening: [0.658, -0.927],
  hasName: [0.26, -0.755],
  hasFigure: [-0.206, -0.674],
  opposite: [-1.574, 1.37],
  deniesSaid: [-1.989, 3.412],
  negationAsked: [-1.213, 0.685],
  negationSaid: [-0.787, 0.999],
  commands: [-0.493, -2.479],
  asksWhy: [-0.349, 1.523],
  asksList: [-0.154, 2.975],
  asksName: [0.074, -1.522],
  asksWhether: [-0.216, 0.961],
  lead: [-0.073, 2.526],
  standsOut: [-0.34, 0.686],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.54, mayAnswer: 0.32 };
