import { drawQuote, isQueueLow, type Bag } from '../../quotes/quote-bag.ts';
import { postsMax, type Quote } from '../../quotes/quote.ts';

export interface ChosenQuote {
  readonly quote: Quote;
  /** Without it. */
  readonly bag: Bag;
  /** Quotes that were approved and never posted, without this one. */
  readonly unpostedCount: number;
}

/**
 * The quote that a schedule posts next: those never posted first, then again what has been posted, all
 * of them once before any comes a third time. Undefined where there is none. Frozen ones wait.
 */
export function chooseQuote(guildId: string, bag: Bag, quotes: readonly Quote[]): ChosenQuote | undefined {
  const available = quotes.filter(isAvailable);
  const unposted = available.filter(({ state }) => state === 'approved');
  const drawn = new Set(bag.drawn);
  const hasFresh = unposted.some(({ number }) => !drawn.has(number));
  const open = hasFresh ? unposted : available;
  const numbers = open.map(({ number }) => number);
  const next = drawQuote(guildId, bag, numbers);
  const quote = open.find(({ number }) => number === next?.number);
  if (next === undefined || quote === undefined) return undefined;
  const isFresh = quote.state === 'approved';
  return { quote, bag: next.bag, unpostedCount: unposted.length - (isFresh ? 1 : 0) };
}

/** Whether moderators hear of the low queue now, and what the schedule remembers of that. */
export function noteLowQueue(
  unpostedCount: number,
  lowToldAtMs: number | undefined,
  nowMs: number,
): { readonly isTold: boolean; readonly lowToldAtMs?: number } {
  // Once it has filled up again, the next time is news again.
  if (!isQueueLow(unpostedCount)) return { isTold: false };
  return { isTold: lowToldAtMs === undefined, lowToldAtMs: lowToldAtMs ?? nowMs };
}

const nothingAgainMs = 7 * 24 * 3_600_000;

/**
 * Whether moderators hear now that a run has nothing to post: the first time and, as long as it stays so,
 * once a week. What is forgotten with a run that posts, so that the next time is news again.
 */
export function noteNothing(
  nothingToldAtMs: number | undefined,
  nowMs: number,
): { readonly isTold: boolean; readonly nothingToldAtMs: number } {
  const isTold = nothingToldAtMs === undefined || nowMs - nothingToldAtMs >= nothingAgainMs;
  return { isTold, nothingToldAtMs: isTold ? nowMs : nothingToldAtMs };
}

/** A quote with a failure waits for a moderator: trying it again and again would hold up the others. */
function isAvailable({ state, frozen, posts, lastFailure }: Quote): boolean {
  if (frozen !== undefined || posts.length >= postsMax) return false;
  if (state === 'approved') return lastFailure === undefined;
  return state === 'posted' || state === 'corrected';
}
