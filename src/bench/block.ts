/** One block of a measurement: a call is made again and again, so many at once, for so long. */

export interface BlockOptions {
  /** Calls that run at the same time, from 1. */
  readonly concurrency: number;
  readonly durationMs: number;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

export interface Block {
  /** Calls that succeeded, by the second. */
  readonly perSecond: number;
  /** Milliseconds of each successful call, in the order they ended. */
  readonly latenciesMs: readonly number[];
  /** Calls that gave false. */
  readonly failures: number;
}

/** Runs one block; `call` is handed its number from 0 and gives whether it succeeded. */
export async function runBlock(
  call: (number: number) => Promise<boolean>,
  { concurrency, durationMs, now }: BlockOptions,
): Promise<Block> {
  const latenciesMs: number[] = [];
  const startedAt = now();
  let calls = 0;
  let failures = 0;
  const lane = async (): Promise<void> => {
    while (now() - startedAt < durationMs) {
      const calledAt = now();
      if (await call(calls++)) latenciesMs.push(now() - calledAt);
      else failures += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const seconds = (now() - startedAt) / 1000;
  return { perSecond: latenciesMs.length / seconds, latenciesMs, failures };
}
