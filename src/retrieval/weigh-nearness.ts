/**
 * How near a passage's words are to a question's in use, whatever the words: "sports hall" to "GOR", "get in" to
 * "entered". Only for the passages that the words themselves brought up, because it looks at every pair.
 */
import type { Language } from '../language/language.ts';
import { dimensions } from '../language/lexicon/condense-vectors.ts';
import { similarity, type TermVector } from '../language/lexicon/term-vectors.ts';
import { addTo, wordsAsWritten, type CorpusVectors, type TextVector } from './passage-vectors.ts';
import type { Passage, PassageSignals, QueryTerm } from './passage.ts';
import { farthestOf, type PassageMatch } from './score-passage.ts';
import type { PackedTokens } from './term-table.ts';

/** What nearness in use says for a passage; as `PassageSignals` has it. */
type Nearness = Pick<PassageSignals, 'near' | 'alike' | 'alikeWhole' | 'farthest'>;

/** Words less alike than this have nothing to do with each other. Chosen among 0.2 to 0.6 on the tune articles. */
const similarityMin = 0.3;
/** How much a word of the same use counts beside the word itself. */
const nearStrength = 0.8;

/** Weighs passages against one query; undefined where nothing is known of the passage. */
export type WeighNearness = (position: number, passage: Passage, match: PassageMatch) => Nearness | undefined;

/** How near two words are in use, 0 to 1; 0 where of one of them nothing is known. */
export function nearnessOf(one: TermVector | undefined, other: TermVector | undefined): number {
  return one === undefined || other === undefined ? 0 : nearStrength * rescale(similarity(one, other));
}

/** How near the word is to the query's words, each by its share of the weightiest, 0 to 1. */
export function weighNearest(terms: readonly QueryTerm[], vector: TermVector | undefined): number {
  if (vector === undefined) return 0;
  const weightMax = terms.reduce((most, { weight }) => Math.max(most, weight), 0);
  return terms.reduce(
    (most, term) => Math.max(most, (nearnessOf(term.vector, vector) * term.weight) / weightMax),
    0,
  );
}

/** Undefined where no word of the query has a vector. */
export function prepareNearness(
  terms: readonly QueryTerm[],
  vectors: CorpusVectors,
): WeighNearness | undefined {
  if (terms.every(({ vector }) => vector === undefined)) return undefined;
  const weights = Float64Array.from(terms, ({ weight }) => weight);
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  const direction = directionOf(terms);
  const compare = compareWords(terms, vectors);

  return (position, { language }, { sentenceMatches, contextMatches }) => {
    const passage = vectors.ofPassage(position, language);
    if (passage === undefined) return undefined;
    let [near, alike] = [0, 0];
    const anywhere = new Float64Array(terms.length);
    const inContext = Float64Array.from(contextMatches, (match) => nearStrength * match);
    for (const [place, sentence] of passage.sentences.entries()) {
      const best = inContext.slice();
      raiseTo(best, Float64Array.from(sentenceMatches[place] ?? []));
      for (const word of sentence.words) raiseTo(best, compare(word, language));
      raiseTo(anywhere, best);
      alike = Math.max(alike, cosine(direction, sentence));
      near = Math.max(near, weigh(weights, best) / weightSum);
    }
    const alikeWhole = Math.max(0, cosine(direction, passage.whole));
    return { near, alike, alikeWhole, farthest: farthestOf(terms, anywhere) };
  };
}

/** What the query's words are used like, taken together by their weights. */
function directionOf(terms: readonly QueryTerm[]): TextVector {
  const sum = new Float32Array(dimensions);
  for (const { vector, weight } of terms) if (vector !== undefined) addTo(sum, vector, weight);
  return { sum, square: similarity(sum, sum) };
}

