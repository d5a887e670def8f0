import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { analyseText, articleAnalysis, questionAnalysis } from '../../src/language/analyse-text.ts';
import { foldWord, wordLengthMax } from '../../src/language/fold-word.ts';
import type { Language } from '../../src/language/language.ts';

function check(text: string, language: Language = 'id'): string[] {
  return analyseText(text, articleAnalysis(language))
    .filter((token) => !token.isStop)
    .map((token) => token.folded);
}

function formsOf(word: string, language: Language = 'id'): readonly string[] {
  return analyseText(word, articleAnalysis(language)).flatMap((token) => token.forms);
}

describe('the words of a text', () => {
  test.for<[string, string, string[]]>([
    ['leave out function words', 'Ia pergi ke pasar dan ke kota', ['pergi', 'pasar', 'kota']],
    ['leave out casual question words', 'loh kok bisa gt sih, ceritanya gmn?', ['ceritanya']],
    ['fold case and diacritics', 'Déjà ＦＵＬＬ lama', ['deja', 'full', 'lama']],
    ['part a currency from its figure', 'Rp2,75 miliar', ['rp', '2.75', 'miliar']],
    ['keep a time whole', 'pukul 09.30 WIB', ['pukul', '9.30', 'wib']],
    ['write 1.000 and 1,000 the same', '1.000 1,000', ['1000', '1000']],
    ['count a doubled word once', 'skandal-skandal lama', ['skandal', 'lama']],
    ['are the parts of a hyphenated word', 'state-of-the-art', ['state', 'art']],
    ['keep xAI whole', 'pendiri xAI', ['pendiri', 'xai']],
    ['keep letters beside digits', '5G A4', ['5g', 'a4']],
    ['keep AS among lower-case words', 'berimigrasi ke AS', ['berimigrasi', 'as']],
    ['do not take shouting for names', 'PERGI KE AS', ['pergi']],
    ['drop the English possessive', 'Musk’s rocket', ['musk', 'rocket']],
    ['are none in emoji', '🎉🎉 ✨', []],
  ])('%s', ([, text, expected]) => {
    expect(check(text)).toEqual(expected);
  });

  test.for<[string, string]>([
    ['menulis', 'tulis'],
    ['penulis', 'tulis'],
    ['ditulisnya', 'tulis'],
    ['memukul', 'pukul'],
    ['menangkap', 'tangkap'],
    ['pengiriman', 'kirim'],
    ['mengajar', 'ajar'],
    ['menyebabkan', 'sebab'],
    ['menyanyi', 'nyanyi'],
    ['memakan', 'makan'],
    ['menanti', 'nanti'],
    ['menewaskan', 'tewas'],
    ['anak2nya', 'anak'],
    ['StarCraft', 'craft'],
    ['co-founder', 'cofounder'],
    ['2010an', '2010'],
  ])('%s is also found by %s', ([word, form]) => {
    expect(formsOf(word)).toContain(form);
  });

  test('English words have English stems', () => {
    expect(formsOf('founding', 'en')).toContain('found');
    expect(formsOf('companies', 'en')).toEqual(expect.arrayContaining(formsOf('company', 'en').slice(1)));
  });

  test('a question has the stems of both languages and no inner words', () => {
    const forms = analyseText('founders menulis StarCraft', questionAnalysis).flatMap((token) => token.forms);
    expect(forms).toEqual(expect.arrayContaining(['founder', 'tulis', 'starcraft']));
    expect(forms).not.toContain('craft');
  });
});

describe('bounds', () => {
  test.for([wordLengthMax - 1, wordLengthMax, wordLengthMax + 1])(
    'a word of %i letters has at most the bound',
    (length) => {
      expect(foldWord('é'.repeat(length)).length).toBeLessThanOrEqual(wordLengthMax);
      expect(check('a'.repeat(length))[0]).toHaveLength(Math.min(length, wordLengthMax));
    },
  );

  test('a long run of figures and letters is read in linear time', () => {
    const text = `${'1.'.repeat(50_000)}a ${'1'.repeat(50_000)}a ${'a-'.repeat(50_000)}`;
    expect(analyseText(text, articleAnalysis('id')).length).toBeGreaterThan(0);
  });
});

property.prop([fc.string({ unit: 'binary', maxLength: 400 })])(
  'tokens are in order, apart, within the text, and have a form',
  (text) => {
    let last = 0;
    for (const token of analyseText(text, questionAnalysis)) {
      expect(token.start).toBeGreaterThanOrEqual(last);
      expect(token.end).toBeGreaterThan(token.start);
      expect(token.end).toBeLessThanOrEqual(text.length);
      expect(token.forms[0]).toBe(token.folded);
      expect(new Set(token.forms).size).toBe(token.forms.length);
      last = token.end;
    }
  },
);
