/** Keeps what is being worked on in order, once, and from taking the process down. */
import type { Logger } from 'pino';

export interface Work {
  /** Runs it after everything else of that key; whatever it throws is logged. */
  run(key: string, work: () => Promise<void>): void;
  /** True the first time; Discord may deliver an event twice. */
  isNew(messageId: string): boolean;
  noteDeletion(messageId: string): void;
  /** Whether the message was deleted a while ago at most. */
  isDeleted(messageId: string): boolean;
  /** Waits until nothing runs any more. */
  settle(): Promise<void>;
}

/** Messages remembered, to notice double deliveries and deletions that overtake an answer. */
const rememberedMax = 5_000;

export function createWork(log: Logger): Work {
  const running = new Map<string, Promise<void>>();
  const seen = new Set<string>();
  const deleted = new Set<string>();
  return {
    run: (key, work) => {
      const before = running.get(key) ?? Promise.resolve();
      const mine = runAfter(before, work, log);
      running.set(key, mine);
      void mine.finally(() => {
        if (running.get(key) === mine) running.delete(key);
      });
    },
    isNew: (messageId) => {
      if (seen.has(messageId)) return false;
      remember(seen, messageId);
      return true;
    },
    noteDeletion: (messageId) => remember(deleted, messageId),
    isDeleted: (messageId) => deleted.has(messageId),
    settle: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}

/** Never rejects. */
async function runAfter(before: Promise<void>, work: () => Promise<void>, log: Logger): Promise<void> {
  await before;
  try {
    await work();
  } catch (err) {
    log.error({ err }, 'channel message failed');
  }
}

function remember(ids: Set<string>, id: string): void {
  ids.add(id);
  if (ids.size <= rememberedMax) return;
  // Sets keep their order: the first is the oldest.
  const [oldest = ''] = ids;
  ids.delete(oldest);
}
