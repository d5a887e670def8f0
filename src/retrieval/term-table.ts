/**
 * What the ranking knows beyond MiniSearch's postings: which term stands in which sentence, and in
 * how many passages. Terms are numbers here, so that a corpus of 10,000 passages stays small.
 */
import type { Article } from '../articles/article.ts';
import { analyseText, articleAnalysis, type Token } from '../language/analyse-text.ts';
import type { Passage } from './passage.ts';

/** The tokens of one text. Each entry is `2 × term number`, plus 1 where it begins a new token. */
export type PackedTokens = Uint32Array;

/** One passage as numbers, beside the passage of the same position in the index. */
export interface PassageTerms {
  /** In the order of the passage's sentences. */
  readonly sentences: readonly PackedTokens[];
  /** Title and heading above; empty for the title itself. */
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
  readonly passageTerms: readonly PassageTerms[];
  /** Mean of `PassageTerms.length`, at least 1. */
  readonly lengthMean: number;
}

/** What the passage is about beyond its own words: the article's title and the heading above it. */
export interface PassageContext {
  readonly title: string;
  readonly heading: string;
}

/** The texts of title and heading that the passage stands under; empty where it is the title itself. */
export function readPassageContext(article: Article, passage: Passage): PassageContext {
  const headingIndex = article.blocks[passage.blockIndex]?.headingIndex;
  const heading = headingIndex === undefined ? undefined : article.blocks[headingIndex];
  return {
    title: passage.kind === 'title' ? '' : article.title,
    heading: heading === undefined ? '' : article.text.slice(heading.start, heading.end),
  };
}

/** The table of all passages, in their order. */
export function buildTermTable(
  articles: ReadonlyMap<string, Article>,
  passages: readonly Passage[],
): TermTable {
  const numbers = new TermNumbers();
  const passageCounts: number[] = [];
  let lengthSum = 0;
  const passageTerms = passages.map((passage): PassageTerms => {
    const article = articles.get(passage.articleId);
    const analysis = articleAnalysis(passage.language);
    const tokensOf = (text: string): Token[] => analyseText(text, analysis).filter((token) => !token.isStop);
    const sentences = passage.sentences.map((sentence) =>
      tokensOf(article?.text.slice(sentence.start, sentence.end) ?? ''),
    );
    const length = sentences.reduce((sum, tokens) => sum + tokens.length, 0);
    lengthSum += length;
    const packed = sentences.map((tokens) => numbers.pack(tokens));
    for (const term of distinctTerms(packed)) passageCounts[term] = (passageCounts[term] ?? 0) + 1;
    const context = article === undefined ? { title: '', heading: '' } : readPassageContext(article, passage);
    return {
      sentences: packed,
      context: numbers.pack(tokensOf(`${context.title}\n${context.heading}`)),
      length,
    };
  });
  return {
    numberOf: numbers.numberOf,
    terms: numbers.terms,
    passageCounts: Uint32Array.from({ length: numbers.terms.length }, (_, term) => passageCounts[term] ?? 0),
    passageTerms,
    lengthMean: Math.max(1, lengthSum / Math.max(1, passages.length)),
  };
}

/** Numbers given to terms in the order they are first seen. */
class TermNumbers {
  readonly numberOf = new Map<string, number>();
  readonly terms: string[] = [];

  pack(tokens: readonly Token[]): PackedTokens {
    const packed: number[] = [];
    for (const token of tokens) {
      for (const [place, form] of token.forms.entries()) {
        packed.push(this.#number(form) * 2 + (place === 0 ? 1 : 0));
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
