/** The program killed with `kill -9` in the middle of a conversation, and started again on the same store. */
import { MessageFlags } from 'discord-api-types/v10';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type StoreOptions } from '../../src/store/open-store.ts';
import { createQuoteDesk } from '../../src/discord/quotes/quote-desk.ts';
import type { Quote } from '../../src/quotes/quote.ts';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import type { PageOption } from '../../src/playground/page-protocol.ts';
import { testDatabases } from '../store/databases.ts';
import { buttonOf, shippedArticle, text } from './kutip.ts';
import { kill, prepareServer, says, startProgram } from './program.ts';

const sending = '/channels/{channel_id}/messages';
const sure = 'xAI membangun superkomputer di kota mana?';

/** A quote of the shipped article, approved and due at once. */
async function approveQuote({ guildId, moderator }: LocalDiscord, options: StoreOptions): Promise<void> {
  const store = await openStore(options);
  const article = await shippedArticle();
  const desk = createQuoteDesk({
    quotes: store.quotes,
    settingsOf: async (guild) => (await store.guilds.settings(guild)).settings,
    article: (articleId) => (articleId === article.id ? article : undefined),
    log: pino({ level: 'silent' }),
    now: () => Date.now(),
  });
  const actor = { id: moderator.id, role: 'moderator' } as const;
  const suggested = await desk.suggest({ guildId, actor, articleId: article.id, selection: [4] });
  if (!suggested.ok) throw new Error(suggested.reason);
  const { number } = suggested.quote;
  const approved = await desk.act({ guildId, number, action: { kind: 'approve' }, actor });
  expect(approved).toMatchObject({ ok: true, quote: { state: 'scheduled' } });
  await store.close();
}

async function readQuote({ guildId }: LocalDiscord, options: StoreOptions): Promise<Quote | undefined> {
  const store = await openStore(options);
  const quote = await store.quotes.quote(guildId, 1);
  await store.close();
  return quote;
}

for (const databases of testDatabases().filter(({ isShared }) => isShared)) {
  describe(`a bot on ${databases.name}`, { timeout: 240_000 }, () => {
    beforeAll(async () => databases.start());
    afterAll(async () => databases.dispose());

    test.for<[string, 'drop' | 'lose-answer']>([
      ['before its answer has reached Discord', 'drop'],
      ['after its answer has reached Discord, before it knows', 'lose-answer'],
    ])('answers a question once, killed %s', async ([, kind]) => {
      const { discord, options, channel, answers } = await prepareServer(databases, (_, id) => ({
        channels: { [id]: { mode: 'questions' } },
      }));
      const first = await startProgram(discord, options);
      // More than one, so that trying again at once does not help; what is left over meets the second.
      discord.inject({ kind, method: 'POST', route: sending, times: 2 });
      await discord.member.send(channel, sure);
      await discord.until(() => discord.exchanges.find(({ route, fault }) => route === sending && fault));
      await kill(first);
      await startProgram(discord, options);
      await discord.until(() => (answers().length > 0 ? true : undefined), 30_000);
      await discord.member.send(channel, 'Apa itu Babuschkin Ventures?');
      await discord.until(() => (answers().length > 1 ? true : undefined), 30_000);
      expect(answers().map(({ content }) => content.includes('Memphis'))).toEqual([true, false]);
    });

    test.for<[string, 'drop' | 'lose-answer']>([
      ['before its post has reached Discord', 'drop'],
      ['after its post has reached Discord, before it knows', 'lose-answer'],
    ])('posts an approved quote once, killed %s', async ([, kind]) => {
      const { discord, database, options, channel, answers } = await prepareServer(databases, (_, id) => ({
        quoteChannelId: id,
      }));
      await approveQuote(discord, options);
      discord.inject({ kind, method: 'POST', route: sending });
      const first = await startProgram(discord, options);
      await discord.until(() => discord.exchanges.find(({ route, fault }) => route === sending && fault));
      await kill(first);
      const db = await database.openRaw();
      // Instead of waiting for its end.
      await db.updateTable('quotes').set({ lease_until: 0 }).execute();
      await db.destroy();
      if ((await readQuote(discord, options))?.state !== 'posted') {
        const second = await startProgram(discord, options);
        await says(second, '"msg":"quote posted"');
      }
      const quote = await readQuote(discord, options);
      expect(quote).toMatchObject({ state: 'posted' });
      expect(answers(channel).map(({ id }) => id)).toEqual(quote?.posts.map(({ messageId }) => messageId));
      expect(answers(channel)).toHaveLength(1);
    });

    test('goes on with settings, gaps, votes and a thread after kill -9', async () => {
      const { discord, options, channel, answers } = await prepareServer(databases, (_, id) => ({
        channels: { [id]: { mode: 'questions', answerIn: 'thread' } },
        retentionDays: 9,
      }));
      const said = async (name: string, chosen: PageOption[] = []) =>
        (await discord.owner.command(channel, name, chosen)).messages[0]?.content ?? '';
      const first = await startProgram(discord, options);
      const question = await discord.member.send(channel, sure);
      const hasThread = () =>
        discord.owner
          .messages(channel)
          .some(({ id, flags = 0 }) => id === question.id && (flags & MessageFlags.HasThread) !== 0);
      const inThread = () => (hasThread() ? answers(question.id) : []);
      const answer = await discord.until(() => inThread()[0], 30_000);
      await discord.guest.click(answer, buttonOf(answer, '👎'));
      await discord.guest.command(channel, 'ask', [text('question', 'Berapa harga tiket konser Coldplay?')]);
      // It is noted down while the reply is on its way.
      let listed = '';
      while (!listed.includes('Coldplay')) listed = await said('gaps');
      await kill(first);

      await startProgram(discord, options);
      await discord.member.send(question.id, 'berapa lama?');
      await discord.until(() => inThread()[1], 30_000);
      expect(inThread().map(({ content }) => content)).toEqual([
        expect.stringContaining('Memphis'),
        expect.stringContaining('tiga bulan'),
      ]);
      await discord.guest.click(answer, buttonOf(answer, '👎'));
      expect(await said('gaps')).toMatch(/Coldplay[\s\S]*superkomputer[\s\S]*👎 1/u);
      const shown = await said('settings', [{ name: 'show', type: 1, options: [] }]);
      expect(shown).toContain('9 hari');
      expect(shown).toContain(`<#${channel}>`);
      expect(answers().filter(({ message_reference: to }) => to?.message_id === question.id)).toEqual([]);
    });
  });
}
