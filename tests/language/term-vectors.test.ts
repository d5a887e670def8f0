import { describe, expect, test } from 'vitest';
import { condenseVectors, dimensions } from '../../src/language/lexicon/condense-vectors.ts';
import { nearSpellings } from '../../src/language/lexicon/near-spellings.ts';
import { buildTermVectors, similarity } from '../../src/language/lexicon/term-vectors.ts';
import type { Language } from '../../src/language/language.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';

const { lexicon, vectorOf } = loadKnowledge();

function alike([a, inA]: [string, Language], [b, inB]: [string, Language]): number {
  const [first, second] = [vectorOf(a, inA), vectorOf(b, inB)];
  return first === undefined || second === undefined ? 0 : similarity(first, second);
}

describe('vectors of words', () => {
  test('are of length 1', () => {
    const vector = vectorOf('rumah', 'id');
    expect(vector && similarity(vector, vector)).toBeCloseTo(1, 5);
  });

  test.for<[[string, Language], [string, Language], [string, Language]]>([
    [
      ['pipe', 'en'],
      ['leak', 'en'],
      ['verdict', 'en'],
    ],
    [
      ['dipenjara', 'id'],
      ['sentence', 'en'],
      ['coffee', 'en'],
    ],
    [
      ['uang', 'id'],
      ['dana', 'id'],
      ['gunung', 'id'],
    ],
    [
      ['hackers', 'en'],
      ['komputer', 'id'],
      ['nelayan', 'id'],
    ],
  ])('%j lies nearer to %j than to %j', ([word, near, far]) => {
    expect(alike(word, near)).toBeGreaterThan(alike(word, far) + 0.15);
  });

  test('there are none for names and unknown words', () => {
    expect(vectorOf('babuschkin', 'id')).toBeUndefined();
    expect(vectorOf('', 'en')).toBeUndefined();
  });

  test('words and rows that do not belong together are refused', () => {
    const stored = { words: ['a', 'b'], rows: new Int8Array(dimensions) };
    expect(() => buildTermVectors(stored, lexicon)).toThrow(/do not match/);
  });
});

test('condensing takes out what all words share and keeps what tells them apart, in eight bits', () => {
  // Always the same: an offset that all share, a wide direction, and one in which odd and even words differ.
  const raw = Array.from({ length: 60 }, (_, word) =>
    Array.from(
      { length: 8 },
      (__, column) =>
        5 +
        0.1 * Math.sin(word * 31 + column * 17) +
        (column === 2 ? 9 * Math.sin(word * 7) : 0) +
        (column === 5 ? 3 * (word % 2) : 0),
    ),
  );
  const condensed = condenseVectors(raw, { dropped: 1, kept: 2 });
  expect(condensed).toEqual(condenseVectors(raw, { dropped: 1, kept: 2 }));
  const signs = condensed.map((vector) => Math.sign(vector[0] ?? 0));
  expect(new Set(signs.filter((_, word) => word % 2 === 0)).size).toBe(1);
  expect(signs[0]).toBe(-(signs[1] ?? 0));
  for (const vector of condensed) expect(Math.abs(Math.hypot(...vector) - 127)).toBeLessThan(2);
});

describe('near spellings', () => {
  test.for<[string, string]>([
    ['pengcara', 'pengacara'],
    ['pengacraa', 'pengacara'],
    ['pengaccara', 'pengacara'],
    ['pengacera', 'pengacara'],
  ])('of "%s" have "%s"', ([slip, word]) => {
    expect(nearSpellings(slip)).toContain(word);
  });

  test('there are none of short words, of figures and of the word itself', () => {
    expect(nearSpellings('uang')).toEqual([]);
    expect(nearSpellings('2024a')).toEqual([]);
    expect(nearSpellings('rumah')).not.toContain('rumah');
  });
});
