/**
 * Which quote a schedule posts next: all of them once before any comes again, in an order that looks
 * shuffled and is the same wherever it is computed.
 */
import { hashText } from './hash-text.ts';

/** What a server's bag remembers. */
export interface Bag {
  /** From 1. */
  readonly round: number;
  /** Numbers taken in this round, in order. */
  readonly drawn: readonly number[];
  /** The last number taken, of whatever round. */
  readonly last?: number;
}

export const emptyBag: Bag = { round: 1, drawn: [] };

/** At this many quotes that were never posted or fewer, moderators are told. */
export const queueLowMax = 3;

/**
 * The next quote and the bag without it; undefined where there is none to post. A quote added in
 * mid-round joins it, one withdrawn leaves it, and a round never begins with the last of the round
 * before while there is another.
 */
export function drawQuote(
  guildId: string,
  bag: Bag,
  available: readonly number[],
): { readonly number: number; readonly bag: Bag } | undefined {
  const drawn = new Set(bag.drawn);
  const left = available.filter((number) => !drawn.has(number));
  const isNewRound = left.length === 0;
  const round = isNewRound ? bag.round + 1 : bag.round;
  const open = isNewRound ? available : left;
  const fresh = open.length > 1 ? open.filter((number) => number !== bag.last) : open;
  const [number] = shuffle(guildId, round, fresh);
  if (number === undefined) return undefined;
  // Also those that left are remembered: one that comes back has had its turn.
  return { number, bag: { round, drawn: isNewRound ? [number] : [...bag.drawn, number], last: number } };
}

/** Whether so few quotes that were never posted are left that a repeat is near. */
export function isQueueLow(unpostedCount: number, lowMax: number = queueLowMax): boolean {
  return unpostedCount <= lowMax;
}

function shuffle(guildId: string, round: number, numbers: readonly number[]): readonly number[] {
  return numbers
    .map((number) => ({ number, key: hashText(`${guildId} ${round} ${number}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.number - b.number))
    .map(({ number }) => number);
}
