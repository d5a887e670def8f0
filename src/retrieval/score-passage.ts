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

/** What one passage has of a query. */
export interface PassageMatch {
  readonly score: number;
  readonly coverage: number;
  readonly signals: PassageSignals;
  readonly sentenceMatches: readonly (readonly number[])[];
  readonly contextMatches: readonly number[];
}

/** A query made ready for many passages. */
export interface CompiledQuery {
  readonly terms: readonly QueryTerm[];
  readonly weightSum: number;
  /** By term number: which query terms it stands for, and how well. */
  readonly matches: ReadonlyMap<number, readonly { readonly place: number; readonly strength: number }[]>;
}

/** The query by the numbers of the table. */
export function compileQuery(terms: readonly QueryTerm[], table: TermTable): CompiledQuery {
  const matches = new Map<number, { place: number; strength: number }[]>();
  for (const [place, term] of terms.entries()) {
    for (const [form, strength] of term.forms) {
      const number = table.numberOf.get(form);
      if (number === undefined) continue;
      const known = matches.get(number);
      if (known === undefined) matches.set(number, [{ place, strength }]);
      else known.push({ place, strength });
    }
  }
  return { terms, weightSum: terms.reduce((sum, term) => sum + term.weight, 0), matches };
}

/** The evidence that one passage has for a query. */
export function scorePassage(
  query: CompiledQuery,
  passage: { readonly terms: PassageTerms; readonly kind: BlockKind; readonly lengthMean: number },
  weights: RankingWeights,
): PassageMatch {
  const frequencies = query.terms.map(() => 0);
  const sentenceMatches = passage.terms.sentences.map((packed) => matchTokens(query, packed, frequencies));
  const contextMatches = matchTokens(query, passage.terms.context);
  const relativeLength = passage.terms.length / passage.lengthMean;
  const norm = weights.saturation * (1 - weights.lengthPenalty + weights.lengthPenalty * relativeLength);

  let frequencyShare = 0;
  let covered = 0;
  for (const [place, term] of query.terms.entries()) {
    const context = contextMatches[place] ?? 0;
    const frequency = (frequencies[place] ?? 0) + weights.contextFrequency * context;
    frequencyShare += (term.weight * frequency) / (frequency + norm);
    const best = sentenceMatches.reduce((most, matches) => Math.max(most, matches[place] ?? 0), 0);
    covered += term.weight * best;
  }
  const inContext = contextMatches.map((match) => weights.contextCredit * match);
  const bestSentence = sentenceMatches.reduce(
    (most, matches) => Math.max(most, weigh(query.terms, matches, inContext)),
    0,
  );
  const isHeadline = passage.kind === 'title' || passage.kind === 'summary';
  const share = (sum: number): number => (query.weightSum > 0 ? sum / query.weightSum : 0);
  const inPassage = query.terms.map((_, place) =>
    sentenceMatches.reduce((most, matches) => Math.max(most, matches[place] ?? 0), 0),
  );
  const score = weights.frequency * share(frequencyShare) + weights.sentenceCoverage * share(bestSentence);
  return {
    score: score * (isHeadline ? weights.headline : 1),
    coverage: share(covered),
    signals: {
      frequency: share(frequencyShare),
      direct: share(weigh(query.terms, inPassage.map(keepDirect), [])),
      neighbours: 0,
      near: share(bestSentence),
      alike: 0,
      alikeWhole: 0,
      asked: 0,
      askedAlike: 0,
    },
    sentenceMatches,
    contextMatches,
  };
}

/** From here on a match is the word itself, another form of it, or the word rightly spelt. */
export const directMatchMin = 0.85;

function keepDirect(match: number): number {
  return match >= directMatchMin ? match : 0;
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
  match: PassageMatch,
  around: readonly PassageMatch[],
): number {
  let sum = 0;
  for (const [place, term] of query.terms.entries()) {
    const best = ({ sentenceMatches, contextMatches }: PassageMatch): number =>
      sentenceMatches.reduce(
        (most, matches) => Math.max(most, matches[place] ?? 0),
        contextMatches[place] ?? 0,
      );
    const beside = around.reduce((most, other) => Math.max(most, best(other)), 0);
    sum += term.weight * Math.max(0, beside - best(match));
  }
  return query.weightSum > 0 ? sum / query.weightSum : 0;
}

/** By query term, its best match among the tokens; a token adds to a term's frequency once, whatever its forms. */
function matchTokens(query: CompiledQuery, packed: PackedTokens, frequencies?: number[]): number[] {
  const best = query.terms.map(() => 0);
  const lastToken = query.terms.map(() => -1);
  let token = -1;
  for (const entry of packed) {
    if ((entry & 1) === 1) token++;
    const matches = query.matches.get(entry >>> 1);
    if (matches === undefined) continue;
    for (const { place, strength } of matches) {
      best[place] = Math.max(best[place] ?? 0, strength);
      if (frequencies === undefined || lastToken[place] === token) continue;
      lastToken[place] = token;
      frequencies[place] = (frequencies[place] ?? 0) + strength;
    }
  }
  return best;
}
