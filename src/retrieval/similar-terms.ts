/**
 * Known terms that look like an unknown word: misspellings and forms the stemmers do not relate.
 * Only for words the corpus does not have; on known words, fuzzy matching costs more first places than it wins.
 */

/** A known term and how alike it is, 0 to 1. */
export interface SimilarTerm {
  readonly term: number;
  readonly similarity: number;
}

export interface SimilarTerms {
  /** Most alike first, at most `similarTermsMax`; ties by term number; empty when nothing is near. */
  find(word: string): readonly SimilarTerm[];
}

/** Known terms that may stand for one unknown word. */
const similarTermsMax = 3;
/** Shorter words have too many neighbours for one letter to tell them apart. */
const wordLengthMin = 4;
/** Least share of common trigrams (Dice) for a term to be looked at more closely. */
const diceMin = 0.34;

/** A lookup over the terms of a corpus; the term's place in the list is its number. */
export function buildSimilarTerms(terms: readonly string[]): SimilarTerms {
  const termsByTrigram = new Map<string, number[]>();
  const trigramCounts = terms.map((term, number) => {
    if (term.length < wordLengthMin || !/^\p{L}+$/u.test(term)) return 0;
    const trigrams = trigramsOf(term);
    for (const trigram of trigrams) {
      const known = termsByTrigram.get(trigram);
      if (known === undefined) termsByTrigram.set(trigram, [number]);
      else known.push(number);
    }
    return trigrams.size;
  });

  return {
    find(word) {
      if (word.length < wordLengthMin) return [];
      const trigrams = trigramsOf(word);
      const shared = new Map<number, number>();
      for (const trigram of trigrams) {
        for (const term of termsByTrigram.get(trigram) ?? []) shared.set(term, (shared.get(term) ?? 0) + 1);
      }
      const similar: SimilarTerm[] = [];
      for (const [term, count] of shared) {
        const dice = (2 * count) / (trigrams.size + (trigramCounts[term] ?? 0));
        if (dice < diceMin) continue;
        const similarity = compareWords(word, terms[term] ?? '');
        if (similarity > 0) similar.push({ term, similarity });
      }
      return similar.sort((a, b) => b.similarity - a.similarity || a.term - b.term).slice(0, similarTermsMax);
    },
  };
}

function trigramsOf(word: string): Set<string> {
  const padded = `^${word}$`;
  const trigrams = new Set<string>();
  for (let start = 0; start + 3 <= padded.length; start++) trigrams.add(padded.slice(start, start + 3));
  return trigrams;
}

/** 1 for the same word, 0 for words too far apart: one edit for short words, two from eight letters on. */
function compareWords(word: string, term: string): number {
  const editsMax = word.length >= 8 ? 2 : 1;
  if (Math.abs(word.length - term.length) > editsMax) return 0;
  const edits = editDistance(word, term);
  return edits > editsMax ? 0 : 1 - edits / word.length;
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwap) edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1);
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
