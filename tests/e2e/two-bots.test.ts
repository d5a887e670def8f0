/** Two bots of one account on one store, both told of everything: the second stays silent. */
import { expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { channelOf, startDiscord, startKutip, text, type Kutip } from './kutip.ts';
import { last } from './quote-scene.ts';

const question = text('question', 'Di mana superkomputer xAI dibangun?');

function saidBy({ logLines }: Kutip): unknown[] {
  return logLines()
    .map(({ msg }) => msg)
    .filter((msg) => /^interaction (?:handled|left|was past)/u.test(String(msg)));
}

test('one answers, the other leaves it alone, and nobody is refused by Discord', async () => {
  const discord = await startDiscord();
  const store = await openStore({ sqlitePath: ':memory:' });
  const bots = [await startKutip(discord, { store }), await startKutip(discord, { store })];
  const answer = last(await discord.member.command(channelOf(discord), 'ask', [question]));
  expect(answer.content).toContain('Memphis');
  for (const { bot } of bots) await bot.stop();
  expect(bots.flatMap(saidBy).toSorted((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual([
    'interaction handled',
    'interaction left to another process',
  ]);
  await store.close();
});

test('a store that takes no claims keeps nobody from an answer', async () => {
  const discord = await startDiscord();
  const whole = await openStore({ sqlitePath: ':memory:' });
  const store: Store = {
    ...whole,
    conversations: {
      ...whole.conversations,
      claimInteraction: async () => Promise.reject(new Error('the disk is full')),
    },
  };
  const kutip = await startKutip(discord, { store });
  const answer = last(await discord.member.command(channelOf(discord), 'ask', [question]));
  expect(answer.content).toContain('Memphis');
  expect(kutip.logText()).toContain('interaction could not be claimed');
  await kutip.bot.stop();
  await whole.close();
});
