/**
 * How near a passage's words are to a question's in use, whatever the words: "sports hall" to "GOR", "get in" to
 * "entered". Only for the passages that the words themselves brought up, because it looks at every pair.
 */
import type { Language } from '../language/language.ts';
import { dimensions } from '../language/lexicon/condense-vectors.ts';
import { similarity, type TermVector, type TermVectorLookup } from '../language/lexicon/term-vectors.ts';
import type { PassageSignals, QueryTerm } from './passage.ts';
import type { PassageMatch } from './score-passage.ts';
import type { PackedTokens, PassageTerms, TermTable } from './term-table.ts';

/** What nearness in use says for a passage; as `PassageSignals` has it. */
type Nearness = Pick<PassageSignals, 'near' | 'alike' | 'alikeWhole'>;

/** Words less alike than this have nothing to do with each other. Chosen among 0.2 to 0.6 on the tune articles. */
const similarityMin = 0.3;
/** How much a word of the same use counts beside the word itself. */
const nearStrength = 0.8;

/** Weighs passages against one query. */
export type WeighNearness = (terms: PassageTerms, match: PassageMatch, language: Language) => Nearness;

/** Vectors of a corpus's terms, found when first needed and then kept: at most as many as the corpus has terms. */
export function buildVectorTable(
  { terms }: TermTable,
  lookup: TermVectorLookup,
): (term: number, language: Language) => TermVector | undefined {
  const known = {
    id: new Map<number, TermVector | undefined>(),
    en: new Map<number, TermVector | undefined>(),
  };
  return (term, language) => {
    const found = known[language].get(term);
    if (found !== undefined || known[language].has(term)) return found;
    const vector = lookup(terms[term] ?? '', language);
    known[language].set(term, vector);
    return vector;
  };
}

/** How near two words are in use, 0 to 1; 0 where of one of them nothing is known. */
export function nearnessOf(one: TermVector | undefined, other: TermVector | undefined): number {
  return one === undefined || other === undefined ? 0 : nearStrength * rescale(similarity(one, other));
}

/** Undefined where no word of the query has a vector. */
export function prepareNearness(
  terms: readonly QueryTerm[],
  vectorOf: (term: number, language: Language) => TermVector | undefined,
): WeighNearness | undefined {
  if (terms.every(({ vector }) => vector === undefined)) return undefined;
  const weightSum = terms.reduce((sum, { weight }) => sum + weight, 0);
  const direction = new Float32Array(dimensions);
  for (const { vector, weight } of terms) if (vector !== undefined) addTo(direction, vector, weight);
  const similarities = { id: new Map<number, Float32Array>(), en: new Map<number, Float32Array>() };
  const compare = (term: number, vector: TermVector, language: Language): Float32Array => {
    const known = similarities[language].get(term);
    if (known !== undefined) return known;
    const compared = Float32Array.from(terms, (one) =>
      one.vector === undefined ? 0 : nearStrength * rescale(similarity(one.vector, vector)),
    );
    similarities[language].set(term, compared);
    return compared;
  };

  return ({ sentences }, { sentenceMatches, contextMatches }, language) => {
    const whole = new Float32Array(dimensions);
    let near = 0;
    let alike = 0;
    for (const [place, packed] of sentences.entries()) {
      const sentence = new Float32Array(dimensions);
      const best = Float64Array.from(terms, (_, at) =>
        Math.max(sentenceMatches[place]?.[at] ?? 0, nearStrength * (contextMatches[at] ?? 0)),
      );
      for (const entry of packed) {
        // Only the first form of a token: the word as written.
        const vector = (entry & 1) === 1 ? vectorOf(entry >>> 1, language) : undefined;
        if (vector === undefined) continue;
        addTo(sentence, vector, 1);
        raiseTo(best, compare(entry >>> 1, vector, language));
      }
      addTo(whole, sentence, 1);
      alike = Math.max(alike, cosine(direction, sentence));
      near = Math.max(near, weigh(terms, best) / weightSum);
    }
    return { near, alike, alikeWhole: Math.max(0, cosine(direction, whole)) };
  };
}

/** By query term, the similarity of the sentence's word that is most like it; 0 where nothing is known of either. */
export function measureNearness(
  terms: readonly QueryTerm[],
  sentence: PackedTokens,
  vectorOf: (term: number) => TermVector | undefined,
): number[] {
  // Only the first form of a token: the word as written.
  const written = [...sentence].filter((entry) => (entry & 1) === 1);
  const said = written.flatMap((entry) => vectorOf(entry >>> 1) ?? []);
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
  };
}

function rescale(value: number): number {
  return Math.max(0, (value - similarityMin) / (1 - similarityMin));
}

// Plain loops from here on: these few lines run some thousand times a question.
function raiseTo(best: Float64Array, values: Float32Array): void {
  for (let at = 0; at < best.length; at++) best[at] = Math.max(best[at] ?? 0, values[at] ?? 0);
}

function weigh(terms: readonly QueryTerm[], matches: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < matches.length; at++) sum += (terms[at]?.weight ?? 0) * (matches[at] ?? 0);
  return sum;
}

function addTo(sum: Float32Array, vector: TermVector, weight: number): void {
  for (let at = 0; at < dimensions; at++) sum[at] = (sum[at] ?? 0) + weight * (vector[at] ?? 0);
}

function cosine(a: TermVector, b: TermVector): number {
  const lengths = Math.sqrt(similarity(a, a) * similarity(b, b));
  return lengths > 0 ? similarity(a, b) / lengths : 0;
}
