/** Two processes of the program on one database, of which each is told of everything, as while one takes over. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { replay } from '../../src/quotes/apply-event.ts';
import { openStore } from '../../src/store/open-store.ts';
import { testDatabases } from '../store/databases.ts';
import { buttonOf, channelOf, text } from './kutip.ts';
import { logOf, prepareServer, saysOften, startProgram } from './program.ts';
import { last } from './quote-scene.ts';

const approvalsMax = 50;
const taken = /disetujui dan segera terbit/u;
const dealtWith = /"msg":"interaction (?:handled|left to another process)"/gu;

for (const databases of testDatabases().filter(({ isShared }) => isShared)) {
  describe(`two processes on ${databases.name}`, { timeout: 240_000 }, () => {
    beforeAll(async () => databases.start());
    afterAll(async () => databases.dispose());

    test('fifty approvals at once, half by button, half by command: one post, the others hear of it', async () => {
      const { discord, options, channel, answers } = await prepareServer(databases, (local, id) => ({
        quoteChannelId: id,
        reviewChannelId: channelOf(local, 'moderator'),
      }));
      const { guildId, member } = discord;
      const processes = await Promise.all([1, 2].map(async () => startProgram(discord, options)));
      const leaf = { name: 'suggest', type: 1, options: [text('passage', 'veteran industri Memphis')] };
      const panel = last(await member.command(channel, 'quote', [leaf]));
      await member.click(panel, buttonOf(panel, 'Usulkan'));
      const reviews = channelOf(discord, 'moderator');
      const card = await discord.until(() => answers(reviews)[0]);
      const people = Array.from({ length: 10 }, (_, place) =>
        discord.addPerson({ username: `moderator-${place}`, moderator: true }),
      );
      const approve = { name: 'approve', type: 1, options: [text('number', '1')] };
      const outcomes = await Promise.all(
        Array.from({ length: approvalsMax }, async (_, place) => {
          const person = people[place % people.length] ?? discord.moderator;
          return place % 2 === 0
            ? person.click(card, buttonOf(card, 'Setujui'))
            : person.command(channel, 'quote', [approve]);
        }),
      );
      await discord.until(() => answers()[0]);
      // Both have dealt with every press: with the suggestion's two and with all of these.
      await Promise.all(processes.map(async (each) => saysOften(each, dealtWith, approvalsMax + 2)));
      const said = outcomes.map((outcome) => last(outcome).content);
      expect(said.filter((words) => taken.test(words))).toHaveLength(1);
      const polite = /<@\d+>|sudah disetujui|sudah terbit|sedang diterbitkan/u;
      expect(said.filter((words) => !taken.test(words) && !polite.test(words))).toEqual([]);
      const store = await openStore(options);
      // The post stands in the channel a moment before the process has written that it does.
      await vi.waitUntil(
        async () => (await store.quotes.history(guildId, 1)).at(-1)?.change.kind === 'posted',
        {
          timeout: 20_000,
        },
      );
      const events = await store.quotes.history(guildId, 1);
      const quote = await store.quotes.quote(guildId, 1);
      const numbers = (await store.quotes.quotes({ guildId, limit: 10 })).map(({ number }) => number);
      await store.close();
      expect(events.map(({ change }) => change.kind)).toEqual([
        'suggested',
        'approved',
        'posting-begun',
        'posted',
      ]);
      expect(replay(events)).toEqual(quote);
      expect(numbers).toEqual([1]);
      expect(answers().map(({ id }) => id)).toEqual(quote?.posts.map(({ messageId }) => messageId));
      expect(answers()).toHaveLength(1);
      // Both hear of it, one does it.
      for (const name of ['withdraw', 'undo']) {
        const leafOf = { name, type: 1, options: [text('number', '1')] };
        await discord.moderator.command(channel, 'quote', [leafOf]);
      }
      await Promise.all(processes.map(async (each) => saysOften(each, dealtWith, approvalsMax + 4)));
      const later = await openStore(options);
      const kinds = (await later.quotes.history(guildId, 1)).map(({ change }) => change.kind);
      await later.close();
      expect(kinds.slice(events.length)).toEqual(['withdrawn', 'undone']);
      for (const process of processes) expect(logOf(process)).not.toMatch(/"level":[56]0/u);
    });
  });
}
