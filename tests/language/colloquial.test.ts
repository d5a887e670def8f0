import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { parseColloquialForms } from '../../src/language/colloquial/forms.ts';
import { loadColloquialForms } from '../../src/language/colloquial/load-colloquial.ts';
import {
  candidatesMax,
  isListed,
  normaliseColloquial,
} from '../../src/language/colloquial/normalise-colloquial.ts';
import type { ColloquialContext } from '../../src/language/colloquial/normalise-colloquial.ts';
import { consonantSkeleton, fillVowels } from '../../src/language/colloquial/skeleton.ts';

const lists = loadColloquialForms();
const words = new Set(
  (
    'membantu membangun mencari menyapu sapu menulis memukul meminjam pinjam meluncurkan meninggalkan tinggalkan ' +
    'menyembunyikan sembunyi dibelikan datang pintar tertangkap terjebak perusahaan pemerintah masalah kantor xai ' +
    'babuschkin elon anak orang banget buku membayar menjual mendengarkan bukakan berapa sekarang'
  ).split(' '),
);
const context: ColloquialContext = {
  lists,
  language: 'unknown',
  isKnown: (term) => words.has(term) && !isListed(term, 'id', lists),
};
const first = (token: string, from: ColloquialContext = context): string | undefined =>
  normaliseColloquial(token, from)[0];

function wordsBySkeleton(skeleton: string): readonly string[] {
  return [...words].filter((word) => consonantSkeleton(word) === skeleton);
}

describe('listed forms', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['yg', 'yang'],
    ['dgn', 'dengan'],
    ['krn', 'karena'],
    ['karna', 'karena'],
    ['gmn', 'bagaimana'],
    ['gimana', 'bagaimana'],
    ['bgt', 'sangat'],
    ['gt', 'begitu'],
    ['udh', 'sudah'],
    ['blm', 'belum'],
    ['ga', 'tidak'],
    ['nggak', 'tidak'],
    ['kagak', 'tidak'],
    ['brp', 'berapa'],
    ['dmn', 'di mana'],
    ['kmn', 'ke mana'],
    ['knp', 'mengapa'],
    ['utk', 'untuk'],
    ['tp', 'tetapi'],
    ['jg', 'juga'],
    ['aja', 'saja'],
    ['doang', 'saja'],
    ['cabut', 'pergi'],
    ['resign', 'mengundurkan diri'],
    ['bokap', 'ayah'],
    ['nyokap', 'ibu'],
    ['ortu', 'orang tua'],
    ['duit', 'uang'],
    ['cuan', 'keuntungan'],
    ['kerjaan', 'pekerjaan'],
    ['bikin', 'membuat'],
    ['nyari', 'mencari'],
    ['ngomong', 'berbicara'],
    ['ngasih', 'memberi'],
    ['nanya', 'bertanya'],
    ['dapet', 'dapat'],
    ['pake', 'pakai'],
    ['kalo', 'kalau'],
    ['temen', 'teman'],
    ['pengen', 'ingin'],
    ['emang', 'memang'],
    ['kayak', 'seperti'],
    ['ntar', 'nanti'],
    ['gue', 'saya'],
    ['lu', 'kamu'],
    ['GMN', 'bagaimana'],
    ['Gimana', 'bagaimana'],
    ['pls', 'please'],
    ['whats', 'what is'],
    ['dont', 'do not'],
    ['gonna', 'going to'],
    ['abt', 'about'],
    ['w/', 'with'],
  ];
  test.for(cases)('%s stands for %s', ([token, formal]) => {
    expect(first(token)).toBe(formal);
  });

  test('of the question’s language come first: "u" is "kamu" in Indonesian, "you" in English', () => {
    expect(first('u', { ...context, language: 'id' })).toBe('kamu');
    expect(first('u', { ...context, language: 'en' })).toBe('you');
  });

  test('are six hundred or more, none twice, none standing for itself', () => {
    expect(lists.id.size + lists.en.size).toBeGreaterThan(600);
    expect(lists.id.size).toBeGreaterThan(600);
    for (const list of [lists.id, lists.en]) {
      for (const [form, candidates] of list) expect(candidates).not.toContain(form);
    }
  });

  test.for(['yg', 'yg = ', ' = yang', 'a = b = c', 'yg = yang\nyg = yang'])(
    'are refused when malformed: %j',
    (text) => {
      expect(() => parseColloquialForms(text)).toThrow();
    },
  );
});

describe('rules', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['ngebantu', 'membantu'],
    ['ngebangun', 'membangun'],
    ['nyapu', 'menyapu'],
    ['nulis', 'menulis'],
    ['mukul', 'memukul'],
    ['ngeluncurin', 'meluncurkan'],
    ['ninggalin', 'meninggalkan'],
    ['nyembunyiin', 'menyembunyikan'],
    ['dibeliin', 'dibelikan'],
    ['bukain', 'bukakan'],
    ['mbayar', 'membayar'],
    ['njual', 'menjual'],
    ['ketangkep', 'tertangkap'],
    ['kejebak', 'terjebak'],
    ['pinter', 'pintar'],
    ['anak2', 'anak-anak'],
    ['buku2', 'buku-buku'],
    ['bangeeeet', 'sangat'],
    ['gmnnn', 'bagaimana'],
    ['bokapnya', 'ayah'],
    ['kantorny', 'kantor'],
    ['xaiii', 'xai'],
  ];
  test.for(cases)('%s becomes %s', ([token, formal]) => {
    expect(first(token)).toBe(formal);
  });

  test('fill in left-out vowels from the given vocabulary', () => {
    expect(first('pmrnth', { ...context, termsBySkeleton: wordsBySkeleton })).toBe('pemerintah');
    expect(fillVowels('mslh')).toContain('masalah');
    expect(fillVowels('perusahaan')).toEqual([]);
  });

  test('give nothing that the vocabulary does not know', () => {
    const stranger: ColloquialContext = { ...context, isKnown: () => false };
    expect(normaliseColloquial('ngesapu', stranger)).toEqual([]);
    expect(normaliseColloquial('minter', stranger)).toEqual([]);
  });
});

describe('what is left alone', () => {
  test.for(['perusahaan', 'elon', 'Elon', 'babuschkin', 'xai'])('the known word %s', (token) => {
    expect(normaliseColloquial(token, context)).toEqual([]);
  });
  test.for(['Ngurah', 'Nyoman', 'Meninger', 'Babuschkinn'])('the name %s', (token) => {
    expect(normaliseColloquial(token, context)).toEqual([]);
  });
  test.for(['', '123', '13/8', 'https://x.ai', '🙂', '...', 'a'.repeat(50)])('"%s"', (token) => {
    expect(normaliseColloquial(token, context)).toEqual([]);
  });

  const tokens = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.stringMatching(/^(?:nge|ny|ng|m|ke|di)?[a-z]{1,12}(?:in|nya|2|ny)?$/u),
    fc.constantFrom(...lists.id.keys(), ...lists.en.keys(), '__proto__', 'constructor'),
  );
  property.prop([tokens])(
    'any token gives few candidates, none of them itself, the same each time',
    (token) => {
      const candidates = normaliseColloquial(token, context);
      expect(candidates.length).toBeLessThanOrEqual(candidatesMax);
      expect(candidates).not.toContain(token.toLowerCase());
      expect(new Set(candidates).size).toBe(candidates.length);
      expect(normaliseColloquial(token, context)).toEqual(candidates);
    },
  );
});
