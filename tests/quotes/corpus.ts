import { loadCorpus } from '../../src/articles/load-corpus.ts';
import type { Article } from '../../src/articles/article.ts';

/** The shipped article and those that the questions are judged on. */
export async function loadTestArticles(): Promise<readonly Article[]> {
  const folders = [
    new URL('../../corpus/', import.meta.url),
    new URL('../relevance/articles/', import.meta.url),
  ];
  const loaded = await Promise.all(folders.map(async ({ pathname }) => loadCorpus(pathname)));
  return loaded.flatMap(({ articles }) => articles);
}

/** The article with that ID. @throws where there is none. */
export function articleIn(articles: readonly Article[], id: string): Article {
  const article = articles.find((each) => each.id === id);
  if (article === undefined) throw new Error(`No article ${id}`);
  return article;
}
