/**
 * Written by `src/fit.ts`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
  frequency: 0.55,
  direct: 0.279,
  neighbours: 0.15,
  near: 0.584,
  alike: 0.143,
  alikeWhole: 0.178,
  asked: 0.228,
  askedAlike: 0.093,
  expectedFigure: 0.141,
  expectedName: 0.081,
  unit: 0.175,
  reason: 0.068,
  headline: -0.202,
  listItem: -0.048,
  leadIn: -0.06,
};

/**
 * How much each piece of evidence counts for the article answering (logistic regression): where the article is one
 * passage, and how much that changes where it is a long one.
 */
export const confidenceWeights: ConfidenceWeights = {
  constant: [-0.109, -0.367],
  frequency: [1.306, -0.326],
  own: [0.425, -0.464],
  neighbours: [-5.339, 8.549],
  exactness: [-0.051, -0.393],
  unsaid: [-0.722, -1.782],
  strange: [-1.757, 2.548],
  missingRare: [1.094, 1.971],
  farMeaning: [-0.475, -2.08],
  missingName: [-0.248, -0.764],
  missingRelation: [-0.567, 0.338],
  unsaidRelation: [0.273, 0.768],
  missingFigure: [-0.452, -2.416],
  hasName: [0.292, -1.245],
  hasFigure: [-0.765, -0.214],
  lightWords: [0.095, 0.928],
  negationAsked: [-1.245, 1.469],
  negationSaid: [-0.799, 1.064],
  commands: [-1.435, -1.724],
  asksWhy: [-0.444, 1.712],
  asksList: [-0.23, 2.682],
  asksName: [-0.26, -1.055],
  lead: [-0.026, 1.486],
  standsOut: [0.214, 1.121],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.64, mayAnswer: 0.4 };
