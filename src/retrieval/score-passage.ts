import type { BlockKind } from '../articles/article.ts';
import type { PassageSignals, QueryTerm } from './passage.ts';
import type { PackedTokens, PassageTerms, TermTable } from './term-table.ts';

/** How much each signal of the ranking counts. */
export interface RankingWeights {
  /** BM25 over the passage's words, as a share of what a passage full of them would get. */
  readonly frequency: number;
  /** Share of the query's weight in the sentence that has most of it. */
  readonly sentenceCoverage: number;
  /** How many times a word of the title or heading above counts as said in the passage. */
  readonly contextFrequency: number;
  /** How well a sentence has a word that only the title or heading above says, 0 to 1. */
  readonly contextCredit: number;
  /** What the score is multiplied by where the passage is a title or a summary: they name all and say little. */
  readonly headline: number;
  /** BM25's k1: how soon repeating a word stops to count. */
  readonly saturation: number;
  /** BM25's b: how much a long passage is held back, 0 to 1. */
  readonly lengthPenalty: number;
}

/**
 * Chosen on the public development sets, November 2026: most are flat around these values (first
 * place within 0.5 points). The context is worth 6 points on tydi-en, whose articles have titles; a
 * passage that says a word itself never ranks behind one that only stands under it. A share of the
 * whole passage beside the best sentence gained nothing and is not here.
 */
export const rankingWeights: RankingWeights = {
  frequency: 1,
  sentenceCoverage: 0.5,
  contextFrequency: 1,
  contextCredit: 0.8,
  headline: 0.8,
  saturation: 0.9,
  lengthPenalty: 0.75,
};

/** Where a passage has the words of a query. */
export interface WordMatches {
  /** By sentence, then by query term: how well the sentence matches it, 0 to 1. */
  readonly sentenceMatches: readonly (readonly number[])[];
  /** By query term: how well title, heading and lead-in match it, 0 to 1. */
  readonly contextMatches: readonly number[];
  /** By query term: how often the passage's own text says it, each time as well as it matches. */
  readonly frequencies: readonly number[];
}

/** What one passage has of a query. */
export interface PassageMatch extends Omit<WordMatches, 'frequencies'> {
  readonly score: number;
  readonly coverage: number;
  readonly signals: PassageSignals;
}

/** A query made ready for many passages. */
export interface CompiledQuery {
  readonly terms: readonly QueryTerm[];
  readonly weightSum: number;
  /** By term number: 1 + its place in `stands`; 0 for a term that stands for nothing of the query. */
  readonly rowOf: Uint16Array;
  /** Which query terms a term stands for, and how well. */
  readonly stands: readonly (readonly { readonly place: number; readonly strength: number }[])[];
}

/** The query by the numbers of the table. */
export function compileQuery(terms: readonly QueryTerm[], table: TermTable): CompiledQuery {
  const stands: { place: number; strength: number }[][] = [];
  const rowOf = new Uint16Array(table.terms.length);
  for (const [place, term] of terms.entries()) {
    for (const [form, strength] of term.forms) {
      const number = table.numberOf.get(form);
      if (number === undefined) continue;
      const known = stands[(rowOf[number] ?? 0) - 1];
      if (known === undefined) rowOf[number] = stands.push([{ place, strength }]);
      else known.push({ place, strength });
    }
  }
  return { terms, weightSum: terms.reduce((sum, term) => sum + term.weight, 0), rowOf, stands };
}

/** Reads the passage's tokens once. */
export function matchWords(query: CompiledQuery, { sentences, context }: PassageTerms): WordMatches {
  const frequencies = query.terms.map(() => 0);
  return {
    sentenceMatches: sentences.map((packed) => matchTokens(query, packed, frequencies)),
    contextMatches: matchTokens(query, context),
    frequencies,
  };
}

