import type { Actor } from './permissions.ts';
import type { FreezeCause, QuoteBody, QuoteSituation } from './quote.ts';

/** What happened to a quote, with everything needed to do it again. */
export type QuoteChange =
  /** `isImported`: with a file of many, which is announced as a whole. */
  | { readonly kind: 'suggested'; readonly body: QuoteBody; readonly isImported?: true }
  | { readonly kind: 'adjusted'; readonly body: QuoteBody }
  | { readonly kind: 'annotated'; readonly note?: string }
  | { readonly kind: 'approved'; readonly dueAtMs?: number }
  | { readonly kind: 'scheduled'; readonly dueAtMs: number }
  | { readonly kind: 'unscheduled' }
  | { readonly kind: 'rejected'; readonly reason?: string; readonly isRetracted: boolean }
  | { readonly kind: 'posting-begun'; readonly channelId: string; readonly nonce: string }
  /** `isFound`: by looking for it in its channel, where an earlier attempt may have sent it. */
  | { readonly kind: 'posted'; readonly messageId: string; readonly isFound?: true }
  | { readonly kind: 'posting-failed'; readonly reason: string; readonly retryAtMs?: number }
  | { readonly kind: 'withdrawn'; readonly mode: 'tombstone' | 'deleted'; readonly reason?: string }
  | { readonly kind: 'corrected'; readonly body: QuoteBody }
  | { readonly kind: 'kept'; readonly note: string; readonly besideVersion?: string }
  | { readonly kind: 'undone'; readonly restored: QuoteSituation }
  | { readonly kind: 'deleted-by-hand'; readonly messageId: string }
  | { readonly kind: 'relocated'; readonly body: QuoteBody }
  | { readonly kind: 'frozen'; readonly cause: FreezeCause }
  | { readonly kind: 'unfrozen' };

/** One line of the append-only log: together, a quote's events are the truth about it. */
export interface QuoteEvent {
  readonly guildId: string;
  readonly number: number;
  /** From 1, without gaps: the quote's revision after it. */
  readonly revision: number;
  readonly atMs: number;
  readonly actor: Actor;
  readonly change: QuoteChange;
}
