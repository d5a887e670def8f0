import type { FreezeCause, QuoteBody } from './quote.ts';

/** What can be asked of one quote. Nothing here carries words of an article. */
export type QuoteAction =
  | {
      readonly kind: 'suggest';
      readonly guildId: string;
      /** Fresh from the store. */
      readonly number: number;
      readonly body: QuoteBody;
      readonly isImported?: true;
    }
  | { readonly kind: 'adjust'; readonly body: QuoteBody }
  /** Undefined takes the note away. */
  | { readonly kind: 'annotate'; readonly note: string | undefined }
  /** With `dueAtMs`, now or later, it is scheduled in the same step: nothing can come between. */
  | { readonly kind: 'approve'; readonly dueAtMs?: number }
  /** Without `dueAtMs` for now, whatever moment it is written at. */
  | { readonly kind: 'schedule'; readonly dueAtMs?: number }
  | { readonly kind: 'unschedule' }
  | { readonly kind: 'reject'; readonly reason: string }
  /** `isRepeat`: a schedule shows again what has been posted before. */
  | { readonly kind: 'begin-posting'; readonly channelId: string; readonly isRepeat?: boolean }
  | { readonly kind: 'posted'; readonly messageId: string; readonly isFound?: true }
  /**
   * With `retryAtMs` the worker tries again then; without, a moderator decides. A scheduled quote fails
   * where it cannot even be tried, as there is no channel.
   */
  | { readonly kind: 'posting-failed'; readonly reason: string; readonly retryAtMs?: number }
  | { readonly kind: 'withdraw'; readonly mode: 'tombstone' | 'deleted'; readonly reason?: string }
  | { readonly kind: 'correct'; readonly body: QuoteBody }
  /** `besideVersion`: the article's version that was seen; the next change of the article asks again. */
  | { readonly kind: 'keep-with-note'; readonly note: string; readonly besideVersion?: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'deleted-by-hand'; readonly messageId: string }
  /** The same words in a newer snapshot. */
  | { readonly kind: 'relocated'; readonly body: QuoteBody }
  | { readonly kind: 'freeze'; readonly cause: FreezeCause }
  | { readonly kind: 'unfreeze' };

export type QuoteActionKind = QuoteAction['kind'];

/** Every kind once. */
export const quoteActionKinds = [
  'suggest',
  'adjust',
  'annotate',
  'approve',
  'schedule',
  'unschedule',
  'reject',
  'begin-posting',
  'posted',
  'posting-failed',
  'withdraw',
  'correct',
  'keep-with-note',
  'undo',
  'deleted-by-hand',
  'relocated',
  'freeze',
  'unfreeze',
] as const satisfies readonly QuoteActionKind[];
