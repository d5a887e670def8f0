import { request } from 'node:http';
import { TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import { startBot, startDiscord } from './bot.ts';

const messages = '/channels/{channel_id}/messages';

async function start() {
  const discord = await startDiscord();
  const bot = await startBot(discord, [], { rest: { timeout: 2000 } });
  const channel = bot.channels.cache.get(discord.channels['umum'] ?? '');
  if (!(channel instanceof TextChannel)) throw new Error('no such channel');
  return { discord, bot, channel };
}

/** A plain request with the bot's token. */
async function call(
  discord: LocalDiscord,
  path: string,
  init: { method?: string; body?: string; headers?: Record<string, string> } = {},
) {
  const response = await fetch(`${discord.api}/v10${path}`, {
    ...init,
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json', ...init.headers },
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

test.for(['user', 'shared', 'global'] as const)('discord.js waits out a 429 with scope %s', async (scope) => {
  const { discord, channel } = await start();
  discord.inject({ kind: 'rate-limit', retryAfterSeconds: 0.05, scope, route: messages, method: 'POST' });
  await channel.send('sabar');
  const sent = discord.exchanges.filter(({ route, method }) => route === messages && method === 'POST');
  expect(sent.map(({ status }) => status)).toEqual([429, 200]);
  expect(sent[0]?.responseHeaders['x-ratelimit-scope']).toBe(scope);
});

test('discord.js tries again after a 5xx', async () => {
  const { discord, channel } = await start();
  discord.inject({ kind: 'status', status: 502, times: 2, route: messages });
  await channel.send('lagi');
  expect(discord.member.messages(channel.id)).toHaveLength(1);
  expect(discord.exchanges.filter(({ fault }) => fault === 'status')).toHaveLength(2);
});

test('a dropped request has no effect; a lost answer has one', async () => {
  const { discord, channel } = await start();
  discord.inject({ kind: 'drop', route: messages, times: 10 });
  await expect(channel.send('hilang')).rejects.toThrow();
  expect(discord.member.messages(channel.id)).toHaveLength(0);
  const second = await start();
  second.discord.inject({ kind: 'lose-answer', route: messages });
  const nonce = { nonce: 'a', enforceNonce: true };
  await second.channel.send({ content: 'sekali', ...nonce }).catch(() => undefined);
  await second.channel.send({ content: 'sekali', ...nonce });
  expect(second.discord.member.messages(second.channel.id)).toHaveLength(1);
  expect(second.discord.exchanges.filter(({ fault }) => fault === 'lose-answer')).toMatchObject([
    { status: 200 },
  ]);
});

test('a delayed answer comes late but whole', async () => {
  const { discord, channel } = await start();
  discord.inject({ kind: 'delay', delayMs: 30, route: messages });
  await expect(channel.send('pelan')).resolves.toMatchObject({ content: 'pelan' });
});

const send = (to: LocalDiscord) =>
  call(to, `/channels/${to.channels['umum']}/messages`, { method: 'POST', body: '{"content":"x"}' });

test('the sixth message in five seconds is one too many, unless limits are off', async () => {
  const discord = await startDiscord();
  const answers = [];
  for (let count = 0; count < 6; count++) answers.push(await send(discord));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(answers[0]?.headers.get('x-ratelimit-remaining')).toBe('4');
  expect(answers[5]?.body).toMatchObject({ global: false, retry_after: expect.any(Number) });
  const open = await startDiscord({ rateLimits: false });
  const free = await Promise.all(Array.from({ length: 10 }, () => send(open)));
  expect(new Set(free.map(({ status }) => status))).toEqual(new Set([200]));
  expect(free[9]?.headers.get('x-ratelimit-limit')).toBe('5');
});

test.for([
  { name: 'no token', path: '/users/@me', init: { headers: { authorization: '' } }, status: 401, code: 0 },
  { name: 'an unknown path', path: '/nothing', init: {}, status: 404, code: 0 },
  { name: 'a wrong method', path: '/users/@me', init: { method: 'DELETE' }, status: 405, code: 0 },
  {
    name: 'broken JSON',
    path: '/channels/C/messages',
    init: { method: 'POST', body: '{' },
    status: 400,
    code: 50_109,
  },
  {
    name: 'another content type',
    path: '/channels/C/messages',
    init: { method: 'POST', body: 'content=x', headers: { 'content-type': 'text/plain' } },
    status: 400,
    code: 50_035,
  },
  {
    name: 'a broken multipart body',
    path: '/channels/C/messages',
    init: { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=y' } },
    status: 400,
    code: 50_035,
  },
  { name: 'a foreign application', path: '/applications/1/commands', init: {}, status: 403, code: 20_012 },
  { name: 'an unknown server', path: '/guilds/1', init: {}, status: 404, code: 10_004 },
  {
    name: 'an unknown webhook',
    path: '/webhooks/1/x/messages/@original',
    init: {},
    status: 404,
    code: 10_015,
  },
  {
    name: 'an interaction nobody had',
    path: '/interactions/1/x/callback',
    init: { method: 'POST', body: '{"type":4}' },
    status: 404,
    code: 10_062,
  },
  {
    name: 'a field called __proto__',
    path: '/channels/C/messages',
    init: { method: 'POST', body: '{"__proto__":{"content":"x"},"content":7}' },
    status: 400,
    code: 50_035,
  },
])('$name is refused with $status and $code', async ({ path, init, status, code }) => {
  const discord = await startDiscord();
  const answer = await call(discord, path.replace('C', discord.channels['umum'] ?? ''), init);
  expect(answer).toMatchObject({ status, body: { code, message: expect.any(String) } });
});

test('a body over 25 MiB is refused and one that never ends is harmless', async () => {
  const discord = await startDiscord();
  const path = `/channels/${discord.channels['umum']}/messages`;
  const large = await call(discord, path, { method: 'POST', body: 'x'.repeat(25 * 1024 * 1024 + 1) });
  expect(large).toMatchObject({ status: 413, body: { code: 40_005 } });
  const aborted = request(`${discord.api}/v10${path}`, {
    method: 'POST',
    headers: { 'content-length': '1000' },
  });
  aborted.on('error', () => undefined);
  aborted.write('{');
  aborted.destroy();
  expect((await call(discord, '/users/@me')).status).toBe(200);
});

test('an empty answer carries no content type', async () => {
  const discord = await startDiscord();
  const answer = await call(discord, `/channels/${discord.channels['umum']}/typing`, {
    method: 'POST',
    body: '{}',
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([204, null]);
});

test('commands keep their IDs when they are set again, and bad ones are named', async () => {
  const { discord, bot } = await start();
  const ask = {
    name: 'ask',
    nameLocalizations: { id: 'tanya' },
    description: 'Ask',
    options: [{ type: 3 as const, name: 'question', description: 'What', required: true }],
  };
  const [first] = [...(await bot.application.commands.set([ask])).values()];
  const created = await bot.application.commands.create({ ...ask, description: 'Ask again' });
  expect(created.id).toBe(first?.id);
  expect(
    (await bot.application.commands.fetch({ withLocalizations: true })).first()?.nameLocalizations,
  ).toEqual({
    id: 'tanya',
  });
  await created.edit({ description: 'Edited' });
  await bot.application.commands.create({ name: 'local', description: 'Here' }, discord.guildId);
  expect((await bot.application.commands.fetch({ guildId: discord.guildId })).size).toBe(1);
  for (const body of [
    { name: 'Ask', description: 'upper case' },
    { name: 'a b', description: 'a space' },
    { name: 'x', description: '' },
    {
      name: 'x',
      description: 'x',
      options: [
        { type: 3, name: 'a', description: 'b' },
        { type: 3, name: 'c', description: 'd', required: true },
      ],
    },
    {
      name: 'x',
      description: 'x',
      options: Array.from({ length: 26 }, (_, index) => ({ type: 3, name: `o${index}`, description: 'd' })),
    },
  ]) {
    const answer = await call(discord, `/applications/${discord.applicationId}/commands`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    expect(answer.body).toMatchObject({ code: 50_035, errors: expect.any(Object) });
  }
  await created.delete();
  await expect(bot.application.commands.fetch(created.id)).rejects.toMatchObject({ code: 10_063 });
});

test('the 201st new command of a day is refused with 30034', async () => {
  const discord = await startDiscord({ rateLimits: false });
  const path = `/applications/${discord.applicationId}/commands`;
  const set = (from: number) =>
    call(discord, path, {
      method: 'PUT',
      body: JSON.stringify(
        Array.from({ length: 100 }, (_, index) => ({ name: `c${from + index}`, description: 'd' })),
      ),
    });
  expect((await set(0)).status).toBe(200);
  expect((await set(100)).status).toBe(200);
  expect((await set(100)).status).toBe(200);
  expect((await set(101)).body).toMatchObject({ code: 30_034 });
});
