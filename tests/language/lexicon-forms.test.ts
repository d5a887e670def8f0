import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { englishForms, parseIrregularForms } from '../../src/language/lexicon/english-forms.ts';
import { indonesianForms } from '../../src/language/lexicon/indonesian-forms.ts';

const irregular = parseIrregularForms('leave left\nfind found\nchild children');

describe('English forms', () => {
  const inflected: readonly (readonly [string, string])[] = [
    ['stepped', 'step'],
    ['companies', 'company'],
    ['founded', 'found'],
    ['used', 'use'],
    ['running', 'run'],
    ['left', 'leave'],
    ['children', 'child'],
    ["Musk's".toLowerCase(), 'musk'],
    ['wolves', 'wolf'],
    ['crises', 'crisis'],
  ];
  test.for(inflected)('%s may be an inflected %s', ([form, lemma]) => {
    expect(englishForms(form, irregular).inflected).toContain(lemma);
  });
  const derived: readonly (readonly [string, string])[] = [
    ['establishment', 'establish'],
    ['officially', 'official'],
    ['researcher', 'research'],
    ['happiness', 'happy'],
  ];
  test.for(derived)('%s may be derived from %s', ([form, base]) => {
    expect(englishForms(form, irregular).derived).toContain(base);
  });
  test.for(['gas', 'bus', 'is', 'red'])('%s is left alone', (word) => {
    expect(englishForms(word, irregular).inflected).toEqual([]);
  });
});

describe('Indonesian forms', () => {
  const inflected: readonly (readonly [string, string])[] = [
    ['perusahaannya', 'perusahaan'],
    ['menulis', 'tulis'],
    ['memukul', 'pukul'],
    ['menyapu', 'sapu'],
    ['mengirim', 'kirim'],
    ['mengambil', 'ambil'],
    ['membaca', 'baca'],
    ['mencari', 'cari'],
    ['mengecek', 'cek'],
    ['ditulisnya', 'tulis'],
    ['didirikan', 'dirikan'],
    ['mendirikan', 'dirikan'],
    ['anak-anak', 'anak'],
    ['anak-anaknya', 'anak'],
    ['buah-buahan', 'buah'],
    ['anak2', 'anak'],
    ['adakah', 'ada'],
  ];
  test.for(inflected)('%s keeps the sense of %s', ([form, base]) => {
    expect(indonesianForms(form).inflected).toContain(base);
  });
  const derived: readonly (readonly [string, string])[] = [
    ['kebakaran', 'bakar'],
    ['penulis', 'tulis'],
    ['berlari', 'lari'],
    ['terbesar', 'besar'],
    ['pelajaran', 'ajar'],
    ['perusahaan', 'usaha'],
  ];
  test.for(derived)('%s may come from the root %s', ([form, root]) => {
    expect(indonesianForms(form).derived).toContain(root);
  });
});

property.prop([
  fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.stringMatching(/^[a-z-]{0,30}$/u)),
])('forms never hold the word itself, nor the same form twice, for any word', (word) => {
  for (const forms of [englishForms(word, irregular), indonesianForms(word)]) {
    const all = [...forms.inflected, ...forms.derived];
    expect(all).not.toContain(word);
    expect(new Set(all).size).toBe(all.length);
  }
});
