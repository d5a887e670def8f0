/** Posts of quotes through unmodified discord.js: once, whatever the local Discord does to the answers. */
import { Events } from 'discord.js';
import { PermissionFlagsBits as P, Routes } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { replay } from '../../src/quotes/apply-event.ts';
import { buttonOf, text } from './kutip.ts';
import { last, startQuoteScene, type QuoteScene } from './quote-scene.ts';

const memphis = 'veteran industri Memphis Tennessee';
const sending = { method: 'POST', route: '/channels/{channel_id}/messages' } as const;
const number = text('number', '1');

async function stored({ kutip, discord }: QuoteScene) {
  const quote = await kutip.store.quotes.quote(discord.guildId, 1);
  expect(replay(await kutip.store.quotes.history(discord.guildId, 1))).toEqual(quote);
  return quote;
}

/** The card of a quote that was suggested. */
async function suggested(scene: QuoteScene) {
  await scene.suggest(scene.discord.member, memphis);
  return scene.newest(scene.reviewChannel);
}

async function posted(scene: QuoteScene) {
  const card = await suggested(scene);
  await scene.press(scene.discord.moderator, card, 'Setujui');
  return scene.newest(scene.quoteChannel);
}

describe('approving', () => {
  test('fifty times at once, by buttons and by commands: one post, forty-nine polite answers', async () => {
    const scene = await startQuoteScene();
    const { discord } = scene;
    const card = await suggested(scene);
    const people = Array.from({ length: 10 }, (_, place) =>
      discord.addPerson({ username: `moderator-${place}`, moderator: true }),
    );
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async (_, place) => {
        const person = people[place % people.length] ?? discord.moderator;
        return place % 2 === 1
          ? person.command(scene.channel, 'quote', [{ name: 'approve', type: 1, options: [number] }])
          : person.click(card, buttonOf(card, 'Setujui'));
      }),
    );
    await scene.kutip.bot.settle();
    expect(scene.answers(scene.quoteChannel)).toHaveLength(1);
    expect(await stored(scene)).toMatchObject({ state: 'posted', posts: [{}] });
    const said = outcomes.map((outcome) => last(outcome).content);
    expect(said).toHaveLength(50);
    expect(said.filter((words) => words.includes('disetujui dan segera terbit'))).toHaveLength(1);
    expect(said.filter((words) => words.includes('Ada yang tidak beres'))).toEqual([]);
    expect(scene.kutip.logText()).not.toContain('"level":50');
  }, 60_000);
});

