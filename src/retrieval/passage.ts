import type { Article, BlockKind, Sentence, Span } from '../articles/article.ts';
import type { Language } from '../language/language.ts';
import type { TermVector } from '../language/lexicon/term-vectors.ts';

/**
 * The unit of retrieval: a whole block, or a run of whole sentences where a block is long.
 * Its text is `article.text.slice(start, end)`, never stored apart.
 */
export interface Passage extends Span {
  /** Article ID + `#` + ordinal; the same on every rebuild while the article's text is unchanged. */
  readonly id: string;
  readonly articleId: string;
  /** The snapshot its offsets count in. */
  readonly version: string;
  readonly language: Language;
  /** Place among the article's passages, from 0, in reading order. */
  readonly ordinal: number;
  readonly kind: BlockKind;
  /** Index of the block it stands in. */
  readonly blockIndex: number;
  /** As `Block.paragraph`. */
  readonly paragraph: number;
  readonly sentences: readonly Sentence[];
}

/** A passage as one search ranked it. */
export interface ScoredPassage {
  readonly passage: Passage;
  /** BM25+ score: unbounded, comparable only within one search. */
  readonly score: number;
  /** From 1. */
  readonly rank: number;
  /** Share of the query's weight (IDF) that the passage matches, 0 to 1; comparable between queries. */
  readonly coverage: number;
  /** Query terms found in the passage. */
  readonly matchedTerms: readonly string[];
}

/** A text to look for. */
export interface WeightedText {
  readonly text: string;
  /** How much its words count, above 0: 1 for the question itself, less for what was asked before it. */
  readonly weight: number;
  /** Whether it was asked earlier in the conversation; absent: no. */
  readonly isEarlier?: true;
}

/** One informative word of a query, with everything it is found by. */
export interface QueryTerm {
  /** As asked, without case and diacritics. */
  readonly word: string;
  /** Every term of the index that stands for it, with how well it does, above 0 to 1. */
  readonly forms: ReadonlyMap<string, number>;
  /** IDF times the weight of its text, above 0. A word that the corpus lacks counts as the rarest. */
  readonly weight: number;
  /** Whether any of its forms stands in a passage of the corpus, in that spelling or one near it. */
  readonly isKnown: boolean;
  /** Whether Indonesian or English has the word, as far as is known; false for names and misspellings. */
  readonly isInLanguage: boolean;
  /** Written with a capital inside the text, as names are. */
  readonly isName: boolean;
  /** Contains a digit. */
  readonly isNumber: boolean;
  /** What the word is used like; undefined for names and words that are unknown. */
  readonly vector: TermVector | undefined;
  /** How rare it is in general use, whatever the corpus, 0 to 1; 1 for what is not known. */
  readonly rarity: number;
  /** The weight of its text: 1 for the question itself. */
  readonly emphasis: number;
}

/** What the words of a passage say for it; all shares of the query's weight, 0 to 1. */
export interface PassageSignals {
  /** BM25 over the passage's words, as a share of what a passage full of them would get. */
  readonly frequency: number;
  /** In the passages before and behind, and not in it. */
  readonly neighbours: number;
  /**
   * In the sentence that has most of it, words of title and heading counting almost as said, and words of like use in
   * part: "sports hall" for "GOR", "get in" for "entered".
   */
  readonly near: number;
  /** How alike in use the query and the sentence most like it are, all their words taken together. */
  readonly alike: number;
  /** The same for the passage as a whole. */
  readonly alikeWhole: number;
  /** How rare the word of the query is that nothing in the passage says or comes near to. */
  readonly farthest: number;
  /** Words of the query that stand side by side in one sentence; 1 for four pairs or more. */
  readonly pairs: number;
  /** How early the passage says a word of the query, the weightier the better: what it opens with is what it is about. */
  readonly opening: number;
  /** In the question most like it of those that somebody wrote down for the passage, less where that asks for more. */
  readonly askedAlike: number;
}

/** A ranked passage with what speaks for it. */
export interface ExaminedPassage extends ScoredPassage {
  /** By sentence of the passage, then by query term: how well the sentence matches it, 0 to 1. */
  readonly sentenceMatches: readonly (readonly number[])[];
  /** By query term: how well the article's title or the heading above matches it, 0 to 1. */
  readonly contextMatches: readonly number[];
  readonly signals: PassageSignals;
  /**
   * How alike the question is to one that somebody wrote down for this passage, above a half to 1; 0.8 or more only where
   * it has no word of weight beside the wording's; absent where none is like it.
   */
  readonly likeness?: number;
}

/** What a search looked for, and what it found. */
export interface Examination {
  /** In the order of the texts; empty when they hold nothing but stop words. */
  readonly terms: readonly QueryTerm[];
  /** Best first; empty when no term matches. */
  readonly candidates: readonly ExaminedPassage[];
}

/** What a search may be narrowed to. */
export interface SearchScope {
  /** Only passages of this article. */
  readonly articleId?: string;
}

/** Gives the same for the same article, and never undefined. */
export type ArticleReader<T> = (article: Article) => T;

/** The searchable corpus. Built once from articles; never changes afterwards. */
export interface PassageIndex {
  readonly articles: ReadonlyMap<string, Article>;
  /** In article order as given by the sorted article IDs, then reading order. */
  readonly passages: readonly Passage[];
  /** The passage with that ID, or undefined where the corpus has none. */
  passage(passageId: string): Passage | undefined;
  /**
   * What a reader makes of an article, made when first asked for and kept as long as the index; undefined where the
   * corpus lacks the article. Kept by reader: it is one function for the whole program.
   */
  recall<T>(articleId: string, read: ArticleReader<T>): T | undefined;
  /** Passages that hold one of the words, best first; at most `k`. Ties by passage order. */
  search(text: string, k: number, scope?: SearchScope): readonly ScoredPassage[];
  /** The evidence behind `search`: same order, at most `k` candidates. */
  examine(texts: readonly WeightedText[], k: number, scope?: SearchScope): Examination;
  /**
   * By query term: how alike in use the word of that sentence of the passage (from 0) is that is most like it, 0 to 1;
   * 0 where not known.
   */
  nearness(passage: Passage, sentence: number, terms: readonly QueryTerm[]): readonly number[];
  /**
   * How alike in use a folded word of an article in that language is to the query's words, each by its share of the
   * weightiest, 0 to 1; 0 where not known. Words are looked up in the corpus.
   */
  wordNearness(terms: readonly QueryTerm[], language: Language): (folded: string) => number;
  /** As `search`, with the last word taken as a beginning: for autocomplete. */
  suggest(text: string, k: number, scope?: SearchScope): readonly ScoredPassage[];
}
