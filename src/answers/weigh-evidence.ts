import type { Verdict } from './answer.ts';

/** What speaks for an article answering a question; all comparable between questions. */
export interface Evidence {
  /** Share of the query's weight that the best sentence has, 0 to 1; unknown words count as the rarest. */
  readonly sentenceCoverage: number;
  /** Share that the passage has, with the title and heading it stands under, 0 to 1. */
  readonly passageCoverage: number;
  /** Share of the query's weight that is names and numbers which neither passage nor context has, 0 to 1. */
  readonly missingNames: number;
  /** Whether words of the expected kind stand in the best sentence; undefined for kinds without a shape. */
  readonly hasExpected: boolean | undefined;
}

/** Logistic weights and the two bounds. */
const evidenceWeights = {
  constant: -3.2,
  sentenceCoverage: 3.0,
  passageCoverage: 2.4,
  missingNames: -2.0,
  expectedMet: 0.5,
  expectedUnmet: -0.9,
} as const;

/** From here on the article answers. */
export const answersConfidenceMin = 0.6;
/** From here on it may answer; below it does not say. */
export const mayAnswerConfidenceMin = 0.35;

/** How sure it is that the passage answers, 0 to 1 in two decimals; grows with every piece of evidence. */
export function weighEvidence(evidence: Evidence): number {
  const { hasExpected } = evidence;
  let sum: number = evidenceWeights.constant;
  sum += evidenceWeights.sentenceCoverage * evidence.sentenceCoverage;
  sum += evidenceWeights.passageCoverage * evidence.passageCoverage;
  sum += evidenceWeights.missingNames * evidence.missingNames;
  if (hasExpected !== undefined) {
    sum += hasExpected ? evidenceWeights.expectedMet : evidenceWeights.expectedUnmet;
  }
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}

/** The confidence in the words a member reads. */
export function readVerdict(confidence: number): Verdict {
  if (confidence >= answersConfidenceMin) return 'answers';
  return confidence >= mayAnswerConfidenceMin ? 'may-answer' : 'does-not-say';
}
