import {
  AttachmentBuilder,
  Events,
  GatewayIntentBits,
  MessageFlags,
  PermissionFlagsBits,
  TextChannel,
} from 'discord.js';
import type { Client } from 'discord.js';
import { expect, test } from 'vitest';
import type { LocalDiscord, LocalDiscordOptions } from '../../src/playground/local-discord.ts';
import { next, startBot, startDiscord } from './bot.ts';

async function start(options: LocalDiscordOptions = {}): Promise<{
  discord: LocalDiscord;
  bot: Client<true>;
  channel: TextChannel;
}> {
  const discord = await startDiscord(options);
  const bot = await startBot(discord);
  return { discord, bot, channel: textChannel(bot, discord.channels['umum']) };
}

function textChannel(bot: Client, id = ''): TextChannel {
  const channel = bot.channels.cache.get(id);
  if (!(channel instanceof TextChannel)) throw new Error('no such channel');
  return channel;
}

test('what a person sends, edits and deletes reaches the bot', async () => {
  const { discord, bot, channel } = await start();
  const created = next(bot, Events.MessageCreate);
  const said = await discord.member.send(channel.id, 'halo');
  const [message] = await created;
  expect(message).toMatchObject({ content: 'halo', id: said.id, guildId: discord.guildId });
  expect(message.member?.id).toBe(discord.member.id);
  const updated = next(bot, Events.MessageUpdate);
  await discord.member.edit(channel.id, said.id, 'halo semua');
  expect((await updated)[1].content).toBe('halo semua');
  const deleted = next(bot, Events.MessageDelete);
  await discord.member.remove(channel.id, said.id);
  expect((await deleted)[0].id).toBe(said.id);
});

test('the bot sends, edits, replies, fetches and deletes', async () => {
  const { discord, channel } = await start();
  const question = await discord.member.send(channel.id, 'kenapa?');
  const sent = await channel.send({
    content: 'satu',
    embeds: [{ title: ' T ', fields: [{ name: 'n', value: 'v' }] }],
  });
  await sent.edit('dua');
  const reply = await channel.send({ content: 'tiga', reply: { messageReference: question.id } });
  expect((await reply.fetchReference()).content).toBe('kenapa?');
  const listed = await channel.messages.fetch({ limit: 2 });
  expect(listed.map(({ content }) => content)).toEqual(['tiga', 'dua']);
  const between = await channel.messages.fetch({ after: question.id, limit: 1 });
  expect(between.first()?.embeds[0]?.title).toBe('T');
  await sent.delete();
  await expect(channel.messages.fetch({ message: sent.id, force: true })).rejects.toMatchObject({
    code: 10_008,
  });
  expect(discord.member.messages(channel.id).map(({ content }) => content)).toEqual(['kenapa?', 'tiga']);
});

test.for([
  { length: 2000, code: undefined },
  { length: 2001, code: 50_035 },
])('$length characters end with $code', async ({ length, code }) => {
  const { channel } = await start();
  const sending = channel.send('x'.repeat(length));
  if (code === undefined) await expect(sending).resolves.toMatchObject({ content: 'x'.repeat(length) });
  else {
    await expect(sending).rejects.toMatchObject({
      code,
      rawError: { errors: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } },
    });
  }
});

test.for([
  { name: 'nothing at all', message: { content: ' ' }, code: 50_006 },
  {
    name: 'eleven embeds',
    message: { embeds: Array.from({ length: 11 }, () => ({ title: 't' })) },
    code: 50_035,
  },
  {
    name: 'embeds of more than 6,000 characters together',
    message: { embeds: [{ description: 'd'.repeat(4000) }, { description: 'd'.repeat(2001) }] },
    code: 50_035,
  },
  {
    name: 'one custom ID twice',
    message: {
      content: 'x',
      components: [
        {
          type: 1,
          components: [
            { type: 2, style: 1, label: 'a', custom_id: 'same' },
            { type: 2, style: 1, label: 'b', custom_id: 'same' },
          ],
        },
      ],
    },
    code: 50_035,
  },
  {
    name: 'parsed users beside a list of users',
    message: { content: 'x', allowedMentions: { parse: ['users' as const], users: ['1'] } },
    code: 50_035,
  },
  {
    name: 'a reply to a message that is not there',
    message: { content: 'x', reply: { messageReference: '1', failIfNotExists: true } },
    code: 50_035,
  },
])('$name is refused with $code', async ({ message, code }) => {
  const { channel } = await start();
  await expect(channel.send(message)).rejects.toMatchObject({ code });
});