/** By query term, how near a word of the corpus is to it; found once a query for each word. */
function compareWords(
  terms: readonly QueryTerm[],
  vectors: CorpusVectors,
): (word: number, language: Language) => Float64Array {
  const known = { id: new Map<number, Float64Array>(), en: new Map<number, Float64Array>() };
  const compare = compareWithAll(terms);
  return (word, language) => {
    const found = known[language].get(word);
    if (found !== undefined) return found;
    const vector = vectors.ofTerm(word, language);
    const compared = vector === undefined ? new Float64Array(terms.length) : compare(vector);
    known[language].set(word, compared);
    return compared;
  };
}

/** Query terms whose products are summed side by side: a sum waits for its own last addition, not for the others'. */
const laneCount = 4;

/** By query term, its nearness to a vector, as `nearnessOf` has it. */
export function compareWithAll(terms: readonly QueryTerm[]): (vector: TermVector) => Float64Array {
  const placed = terms.flatMap(({ vector }, place) => (vector === undefined ? [] : [{ place, vector }]));
  const places = placed.map(({ place }) => place);
  const lanes = new Float32Array(Math.ceil(placed.length / laneCount) * laneCount * dimensions);
  for (const [lane, { vector }] of placed.entries()) {
    const start = (lane - (lane % laneCount)) * dimensions + (lane % laneCount);
    for (let at = 0; at < dimensions; at++) lanes[start + at * laneCount] = vector[at] ?? 0;
  }
  return (vector) => {
    const compared = new Float64Array(terms.length);
    for (let lane = 0; lane < places.length; lane += laneCount) {
      let [first, second, third, fourth] = [0, 0, 0, 0];
      let from = lane * dimensions;
      for (let at = 0; at < dimensions; at++) {
        const value = vector[at] ?? 0;
        first += (lanes[from] ?? 0) * value;
        second += (lanes[from + 1] ?? 0) * value;
        third += (lanes[from + 2] ?? 0) * value;
        fourth += (lanes[from + 3] ?? 0) * value;
        from += laneCount;
      }
      // Past the last term there is no place, and a write to none does nothing.
      compared[places[lane] ?? -1] = toNearness(first);
      compared[places[lane + 1] ?? -1] = toNearness(second);
      compared[places[lane + 2] ?? -1] = toNearness(third);
      compared[places[lane + 3] ?? -1] = toNearness(fourth);
    }
    return compared;
  };
}

/** By query term, the similarity of the sentence's word that is most like it; 0 where nothing is known of either. */
export function measureNearness(
  terms: readonly QueryTerm[],
  sentence: PackedTokens,
  vectorOf: (term: number) => TermVector | undefined,
): number[] {
  const said = wordsAsWritten(sentence).flatMap((word) => vectorOf(word) ?? []);
  return terms.map(({ vector }) =>
    vector === undefined ? 0 : Math.max(0, ...said.map((other) => similarity(vector, other))),
  );
}

/** The signals with that nearness where it says more: what a wording raised stays raised. */
export function raiseNearness(signals: PassageSignals, nearness: Nearness | undefined): PassageSignals {
  if (nearness === undefined) return signals;
  return {
    ...signals,
    near: Math.max(signals.near, nearness.near),
    alike: Math.max(signals.alike, nearness.alike),
    alikeWhole: Math.max(signals.alikeWhole, nearness.alikeWhole),
    farthest: Math.min(signals.farthest, nearness.farthest),
  };
}

function rescale(value: number): number {
  return Math.max(0, (value - similarityMin) / (1 - similarityMin));
}

/** In half the digits, as the vectors are. */
function toNearness(product: number): number {
  return Math.fround(nearStrength * rescale(product));
}

// Plain loops over one kind of array from here on: these few lines run some thousand times a question.
function raiseTo(best: Float64Array, values: Float64Array): void {
  for (let at = 0; at < best.length; at++) best[at] = Math.max(best[at] ?? 0, values[at] ?? 0);
}

function weigh(weights: Float64Array, matches: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < matches.length; at++) sum += (weights[at] ?? 0) * (matches[at] ?? 0);
  return sum;
}

function cosine(a: TextVector, b: TextVector): number {
  const lengths = Math.sqrt(a.square * b.square);
  return lengths > 0 ? similarity(a.sum, b.sum) / lengths : 0;
}
