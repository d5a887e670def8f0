import type { Span } from '../articles/article.ts';

/** What a person asked, whichever surface it came through. */
export interface Question {
  readonly text: string;
  /** Earlier questions of the same conversation, oldest first; empty when there are none. */
  readonly previous: readonly string[];
  /** Only this article may answer. */
  readonly articleId?: string;
}

/**
 * A pointer to verbatim words: never carries text of its own.
 * `start` and `end` are UTF-16 offsets into the snapshot named by `articleId` and `version`.
 */
export interface Citation extends Span {
  /** From 1, in the order shown. */
  readonly number: number;
  readonly passageId: string;
  readonly articleId: string;
  readonly version: string;
  /** As `Block.paragraph`: 0 for title and summary. */
  readonly paragraph: number;
  /** The sentence that answers best; inside the citation's span. */
  readonly sentence: Span & { readonly number: number };
  /** The answering words inside `sentence`, or null where no part of it stands out. */
  readonly highlight: Span | null;
}

/** How sure the bot is, in the words a member reads; never a percentage. */
export type Verdict = 'answers' | 'may-answer' | 'does-not-say';

/** The article answers, or may answer. */
export interface Answer {
  readonly kind: 'answer';
  readonly verdict: 'answers' | 'may-answer';
  /** 0 to 1, two decimals: orders questions by how sure the bot is that the article answers them. */
  readonly confidence: number;
  /** Best first, 1 to `citationsMax`. */
  readonly citations: readonly Citation[];
  /** Passage IDs that come after the citations, best first; for *More*. */
  readonly furtherPassageIds: readonly string[];
}

/** Why the bot says that the article does not say it. */
export type NoAnswerReason = 'no-terms' | 'nothing-found' | 'not-covered';

/** A deliberate outcome: the article does not say it. */
export interface NoAnswer {
  readonly kind: 'no-answer';
  readonly verdict: 'does-not-say';
  readonly reason: NoAnswerReason;
  /** As in `Answer`. */
  readonly confidence: number;
  /** Nearest passages, best first, at most `citationsMax`; empty when nothing matched. */
  readonly citations: readonly Citation[];
  readonly furtherPassageIds: readonly string[];
}

/** Citations in one outcome, at most: what fits a phone screen and a Discord message. */
export const citationsMax = 3;
