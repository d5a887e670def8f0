/** A corpus of texts for the tests of this room: cut by hand, so that they need no other room. */
import { createHash } from 'node:crypto';
import type { Article, Block, BlockKind, Sentence } from '../../src/articles/article.ts';
import type { Passage, PassageIndex, ScoredPassage } from '../../src/retrieval/passage.ts';

export interface BlockDraft {
  readonly kind?: BlockKind;
  /** One block's sentences, joined by a space. */
  readonly sentences: readonly string[];
}

/** An article of exactly those sentences; blocks are parted by line breaks. */
export function makeArticle(
  blocks: readonly BlockDraft[],
  about: Partial<Omit<Article, 'text' | 'version' | 'blocks'>> = {},
): Article {
  let text = '';
  let paragraph = 0;
  const made = blocks.map(({ kind = 'paragraph', sentences }, index): Block => {
    text += index === 0 ? '' : '\n';
    const start = text.length;
    const spans = sentences.map((sentence, place): Sentence => {
      text += place === 0 ? '' : ' ';
      text += sentence;
      return { start: text.length - sentence.length, end: text.length, number: place + 1 };
    });
    paragraph += kind === 'paragraph' || kind === 'list-item' ? 1 : 0;
    const shown = kind === 'title' || kind === 'summary' ? 0 : kind === 'heading' ? paragraph + 1 : paragraph;
    return { start, end: text.length, index, kind, paragraph: shown, sentences: spans };
  });
  const version = createHash('sha256').update(text).digest('hex');
  return { id: 'contoh', title: 'Contoh', language: 'id', ...about, text, version, blocks: made };
}

/** One passage for each block; `search` finds the passages that hold any of the words, in order. */
export function makeIndex(articles: readonly Article[]): PassageIndex {
  const passages = articles.flatMap((article) =>
    article.blocks.map((block): Passage => {
      const { id: articleId, version, language } = article;
      const { start, end, index, kind, paragraph, sentences } = block;
      return {
        id: `${articleId}#${index}`,
        articleId,
        version,
        language,
        ordinal: index,
        kind,
        blockIndex: index,
        paragraph,
        sentences,
        start,
        end,
      };
    }),
  );
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const byArticle = new Map(articles.map((article) => [article.id, article]));
  const search: PassageIndex['search'] = (text, k, scope) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const found = passages.flatMap((passage): Omit<ScoredPassage, 'rank'>[] => {
      const inside = byArticle.get(passage.articleId)?.text.slice(passage.start, passage.end) ?? '';
      const matchedTerms = words.filter((word) => inside.toLowerCase().includes(word));
      return matchedTerms.length === 0 || (scope?.articleId ?? passage.articleId) !== passage.articleId
        ? []
        : [
            {
              passage,
              score: matchedTerms.length,
              coverage: matchedTerms.length / words.length,
              matchedTerms,
            },
          ];
    });
    return found.slice(0, k).map((scored, place) => ({ ...scored, rank: place + 1 }));
  };
  return {
    articles: byArticle,
    passages,
    passage: (id) => byId.get(id),
    search,
    suggest: search,
    recall: () => undefined,
    nearness: () => [],
    wordNearness: () => () => 0,
    examine: () => ({ terms: [], candidates: [] }),
  };
}
