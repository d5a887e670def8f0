/**
 * A passage's ID may hold a long file name; a custom ID holds 100 characters. So places travel as
 * compact references: a short hash of the article's ID, the beginning of the snapshot's version and
 * the passage's ordinal. They mean the same after every restart, and a changed article is noticed.
 */
import { createHash } from 'node:crypto';
import type { Article } from '../articles/article.ts';
import type { Passage, PassageIndex } from '../retrieval/passage.ts';

export interface PassageReference {
  /** First 8 characters of the base64url SHA-256 of the article's ID: 48 bits. */
  readonly articleKey: string;
  /** First 6 hexadecimal digits of the snapshot's version. */
  readonly versionPrefix: string;
  /** As `Passage.ordinal`. */
  readonly ordinal: number;
}

export type ResolvedPassage =
  | { readonly kind: 'found'; readonly article: Article; readonly passage: Passage }
  /** The article's text is another one now. */
  | { readonly kind: 'changed'; readonly article: Article }
  | { readonly kind: 'gone' };

export const articleKeyLength = 8;
export const versionPrefixLength = 6;

/** The same key for the same ID, always; two articles of one corpus share one with a chance of about n²/2⁴⁹. */
export function articleKey(articleId: string): string {
  return createHash('sha256').update(articleId).digest('base64url').slice(0, articleKeyLength);
}

export function referToPassage(passage: Passage): PassageReference {
  return {
    articleKey: articleKey(passage.articleId),
    versionPrefix: passage.version.slice(0, versionPrefixLength),
    ordinal: passage.ordinal,
  };
}

/** References into one index. */
export interface PassageResolver {
  /** The article with that key, or undefined where the corpus has none. */
  article(key: string): Article | undefined;
  passage(reference: PassageReference): ResolvedPassage;
}

/** Reads the index once; build it again with the index. */
export function createPassageResolver(index: PassageIndex): PassageResolver {
  const articles = new Map([...index.articles.values()].map((article) => [articleKey(article.id), article]));
  const passages = new Map(
    index.passages.map((passage) => [`${articleKey(passage.articleId)}.${passage.ordinal}`, passage]),
  );
  return {
    article: (key) => articles.get(key),
    passage: (reference) => {
      const article = articles.get(reference.articleKey);
      if (!article) {
        return { kind: 'gone' };
      }
      const passage = passages.get(`${reference.articleKey}.${reference.ordinal}`);
      return passage && article.version.startsWith(reference.versionPrefix)
        ? { kind: 'found', article, passage }
        : { kind: 'changed', article };
    },
  };
}
