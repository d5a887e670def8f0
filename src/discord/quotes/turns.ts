/** Keeps work of one key in order, one after the other; of different keys at the same time. */
import type { Logger } from 'pino';

export interface Turns {
  /** Runs it after everything else of that key; gives back what it gives, rejects as it does. */
  take<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
  /** As `take`; what it throws is logged. */
  add(key: string, work: () => Promise<void>): void;
  /** Waits until nothing runs any more. */
  settle(): Promise<void>;
}

export function createTurns(log: Logger): Turns {
  const last = new Map<string, Promise<unknown>>();

  function take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const mine = runAfter(last.get(key), work);
    const done = Promise.allSettled([mine]).finally(() => {
      if (last.get(key) === done) last.delete(key);
    });
    last.set(key, done);
    return mine;
  }

  return {
    take,
    add: (key, work) => {
      take(key, work).catch((err: unknown) => log.error({ err, key }, 'quote work failed'));
    },
    settle: async () => {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}

async function runAfter<Result>(
  before: Promise<unknown> | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  await before;
  return work();
}
