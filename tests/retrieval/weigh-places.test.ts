/** What the places of a question's words say for a passage, over an invented article. */
import { describe, expect, test } from 'vitest';
import type { PassageSignals } from '../../src/retrieval/passage.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { buildArticle } from '../fixtures/build-article.ts';

const blocks = [
  'Menara Kartika berdiri di tepi laut sejak 1912. Penjaganya tinggal di lantai dasar.',
  'Banyak orang yang datang ke kota dan membawa anak-anak mereka sore itu melihat menara dari jauh.',
  'Kartika lahir di kota. Ia menjaga menara.',
  'Pedagang ikan pulang pagi.',
];
const index = buildPassageIndex([buildArticle({ id: 'a', blocks })]);

function signalsOf(question: string): PassageSignals[] {
  const { candidates } = index.examine([{ text: question, weight: 1 }], blocks.length);
  return [...candidates]
    .sort((a, b) => a.passage.ordinal - b.passage.ordinal)
    .map((candidate) => candidate.signals);
}

describe('a passage', () => {
  test('opens with a word all the more, the earlier it says it', () => {
    const [first, second, third, fourth] = signalsOf('menara').map(({ opening }) => opening);
    expect(first).toBe(1);
    expect(second).toBeLessThan(third ?? 0);
    expect(second).toBeGreaterThan(0);
    expect(fourth).toBe(0);
  });

  test('has a pair where two words of the question stand side by side in one sentence', () => {
    const pairs = signalsOf('menara kartika').map((signals) => signals.pairs);
    expect(pairs).toEqual([0.25, 0, 0, 0]);
  });

  test('is as far from the question as its rarest word that it lacks', () => {
    const farthest = signalsOf('menara kartika').map((signals) => signals.farthest);
    expect(farthest[0]).toBe(0);
    expect(farthest[1]).toBeGreaterThan(0);
    expect(farthest[3]).toBeGreaterThanOrEqual(farthest[1] ?? 1);
  });
});
