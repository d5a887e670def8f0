/** Where in a passage the words of a query stand: side by side, and how early. */
import type { PassageSignals } from './passage.ts';
import type { CompiledQuery } from './score-passage.ts';
import type { PackedTokens } from './term-table.ts';

/** Tokens from one to the next that still stand side by side; small words between them are not counted. */
const besideMax = 2;
/** Pairs that say as much as there is to say. */
const pairsMax = 4;
/** Sentences and tokens that a passage opens with. */
const opening = { sentences: 2, tokens: 12, halfAt: 4 } as const;

/** A token that says a word of the query. */
interface SaidToken {
  /** Its number in the sentence, from 0. */
  readonly token: number;
  /** The place of the query term that it says best. */
  readonly place: number;
  /** How well, 0 to 1. */
  readonly strength: number;
}

/** Both signals of a passage with these sentences. */
export function weighPlaces(
  query: CompiledQuery,
  sentences: readonly PackedTokens[],
): Pick<PassageSignals, 'pairs' | 'opening'> {
  const weightMax = query.terms.reduce((most, { weight }) => Math.max(most, weight), 0);
  let [pairs, early, before] = [0, 0, 0];
  for (const [number, packed] of sentences.entries()) {
    const { said, length } = findSaid(query, packed);
    pairs = Math.max(pairs, countPairs(said));
    for (const { token, place, strength } of number < opening.sentences ? said : []) {
      const weight = (strength * (query.terms[place]?.weight ?? 0)) / weightMax;
      const at = before + token;
      if (at < opening.tokens) early = Math.max(early, weight / (1 + at / opening.halfAt));
    }
    before += length;
  }
  return { pairs: Math.min(1, pairs / pairsMax), opening: early };
}

function findSaid(
  { rowOf, stands }: CompiledQuery,
  packed: PackedTokens,
): { readonly said: readonly SaidToken[]; readonly length: number } {
  const said: SaidToken[] = [];
  let token = -1;
  for (const entry of packed) {
    if ((entry & 1) === 1) token++;
    const row = rowOf[entry >>> 1] ?? 0;
    for (const { place, strength } of row === 0 ? [] : (stands[row - 1] ?? [])) {
      const last = said.at(-1);
      if (last?.token !== token) said.push({ token, place, strength });
      else if (strength > last.strength) said[said.length - 1] = { token, place, strength };
    }
  }
  return { said, length: token + 1 };
}

function countPairs(said: readonly SaidToken[]): number {
  return said.filter(({ token, place }, at) => {
    const last = said[at - 1];
    return last !== undefined && last.place !== place && token - last.token <= besideMax;
  }).length;
}
