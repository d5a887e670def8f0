/** Discord's IDs: milliseconds since 2015 in the upper 42 bits, so that they sort by time. */

const EPOCH_MS = 1_420_070_400_000n;

/** Gives a maker of IDs that always rise, even where the clock stands still or goes back. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const atClock = (BigInt(Math.floor(now())) - EPOCH_MS) << 22n;
    last = atClock > last ? atClock : last + 1n;
    return String(last);
  };
}

/** The time an ID carries, in milliseconds since 1970. */
export function snowflakeTime(id: string): number {
  return Number((BigInt(id) >> 22n) + EPOCH_MS);
}

export function isSnowflake(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,20}$/.test(value);
}

/** For sorting, oldest first. */
export function compareSnowflakes(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
