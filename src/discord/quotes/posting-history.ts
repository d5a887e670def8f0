/** A quote's log enters; what became of its attempts to be posted since the last one that worked leaves. */
import type { QuoteEvent } from '../../quotes/quote-event.ts';
import type { QuoteStore } from '../../quotes/quote-store.ts';
import type { Quote } from '../../quotes/quote.ts';

/** Events looked back at: more than the attempts that are ever made without somebody's decision. */
const lookBackMax = 60;

export interface PostingHistory {
  /** When the first attempt began whose message may be out without being recorded; undefined for none. */
  readonly firstBegunAtMs?: number;
  /** Attempts begun since, the present one included. */
  readonly begunCount: number;
  /** Failures since the last success or the last decision of a moderator. */
  readonly failureCount: number;
}

export async function readPostingHistory(
  { guildId, number, revision }: Quote,
  quotes: Pick<QuoteStore, 'history'>,
): Promise<PostingHistory> {
  const events = await quotes.history(guildId, number, Math.max(0, revision - lookBackMax));
  return readAttempts(events);
}

/** `events` in order. */
export function readAttempts(events: readonly QuoteEvent[]): PostingHistory {
  let begun: number[] = [];
  let failureCount = 0;
  for (const { change, actor, atMs } of events) {
    if (change.kind === 'posted') begun = [];
    if (change.kind === 'posting-begun') begun.push(atMs);
    if (change.kind === 'posted' || actor.role !== 'system') failureCount = 0;
    if (change.kind === 'posting-failed') failureCount += 1;
  }
  const [firstBegunAtMs] = begun;
  return { begunCount: begun.length, failureCount, ...(firstBegunAtMs !== undefined && { firstBegunAtMs }) };
}

/** When the next attempt is made after so many failures (from 1), in milliseconds; undefined: never by itself. */
export function retryDelayMs(failureCount: number): number | undefined {
  const minutes = retryMinutes[failureCount - 1];
  return minutes === undefined ? undefined : minutes * 60_000;
}

/** Long enough together for an outage of half a day. */
const retryMinutes = [1, 2, 5, 15, 30, 60, 180, 360] as const;
