/** One byte of a stored snapshot changed under the running bot: no way out of it leads to the words. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { InteractionOutcome, Person } from '../../src/playground/local-discord.ts';
import type { PageOption } from '../../src/playground/page-protocol.ts';
import { testDatabases, type OpenDatabase, type TestDatabases } from '../store/databases.ts';
import { buttonOf, text } from './kutip.ts';
import { last, startQuoteScene, type QuoteScene } from './quote-scene.ts';

const memphis = 'veteran industri Memphis Tennessee';
const grok = 'Grok ditemukan mengutip';
/** In every quote of these tests, whole or changed. */
const quotedWords = /Memph[a-z]s|Grok ditemukan/u;

interface DamagedScene extends QuoteScene {
  /** Everything said since the damage: to whom, whatever surface. */
  readonly said: () => string;
  readonly ask: (person: Person, name: string, options?: PageOption[]) => Promise<InteractionOutcome>;
}

/** Quote #1 is posted, #2 waits for review; then a letter of the text that both quote is another one. */
async function startDamaged({ store, db }: OpenDatabase): Promise<DamagedScene> {
  const scene = await startQuoteScene({ store });
  const { discord } = scene;
  await scene.suggest(discord.member, memphis);
  await scene.press(discord.moderator, await scene.newest(scene.reviewChannel), 'Setujui');
  await scene.suggest(discord.member, grok);
  const rows = await db.selectFrom('quote_snapshots').selectAll().execute();
  expect(rows).toHaveLength(1);
  const snapshot = rows[0]?.snapshot.replaceAll('Memphis', 'Memphas') ?? '';
  await db.updateTable('quote_snapshots').set({ snapshot }).execute();
  const outcomes: InteractionOutcome[] = [];
  return {
    ...scene,
    said: () => JSON.stringify(outcomes.map(({ messages, choices, modal }) => [messages, choices, modal])),
    ask: async (person, name, options) => {
      const outcome = await scene.quote(person, name, options);
      outcomes.push(outcome);
      return outcome;
    },
  };
}

/** An empty one, closed after the test. */
async function open(databases: TestDatabases): Promise<OpenDatabase> {
  const database = await databases.create('migrated');
  const opened = await database.open();
  onTestFinished(async () => {
    await opened.store.close();
    await database.dispose();
  });
  return opened;
}

for (const databases of testDatabases().filter(({ name }) => name !== 'SQLite memory')) {
  describe(`one byte of a snapshot changed, on ${databases.name}`, { timeout: 60_000 }, () => {
    beforeAll(async () => databases.start(), 60_000);
    afterAll(async () => databases.dispose());

    test('nothing that quotes it is shown, found, offered, previewed, exported or posted', async () => {
      const scene = await startDamaged(await open(databases));
      const { discord, ask } = scene;
      const { moderator, member } = discord;
      const card = await scene.newest(scene.reviewChannel);
      const before = scene.answers(scene.quoteChannel).map(({ content }) => content);
      const isTold = () => scene.kutip.logText().includes('"msg":"stored snapshot is damaged"');
      const waysOut: readonly (readonly [string, () => Promise<unknown>])[] = [
        ['show', async () => ask(member, 'show', [text('number', '1')])],
        ['random', async () => ask(member, 'random')],
        ['search', async () => ask(member, 'search', [text('terms', 'veteran')])],
        ['queue', async () => ask(moderator, 'queue')],
        ['card', async () => ask(moderator, 'show', [text('number', '2')])],
        ['export', async () => ask(moderator, 'export')],
        ['history', async () => ask(moderator, 'history', [text('number', '1')])],
      ];
      for (const [name, take] of waysOut) {
        await take();
        expect([name, quotedWords.exec(scene.said())?.[0]]).toEqual([name, undefined]);
      }
      expect(isTold()).toBe(true);
      const focused = [{ name: 'show', type: 1, options: [text('number', '', true)] }];
      const { choices } = await moderator.autocomplete(scene.channel, 'quote', focused);
      expect(choices?.map(({ name }) => name)).toEqual(['#2', '#1']);
      const preview = last(await moderator.click(card, buttonOf(card, 'Pratinjau')));
      expect(preview.content).not.toMatch(quotedWords);
      const exported = discord.exchanges.filter(({ files }) => files.length > 0);
      expect(JSON.stringify(exported.map(({ requestBody }) => requestBody))).not.toMatch(quotedWords);
      await moderator.click(card, buttonOf(card, 'Setujui'));
      await scene.pass(10 * 60_000);
      expect(scene.answers(scene.quoteChannel).map(({ content }) => content)).toEqual(before);
      const guarded = await scene.kutip.store.quotes.quote(discord.guildId, 2);
      expect(guarded).toMatchObject({ frozen: 'snapshot-damaged', posts: [] });
      const notices = scene.answers(scene.reviewChannel).map(({ content }) => content);
      expect(notices).toContainEqual(expect.stringMatching(/^🛑 Kutipan #2 dibekukan/u));
    });

    test('a post is changed to nothing of it, and can be withdrawn', async () => {
      const scene = await startDamaged(await open(databases));
      const { moderator } = scene.discord;
      const [post] = scene.answers(scene.quoteChannel);
      const card = moderator
        .messages(scene.reviewChannel)
        .find(({ content }) => content.includes('Kutipan #1'));
      if (card === undefined) throw new Error('#1 has a card');
      await scene.fill(moderator, card, 'Catatan', { note: 'Catatan.' });
      expect(scene.answers(scene.quoteChannel).map(({ content }) => content)).toEqual([post?.content]);
      const number = text('number', '1');
      await scene.ask(moderator, 'withdraw', [number]);
      expect(scene.answers(scene.quoteChannel)[0]?.content).toContain('telah ditarik');
      expect(scene.said()).not.toMatch(quotedWords);
      // The corpus still has that text: what points to it anew points to it whole.
      await scene.ask(moderator, 'undo', [number]);
      expect(scene.answers(scene.quoteChannel)[0]?.content).toContain('Memphis, Tennessee');
    });
  });
}
