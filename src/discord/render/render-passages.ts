import type { Article, Span } from '../../articles/article.ts';
import type { Passage, PassageIndex, ScoredPassage } from '../../retrieval/passage.ts';
import { messageLengthMax } from '../limits.ts';
import { articleKey, referToPassage } from '../passage-reference.ts';
import type { Reply, ReplyButton } from '../reply.ts';
import type { Texts } from '../texts/texts.ts';
import { renderCitationLine } from './citation-line.ts';
import { renderInline } from './cut-text.ts';
import { renderQuote } from './render-quote.ts';

/** Passages on one page of a search, and in one *More*. */
const passagesPerPage = 4;
/** Passages a search keeps: ten pages. */
export const searchResultsMax = 40;
const passagesPerMore = 3;
const articlesPerPage = 8;

export interface SearchPageRequest {
  readonly terms: string;
  /** Everything found, best first. */
  readonly results: readonly ScoredPassage[];
  /** From 1; a page beyond the last shows the last. */
  readonly page: number;
  /** The article it is narrowed to. */
  readonly articleId?: string;
  readonly index: PassageIndex;
  readonly texts: Texts;
}

/** One page of ranked passages, the searched words bold. At most 2,000 UTF-16 units. */
export function renderSearchPage(request: SearchPageRequest): Reply {
  const { results, texts, index } = request;
  const terms = renderInline(request.terms, 160);
  if (results.length === 0) {
    return { content: `${texts.searchNothing} “${terms}”. ${texts.nothingFoundHint}` };
  }
  const pages = Math.ceil(results.length / passagesPerPage);
  const page = Math.min(request.page, pages);
  const first = (page - 1) * passagesPerPage;
  const head = `${texts.searchTitle(results.length)} “${terms}”`;
  const foot = pages > 1 ? [texts.page(page, pages)] : [];
  const items = results.slice(first, first + passagesPerPage).flatMap(({ passage, rank, matchedTerms }) => {
    const article = index.articles.get(passage.articleId);
    return article
      ? [{ article, passage, number: rank, words: [...matchedTerms, ...wordsOf(request.terms)] }]
      : [];
  });
  return {
    content: fitPassages(items, { head, foot, texts }),
    buttons: pages > 1 ? pageButtons(request, page, pages) : [],
  };
}

/** The next ranked passages after an answer, with a button for those that are still left. */
export function renderMore(
  items: readonly { readonly article: Article; readonly passage: Passage }[],
  firstNumber: number,
  texts: Texts,
): Reply {
  const shown = items.slice(0, passagesPerMore);
  const left = items.slice(passagesPerMore);
  const numbered = shown.map((item, place) => ({ ...item, number: firstNumber + place, words: [] }));
  const context = shown.map(({ passage }, place): ReplyButton => ({
    label: texts.contextButton(shown.length === 1 ? undefined : firstNumber + place),
    meaning: { kind: 'context', passage: referToPassage(passage) },
  }));
  const more: ReplyButton = {
    label: texts.moreButton,
    meaning: {
      kind: 'more',
      firstNumber: firstNumber + shown.length,
      passages: left.map(({ passage }) => referToPassage(passage)),
    },
  };
  return {
    content: fitPassages(numbered, { head: `**${texts.moreTitle}**`, foot: [], texts }),
    buttons: left.length === 0 ? context : [...context, more],
  };
}

/** One page of the articles that can be asked about. */
export function renderArticleList(articles: readonly Article[], wantedPage: number, texts: Texts): Reply {
  const pages = Math.max(1, Math.ceil(articles.length / articlesPerPage));
  const page = Math.min(wantedPage, pages);
  const shown = articles.slice((page - 1) * articlesPerPage, page * articlesPerPage);
  const lines = shown.map((article) => `- ${describeArticle(article, texts)}`);
  return {
    content: [
      `**${texts.articlesTitle(articles.length)}**`,
      ...lines,
      ...(pages > 1 ? [texts.page(page, pages)] : []),
      texts.askAbout,
    ].join('\n'),
    buttons:
      pages > 1 ? turnButtons(page, pages, texts, (target) => ({ kind: 'articles', page: target })) : [],
  };
}

