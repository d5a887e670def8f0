import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { loadCorpus } from '../../src/articles/load-corpus.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';

const { articles } = await loadCorpus(new URL('../../corpus', import.meta.url).pathname);
const index = buildPassageIndex(articles, { knowledge: loadKnowledge() });
const plain = buildPassageIndex(
  articles.map((article) => ({ ...article, questions: [] })),
  { knowledge: loadKnowledge() },
);
const confidence = (from: typeof index, text: string): number =>
  answerQuestion(from, { text, previous: [] }).confidence;

test.for([
  'Apa jabatan Musk dulu di sana?',
  'Dari negara mana keluarga Tegmark berasal?',
  'kenapa ortu Musk pindah ke Amerika?',
  'Kapan Elon cabut dari xAI?',
])('a question about another person than the article’s gains nothing by its wordings: %s', (question) => {
  expect(confidence(index, question)).toBeLessThanOrEqual(confidence(plain, question) + 0.05);
});

test.for(['kapan igor cabut dari xai?', 'Kapan Babuschkin cabut dari xAI?'])(
  'the article’s own person may stand for the pronoun of a wording: %s',
  (question) => {
    expect(confidence(index, question)).toBeGreaterThan(0.8);
  },
);

test('a question that denies what the wording says is not vouched for by it', () => {
  const [article] = articles;
  const paragraph = article?.blocks.find(({ paragraph: number }) => number === 1)?.paragraph ?? 0;
  const guarded = buildPassageIndex(
    articles.map((one) => ({
      ...one,
      questions: [{ paragraph, wordings: ['Siapa ketua RT?', 'Berapa denda parkir?'] }],
    })),
    { knowledge: loadKnowledge() },
  );
  expect(confidence(guarded, 'Siapa ketua RT?')).toBeGreaterThanOrEqual(0.9);
  for (const other of ['Siapa bukan ketua RT?', 'Berapa denda parkir motor?'])
    expect(confidence(guarded, other)).toBeLessThan(0.8);
});
