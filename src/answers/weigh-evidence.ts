/** The best passage enters with what speaks for and against it; how sure it is that it answers leaves. */
import type { ExaminedPassage, QueryTerm } from '../retrieval/passage.ts';
import type { Verdict } from './answer.ts';
import type { ChosenSentence } from './choose-sentence.ts';
import type { ExpectedAnswer } from './expected-answer.ts';
import { confidenceWeights } from './fitted-weights.ts';

/** What speaks for an article answering a question; all comparable between questions, each 0 to 1. */
export interface Evidence {
  /** Share of the question's evidence that the best sentence has. */
  readonly sentence: number;
  /** Share that the passage has, with the title and heading it stands under. */
  readonly passage: number;
  /** Share that only the passages before and behind have. */
  readonly neighbours: number;
  /** Share that the article's words have, but neither the passage nor what stands around it: said of something else. */
  readonly elsewhere: number;
  /** Share that is names and figures which neither passage nor context has. */
  readonly missingNames: number;
  /** Share that is in neither the article nor the languages: names of others, and misspellings. */
  readonly strangeWords: number;
  /** 1 where words of the expected kind stand in the best sentence. */
  readonly expectedMet: number;
  /** 1 where the kind has a shape and the best sentence has nothing of it. */
  readonly expectedUnmet: number;
  /** 1 where question and article are in different languages: fewer words can be recognised. */
  readonly crossLanguage: number;
  /** 1 for a single informative word, less for more of them. */
  readonly shortQuestion: number;
  /** The rank score of the passage. */
  readonly ranking: number;
}

/** How much each piece of evidence counts; see `fitted-weights.ts`. */
export type ConfidenceWeights = Readonly<Record<keyof Evidence | 'constant', number>>;

/** What evidence is read from. */
export interface EvidenceSource {
  readonly candidate: ExaminedPassage;
  readonly chosen: ChosenSentence;
  readonly terms: readonly QueryTerm[];
  readonly expected: ExpectedAnswer;
  readonly isCrossLanguage: boolean;
  readonly score: number;
}

/**
 * How much a question's word counts as evidence. Flatter than the IDF, so that in a corpus of one
 * article its subject, named everywhere, still counts; and an unknown word that is no name counts
 * half, because it is often another wording of what the article says.
 */
export function weighTerm(term: QueryTerm): number {
  const isLikelyWording = !term.isKnown && term.isInLanguage && !term.isName && !term.isNumber;
  return term.weight ** 0.7 * (isLikelyWording ? 0.5 : 1);
}

/** What speaks for and against the passage. */
export function readEvidence({
  candidate,
  chosen,
  terms,
  expected,
  isCrossLanguage,
  score,
}: EvidenceSource): Evidence {
  let weightSum = 0;
  let sentence = 0;
  let passage = 0;
  let elsewhere = 0;
  let missingNames = 0;
  let strangeWords = 0;
  for (const [place, term] of terms.entries()) {
    const weight = weighTerm(term);
    const match = candidate.sentenceMatches.reduce(
      (most, matches) => Math.max(most, matches[place] ?? 0),
      candidate.contextMatches[place] ?? 0,
    );
    weightSum += weight;
    sentence += weight * (chosen.matches[place] ?? 0);
    passage += weight * match;
    if (term.isKnown) elsewhere += weight * (1 - match);
    if (term.isName || term.isNumber) missingNames += weight * (1 - match);
    if (!term.isKnown && !term.isInLanguage) strangeWords += weight;
  }
  const share = (sum: number): number => (weightSum > 0 ? sum / weightSum : 0);
  const hasShape = expected !== 'reason' && expected !== 'yes-no' && expected !== 'other';
  return {
    sentence: share(sentence),
    passage: share(passage),
    neighbours: candidate.signals.neighbours,
    elsewhere: share(elsewhere),
    missingNames: share(missingNames),
    strangeWords: share(strangeWords),
    expectedMet: hasShape && chosen.hasExpected ? 1 : 0,
    expectedUnmet: hasShape && !chosen.hasExpected ? 1 : 0,
    crossLanguage: isCrossLanguage ? 1 : 0,
    shortQuestion: 1 / Math.max(1, terms.length),
    ranking: score,
  };
}

/** From here on the article answers. */
export const answersConfidenceMin = 0.6;
/** From here on it may answer; below it does not say. */
export const mayAnswerConfidenceMin = 0.4;

/** How sure it is that the passage answers, 0 to 1 in two decimals. */
export function weighEvidence(evidence: Evidence, weights: ConfidenceWeights = confidenceWeights): number {
  let sum = weights.constant;
  for (const name of evidenceNames) sum += weights[name] * evidence[name];
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}

/** All pieces of evidence, in the order in which they are summed. */
export const evidenceNames: readonly (keyof Evidence)[] = [
  'sentence',
  'passage',
  'neighbours',
  'elsewhere',
  'missingNames',
  'strangeWords',
  'expectedMet',
  'expectedUnmet',
  'crossLanguage',
  'shortQuestion',
  'ranking',
];

/** The confidence in the words a member reads. */
export function readVerdict(confidence: number): Verdict {
  if (confidence >= answersConfidenceMin) return 'answers';
  return confidence >= mayAnswerConfidenceMin ? 'may-answer' : 'does-not-say';
}
