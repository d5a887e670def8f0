import { once } from 'node:events';
import { Events, GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import { createBot, next, startBot, startDiscord } from './bot.ts';

const base = { properties: { os: 'linux', browser: 'test', device: 'test' } };

/** A bare gateway client, for what discord.js never does. */
async function connect(discord: LocalDiscord, query = 'v=10&encoding=json') {
  const socket = new WebSocket(`${discord.pageUrl.replace('http', 'ws')}?${query}`);
  const frames: { op: number; t: string | null; d: Record<string, unknown> | null; s: number | null }[] = [];
  const waiting: (() => void)[] = [];
  socket.binaryType = 'nodebuffer';
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString('utf8')));
    for (const wake of waiting.splice(0)) wake();
  });
  await once(socket, 'open');
  const find = async (matches: (frame: (typeof frames)[number]) => boolean) => {
    for (;;) {
      const found = frames.find(matches);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => void waiting.push(resolve));
    }
  };
  return {
    frames,
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    raw: (text: string) => socket.send(text),
    find,
    closed: once(socket, 'close').then(([code]: unknown[]) => Number(code)),
    close: (code: number) => socket.close(code),
  };
}

test('a dropped session is resumed and the missed events are replayed in order', async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const seen: string[] = [];
  bot.on(Events.MessageCreate, ({ content }) => void seen.push(content));
  const resumed = next(bot, Events.ShardResume);
  discord.dropGateway();
  const channel = discord.channels['umum'] ?? '';
  for (const text of ['satu', 'dua', 'tiga']) await discord.member.send(channel, text);
  expect(seen).toEqual([]);
  await resumed;
  expect(seen).toEqual(['satu', 'dua', 'tiga']);
});

test('the bot comes back when it is asked to', async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const resumed = next(bot, Events.ShardResume);
  discord.askToReconnect();
  await resumed;
  const created = next(bot, Events.MessageCreate);
  await discord.member.send(discord.channels['umum'] ?? '', 'masih?');
  expect((await created)[0].content).toBe('masih?');
});

test('an event can come twice', async () => {
  const discord = await startDiscord();
  const client = await connect(discord);
  client.send(2, { ...base, token: discord.token, intents: 1 | 512 | 32_768 });
  await client.find(({ t }) => t === 'GUILD_CREATE');
  discord.duplicateEvents(1);
  await discord.member.send(discord.channels['umum'] ?? '', 'satu');
  await discord.member.send(discord.channels['umum'] ?? '', 'dua');
  await client.find(({ d }) => d?.['content'] === 'dua');
  const created = client.frames.filter(({ t }) => t === 'MESSAGE_CREATE');
  expect(created.map(({ d }) => d?.['content'])).toEqual(['satu', 'satu', 'dua']);
});

test('a bad token is refused over HTTP', async () => {
  const discord = await startDiscord();
  await expect(createBot(discord).login('rubbish')).rejects.toMatchObject({ code: 'TokenInvalid' });
});

test('an intent the bot may not have is refused with 4014', async () => {
  const discord = await startDiscord({ disallowedIntents: GatewayIntentBits.MessageContent });
  await expect(createBot(discord).login(discord.token)).rejects.toThrow(/disallowed intents/i);
});

test.for([
  { name: 'a bad token', frames: [{ op: 2, d: { ...base, token: 'x', intents: 0 } }], code: 4004 },
  { name: 'unknown intents', frames: [{ op: 2, d: { ...base, token: 'T', intents: 2 ** 30 } }], code: 4013 },
  {
    name: 'a shard beyond the count',
    frames: [{ op: 2, d: { ...base, token: 'T', intents: 0, shard: [1, 1] } }],
    code: 4010,
  },
  { name: 'a request before IDENTIFY', frames: [{ op: 8, d: {} }], code: 4003 },
  {
    name: 'a second IDENTIFY',
    frames: [
      { op: 2, d: { ...base, token: 'T', intents: 0 } },
      { op: 2, d: { ...base, token: 'T', intents: 0 } },
    ],
    code: 4005,
  },
  {
    name: 'an unknown opcode',
    frames: [
      { op: 2, d: { ...base, token: 'T', intents: 0 } },
      { op: 77, d: null },
    ],
    code: 4001,
  },
  { name: 'a payload over 4,096 bytes', frames: [{ op: 1, d: 'x'.repeat(4097) }], code: 4002 },
])('$name closes the socket with $code', async ({ frames, code }) => {
  const discord = await startDiscord();
  const client = await connect(discord);
  for (const { op, d } of frames) {
    client.raw(JSON.stringify({ op, d }).replace('"T"', JSON.stringify(discord.token)));
  }
  expect(await client.closed).toBe(code);
});

