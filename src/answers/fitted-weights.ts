/**
 * Written by `src/fit.ts`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
  frequency: 0.526,
  direct: 0.28,
  neighbours: 0.153,
  near: 0.584,
  alike: 0.149,
  alikeWhole: 0.172,
  asked: 0.202,
  askedAlike: 0.091,
  expectedFigure: 0.152,
  expectedName: 0.081,
  unit: 0.173,
  reason: 0.074,
  headline: -0.232,
  listItem: -0.057,
  leadIn: -0.083,
};

/**
 * How much each piece of evidence counts for the article answering (logistic regression): where the article is one
 * passage, and how much that changes where it is a long one.
 */
export const confidenceWeights: ConfidenceWeights = {
  constant: [-0.146, -0.367],
  frequency: [1.296, -0.362],
  own: [0.467, -0.317],
  neighbours: [-5.331, 8.583],
  exactness: [-0.037, -0.364],
  unsaid: [-0.68, -1.75],
  strange: [-1.705, 2.661],
  missingRare: [1.072, 1.924],
  farMeaning: [-0.474, -2.145],
  missingName: [-0.246, -0.715],
  missingRelation: [-0.563, 0.363],
  unsaidRelation: [0.275, 0.767],
  missingFigure: [0.04, -2.938],
  hasName: [0.292, -1.26],
  hasFigure: [-0.756, -0.221],
  lightWords: [0.081, 0.932],
  negationAsked: [-1.241, 1.621],
  negationSaid: [-0.863, 1.145],
  commands: [-1.428, -1.713],
  asksWhy: [-0.431, 1.737],
  asksList: [-0.235, 2.684],
  asksName: [-0.25, -1.052],
  lead: [-0.029, 1.46],
  standsOut: [0.193, 1.038],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.64, mayAnswer: 0.4 };
