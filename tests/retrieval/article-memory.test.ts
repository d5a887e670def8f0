import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { createArticleMemory } from '../../src/retrieval/article-memory.ts';

const one: Article = { id: 'one', title: 'Satu', language: 'id', text: 'Satu.', version: '1', blocks: [] };
const two: Article = { id: 'two', title: 'Two', language: 'en', text: 'Two.', version: '2', blocks: [] };

const lengthOf = (article: Article) => article.text.length;

test('each reader reads an article once, and keeps what it made of each apart', () => {
  const recall = createArticleMemory(new Map([one, two].map((article) => [article.id, article])));
  const read: string[] = [];
  const titleOf = (article: Article) => {
    read.push(article.id);
    return article.title;
  };
  expect([recall('one', titleOf), recall('two', titleOf), recall('one', titleOf)]).toEqual([
    'Satu',
    'Two',
    'Satu',
  ]);
  expect(recall('one', lengthOf)).toBe(5);
  expect(read).toEqual(['one', 'two']);
});

test('an article that the corpus lacks is not made anything of', () => {
  expect(createArticleMemory(new Map())('one', (article) => article.title)).toBeUndefined();
});
