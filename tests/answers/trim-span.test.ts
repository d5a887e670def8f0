import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { wholeCompounds } from '../../src/answers/trim-span.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { buildArticle } from '../fixtures/build-article.ts';

const knowledge = loadKnowledge();

test.for<[text: string, part: string, whole: string]>([
  ['hubungi nomor 1500-77 segera', '1500', '1500-77'],
  ['a six-week pause', 'six', 'six-week'],
  ['the 41-year-old keeper', 'year', '41-year-old'],
  ['skor 19-21 dan 24-22', '24', '24-22'],
  ['tim itu – dan Budi – pergi', 'itu', 'itu'],
])('in “%s” bold “%s” becomes “%s”', ([text, part, whole]) => {
  const start = text.indexOf(part);
  const span = wholeCompounds(text, { start, end: start + part.length });
  expect(text.slice(span.start, span.end)).toBe(whole);
});

test.for<[question: string, sentence: string, beginning: string]>([
  [
    'kenapa latihan dipindah ke gudang?',
    'Latihan dipindahkan ke gudang di Rempang agar pemain terbiasa dengan angin.',
    'agar ',
  ],
  [
    'kok biskuit jeblok?',
    'Penjualan biskuit turun 8 persen karena perang harga dengan merek asal Vietnam, dan 46 gerai ditutup.',
    'karena ',
  ],
  [
    'Why was the water not affected?',
    'Water pressure was not affected because the plants run on a separate network.',
    'because ',
  ],
])('%s has the reason in bold from the word on that gives it', ([question, sentence, beginning]) => {
  const article = buildArticle({ id: 'a', blocks: ['Hari itu cerah.', sentence] });
  const index = buildPassageIndex([article], { knowledge });
  const [first] = answerQuestion(index, { text: question, previous: [] }).citations;
  const highlight = first?.highlight ?? { start: 0, end: 0 };
  expect(article.text.slice(highlight.start, highlight.end).startsWith(beginning)).toBe(true);
});
