/** The best passage enters with what speaks for and against it; how sure it is that it answers leaves. */
import type { ExaminedPassage, QueryTerm } from '../retrieval/passage.ts';
import type { Verdict } from './answer.ts';
import type { ChosenSentence } from './choose-sentence.ts';
import { shapedKinds, type ExpectedAnswer } from './expected-answer.ts';
import { confidenceWeights, verdictThresholds } from './fitted-weights.ts';

/** What speaks for an article answering a question; all comparable between questions, each 0 to 1. */
export interface Evidence {
  /** Share of the question's weight that the best sentence has. */
  readonly sentence: number;
  /** Share that the passage has, with the title and heading it stands under. */
  readonly passage: number;
  /** Share that the passage has by the words themselves rather than by others of the same meaning. */
  readonly direct: number;
  /** Share that only the passages before and behind have. */
  readonly neighbours: number;
  /** Share that the corpus has, but not the passage: it may be about something else. */
  readonly elsewhere: number;
  /** Share that is words of the language which the corpus does not have, in no wording that is known. */
  readonly unsaid: number;
  /** The same where question and article are in different languages: fewer words can be recognised. */
  readonly unsaidAcross: number;
  /** Share that is in neither the corpus nor the languages: names of others, misspellings, slang. */
  readonly strange: number;
  /** How far the name that is missing most is missing. */
  readonly missingName: number;
  /** How far the figure that is missing most is missing. */
  readonly missingFigure: number;
  /** How far the weightiest word is missing. */
  readonly missingMain: number;
  /** How far the word that the question word belongs to ("how many employees") is missing from the sentence. */
  readonly missingFocus: number;
  /** 1 where words of the expected kind stand in the best sentence. */
  readonly expectedMet: number;
  /** 1 where the kind has a shape and the best sentence has nothing of it. */
  readonly expectedUnmet: number;
  /** 1 where question and article are in different languages. */
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
 * article its subject, named everywhere, still counts.
 */
export function weighTerm(term: QueryTerm): number {
  return term.weight ** 0.7;
}

/** From here on a match is the word itself rather than one of the same meaning. */
const directMin = 0.85;
/** Endings and beginnings that names seldom have: a word so formed is slang or wording rather than somebody. */
const affixes = /^(?:me[mn]|di|ber|ter|nge?[^e]|ke.{4,}an$)|(?:nya|kan|an|in|ing|ed|ly|s)$/u;

function isLikelyName({ word, isName, isKnown, isInLanguage, isNumber }: QueryTerm): boolean {
  if (isName) return true;
  return !isKnown && !isInLanguage && !isNumber && word.length >= 4 && !affixes.test(word);
}

/** What speaks for and against the passage. */
export function readEvidence(source: EvidenceSource): Evidence {
  const { candidate, chosen, terms, expected, isCrossLanguage, score } = source;
  const matches = terms.map((_, place) =>
    candidate.sentenceMatches.reduce(
      (most, sentence) => Math.max(most, sentence[place] ?? 0),
      candidate.contextMatches[place] ?? 0,
    ),
  );
  const weights = terms.map(weighTerm);
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  const weightMax = Math.max(...weights);
  const matchAt = (place: number): number => matches[place] ?? 0;
  const share = (worth: (term: QueryTerm, place: number) => number): number =>
    terms.reduce((sum, term, place) => sum + (weights[place] ?? 0) * worth(term, place), 0) / weightSum;
  const most = (worth: (term: QueryTerm, place: number) => number): number =>
    terms.reduce((found, term, place) => Math.max(found, worth(term, place)), 0);
  const unsaid = share((term) => (!term.isKnown && term.isInLanguage ? 1 : 0));
  const hasShape = shapedKinds.has(expected.kind);
  return {
    sentence: share((_, place) => chosen.matches[place] ?? 0),
    passage: share((_, place) => matchAt(place)),
    direct: share((_, place) => (matchAt(place) >= directMin ? 1 : 0)),
    neighbours: candidate.signals.neighbours,
    elsewhere: share((term, place) => (term.isKnown ? 1 - matchAt(place) : 0)),
    unsaid,
    unsaidAcross: isCrossLanguage ? unsaid : 0,
    strange: share((term) => (!term.isKnown && !term.isInLanguage ? 1 : 0)),
    missingName: most((term, place) => (isLikelyName(term) ? 1 - matchAt(place) : 0)),
    missingFigure: most((term, place) => (term.isNumber ? 1 - matchAt(place) : 0)),
    missingMain: most((_, place) => ((1 - matchAt(place)) * (weights[place] ?? 0)) / weightMax),
    missingFocus: most((term, place) =>
      expected.focus.has(term.word) ? 1 - (chosen.matches[place] ?? 0) : 0,
    ),
    expectedMet: hasShape && chosen.hasExpected ? 1 : 0,
    expectedUnmet: hasShape && !chosen.hasExpected ? 1 : 0,
    crossLanguage: isCrossLanguage ? 1 : 0,
    shortQuestion: 1 / Math.max(1, terms.length),
    ranking: score,
  };
}

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
  'direct',
  'neighbours',
  'elsewhere',
  'unsaid',
  'unsaidAcross',
  'strange',
  'missingName',
  'missingFigure',
  'missingMain',
  'missingFocus',
  'expectedMet',
  'expectedUnmet',
  'crossLanguage',
  'shortQuestion',
  'ranking',
];

/** The confidence in the words a member reads. */
export function readVerdict(confidence: number): Verdict {
  if (confidence >= verdictThresholds.answers) return 'answers';
  return confidence >= verdictThresholds.mayAnswer ? 'may-answer' : 'does-not-say';
}
