import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { readLetterRuns, weighLetters } from '../../src/answers/weigh-letters.ts';

const weigh = (question: string, passages: readonly string[]): number[] =>
  weighLetters(question, passages.map(readLetterRuns));

test.for<[string, string, string, string]>([
  ['a compound', 'mana batubara?', 'Kapal pengangkut batu bara tiba.', 'Kapal itu tiba.'],
  ['an inflected name', 'siapa orang Venezuela itu?', 'Warga Venezuelan pulang.', 'Warga itu pulang.'],
  ['a word half misspelt', 'kapan parlament bersidang?', 'Parlemen bersidang.', 'Majelis bersidang.'],
])('%s is found by its letters', ([, question, has, lacks]) => {
  const [found = 0, other = 0] = weigh(question, [has, lacks]);
  expect(found).toBeGreaterThan(other);
});

test('letters that all passages have tell none of them apart', () => {
  const [first = 0, second = 0] = weigh('menara kartika', ['menara tua', 'menara Kartika']);
  // Of sixteen letters six are the tower's, and count for far less than their share.
  expect(first).toBeLessThan(0.25);
  expect(second).toBeCloseTo(1, 9);
});

property.prop([fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.string({ unit: 'binary' }))])(
  'a share is between 0 and 1, and the same whatever order the passages come in',
  (question, passages) => {
    const shares = weigh(question, passages);
    for (const share of shares) expect(share).toSatisfy((value: number) => value >= 0 && value <= 1 + 1e-9);
    const turned = weigh(question, passages.toReversed()).toReversed();
    for (const [place, share] of shares.entries()) expect(turned[place]).toBeCloseTo(share, 9);
  },
);
