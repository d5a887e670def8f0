import type { QueryTerm } from '../retrieval/passage.ts';
import type { Verdict } from './answer.ts';

/** What speaks for an article answering a question; all comparable between questions. */
export interface Evidence {
  /** Share of the question's evidence that the best sentence has, 0 to 1. */
  readonly sentenceCoverage: number;
  /** Share that the passage has, with the title and heading it stands under, 0 to 1. */
  readonly passageCoverage: number;
  /** Share of the question's evidence that is names and figures which neither passage nor context has, 0 to 1. */
  readonly missingNames: number;
  /** Whether words of the expected kind stand in the best sentence; undefined for kinds without a shape. */
  readonly hasExpected: boolean | undefined;
}

/**
 * How much a question's word counts as evidence. Flatter than the IDF, so that in a corpus of one
 * article its subject, named everywhere, still counts; and an unknown word that is no name counts
 * half, because it is often another wording of what the article says. Neither changes how well
 * answerable questions are told apart on the public sets (AUROC within 0.005), where corpora are large.
 */
export function weighTerm(term: QueryTerm): number {
  const isLikelyWording = !term.isKnown && !term.isName && !term.isNumber;
  return term.weight ** 0.7 * (isLikelyWording ? 0.5 : 1);
}

/**
 * Logistic regression over the answerable questions of IDK-MRC and SQuAD 2.0 (development halves)
 * against their unanswerable ones and the answerable ones with their article taken away, both sides
 * weighing alike; November 2026. AUROC 0.72 and 0.57 for questions made to mislead, 0.72 and 0.82
 * where the article is missing; FacQA, not fitted on, 0.86.
 */
const evidenceWeights = {
  constant: -1.9,
  sentenceCoverage: 1.2,
  passageCoverage: 1.7,
  missingNames: -1.9,
  expectedUnmet: -0.3,
} as const;

/** From here on the article answers. */
export const answersConfidenceMin = 0.6;
/** From here on it may answer; below it does not say. */
export const mayAnswerConfidenceMin = 0.4;

/** How sure it is that the passage answers, 0 to 1 in two decimals; grows with every piece of evidence. */
export function weighEvidence(evidence: Evidence): number {
  let sum: number = evidenceWeights.constant;
  sum += evidenceWeights.sentenceCoverage * evidence.sentenceCoverage;
  sum += evidenceWeights.passageCoverage * evidence.passageCoverage;
  sum += evidenceWeights.missingNames * evidence.missingNames;
  if (evidence.hasExpected === false) sum += evidenceWeights.expectedUnmet;
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}

/** The confidence in the words a member reads. */
export function readVerdict(confidence: number): Verdict {
  if (confidence >= answersConfidenceMin) return 'answers';
  return confidence >= mayAnswerConfidenceMin ? 'may-answer' : 'does-not-say';
}
