/** Percentile bootstrap over questions, with a generator of its own: the same input gives the same interval. */

/** A figure with its interval. `low` and `high` are NaN where `value` is. */
export interface Estimate {
  readonly value: number;
  /** 2.5th percentile of the resamples. */
  readonly low: number;
  /** 97.5th percentile of the resamples. */
  readonly high: number;
  /** Judgements the figure is counted from. */
  readonly n: number;
}

/** Resamples for one interval: the ends move by less than the last digit shown. */
export const resamplesDefault = 1000;
/** Seed of every interval; any number would do, as long as it stays. */
export const seedDefault = 20_250_813;

/** Numbers from 0 (inclusive) to 1 (exclusive), always the same for a seed: mulberry32, public domain. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How often each of `n` questions is drawn in each resample; the same for the same `n` and seed. */
export function drawResamples(
  n: number,
  { resamples = resamplesDefault, seed = seedDefault }: { resamples?: number; seed?: number } = {},
): Uint16Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: resamples }, () => {
    const counts = new Uint16Array(n);
    for (let drawn = 0; drawn < n; drawn += 1) {
      const place = Math.floor(random() * n);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return counts;
  });
}

/** The middle 95 % of the values that are numbers; NaN at both ends where none is. */
export function interval(values: readonly number[]): { low: number; high: number } {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}
