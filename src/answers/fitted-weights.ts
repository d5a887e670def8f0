/**
 * Written by `src/fit.ts`, which says what it is fitted to; not to be edited by hand. Every weight is
 * for a signal between 0 and 1, so that their sizes can be compared; tests/relevance/README.md has
 * what each is worth.
 */
import type { ConfidenceWeights } from './weigh-evidence.ts';
import type { RankingWeights } from './weigh-passage.ts';

/** How much each signal counts when passages are put in order (softmax over the passages of a question). */
export const rankingWeights: RankingWeights = {
  frequency: 0.42,
  neighbours: 0.199,
  near: 0.544,
  alike: 0.143,
  alikeWhole: 0.222,
  askedAlike: 1.125,
  expectedFigure: 0.21,
  expectedName: 0.106,
  unit: 0.253,
  reason: 0.121,
  headline: -0.366,
  leadIn: -0.338,
  farthest: -0.166,
  pairs: 0.194,
  opening: 0.171,
  letters: 0.211,
};

/**
 * How much each piece of evidence counts for the article answering (logistic regression): where the article is one
 * passage, and how much that changes where it is a long one.
 */
export const confidenceWeights: ConfidenceWeights = {
  constant: [0.258, -0.713],
  frequency: [0.806, 0.19],
  neighbours: [-0.29, 2.151],
  alike: [0.542, -0.541],
  askedAlike: [0.634, 0.444],
  unsaid: [-0.372, -1.546],
  missingRare: [0.73, 2.059],
  farMeaning: [-0.467, -1.168],
  missingNames: [-1.397, -0.724],
  missingLast: [-0.342, 0.415],
  missingNumber: [-1.438, 1.062],
  missingFigure: [-0.722, -1.414],
  otherYear: [-2.066, 0.218],
  opening: [0.664, -0.893],
  hasName: [0.262, -0.796],
  hasFigure: [-0.213, -0.616],
  opposite: [-1.573, 1.37],
  deniesSaid: [-1.959, 3.241],
  negationAsked: [-1.214, 0.721],
  negationSaid: [-0.803, 1.033],
  commands: [-0.477, -2.445],
  asksWhy: [-0.334, 1.431],
  asksList: [-0.171, 3.016],
  asksName: [0.07, -1.444],
  asksWhether: [-0.22, 0.836],
  lead: [-0.035, 2.423],
  standsOut: [-0.269, 0.753],
};

/** From which confidence on the article answers, or may answer; below, it does not say. */
export const verdictThresholds = { answers: 0.6, mayAnswer: 0.33 };
