import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { cognates, cognatesMax } from '../../src/language/lexicon/cognates.ts';

describe('cognates', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['inflation', 'inflasi'],
    ['commission', 'komisi'],
    ['university', 'universitas'],
    ['quality', 'kualitas'],
    ['capitalism', 'kapitalisme'],
    ['specialist', 'spesialis'],
    ['politics', 'politik'],
    ['technology', 'teknologi'],
    ['photography', 'fotografi'],
    ['active', 'aktif'],
    ['conflict', 'konflik'],
    ['concept', 'konsep'],
    ['export', 'ekspor'],
    ['president', 'presiden'],
    ['element', 'elemen'],
    ['frequency', 'frekuensi'],
    ['atmosphere', 'atmosfer'],
    ['communication', 'komunikasi'],
    ['mathematics', 'matematika'],
    ['structure', 'struktur'],
    ['pharmacy', 'farmasi'],
    ['standard', 'standar'],
    ['theory', 'teori'],
    ['complex', 'kompleks'],
    ['dictator', 'diktator'],
    ['academy', 'akademi'],
    ['colonial', 'kolonial'],
    ['effective', 'efektif'],
  ];
  test.for(pairs)('%s is spelt %s in Indonesian', ([english, indonesian]) => {
    expect(cognates(english, 'en')).toContain(indonesian);
  });
  test.for(pairs)('%s stands among the English spellings of %s', ([english, indonesian]) => {
    expect(cognates(indonesian, 'id')).toContain(english);
  });

  test.for(['AI', 'xai', '2025', '', 'co-founder', 'naïve', 'a'.repeat(41)])('has none for "%s"', (term) => {
    expect(cognates(term, 'en')).toEqual([]);
    expect(cognates(term, 'id')).toEqual([]);
  });

  property.prop([
    fc.oneof(fc.string({ maxLength: 60 }), fc.stringMatching(/^[a-z]{1,40}$/u)),
    fc.constantFrom<Language>('id', 'en'),
  ])('are few, unique and never the term itself, for any term', (term, language) => {
    const found = cognates(term, language);
    expect(found.length).toBeLessThanOrEqual(cognatesMax);
    expect(new Set(found).size).toBe(found.length);
    expect(found).not.toContain(term);
    expect(cognates(term, language)).toEqual(found);
  });
});
