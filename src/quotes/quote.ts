/**
 * A quote as the whole program sees it: spans of one stored snapshot and what moderators decided
 * about them. It holds no word of the article; words are cut from the snapshot by `checkQuote` alone,
 * so that nothing a person types can become part of a quote.
 */
import type { Article, BlockKind, Span } from '../articles/article.ts';

/** Words of one quote, joined, in UTF-16 units: what one message holds beside its citation. */
export const quoteLengthMax = 1_000;
/** Shorter words say nothing by themselves. */
export const quoteLengthMin = 12;
/** Parts that are joined with `cutMark`, at most: more is a collage. */
export const quoteSpansMax = 5;
/** A moderator's note, in UTF-16 units. */
export const noteLengthMax = 300;
/** A reason for a rejection, withdrawal or failure, in UTF-16 units. */
export const reasonLengthMax = 300;
/**
 * Posts of one quote that are remembered; it is not posted again beyond that. One quote alone fills a daily
 * schedule for almost three years.
 */
export const postsMax = 1_000;

/** Stands between two parts of a quote wherever words of the article are left out between them. */
export const cutMark = '[…]';

/**
 * Everything of an article that a quote needs to be shown, and to be found again in a newer text; kept
 * for as long as any quote points to it.
 */
export type Snapshot = Pick<
  Article,
  | 'title'
  | 'language'
  | 'author'
  | 'publisher'
  | 'published'
  | 'url'
  | 'licence'
  | 'text'
  | 'version'
  | 'blocks'
> & { readonly articleId: string };

/** Consecutive whole sentences of one block. */
export interface QuoteSpan extends Span {
  readonly kind: BlockKind;
  /** As `Block.paragraph`. */
  readonly paragraph: number;
  /** Place of its first and last sentence in the block, from 1. */
  readonly firstSentence: number;
  readonly lastSentence: number;
  /** SHA-256 of its words in UTF-8, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** What a quote quotes. Offsets count in the snapshot named by `articleId` and `version`. */
export interface QuoteBody {
  readonly articleId: string;
  readonly version: string;
  /** In reading order, 1 to `quoteSpansMax`, never overlapping. */
  readonly spans: readonly QuoteSpan[];
  /** The name of who speaks, as it stands in the article; absent where that is not certain. */
  readonly speaker?: Span;
}

export type QuoteState =
  | 'suggested'
  | 'approved'
  | 'scheduled'
  | 'posting'
  | 'posted'
  | 'corrected'
  | 'withdrawn'
  | 'rejected';

/** States in which a quote still stands for something: found by duplicates, relocated on a refresh. */
export const liveStates: readonly QuoteState[] = [
  'suggested',
  'approved',
  'scheduled',
  'posting',
  'posted',
  'corrected',
];

/** One message that shows the quote. */
export interface Post {
  readonly channelId: string;
  readonly messageId: string;
  readonly postedAtMs: number;
}

/** A post that is being sent. */
export interface PostAttempt {
  readonly channelId: string;
  /** For Discord's `nonce` with `enforce_nonce`, and for finding the message again; at most 25 characters. */
  readonly nonce: string;
  readonly startedAtMs: number;
  /** Where the quote stood before. */
  readonly from: 'approved' | 'scheduled' | 'posted' | 'corrected';
}

export interface Rejection {
  readonly by: string;
  /** Absent where the suggester took it back. */
  readonly reason?: string;
  readonly isRetracted: boolean;
}

/** Taken back: the message became a tombstone, was deleted by the bot, or by somebody's hand. */
export interface Withdrawal {
  readonly by: string;
  readonly mode: 'tombstone' | 'deleted' | 'deleted-by-hand';
  readonly reason?: string;
}

/** Why nothing may be posted until a moderator decided. */
export type FreezeCause = 'moderator' | 'source-changed' | 'snapshot-damaged';

/** The part of a quote that actions change and undo restores. */
export interface QuoteSituation {
  readonly state: QuoteState;
  readonly body: QuoteBody;
  /** A moderator's own words, shown plainly apart from the quote. */
  readonly note?: string;
  readonly approvedBy?: string;
  /** Only while scheduled: milliseconds since 1970. */
  readonly dueAtMs?: number;
  /** Only while posting. */
  readonly attempt?: PostAttempt;
  /** Oldest first, at most `postsMax`; messages known to be gone are not among them. */
  readonly posts: readonly Post[];
  readonly rejection?: Rejection;
  readonly withdrawal?: Withdrawal;
  /** The article's version that a moderator has seen and keeps the quote beside, as it is. */
  readonly keptBeside?: string;
  /** The snapshot version quoted before the last correction. */
  readonly correctedFrom?: string;
  readonly frozen?: FreezeCause;
  /** Why the last attempt to post failed, in whatever form the poster reads; cleared by the next success. */
  readonly lastFailure?: string;
  /** Who moved the boundaries last; counts as a first pair of eyes for the two-person rule. */
  readonly adjustedBy?: string;
}

/** What `undo` would take back. */
export interface LastChange {
  readonly kind: UndoableKind;
  readonly by: string;
  readonly before: QuoteSituation;
}

export type UndoableKind =
  | 'adjusted'
  | 'annotated'
  | 'approved'
  | 'scheduled'
  | 'unscheduled'
  | 'rejected'
  | 'withdrawn'
  | 'corrected'
  | 'kept'
  | 'undone';

export interface Quote extends QuoteSituation {
  readonly guildId: string;
  /** From 1, stable in its guild, never given to another quote. */
  readonly number: number;
  readonly suggestedBy: string;
  readonly suggestedAtMs: number;
  /** Events so far, from 1: what compare-and-set compares. */
  readonly revision: number;
  /** Absent where nothing can be undone. */
  readonly lastChange?: LastChange;
}

/** Whether its own suggester took it back: words that they no longer offer are nobody else's to publish. */
export function isTakenBack({ state, rejection, suggestedBy }: Quote): boolean {
  return state === 'rejected' && rejection?.isRetracted === true && rejection.by === suggestedBy;
}