test('the same enforced nonce twice makes one message', async () => {
  const { discord, channel } = await start();
  const first = await channel.send({ content: 'one', nonce: 'n1', enforceNonce: true });
  const second = await channel.send({ content: 'one', nonce: 'n1', enforceNonce: true });
  expect(second.id).toBe(first.id);
  expect(discord.member.messages(channel.id)).toHaveLength(1);
});

test('mentions ping only whom the bot allows and may ping', async () => {
  const { discord, channel } = await start();
  const text = `<@${discord.member.id}> @everyone \`<@${discord.owner.id}>\``;
  const open = await channel.send(text);
  const closed = await channel.send({ content: text, allowedMentions: { parse: [] } });
  expect([...open.mentions.users.keys()]).toEqual([discord.member.id]);
  expect(open.mentions.everyone).toBe(false);
  expect(closed.mentions.users.size).toBe(0);
});

test('tells the size of a picture, and of a file that only says that it is one nothing', async () => {
  const { channel } = await start();
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAADklEQVR4nGP4DwYMEAoAU7oL9Xx6jEEAAAAASUVORK5CYII=';
  const files = [Buffer.from(pixel, 'base64'), Buffer.from('isi')].map(
    (bytes, index) => new AttachmentBuilder(bytes, { name: `${index}.png` }),
  );
  const sent = await channel.send({ files });
  expect(sent.attachments.map(({ width, height }) => [width, height])).toEqual([
    [3, 2],
    [null, null],
  ]);
});

test('files are uploaded, served from this machine and dropped by an edit', async () => {
  const { discord, channel } = await start();
  const file = new AttachmentBuilder(Buffer.from('isi'), { name: 'a b.txt', description: 'a text' });
  const sent = await channel.send({ files: [file] });
  const attachment = sent.attachments.first();
  expect(attachment).toMatchObject({ name: 'a_b.txt', size: 3, description: 'a text' });
  const url = attachment?.url ?? '';
  expect(url.startsWith(discord.pageUrl)).toBe(true);
  expect(await (await fetch(url)).text()).toBe('isi');
  const kept = await sent.edit({ content: 'without', attachments: [] });
  expect(kept.attachments.size).toBe(0);
  expect(discord.exchanges.find(({ files }) => files.length > 0)?.files).toEqual([
    { name: 'a b.txt', sizeBytes: 3 },
  ]);
});

test('reactions go both ways', async () => {
  const { discord, bot, channel } = await start();
  const sent = await channel.send('suka?');
  const added = next(bot, Events.MessageReactionAdd);
  await discord.member.react(channel.id, sent.id, '👍');
  expect((await added)[1].id).toBe(discord.member.id);
  await sent.react('👍');
  const fetched = await channel.messages.fetch({ message: sent.id, force: true });
  expect(fetched.reactions.cache.get('👍')).toMatchObject({ count: 2, me: true });
  await fetched.reactions.cache.get('👍')?.users.remove(discord.member.id);
  await expect(sent.react('not an emoji')).rejects.toMatchObject({ code: 10_014 });
});

