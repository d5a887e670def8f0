import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { cutsWord, findAnswerSpans } from '../../src/answers/answer-spans.ts';
import type { AnswerKind } from '../../src/answers/expected-answer.ts';
import { readSentence } from '../../src/answers/read-sentence.ts';
import { readSentenceParts } from '../../src/answers/sentence-parts.ts';
import { findWordRuns } from '../../src/answers/span-candidates.ts';
import type { Language } from '../../src/language/language.ts';

/** The texts of all runs of the sentence. */
function findRuns(sentence: string, kind: AnswerKind = 'other', language: Language = 'id'): string[] {
  const read = readSentence({
    sentence: readSentenceParts(sentence, { articleText: sentence, language }),
    terms: [],
    nearness: () => 0,
    expected: { kind, focus: new Set() },
    unit: undefined,
    questionForms: new Set(),
  });
  return findWordRuns(read).map(({ start, end }) => sentence.slice(start, end));
}

const founder = 'Babuschkin, salah satu pendiri xAI, pergi bersama satu teman.';

test('a run of words never begins inside "salah satu"', () => {
  const runs = findRuns(founder, 'number');
  expect(runs).toContain('salah satu pendiri xAI');
  expect(runs.filter((run) => run.startsWith('satu pendiri'))).toEqual([]);
});

test.for<[string, string[]]>([
  [founder, ['satu teman']],
  ['She is one of the founders and has one boat.', ['one boat']],
])('what is one of several is no figure: %s', ([text, figures]) => {
  expect(findAnswerSpans(text, 'number').map(({ start, end }) => text.slice(start, end))).toEqual(figures);
});

describe('a run of words', () => {
  test.for<[string, string, string]>([
    ['a name behind its office', 'Pelatih Sulistyo Hening memindahkan latihan.', 'Sulistyo Hening'],
    ['a name behind a team', 'Kepala tim SAR Mayor Yudha Prakosa berangkat.', 'Mayor Yudha Prakosa'],
    [
      'a name with a title that is shortened',
      'Said the author, Dr. Siobhan Tierney, in Galwick.',
      'Dr. Siobhan Tierney',
    ],
    [
      'a whole quotation of two sentences',
      '"Kami lapor. Katanya menunggu," ujar Marsinah.',
      'Kami lapor. Katanya menunggu',
    ],
    [
      'one sentence of a quotation',
      '"Kami lapor tiga kali. Katanya menunggu," ujar Marsinah.',
      'Kami lapor tiga kali',
    ],
    [
      'a title between marks with what stands around it',
      'Ia menulis buku "Laut Biru" tahun lalu.',
      'buku "Laut Biru"',
    ],
    ['the first of two figures', 'Pendapatan naik 12,6 persen menjadi Rp 2,14 triliun.', '12,6 persen'],
  ])('may be %s', ([, sentence, run]) => {
    expect(findRuns(sentence)).toContain(run);
  });

  test.for<[string, string, RegExp]>([
    [
      'what is denied without its negation',
      'Ia tidak ada di rumah dan belum pernah lapor.',
      /^(?:ada|pernah|lapor)/u,
    ],
    ['denied words in English', 'She did not ever pay and nobody was hurt.', /^(?:ever|pay|hurt)/u],
    [
      'a connective alone at the end',
      'Tanggul itu dibangun tahun 1998 dan, menurut warga, retak.',
      /\bdan$/u,
    ],
    ['an "and" at the beginning', 'Mereka membawa hadiah dan 9.200 poin peringkat.', /^dan\b/u],
    ['words from over a dateline', 'BATAM - Ganda putri menang di GOR.', /BATAM - /u],
    [
      'one of a pair that plays together',
      'Ayunda Prameswari/Kirana Talo menang.',
      /^(?:Kirana|Prameswari)|Prameswari$/u,
    ],
    ['a saying with who said it', '"Saya mau makan gulai dulu," kata Kirana.', /gulai.*Kirana/u],
    [
      'half of one sentence and half of the next',
      '"Air naik dua meter. Banyak yang hanyut," kata Sutarjo.',
      /meter\. Banyak(?! yang hanyut)/u,
    ],
    ['a change of figures cut in two', 'Jumlah gudang turun dari 31 menjadi 22.', /31$|^22/u],
  ])('is never %s', ([, sentence, forbidden]) => {
    expect(findRuns(sentence).filter((run) => forbidden.test(run))).toEqual([]);
  });

  const piece = fc.constantFrom(
    'Ratna Wulandari',
    'PT Laut Biru',
    '1.250 orang',
    'Rp 2,75 miliar',
    '4 Maret 2025',
    'tidak pernah pulang',
    'belum dibayar',
    '"Kami menang," kata',
    '(mantan VP)',
    '“Laut Biru”',
    'karena hujan',
    'yang',
    'dan',
    'di',
    'gudang ikan',
    'mengatakan',
    'was not paid',
    'anak-anak',
    'Dr. Ida',
    'selama 14 hari',
    '5 %',
  );
  const sentences = fc.array(fc.tuple(piece, fc.constantFrom(' ', ', ', '; ', ' - ')), {
    minLength: 1,
    maxLength: 12,
  });

  property.prop([sentences, fc.constantFrom<AnswerKind>('person', 'number', 'date', 'other')])(
    'lies in the sentence and cuts no word, name, figure, pair of marks or negation',
    (pieces, kind) => {
      const sentence = `${pieces
        .map(([words, gap]) => words + gap)
        .join('')
        .trimEnd()}.`;
      for (const run of new Set(findRuns(sentence, kind))) {
        const start = sentence.indexOf(run);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(run.split('"').length % 2).toBe(1);
        expect(run.split('(').length).toBe(run.split(')').length);
        expect(run.split('“').length).toBe(run.split('”').length);
        expect(run).not.toMatch(
          /^(?:Wulandari|Laut Biru,|miliar|Maret|orang|pernah|pulang|dibayar|paid|anak$)/u,
        );
        expect(run).not.toMatch(
          /(?:\bRatna|\bPT|\bRp|\b2,75|\b1\.250|\b4|\b4 Maret|\btidak|\bbelum|\bdan|\byang)$/u,
        );
      }
    },
  );

  property.prop([fc.string({ unit: 'grapheme', maxLength: 200 })])('of any text cuts no word', (text) => {
    const read = readSentence({
      sentence: readSentenceParts(text, { articleText: text, language: 'id' }),
      terms: [],
      nearness: () => 0,
      expected: { kind: 'other', focus: new Set() },
      unit: undefined,
      questionForms: new Set(),
    });
    for (const run of findWordRuns(read)) {
      expect(run.end).toBeLessThanOrEqual(text.length);
      expect(cutsWord(text, run)).toBe(false);
    }
  });
});
