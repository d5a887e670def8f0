import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { asksWhoIs, definesAsked } from '../../src/answers/definitions.ts';
import { analyseText, questionAnalysis } from '../../src/language/analyse-text.ts';
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

test.for<[string, string, Language, boolean]>([
  ['an apposition', 'Igor Babuschkin, salah satu pendiri xAI, pergi.', 'id', true],
  ['a copula', 'Babuschkin adalah insinyur.', 'id', true],
  ['a copula in English', 'Babuschkin was the first to leave.', 'en', true],
  ['another name of a list', 'Babuschkin, Musk dan Wulandari datang.', 'id', false],
  ['nothing', 'Hari itu Babuschkin pergi.', 'id', false],
])('%s beside the name tells that it is defined: %s', ([, sentence, language, isDefined]) => {
  const questionForms = new Set(analyseText('babuschkin', questionAnalysis).flatMap(({ forms }) => forms));
  expect(definesAsked(sentence, { language, questionForms })).toBe(isDefined);
});

describe('a question who or what something is', () => {
  const article = buildArticle({
    id: 'pelabuhan',
    title: 'Pelabuhan Lontara dibuka',
    blocks: [
      'Ratna Wulandari, insinyur kepala proyek itu, memotong pita bersama Tobias Crane. Warga bersorak.',
      'Lontara adalah pelabuhan ikan terbesar di pesisir itu.',
      'Doa dipimpin oleh mantan pelaut Burhan Salim.',
    ],
  });
  const index = buildPassageIndex([article]);

  test.for<[string, string]>([
    ['siapa ratna wulandari?', 'insinyur kepala proyek itu'],
    ['apa itu lontara?', 'pelabuhan ikan terbesar di pesisir itu'],
    ['siapa burhan salim', 'mantan pelaut'],
  ])('%s is answered by what is said of it, never by another name', ([question, words]) => {
    const [first] = answerQuestion(index, { text: question, previous: [] }).citations;
    const highlight = first?.highlight ?? { start: 0, end: 0 };
    expect(article.text.slice(highlight.start, highlight.end)).toBe(words);
  });
});