test('nonsense, another version and a flood close the socket without harm', async () => {
  const discord = await startDiscord();
  const nonsense = await connect(discord);
  nonsense.raw('{');
  expect(await nonsense.closed).toBe(4002);
  expect(await (await connect(discord, 'v=6&encoding=json')).closed).toBe(4012);
  const flood = await connect(discord);
  for (let count = 0; count < 121; count++) flood.send(1, null);
  expect(await flood.closed).toBe(4008);
});

test('a session cannot be resumed past its end or under another name', async () => {
  const discord = await startDiscord();
  const first = await connect(discord);
  first.send(2, { ...base, token: discord.token, intents: 1 });
  const ready = await first.find(({ t }) => t === 'READY');
  first.close(4999);
  await first.closed;
  const second = await connect(discord);
  second.send(6, { token: discord.token, session_id: ready.d?.['session_id'], seq: 99 });
  expect(await second.closed).toBe(4007);
  const third = await connect(discord);
  third.send(6, { token: discord.token, session_id: 'nobody', seq: 1 });
  expect(await third.find(({ op }) => op === 9)).toMatchObject({ d: false });
});

test('shards get their own servers, and DMs go to the first', async () => {
  const discord = await startDiscord({ rateLimits: false });
  const count = 2;
  const own = Number((BigInt(discord.guildId) >> 22n) % BigInt(count));
  const shards = await Promise.all(
    [0, 1].map(async (id) => {
      const client = await connect(discord);
      client.send(2, { ...base, token: discord.token, intents: 1 | 512 | 4096, shard: [id, count] });
      await client.find(({ t }) => t === 'READY');
      return client;
    }),
  );
  await discord.member.send(discord.channels['umum'] ?? '', 'server');
  await discord.member.send(discord.dmChannel(discord.member.id), 'dm');
  const contents = (index: number) =>
    shards[index]?.frames.filter(({ t }) => t === 'MESSAGE_CREATE').map(({ d }) => d?.['channel_type']);
  await shards[0]?.find(({ d }) => d?.['channel_type'] === 1);
  await shards[own]?.find(({ d }) => d?.['channel_type'] === 0);
  expect(contents(own)).toContain(0);
  expect(contents(1 - own)).not.toContain(0);
  expect(contents(1)).not.toContain(1);
});

test('discord.js fetches members over the gateway', async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const guild = await bot.guilds.fetch(discord.guildId);
  expect((await guild.members.fetch()).size).toBe(5);
  expect((await guild.members.fetch({ query: 'sar', limit: 5 })).map(({ id }) => id)).toEqual([
    discord.member.id,
  ]);
  const joined = next(bot, Events.GuildMemberAdd);
  const person = discord.addPerson({ username: 'tono', moderator: true, locale: 'en-US' });
  expect((await joined)[0].id).toBe(person.id);
});

test('a client that stops its heartbeat is cut off', async () => {
  const discord = await startDiscord({ heartbeatIntervalMs: 1 });
  const silent = await connect(discord);
  expect(await silent.closed).toBe(4009);
});

test('closing ends every wait and leaves nothing running', async () => {
  const discord = await startDiscord();
  await startBot(discord, [{ name: 'ping', description: 'Ping' }]);
  const waiting = discord.member.command(discord.channels['umum'] ?? '', 'ping');
  const probing = expect(discord.until(() => undefined)).rejects.toThrow('closed');
  discord.inject({ kind: 'delay', delayMs: 60_000 });
  const delayed = fetch(`${discord.api}/v10/gateway`).catch(() => 'cut');
  await discord.until(() => (discord.exchanges.length > 0 ? true : undefined));
  await discord.close();
  expect((await waiting).state).toBe('pending');
  expect(await delayed).toBe('cut');
  await probing;
  expect(process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap')).toEqual([]);
});
