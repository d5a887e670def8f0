import { request } from 'node:http';
import { Events } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import type { PageAct, PageEvent, PageMessage, PageState } from '../../src/playground/page-protocol.ts';
import { asWire } from '../../src/playground/world/protocol.ts';
import { startBot, startDiscord } from './bot.ts';

const streams: AbortController[] = [];
afterEach(() => {
  for (const stream of streams.splice(0)) stream.abort();
});

async function get<T>(discord: LocalDiscord, path: string): Promise<T> {
  const response = await fetch(new URL(path, discord.pageUrl));
  expect(response.status).toBe(200);
  return asWire<T>(await response.json());
}

async function act(discord: LocalDiscord, body: PageAct) {
  const response = await fetch(new URL('/page/api/act', discord.pageUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: asWire<Record<string, unknown>>(await response.json()) };
}

/** The page's event stream of one person; `find` waits for the first event that fits. */
async function follow(discord: LocalDiscord, user: string) {
  const stream = new AbortController();
  streams.push(stream);
  const response = await fetch(new URL(`/page/api/events?user=${user}`, discord.pageUrl), {
    signal: stream.signal,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const seen: PageEvent[] = [];
  let rest = '';
  const find = async (matches: (event: PageEvent) => boolean): Promise<PageEvent> => {
    for (;;) {
      const found = seen.find(matches);
      if (found !== undefined) return found;
      const { value = '', done } = await reader.read();
      if (done) throw new Error('the stream ended');
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block.startsWith('data: ')) seen.push(asWire<PageEvent>(JSON.parse(block.slice(6))));
      }
    }
  };
  return { seen, find };
}

/** A raw request whose Host header can be anything. */
function ask(discord: LocalDiscord, { host, path }: { host?: string; path: string }): Promise<number> {
  const { port, host: own } = new URL(discord.pageUrl);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host: host ?? own } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

const document = { id: 'd', title: 'T', language: 'id', text: 'T', blocks: [] };

test('the state shows each person their own channels and commands', async () => {
  const discord = await startDiscord({ documents: [document] });
  await startBot(discord, [
    { name: 'ask', description: 'Ask' },
    { name: 'purge', description: 'Purge', defaultMemberPermissions: '8192' },
  ]);
  const first = await get<PageState>(discord, '/page/api/state');
  expect(first.me.id).toBe(discord.member.id);
  expect(first.bot.online).toBe(true);
  expect(first.documents).toEqual([document]);
  expect(first.channels.map(({ name }) => name)).toEqual([
    'umum',
    'tanya-artikel',
    'kutipan',
    'Obrolan bertiga',
    'Kutip',
  ]);
  expect(first.commands.map(({ name }) => name).toSorted()).toEqual(['ask', 'purge']);
  const second = await get<PageState>(discord, `/page/api/state?user=${discord.moderator.id}`);
  expect(second.me).toMatchObject({ moderator: true, roles: ['Moderator'] });
  expect(second.channels.map(({ name }) => name)).toContain('moderator');
});

test('a command from the page is answered in its event stream, ephemeral answers to one person', async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, [{ name: 'ask', description: 'Ask' }]);
  bot.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply({ content: 'bisik', flags: 64 });
  });
  const channel = discord.channels['umum'] ?? '';
  const [member, moderator] = [
    await follow(discord, discord.member.id),
    await follow(discord, discord.moderator.id),
  ];
  const started = await act(discord, {
    user: discord.member.id,
    channel,
    type: 'command',
    command: 'ask',
    options: [],
  });
  expect(started).toMatchObject({ status: 200, body: { type: 'interaction' } });
  expect(await member.find(({ type }) => type === 'message')).toMatchObject({
    interaction: started.body['interaction'],
    message: { ephemeral: true, loading: false, message: { content: 'bisik' } },
  });
  await act(discord, { user: discord.member.id, channel, type: 'send', content: 'halo' });
  expect(await moderator.find(({ type }) => type === 'message')).toMatchObject({
    message: { ephemeral: false },
  });
  const list = await get<PageMessage[]>(
    discord,
    `/page/api/messages?user=${discord.member.id}&channel=${channel}`,
  );
  expect(list.map(({ message }) => message.content)).toEqual(['bisik', 'halo']);
  await act(discord, {
    user: discord.member.id,
    channel,
    type: 'dismiss',
    message: list[0]?.message.id ?? '',
  });
  expect(await member.find(({ type }) => type === 'message-delete')).toMatchObject({
    id: list[0]?.message.id,
  });
});

test('an act that the person may not do is refused with a sentence', async () => {
  const discord = await startDiscord();
  const { id } = await discord.moderator.send(discord.channels['umum'] ?? '', 'milikku');
  const user = discord.member.id;
  const channel = discord.channels['umum'] ?? '';
  for (const body of [
    { user, channel: discord.channels['moderator'] ?? '', type: 'send', content: 'x' },
    { user, channel, type: 'edit', message: id, content: 'x' },
    { user, channel, type: 'delete', message: id },
    { user, channel, type: 'send', content: 'x'.repeat(2001) },
    { user: discord.applicationId, channel, type: 'send', content: 'x' },
    { user, channel, type: 'command', command: 'nothing', options: [] },
    { user, channel, type: 'component', message: id, customId: 'x' },
  ] satisfies PageAct[]) {
    const answer = await act(discord, body);
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringMatching(/\w/) } });
  }
  expect(discord.moderator.messages(channel).map(({ content }) => content)).toEqual(['milikku']);
});

test('foreign hosts, foreign origins and forms are turned away', async () => {
  const discord = await startDiscord();
  expect(await ask(discord, { path: '/page/api/state' })).toBe(200);
  expect(await ask(discord, { path: '/page/api/state', host: 'evil.example' })).toBe(403);
  const foreign = await fetch(new URL('/page/api/act', discord.pageUrl), {
    method: 'POST',
    headers: { origin: 'http://evil.example', 'content-type': 'application/json' },
    body: '{}',
  });
  expect(foreign.status).toBe(403);
  const form = await fetch(new URL('/page/api/act', discord.pageUrl), {
    method: 'POST',
    body: new URLSearchParams('a=b'),
  });
  expect(form.status).toBe(400);
});

test.for([
  '/page/../start-local-discord.ts',
  '/page/..%2fpackage.json',
  '/page/%2e%2e/x.js',
  '/page/',
  '/page/.x.js',
  '/etc/passwd',
])('the path %s leads nowhere', async (path) => {
  const discord = await startDiscord();
  expect(await ask(discord, { path })).toBe(404);
});

test('an uploaded page is handed out as a download that can run nothing', async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const channel = await bot.channels.fetch(discord.channels['umum'] ?? '');
  if (channel?.isSendable() !== true) throw new Error('no such channel');
  const sent = await channel.send({
    files: [{ name: 'x.html', attachment: Buffer.from('<script>1</script>') }],
  });
  const response = await fetch(sent.attachments.first()?.url ?? '');
  await response.text();
  expect(response.headers.get('content-disposition')).toContain('attachment');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
});
