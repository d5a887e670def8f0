import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Article } from '../src/articles/article.ts';
import { loadCorpus } from '../src/articles/load-corpus.ts';
import { parseArticle } from '../src/articles/parse-article.ts';

const corpusDir = fileURLToPath(new URL('../corpus', import.meta.url));
/** SHA-256 of the article as it was received: summary, headline and paragraphs, one a line, no line feed at the end. */
const receivedSha256 = '8112d220e2e251a34186b788ff74845bbde98a8c599f59fadce6d9b33bd958f5';

async function shippedArticle(): Promise<Article> {
  const { articles } = await loadCorpus(corpusDir);
  const article = articles.find(({ id }) => id === 'igor-babuschkin-tinggalkan-xai');
  if (article === undefined) throw new Error('the shipped article is missing');
  return article;
}

function asReceived(article: Article): string {
  const [title, summary, ...body] = article.blocks.map(({ start, end }) => article.text.slice(start, end));
  return [summary, title, ...body].join('\n');
}

test('every file of the corpus loads without a problem or a warning', async () => {
  const corpus = await loadCorpus(corpusDir);
  expect(corpus.problems).toEqual([]);
  expect(corpus.warnings).toEqual([]);
  expect(corpus.articles.length).toBeGreaterThan(0);
});

test('the shipped article is the received text character for character', async () => {
  const text = asReceived(await shippedArticle());
  expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(receivedSha256);
});

test('the shipped article has eleven paragraphs, one subheading and nothing invented', async () => {
  const article = await shippedArticle();
  expect(article.title).toBe('Igor Babuschkin Tinggalkan xAI');
  expect(article.language).toBe('id');
  expect(article.blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(11);
  const headings = article.blocks.filter(({ kind }) => kind === 'heading');
  expect(headings.map(({ start, end, paragraph }) => [article.text.slice(start, end), paragraph])).toEqual([
    ['Babuschkin Ventures dan Misi Baru', 3],
  ]);
  const { author, publisher, published, url, licence } = article;
  expect({ author, publisher, published, url, licence }).toEqual({});
});

test('the shipped article reads the same when it comes as the plain text it was received as', async () => {
  const shipped = await shippedArticle();
  const plain = parseArticle({ id: shipped.id, file: 'received.txt', source: asReceived(shipped) });
  if (!plain.ok) throw new Error(plain.problem.message);
  const { questions, ...article } = shipped;
  expect(questions?.flatMap(({ wordings }) => wordings).length).toBeGreaterThan(0);
  expect(plain.article).toEqual(article);
});
