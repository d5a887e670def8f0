/** A corpus's terms enter, what they and the passages made of them are used like leaves: all that does not depend on a query. */
import type { Language } from '../language/language.ts';
import { dimensions } from '../language/lexicon/condense-vectors.ts';
import { similarity, type TermVector, type TermVectorLookup } from '../language/lexicon/term-vectors.ts';
import type { PackedTokens, TermTable } from './term-table.ts';

/** The words of a text taken together. */
export interface TextVector {
  /** Sum of its words' vectors; zero where none has one. */
  readonly sum: TermVector;
  /** The sum's scalar product with itself. */
  readonly square: number;
}

export interface SentenceVectors extends TextVector {
  /** Numbers of the words that have a vector, each once, as written; in reading order. */
  readonly words: Uint32Array;
}

export interface PassageVectors {
  /** In the order of the passage's sentences. */
  readonly sentences: readonly SentenceVectors[];
  readonly whole: TextVector;
}

/** Found when first asked for and then kept: at most one vector a term and language, and one entry a passage. */
export interface CorpusVectors {
  /** Undefined for a term of which nothing is known. */
  ofTerm(term: number, language: Language): TermVector | undefined;
  /** Undefined past the corpus's end. */
  ofPassage(position: number, language: Language): PassageVectors | undefined;
}

/** The vectors of the corpus that the table describes. */
export function buildCorpusVectors(
  { terms, passageTerms }: TermTable,
  lookup: TermVectorLookup,
): CorpusVectors {
  const known = {
    id: new Map<number, TermVector | undefined>(),
    en: new Map<number, TermVector | undefined>(),
  };
  const passages: (PassageVectors | undefined)[] = passageTerms.map(() => undefined);

  const ofTerm: CorpusVectors['ofTerm'] = (term, language) => {
    const found = known[language].get(term);
    if (found !== undefined || known[language].has(term)) return found;
    const vector = lookup(terms[term] ?? '', language);
    known[language].set(term, vector);
    return vector;
  };

  return {
    ofTerm,
    ofPassage(position, language) {
      const packed = passageTerms[position];
      if (packed === undefined) return undefined;
      return (passages[position] ??= readPassage(packed.sentences, (term) => ofTerm(term, language)));
    },
  };
}

/** The words of a sentence as written: of a token's forms the first. */
export function wordsAsWritten(packed: PackedTokens): number[] {
  const words: number[] = [];
  for (const entry of packed) if ((entry & 1) === 1) words.push(entry >>> 1);
  return words;
}

function readPassage(
  packed: readonly PackedTokens[],
  vectorOf: (term: number) => TermVector | undefined,
): PassageVectors {
  const whole = new Float32Array(dimensions);
  const sentences = packed.map((tokens): SentenceVectors => {
    const sum = new Float32Array(dimensions);
    const words = wordsAsWritten(tokens).filter((term) => {
      const vector = vectorOf(term);
      if (vector !== undefined) addTo(sum, vector, 1);
      return vector !== undefined;
    });
    addTo(whole, sum, 1);
    return { sum, square: similarity(sum, sum), words: Uint32Array.from(new Set(words)) };
  });
  return { sentences, whole: { sum: whole, square: similarity(whole, whole) } };
}

/** Adds the vector, that many times, to the sum in place. */
export function addTo(sum: TermVector, vector: TermVector, weight: number): void {
  for (let at = 0; at < dimensions; at++) sum[at] = (sum[at] ?? 0) + weight * (vector[at] ?? 0);
}
