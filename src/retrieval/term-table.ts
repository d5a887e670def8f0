/**
 * What the ranking knows beyond MiniSearch's postings: which term stands in which sentence, and in
 * how many passages. Terms are numbers here, so that a corpus of 10,000 passages stays small.
 */
import type { Article, Span } from '../articles/article.ts';
import { articleAnalysis } from '../language/analyse-text.ts';
import type { LanguageKnowledge } from '../language/knowledge.ts';
import type { Language } from '../language/language.ts';
import type { Passage } from './passage.ts';
import { readTerms, type ReadToken } from './read-terms.ts';

/** The tokens of one text. Each entry is `2 × term number`, plus 1 where it begins a new token. */
export type PackedTokens = Uint32Array;

/** One passage as numbers, beside the passage of the same position in the index. */
export interface PassageTerms {
  /** In the order of the passage's sentences. */
  readonly sentences: readonly PackedTokens[];
  /** Title, heading above, what leads to a list and the question that a paragraph answers; empty for the title itself. */
  readonly context: PackedTokens;
  /** Tokens that are no stop words. */
  readonly length: number;
}

export interface TermTable {
  readonly numberOf: ReadonlyMap<string, number>;
  /** By term number, the term itself. */
  readonly terms: readonly string[];
  /** By term number, in how many passages' own text it stands. */
  readonly passageCounts: Uint32Array;
  /** Term numbers of words and phrases as written, by the language of their article. */
  readonly written: Readonly<Record<Language, ReadonlySet<number>>>;
  readonly passageTerms: readonly PassageTerms[];
  /** Mean of `PassageTerms.length`, at least 1. */
  readonly lengthMean: number;
}

/**
 * The texts that the passage stands under: the article's title, the heading above it, what leads to its list, the
 * question that the interviewer asks before it; each may be empty.
 */
function readContext(article: Article, passage: Passage): string {
  const headingIndex = article.blocks[passage.blockIndex]?.headingIndex;
  const above = [
    headingIndex === undefined ? undefined : article.blocks[headingIndex],
    leadIn(article, passage),
    questionBefore(article, passage),
  ];
  const title = passage.kind === 'title' ? '' : article.title;
  return [
    title,
    ...above.map((span) => (span === undefined ? '' : article.text.slice(span.start, span.end))),
  ].join('\n');
}

/** "The utility asked customers to:" belongs to every item of the list that it opens. */
function leadIn(article: Article, passage: Passage): Span | undefined {
  if (passage.kind !== 'list-item') return undefined;
  const opening = article.blocks.slice(0, passage.blockIndex).findLast(({ kind }) => kind !== 'list-item');
  if (opening === undefined || !article.text.slice(opening.start, opening.end).endsWith(':'))
    return undefined;
  return opening.sentences.at(-1);
}

/** In an interview, what is asked in one paragraph belongs to the answer in the next. */
function questionBefore(article: Article, passage: Passage): Span | undefined {
  const before = article.blocks[passage.blockIndex - 1];
  return before?.kind === 'paragraph' && article.text.slice(before.start, before.end).endsWith('?')
    ? before
    : undefined;
}

/** The table of all passages, in their order. Every text is analysed once. */
export function buildTermTable(
  articles: ReadonlyMap<string, Article>,
  passages: readonly Passage[],
  knowledge?: LanguageKnowledge,
): TermTable {
  const numbers = new TermNumbers();
  const passageCounts: number[] = [];
  const contexts = new Map<string, PackedTokens>();
  let lengthSum = 0;
  const passageTerms = passages.map((passage): PassageTerms => {
    const article = articles.get(passage.articleId);
    const { language } = passage;
    const pack = (text: string): { packed: PackedTokens; length: number } => {
      const tokens = readTerms(text, { language, analysis: articleAnalysis(language), knowledge });
      return { packed: numbers.pack(tokens, language), length: tokens.filter(isWord).length };
    };
    const read = passage.sentences.map(({ start, end }) => pack(article?.text.slice(start, end) ?? ''));
    const length = read.reduce((sum, sentence) => sum + sentence.length, 0);
    lengthSum += length;
    const sentences = read.map(({ packed }) => packed);
    for (const term of distinctTerms(sentences)) passageCounts[term] = (passageCounts[term] ?? 0) + 1;
    const above = article === undefined ? '' : readContext(article, passage);
    const contextKey = `${language}\n${above}`;
    const context = contexts.get(contextKey) ?? pack(above).packed;
    contexts.set(contextKey, context);
    return { sentences, context, length };
  });
  return {
    numberOf: numbers.numberOf,
    terms: numbers.terms,
    passageCounts: Uint32Array.from({ length: numbers.terms.length }, (_, term) => passageCounts[term] ?? 0),
    written: numbers.written,
    passageTerms,
    lengthMean: Math.max(1, lengthSum / Math.max(1, passages.length)),
  };
}

function isWord(token: ReadToken): boolean {
  return !token.isPhrase;
}

/** Numbers given to terms in the order they are first seen. */
class TermNumbers {
  readonly numberOf = new Map<string, number>();
  readonly terms: string[] = [];
  readonly written = { id: new Set<number>(), en: new Set<number>() };

  pack(tokens: readonly ReadToken[], language: Language): PackedTokens {
    const packed: number[] = [];
    for (const { forms } of tokens) {
      for (const [place, form] of forms.entries()) {
        const number = this.#number(form);
        packed.push(number * 2 + (place === 0 ? 1 : 0));
        if (place === 0) this.written[language].add(number);
      }
    }
    return Uint32Array.from(packed);
  }

  #number(term: string): number {
    const known = this.numberOf.get(term);
    if (known !== undefined) return known;
    const fresh = this.terms.length;
    this.numberOf.set(term, fresh);
    this.terms.push(term);
    return fresh;
  }
}

function distinctTerms(sentences: readonly PackedTokens[]): Set<number> {
  const distinct = new Set<number>();
  for (const packed of sentences) for (const entry of packed) distinct.add(entry >>> 1);
  return distinct;
}