interface PassageItem {
  readonly article: Article;
  readonly passage: Passage;
  readonly number: number;
  /** Words to show bold, with everything that begins like them. */
  readonly words: readonly string[];
}

/** The same passages ever shorter until the message holds them; the last way always fits. */
function fitPassages(
  items: readonly PassageItem[],
  around: { head: string; foot: readonly string[]; texts: Texts },
): string {
  for (const [lengthMax, links] of [
    [300, true],
    [200, true],
    [140, false],
  ] as const) {
    const parts = items.map((item) => renderItem(item, lengthMax, links, around.texts));
    const content = [around.head, ...parts, ...around.foot].join('\n');
    if (content.length <= messageLengthMax) {
      return content;
    }
  }
  throw new RangeError('No layout of the passages fits one message');
}

function renderItem(item: PassageItem, lengthMax: number, links: boolean, texts: Texts): string {
  const { article, passage } = item;
  const block = article.blocks[passage.blockIndex] ?? passage;
  const bold = findWords(article.text, passage, item.words);
  const focus = passage.sentences.toSorted(
    (a, b) => countInside(bold, b) - countInside(bold, a) || a.start - b.start,
  )[0];
  const quote = renderQuote({
    text: article.text,
    span: passage,
    block,
    sentences: passage.sentences,
    ...(focus && { focus }),
    bold,
    lengthMax,
  });
  const place = article.blocks[passage.blockIndex];
  if (!place) {
    throw new RangeError(`Passage ${passage.id} stands in no block of its article`);
  }
  const words = focus ?? passage;
  return `${quote}\n${renderCitationLine({ article, block: place, words, number: item.number }, texts, links)}`;
}

/**
 * Words of the passage that are one of these, or begin like one of at least three letters, or hold one
 * of at least four: the terms may be stems, and Indonesian puts syllables in front of them.
 */
function findWords(text: string, { start, end }: Span, wanted: readonly string[]): Span[] {
  const terms = [...new Set(wanted.map(fold).filter((term) => term.length > 1))];
  return [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].flatMap((match) => {
    const word = fold(match[0]);
    const found = terms.some(
      (term) =>
        word === term ||
        (term.length > 2 && word.startsWith(term)) ||
        (term.length > 3 && word.includes(term)),
    );
    return found ? [{ start: start + match.index, end: start + match.index + match[0].length }] : [];
  });
}

function wordsOf(terms: string): string[] {
  return terms.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function countInside(spans: readonly Span[], { start, end }: Span): number {
  return spans.filter((span) => span.start >= start && span.end <= end).length;
}

function pageButtons(request: SearchPageRequest, page: number, pages: number): ReplyButton[] {
  const scope = request.articleId === undefined ? {} : { articleKey: articleKey(request.articleId) };
  return turnButtons(page, pages, request.texts, (target) => ({
    kind: 'search',
    page: target,
    terms: request.terms,
    ...scope,
  }));
}

/** Only where there is a page to turn to. */
function turnButtons(
  page: number,
  pages: number,
  texts: Texts,
  meaning: (page: number) => ReplyButton['meaning'],
): ReplyButton[] {
  return [
    ...(page > 1 ? [{ label: texts.previousButton, meaning: meaning(page - 1) }] : []),
    ...(page < pages ? [{ label: texts.nextButton, meaning: meaning(page + 1) }] : []),
  ];
}

function describeArticle(article: Article, texts: Texts): string {
  const paragraphs = article.blocks.reduce((most, { paragraph }) => Math.max(most, paragraph), 0);
  return [
    `**${renderInline(article.title, 120)}**`,
    article.publisher === undefined ? '' : renderInline(article.publisher, 40),
    texts.paragraphCount(paragraphs),
  ]
    .filter(Boolean)
    .join(' · ');
}
