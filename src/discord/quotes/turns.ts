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
  const last = new Map<string, Promise<void>>();

  function take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const mine = (last.get(key) ?? Promise.resolve()).then(work);
    const done = mine.then(
      () => {},
      () => {},
    );
    last.set(key, done);
    void done.then(() => {
      if (last.get(key) === done) last.delete(key);
    });
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
