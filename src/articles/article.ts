/**
 * The source document as the whole program sees it. A file enters through
 * `articles/`; an `Article` leaves: one immutable snapshot text and the places in it.
 * Nothing here ever rewrites a character of the source.
 */
import type { Language } from '../language/language.ts';

/** A half-open range `[start, end)` in UTF-16 code units of an article's snapshot text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One sentence. Its span has no surrounding white space and lies inside its block. */
export interface Sentence extends Span {
  /** Place in its block, from 1. */
  readonly number: number;
}

/** What a block of an article is to its reader. */
export type BlockKind = 'title' | 'summary' | 'heading' | 'paragraph' | 'list-item';

/** A run of text set apart by the article's layout; blocks are in reading order and never overlap. */
export interface Block extends Span {
  /** Place among the article's blocks, from 0. */
  readonly index: number;
  readonly kind: BlockKind;
  /**
   * The paragraph number a reader counts to, from 1. Only paragraphs and list items count:
   * a heading carries the number of the paragraph that follows it, title and summary carry 0.
   */
  readonly paragraph: number;
  /** Index of the nearest heading block above, if there is one. */
  readonly headingIndex?: number;
  /** At least one; they cover every visible character of the block. */
  readonly sentences: readonly Sentence[];
}

/** Questions that the article's keeper wrote down for a paragraph; none of it is the article's words. */
export interface CuratedQuestions {
  /** As `Block.paragraph`: 0 for title and summary. */
  readonly paragraph: number;
  /** Ways of asking for what stands there, at least one; never shown as a quotation. */
  readonly wordings: readonly string[];
}

/** One article: what its file says about it, and its text with every place in it. */
export interface Article {
  /** The file name without its extension; unique in a corpus. */
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly author?: string;
  readonly publisher?: string;
  /** ISO 8601 calendar date, as precise as it is known: `2025`, `2025-08` or `2025-08-13`. */
  readonly published?: string;
  /** Where the publisher shows it; http or https. */
  readonly url?: string;
  readonly licence?: string;
  /** The snapshot: title, summary and body as one text. All offsets count in it. */
  readonly text: string;
  /** SHA-256 of `text` in UTF-8, 64 lower-case hexadecimal digits. */
  readonly version: string;
  readonly blocks: readonly Block[];
  /** Beside the text and no part of its version; in the order of the file, absent where there are none. */
  readonly questions?: readonly CuratedQuestions[];
}