describe('posting', () => {
  test('once where every answer to it is lost', async () => {
    const scene = await startQuoteScene();
    const card = await suggested(scene);
    // Its requests and all that discord.js sends in their place.
    scene.discord.inject({ ...sending, kind: 'lose-answer', times: 4 });
    await scene.press(scene.discord.moderator, card, 'Setujui');
    const [post, ...more] = scene.answers(scene.quoteChannel);
    expect(more).toEqual([]);
    expect(await stored(scene)).toMatchObject({ state: 'posted', posts: [{ messageId: post?.id }] });
  });

  test('later where Discord is out of order', async () => {
    const scene = await startQuoteScene();
    const card = await suggested(scene);
    scene.discord.inject({ ...sending, kind: 'status', status: 503, times: 8 });
    await scene.press(scene.discord.moderator, card, 'Setujui');
    expect(scene.answers(scene.quoteChannel)).toEqual([]);
    expect(await stored(scene)).toMatchObject({
      state: 'scheduled',
      lastFailure: expect.stringContaining('unclear'),
    });
    await scene.pass(2 * 60_000);
    expect(scene.answers(scene.quoteChannel)).toHaveLength(1);
    expect(await stored(scene)).toMatchObject({ state: 'posted' });
  });

  test('not where it may not write: moderators hear why and post it when it may', async () => {
    const scene = await startQuoteScene();
    const card = await suggested(scene);
    await scene.forbid(scene.quoteChannel, P.SendMessages);
    await scene.press(scene.discord.moderator, card, 'Setujui');
    expect(await stored(scene)).toMatchObject({ state: 'approved' });
    const notices = scene.answers(scene.reviewChannel).map(({ content }) => content);
    expect(notices).toContainEqual(expect.stringMatching(/Kutipan #1 tidak terkirim.+Kirim Pesan/u));
    await scene.forbid(scene.quoteChannel, 0n);
    await scene.quote(scene.discord.moderator, 'post', [number]);
    expect(scene.answers(scene.quoteChannel)).toHaveLength(1);
  });

  test('with a picture, which goes and comes with the words', async () => {
    const scene = await startQuoteScene();
    await scene.configure({ quoteCards: true });
    const { desk } = scene.kutip.services.quotes;
    const { guildId, moderator } = scene.discord;
    const actor = { id: moderator.id, role: 'moderator' } as const;
    const post = await posted(scene);
    expect(post.attachments).toMatchObject([
      { filename: 'kutip.png', content_type: 'image/png', description: expect.stringContaining('#1') },
    ]);
    await desk.act({ guildId, number: 1, action: { kind: 'withdraw', mode: 'tombstone' }, actor });
    expect(await scene.newest(scene.quoteChannel)).toMatchObject({ id: post.id, attachments: [] });
    await desk.act({ guildId, number: 1, action: { kind: 'undo' }, actor });
    const again = await scene.newest(scene.quoteChannel);
    expect(again).toMatchObject({
      id: post.id,
      content: post.content,
      attachments: [{ filename: 'kutip.png' }],
    });
  });

  test('says the same as before where an edit is refused for a while', async () => {
    const scene = await startQuoteScene();
    const post = await posted(scene);
    const edit = { method: 'PATCH', route: '/channels/{channel_id}/messages/{message_id}' } as const;
    scene.discord.inject({ ...edit, kind: 'status', status: 503, times: 4 });
    const { desk } = scene.kutip.services.quotes;
    const { guildId, moderator } = scene.discord;
    await desk.act({
      guildId,
      number: 1,
      action: { kind: 'withdraw', mode: 'tombstone' },
      actor: { id: moderator.id, role: 'moderator' },
    });
    await scene.pass(60_000);
    const [tombstone] = scene.answers(scene.quoteChannel);
    expect(tombstone).toMatchObject({ id: post.id, content: expect.stringContaining('ditarik') });
  });
});

describe('posts that are deleted in bulk', () => {
  test('are each withdrawn as deleted by hand', async () => {
    const scene = await startQuoteScene();
    const { discord, kutip } = scene;
    const { client } = kutip.bot;
    await posted(scene);
    await scene.suggest(discord.member, 'Grok ditemukan mengutip');
    await scene.press(discord.moderator, await scene.newest(scene.reviewChannel), 'Setujui');
    const ids = scene.answers(scene.quoteChannel).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    const permission = { allow: P.ManageMessages, deny: 0n };
    discord.setOverwrite(scene.quoteChannel, client.user?.id ?? '', permission);
    const { promise: heard, resolve } = Promise.withResolvers<void>();
    client.once(Events.MessageBulkDelete, () => resolve());
    await client.rest.post(Routes.channelBulkDelete(scene.quoteChannel), { body: { messages: ids } });
    await heard;
    await kutip.bot.settle();
    for (const each of [1, 2]) {
      expect(await kutip.store.quotes.quote(discord.guildId, each)).toMatchObject({
        state: 'withdrawn',
        withdrawal: { mode: 'deleted-by-hand' },
        posts: [],
      });
    }
  });
});

describe('a post that somebody deletes', () => {
  test('is withdrawn as deleted by hand', async () => {
    const scene = await startQuoteScene();
    const post = await posted(scene);
    await scene.remove(scene.discord.owner, scene.quoteChannel, post.id);
    expect(await stored(scene)).toMatchObject({
      state: 'withdrawn',
      withdrawal: { mode: 'deleted-by-hand' },
      posts: [],
    });
  });
});
