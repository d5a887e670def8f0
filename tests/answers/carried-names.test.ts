import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { loadCorpus } from '../../src/articles/load-corpus.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';

const { articles } = await loadCorpus(new URL('../../corpus', import.meta.url).pathname);
const index = buildPassageIndex(articles, { knowledge: loadKnowledge() });

test('a name of two questions ago, about somebody else, hardly speaks against the answer', () => {
  const before = 'kenapa igor keluar dari xai';
  const text = 'hari apa dia resign';
  const alone = answerQuestion(index, { text, previous: [before] });
  const later = answerQuestion(index, { text, previous: ['siapa max tegmark', before] });
  expect(later.citations[0]?.paragraph).toBe(1);
  expect(alone.confidence - later.confidence).toBeLessThan(0.3);
});