/** What the words' places are worth for a passage of that kind; `relativeLength` is 1 for one of mean length. */
export function scorePassage(
  query: CompiledQuery,
  { sentenceMatches, contextMatches, frequencies }: WordMatches,
  { kind, relativeLength, weights }: { kind: BlockKind; relativeLength: number; weights: RankingWeights },
): PassageMatch {
  const norm = weights.saturation * (1 - weights.lengthPenalty + weights.lengthPenalty * relativeLength);
  const inPassage = bestOf(
    query.terms.map(() => 0),
    sentenceMatches,
  );
  let frequencyShare = 0;
  for (const [place, term] of query.terms.entries()) {
    const context = contextMatches[place] ?? 0;
    const frequency = (frequencies[place] ?? 0) + weights.contextFrequency * context;
    frequencyShare += (term.weight * frequency) / (frequency + norm);
  }
  const inContext = contextMatches.map((match) => weights.contextCredit * match);
  const bestSentence = sentenceMatches.reduce(
    (most, matches) => Math.max(most, weigh(query.terms, matches, inContext)),
    0,
  );
  const isHeadline = kind === 'title' || kind === 'summary';
  const share = (sum: number): number => (query.weightSum > 0 ? sum / query.weightSum : 0);
  const score = weights.frequency * share(frequencyShare) + weights.sentenceCoverage * share(bestSentence);
  return {
    score: score * (isHeadline ? weights.headline : 1),
    coverage: share(weigh(query.terms, inPassage, [])),
    signals: {
      frequency: share(frequencyShare),
      neighbours: 0,
      near: share(bestSentence),
      alike: 0,
      alikeWhole: 0,
      farthest: farthestOf(query.terms, inPassage),
      pairs: 0,
      opening: 0,
      askedAlike: 0,
    },
    sentenceMatches,
    contextMatches,
  };
}

/** By query term, the best of the first matches and of all the others. */
function bestOf(first: readonly number[], others: readonly (readonly number[])[]): number[] {
  const best = [...first];
  for (const matches of others) {
    for (let place = 0; place < best.length; place++) {
      best[place] = Math.max(best[place] ?? 0, matches[place] ?? 0);
    }
  }
  return best;
}

/** The query's weight that a sentence has, or its context where the sentence does not. */
function weigh(
  terms: readonly QueryTerm[],
  matches: readonly number[],
  inContext: readonly number[],
): number {
  let sum = 0;
  for (const [place, term] of terms.entries()) {
    sum += term.weight * Math.max(matches[place] ?? 0, inContext[place] ?? 0);
  }
  return sum;
}

/** How rare the word is that the matches lack most, 0 to 1. */
export function farthestOf(terms: readonly QueryTerm[], matches: ArrayLike<number>): number {
  return terms.reduce(
    (most, { rarity, emphasis }, place) => Math.max(most, (1 - (matches[place] ?? 0)) * rarity * emphasis),
    0,
  );
}

/** The words of the terms that any sentence matches. */
export function matchedWords(
  terms: readonly QueryTerm[],
  sentenceMatches: readonly (readonly number[])[],
): string[] {
  return terms
    .filter((_, place) => sentenceMatches.some((matches) => (matches[place] ?? 0) > 0))
    .map((term) => term.word);
}

/** Share of the query's weight that the passages around have and the passage has not. */
export function weighNeighbours(
  query: CompiledQuery,
  match: Omit<WordMatches, 'frequencies'>,
  around: readonly Omit<WordMatches, 'frequencies'>[],
): number {
  const own = bestOf(match.contextMatches, match.sentenceMatches);
  const beside = bestOf(
    query.terms.map(() => 0),
    around.flatMap(({ contextMatches, sentenceMatches }) => [contextMatches, ...sentenceMatches]),
  );
  let sum = 0;
  for (const [place, term] of query.terms.entries()) {
    sum += term.weight * Math.max(0, (beside[place] ?? 0) - (own[place] ?? 0));
  }
  return query.weightSum > 0 ? sum / query.weightSum : 0;
}

/** By query term, its best match among the tokens; a token adds to a term's frequency once, whatever its forms. */
function matchTokens(query: CompiledQuery, packed: PackedTokens, frequencies?: number[]): number[] {
  const { rowOf, stands } = query;
  const best = query.terms.map(() => 0);
  const lastToken = query.terms.map(() => -1);
  let token = -1;
  for (const entry of packed) {
    if ((entry & 1) === 1) token++;
    const row = rowOf[entry >>> 1];
    if (row === undefined || row === 0) continue;
    for (const { place, strength } of stands[row - 1] ?? []) {
      best[place] = Math.max(best[place] ?? 0, strength);
      if (frequencies === undefined || lastToken[place] === token) continue;
      lastToken[place] = token;
      frequencies[place] = (frequencies[place] ?? 0) + strength;
    }
  }
  return best;
}