test('messages are deleted in bulk, pinned and typed', async () => {
  const { discord, bot, channel } = await start();
  const ids = [await discord.member.send(channel.id, '1'), await discord.member.send(channel.id, '2')];
  const [kept] = await Promise.all([channel.send('kept'), channel.sendTyping()]);
  await kept.pin();
  expect((await channel.messages.fetchPins()).items.map(({ message }) => message.id)).toEqual([kept.id]);
  const deleted = next(bot, Events.MessageBulkDelete);
  await channel.bulkDelete(ids.map(({ id }) => id));
  expect((await deleted)[0].size).toBe(2);
  await expect(channel.bulkDelete([kept.id, kept.id])).rejects.toMatchObject({ code: 50_016 });
});

test('a thread opens on a message, once, and the person talks in it', async () => {
  const { discord, bot, channel } = await start();
  const said = await discord.member.send(channel.id, 'panjang');
  const message = await channel.messages.fetch(said.id);
  const thread = await message.startThread({ name: 'Jawaban' });
  expect(thread.id).toBe(said.id);
  await thread.send('di sini');
  const created = next(bot, Events.MessageCreate);
  await discord.member.send(thread.id, 'oke');
  expect((await created)[0].channelId).toBe(thread.id);
  await expect(channel.threads.create({ startMessage: message, name: 'Lagi' })).rejects.toMatchObject({
    code: 160_004,
  });
  await thread.setArchived(true);
  expect((await channel.threads.fetchActive()).threads.size).toBe(0);
  await discord.member.send(thread.id, 'bangun');
  expect((await channel.threads.fetchActive()).threads.size).toBe(1);
});

test('the bot and a person talk in a DM', async () => {
  const { discord, bot } = await start();
  const user = await bot.users.fetch(discord.member.id);
  const sent = await user.send('pribadi');
  const dm = discord.dmChannel(discord.member.id);
  expect(sent.channelId).toBe(dm);
  const created = next(bot, Events.MessageCreate);
  await discord.member.send(dm, 'balas');
  expect((await created)[0]).toMatchObject({ content: 'balas', guildId: null });
  await expect(discord.moderator.send(dm, 'boo')).rejects.toThrow('Missing Access');
});

test('permissions hold for the bot and for people, overwrites last', async () => {
  const { discord, bot, channel } = await start();
  const hidden = discord.channels['moderator'] ?? '';
  await expect(discord.member.send(hidden, 'x')).rejects.toMatchObject({ code: 50_001 });
  await discord.moderator.send(hidden, 'x');
  const { SendMessages, ViewChannel } = PermissionFlagsBits;
  const changed = next(bot, Events.ChannelUpdate);
  discord.setOverwrite(channel.id, discord.applicationId, { allow: 0n, deny: SendMessages });
  await changed;
  await expect(channel.send('x')).rejects.toMatchObject({ code: 50_013 });
  discord.setOverwrite(channel.id, discord.applicationId, { allow: 0n, deny: ViewChannel });
  await expect(channel.send('x')).rejects.toMatchObject({ code: 50_001 });
  await expect(bot.channels.fetch('1')).rejects.toMatchObject({ code: 10_003 });
});

test('without the intent a message is empty unless it names the bot', async () => {
  const discord = await startDiscord({ disallowedIntents: GatewayIntentBits.MessageContent });
  const bot = await startBot(discord, [], {
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  });
  const id = discord.channels['umum'] ?? '';
  const first = next(bot, Events.MessageCreate);
  await discord.member.send(id, 'rahasia');
  expect((await first)[0].content).toBe('');
  const second = next(bot, Events.MessageCreate);
  await discord.member.send(id, `<@${discord.applicationId}> halo`);
  expect((await second)[0].cleanContent).toContain('halo');
  const fetched = await textChannel(bot, id).messages.fetch({ cache: false });
  expect(fetched.map(({ content }) => content.includes('rahasia'))).toEqual([false, false]);
});

test('Components V2 take the place of content', async () => {
  const { channel } = await start();
  const sent = await channel.send({
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: 17, components: [{ type: 10, content: '**Kutipan**' }] }],
  });
  expect(sent.flags.has(MessageFlags.IsComponentsV2)).toBe(true);
  await expect(sent.edit({ content: 'x' })).rejects.toMatchObject({ code: 50_035 });
});
