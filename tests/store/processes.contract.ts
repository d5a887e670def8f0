import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore, type StoreOptions } from '../../src/store/open-store.ts';
import type { TestDatabase, TestDatabases } from './databases.ts';

const script = new URL('./claiming-process.ts', import.meta.url).pathname;

/** What several processes on one database may rely on. */
export function describeProcesses(databases: TestDatabases): void {
  describe(`processes on ${databases.name}`, () => {
    let database: TestDatabase;
    let options: StoreOptions;
    beforeEach(async () => {
      database = await databases.create('bare');
      options = optionsOf(database);
      return async () => database.dispose();
    });

    test('three that start at once on an empty database share 150 messages', async () => {
      const won = await Promise.all([1, 2, 3].map(async () => claimInProcess(options, 150).finished));
      const all = won.flatMap(({ claimed }) => claimed);
      expect(won.map(({ code }) => code)).toEqual([0, 0, 0]);
      expect(all.toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: 150 }, (_, index) => index + 1),
      );
    }, 60_000);

    test('one that is killed keeps everything it acknowledged', async () => {
      const running = claimInProcess(options, 1_000_000, 40);
      const { claimed, signal } = await running.finished;
      expect(signal).toBe('SIGKILL');
      expect(claimed.length).toBeGreaterThanOrEqual(40);
      const store = await openStore(options);
      for (const number of claimed) {
        const again = { messageId: `${number}`, channelId: '2', claimedAtMs: 0 };
        expect(await store.conversations.claim(again)).toBe(false);
      }
      const last = claimed.at(-1) ?? 0;
      const next = { messageId: `${last + 2}`, channelId: '2', claimedAtMs: 0 };
      expect(await store.conversations.claim(next)).toBe(true);
      await store.close();
    }, 60_000);
  });
}

function optionsOf(database: TestDatabase): StoreOptions {
  if (database.options === undefined) throw new Error('only one process can open this database');
  return database.options;
}

/** Kills the process once it has said that so many messages are claimed. */
function claimInProcess(options: StoreOptions, count: number, killAfter?: number) {
  const child = spawn(process.execPath, [script, JSON.stringify(options), `${count}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const claimed: number[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    claimed.push(Number(line));
    if (claimed.length === killAfter) child.kill('SIGKILL');
  });
  const finished = Promise.all([once(child, 'exit'), once(lines, 'close')]).then(() => ({
    claimed,
    code: child.exitCode,
    signal: child.signalCode,
  }));
  return { finished };
}
