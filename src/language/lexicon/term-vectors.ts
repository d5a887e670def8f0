import type { Language } from '../language.ts';
import { dimensions } from './condense-vectors.ts';
import type { Lexicon } from './lexicon.ts';

/** A direction in which words of like use lie near each other: `dimensions` numbers, of length 1. */
export type TermVector = Float32Array;

/** Vectors of English words as they are stored. */
export interface StoredVectors {
  /** In the order of the rows. */
  readonly words: readonly string[];
  /** `dimensions` numbers a word, in any scale. */
  readonly rows: Int8Array;
}

/** What a folded word of either language is used like; undefined for names and words that are unknown. */
export type TermVectorLookup = (term: string, language: Language) => TermVector | undefined;

/** English words that a concept is placed by, at most: its further members drift away from it. */
const membersMax = 6;
/** A borrowed word is taken for the English one from this length on: shorter ones are often something else. */
const borrowedLengthMin = 5;

/**
 * Looks vectors up: an English word has its own, an Indonesian word borrows those of what it means in the lexicon.
 * @throws {Error} when there are not as many rows as words: the files belong together.
 */
export function buildTermVectors({ words, rows }: StoredVectors, lexicon: Lexicon): TermVectorLookup {
  if (rows.length !== words.length * dimensions) throw new Error('word vectors and their words do not match');
  const rowOf = new Map(words.map((word, row) => [word, row]));

  function addWord(sum: TermVector, word: string, weight: number): void {
    const row = rowOf.get(word);
    if (row === undefined) return;
    for (let at = 0; at < dimensions; at++)
      sum[at] = (sum[at] ?? 0) + weight * (rows[row * dimensions + at] ?? 0);
  }

  function ofMeanings(term: string, language: Language): TermVector {
    const sum = new Float32Array(dimensions);
    for (const { concept, weight } of lexicon.concepts(term, language)) {
      const members = lexicon.members(concept, 'en').slice(0, membersMax);
      for (const member of members) {
        const parts = member.split(' ');
        for (const part of parts) addWord(sum, part, weight / members.length / parts.length);
      }
    }
    return sum;
  }

  function ofWord(term: string): TermVector {
    const sum = new Float32Array(dimensions);
    addWord(sum, term, 1);
    return sum;
  }

  return (term, language) => {
    if (language === 'en' && rowOf.has(term)) return toUnit(ofWord(term));
    return (
      toUnit(ofMeanings(term, language)) ??
      (term.length >= borrowedLengthMin ? toUnit(ofWord(term)) : undefined)
    );
  };
}

function toUnit(vector: TermVector): TermVector | undefined {
  const length = Math.sqrt(similarity(vector, vector));
  if (length < 1e-6) return undefined;
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}

/** Cosine of two vectors of length 1: 1 for the same direction, about 0 for words that have nothing in common. */
export function similarity(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
