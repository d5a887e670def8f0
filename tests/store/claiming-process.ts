/**
 * A process of its own: opens the store that its first argument describes (JSON), claims the message
 * IDs `1` to the second argument, and writes each one it won to standard output once it is claimed.
 */
import { writeSync } from 'node:fs';
import { openStore, type StoreOptions } from '../../src/store/open-store.ts';

const [options = '', count = '0'] = process.argv.slice(2);
const parsed: StoreOptions = JSON.parse(options);
const store = await openStore(parsed);
for (let number = 1; number <= Number(count); number += 1) {
  const claim = { messageId: `${number}`, channelId: '2', claimedAtMs: number };
  if (await store.conversations.claim(claim)) writeSync(1, `${number}\n`);
}
await store.close();
