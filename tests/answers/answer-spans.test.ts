import { describe, expect, test } from 'vitest';
import { cutsWord, findAnswerSpans } from '../../src/answers/answer-spans.ts';
import type { AnswerKind } from '../../src/answers/expected-answer.ts';

function check(kind: AnswerKind, sentence: string): string[] {
  return findAnswerSpans(sentence, kind).map(({ start, end }) => sentence.slice(start, end));
}

describe('findAnswerSpans', () => {
  test.for<[AnswerKind, string, string[]]>([
    ['date', 'Lahir pada 8 Oktober 1879 di Pasuruan.', ['8 Oktober 1879']],
    ['date', 'Dibuka pukul 09.30 WIB hari Rabu (13/8).', ['pukul 09.30 WIB', 'hari Rabu (13/8)']],
    ['date', 'It opened on May 3, 1999, and closed in 2004.', ['May 3, 1999', '2004']],
    ['date', 'Sejak tahun 1990-an hingga abad ke-21.', ['tahun 1990-an', 'abad ke-21']],
    [
      'date',
      'Beroperasi pada kuartal II-2027, turun di triwulan pertama 2026.',
      ['kuartal II-2027', 'triwulan pertama 2026'],
    ],
    ['number', 'Biayanya Rp2,75 miliar dari anggaran.', ['Rp2,75 miliar']],
    ['number', 'Ada 12.000 bibit dan tiga bulan kerja.', ['12.000 bibit', 'tiga bulan']],
    ['number', 'Naik 4,5 persen, atau 30% lebih.', ['4,5 persen', '30% lebih']],
    ['number', 'Luasnya 695 kilometer persegi.', ['695 kilometer persegi']],
    ['number', 'Sekitar 5 % tidak membayar Rp 2 juta.', ['5 %', 'Rp 2 juta']],
    ['number', 'Kode A4 dan GPT5 bukan bilangan.', []],
    [
      'person',
      'Wali Kota, Ratna Wulandari, bertemu Elon Musk dan Max Tegmark di Jakarta.',
      ['Wali Kota', 'Ratna Wulandari', 'Elon Musk', 'Max Tegmark'],
    ],
    ['person', 'Menurut Ludwig van Beethoven dan drg. Wayan.', ['Menurut Ludwig van Beethoven', 'Wayan']],
    ['person', 'Pada April lalu ia berbahasa Jepang.', ['Jepang']],
    ['place', 'Ia pindah ke AS dari Rusia dan tinggal di Kota Sagara.', ['AS', 'Rusia', 'Kota Sagara']],
    ['quote', 'Ia berkata, "Kami menang," lalu pergi.', ['Kami menang']],
    ['quote', "'Saya tak lupa Jum'at itu,' kata Rina.", ["Saya tak lupa Jum'at itu"]],
    ['quote', "The nurses' league and the hospitals' staff agree.", []],
    ['reason', 'Karena hujan, jalan ditutup 2 jam.', []],
  ])('%s in “%s”', ([expected, sentence, spans]) => {
    expect(check(expected, sentence)).toEqual(spans);
  });
});

test('the word that begins a sentence is no name where its article writes it small', () => {
  const article = 'Sebelum pergi, Budi makan. Rumah itu sunyi sebelum malam. Grok diam.';
  const spans = findAnswerSpans('Sebelum pergi, Budi makan.', 'person', article);
  expect(spans).toEqual([{ start: 15, end: 19 }]);
  expect(findAnswerSpans('Grok diam.', 'person', article)).toEqual([{ start: 0, end: 4 }]);
});

test('nor is the word that begins what somebody is quoted with', () => {
  const article = "Rina menulis, 'Hari ini saya pergi.' Itu hari terakhirnya.";
  const spans = findAnswerSpans("Rina menulis, 'Hari ini saya pergi.'", 'person', article);
  expect(spans).toEqual([{ start: 0, end: 4 }]);
  const named = findAnswerSpans("Rina menulis, 'Grok diam.'", 'person', article);
  expect(named).toContainEqual({ start: 15, end: 19 });
});

test.for<[string, number, number, boolean]>([
  ['satu dua', 0, 4, false],
  ['satu dua', 1, 4, true],
  ['satu dua', 0, 6, true],
  ['Rp2,75 m', 0, 3, true],
  ['Rp2,75 m', 0, 6, false],
  ['pukul 09.30.', 6, 11, false],
  ['pukul 09.30.', 9, 11, true],
])('“%s” from %i to %i cuts a word: %s', ([text, start, end, cuts]) => {
  expect(cutsWord(text, { start, end })).toBe(cuts);
});
