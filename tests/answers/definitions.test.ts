import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { asksWhoIs, definesAsked, readDefined } from '../../src/answers/definitions.ts';
import { readPlainWords } from '../../src/answers/plain-words.ts';
import type { Language } from '../../src/language/language.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { buildArticle } from '../fixtures/build-article.ts';

const text =
  'Igor Babuschkin, salah satu pendiri xAI, pergi. Lawan Kirana menang; pelatih Kirana diam. Elon Musk memuji Igor.';

test.for<[string, boolean]>([
  ['siapa elon musk?', true],
  ['who is elon musk', true],
  ['igor babuschkin itu siapa sih', true],
  ['siapa itu kirana', true],
  ['siapa pelatih kirana?', false],
  ['siapa yang pergi?', false],
  ['siapa memuji igor?', false],
  ['who left xai', false],
  ['siapa?', false],
])('%s asks who somebody is: %s', ([question, isAsked]) => {
  expect(asksWhoIs(question, text)).toBe(isAsked);
});

test.for<[string, string, string, Language, boolean]>([
  ['an apposition', 'babuschkin', 'Igor Babuschkin, salah satu pendiri xAI, pergi.', 'id', true],
  ['a copula', 'babuschkin', 'Babuschkin adalah insinyur.', 'id', true],
  ['a copula in English', 'babuschkin', 'Babuschkin was the first to leave.', 'en', true],
  ['a title', 'burhan salim', 'Doa dipimpin oleh mantan pelaut Burhan Salim.', 'id', true],
  ['another name of a list', 'babuschkin', 'Babuschkin, Musk dan Wulandari datang.', 'id', false],
  ['an apposition of a longer name', 'babuschkin ventures', 'Babuschkin, pendiri xAI, pergi.', 'id', false],
  ['a verb', 'elon musk', 'Babuschkin bertemu Elon Musk.', 'id', false],
  ['nothing', 'babuschkin', 'Hari itu Babuschkin pergi.', 'id', false],
])('%s beside “%s” tells that it is defined: %s', ([, asked, sentence, language, isDefined]) => {
  const article = buildArticle({ id: 'a', blocks: [sentence] });
  const { terms } = buildPassageIndex([article]).examine([{ text: asked, weight: 1 }], 1);
  expect(definesAsked(readPlainWords(sentence, language), readDefined(terms))).toBe(isDefined);
});

describe('a question who or what something is', () => {
  test.for<[question: string, sentence: string, words: string]>([
    [
      'siapa ratna wulandari?',
      'Ratna Wulandari, insinyur kepala proyek itu, memotong pita.',
      'insinyur kepala proyek itu',
    ],
    [
      'apa itu lontara?',
      'Lontara adalah pelabuhan ikan terbesar di pesisir itu.',
      'pelabuhan ikan terbesar di pesisir itu',
    ],
    ['siapa burhan salim', 'Doa dipimpin oleh mantan pelaut Burhan Salim.', 'mantan pelaut'],
    ['siapa melinda', 'Direktur Keuangan Melinda Sastro menolak.', 'Direktur Keuangan'],
    [
      'siapa kevin harjono',
      'Analis Sekuritas Lintas, Kevin Harjono, mengingatkan risikonya.',
      'Analis Sekuritas Lintas',
    ],
    ['siapa mirna', 'Kuasa hukum terdakwa, Mirna Hapsari, menilai tuntutan berat.', 'Kuasa hukum terdakwa'],
    ['siapa hasan baluran', 'Sepertiga hibah, sepertiga dari produser saya, Hasan Baluran.', 'produser saya'],
    ['siapa danu', 'Yang menolak, Prof. Danu Kertapati, berpendapat lain.', 'Yang menolak'],
    ['siapa marsinah', '"Kami lapor," ujar Marsinah (52), warga Ngasinan.', 'warga Ngasinan'],
    ['BSS itu apa', 'Bank Sentral Serunai (BSS) menaikkan bunga.', 'Bank Sentral Serunai'],
    ['apa itu sembuhin', 'Pendiri aplikasi kesehatan Sembuhin mundur.', 'aplikasi kesehatan'],
    [
      'Who is Ravi Menon?',
      'It was found when a night-shift engineer, Ravi Menon, saw the printers.',
      'a night-shift engineer',
    ],
    [
      'apa itu alphastar',
      'Ia membuat AlphaStar pada tahun 2019, sebuah sistem AI terobosan.',
      'sebuah sistem AI terobosan',
    ],
    ['What is Pale Lantern?', 'A group calling itself Pale Lantern claimed it.', 'A group'],
    ['who is marit haugland', '"They nap," said Marit Haugland of the Nordic League.', 'the Nordic League'],
  ])('%s is answered by what “%s” says of it: “%s”', ([question, sentence, words]) => {
    const article = buildArticle({ id: 'a', blocks: ['Hari itu cerah.', sentence] });
    const [first] = answerQuestion(buildPassageIndex([article]), { text: question, previous: [] }).citations;
    const highlight = first?.highlight ?? { start: 0, end: 0 };
    expect(article.text.slice(highlight.start, highlight.end)).toBe(words);
  });

  test.for<[question: string, sentence: string, words: string]>([
    ['siapa suryo', 'Menurut jaksa, Suryo menerima uang itu.', 'jaksa'],
    ['siapa sulistyo', 'Yang datang hari itu bukan pelatih Sulistyo, melainkan adiknya.', 'pelatih'],
    ['siapa timor leste', 'Pembelinya Malaysia, Timor Leste, dan Papua Nugini.', 'Malaysia'],
    ['siapa elon musk', 'Babuschkin bertemu Elon Musk di Memphis.', 'Babuschkin'],
  ])('%s is not answered by another name or whoever speaks in “%s”', ([question, sentence, words]) => {
    const article = buildArticle({ id: 'a', blocks: ['Hari itu cerah.', sentence] });
    const [first] = answerQuestion(buildPassageIndex([article]), { text: question, previous: [] }).citations;
    const highlight = first?.highlight ?? { start: 0, end: 0 };
    expect(article.text.slice(highlight.start, highlight.end)).not.toBe(words);
  });
});
