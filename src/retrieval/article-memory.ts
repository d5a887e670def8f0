/** What is once made of an article is kept beside it: the memory of an index, which ends with it. */
import type { Article } from '../articles/article.ts';
import type { ArticleReader, PassageIndex } from './passage.ts';

/** Keeps one thing for each article and reader: bounded by the corpus, as the readers are parts of the program. */
export function createArticleMemory(articles: ReadonlyMap<string, Article>): PassageIndex['recall'] {
  const byReader = new WeakMap<ArticleReader<unknown>, Map<string, unknown>>();
  return <T>(articleId: string, read: ArticleReader<T>): T | undefined => {
    const kept = keptBy(byReader, read);
    const known = kept.get(articleId);
    if (known !== undefined) return known;
    const article = articles.get(articleId);
    if (article === undefined) return undefined;
    const made = read(article);
    kept.set(articleId, made);
    return made;
  };
}

function keptBy<T>(
  byReader: WeakMap<ArticleReader<unknown>, Map<string, unknown>>,
  read: ArticleReader<T>,
): Map<string, T> {
  const known = byReader.get(read);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is kept under a reader is what it made
  if (known !== undefined) return known as Map<string, T>;
  const kept = new Map<string, T>();
  byReader.set(read, kept);
  return kept;
}
