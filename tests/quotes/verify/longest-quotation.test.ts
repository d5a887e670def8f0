import { expect, test } from 'vitest';
import { longestQuotation } from '../../../src/quotes/verify/longest-quotation.ts';

test.for<[string, string, string | undefined]>([
  ['curly marks', 'Katanya “ia pergi ke kota itu” kemarin', 'ia pergi ke kota itu'],
  ['straight marks', 'katanya "ia pergi ke kota itu" ya', 'ia pergi ke kota itu'],
  ['guillemets', 'kata dia «ia pergi ke kota itu» begitu', 'ia pergi ke kota itu'],
  [
    'the longest of several',
    '"satu dua tiga empat" dan "satu dua tiga empat lima"',
    'satu dua tiga empat lima',
  ],
  ['a name in marks', 'dia menyebut dirinya "Mechahitler" lagi', undefined],
  ['a mark that never closes', 'katanya "ia pergi ke kota itu', undefined],
  ['nothing beside the quotation', '"ia pergi ke kota itu"', undefined],
  ['no marks', 'ia pergi ke kota itu', undefined],
])('reads %s', ([, text, words]) => {
  expect(longestQuotation(text)).toBe(words);
});
