/** The program killed with `kill -9` between hearing a question and having answered it, and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { settings as allSettings } from '../../src/config.ts';
import { openStore } from '../../src/store/open-store.ts';
import { changeSettings } from '../../src/guilds/change-settings.ts';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import { channelOf, startDiscord } from './kutip.ts';

const blank = Object.fromEntries(allSettings.map(({ name }) => [name, '']));
const root = new URL('../..', import.meta.url).pathname;
const running: ChildProcess[] = [];
const folders: string[] = [];
const sending = '/channels/{channel_id}/messages';

afterEach(async () => {
  for (const child of running.splice(0)) await kill(child);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}

/** Starts the program and waits until it is ready. */
async function start(discord: LocalDiscord, storePath: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      ...blank,
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      STORE_PATH: storePath,
    },
  });
  running.push(child);
  let printed = '';
  while (!printed.includes('"msg":"bot ready"')) {
    const [chunk]: unknown[] = await once(child.stdout, 'data');
    printed += String(chunk);
  }
  return child;
}

async function prepare(): Promise<{ discord: LocalDiscord; storePath: string; channel: string }> {
  const discord = await startDiscord();
  const folder = mkdtempSync(path.join(tmpdir(), 'kutip-kill-'));
  folders.push(folder);
  const storePath = path.join(folder, 'kutip.sqlite');
  const channel = channelOf(discord);
  const store = await openStore({ sqlitePath: storePath });
  const { settings } = await store.guilds.settings(discord.guildId);
  const outcome = changeSettings(settings, { channels: { [channel]: { mode: 'questions' } } });
  if (!outcome.ok) throw new Error('the settings are right');
  await store.guilds.saveSettings({
    guildId: discord.guildId,
    settings: outcome.settings,
    expectedRevision: 0,
    changedBy: discord.owner.id,
    atMs: Date.now(),
  });
  await store.close();
  return { discord, storePath, channel };
}

test.for<[string, 'drop' | 'lose-answer']>([
  ['before its answer has reached Discord', 'drop'],
  ['after its answer has reached Discord, before it knows', 'lose-answer'],
])('a question is answered once by a bot that was killed %s', { timeout: 60_000 }, async ([, kind]) => {
  const { discord, storePath, channel } = await prepare();
  const first = await start(discord, storePath);
  // More than one, so that trying again at once does not help; what is left over meets the second.
  discord.inject({ kind, method: 'POST', route: sending, times: 2 });
  await discord.member.send(channel, 'Di mana superkomputer xAI dibangun?');
  await discord.until(() => discord.exchanges.find(({ route, fault }) => route === sending && fault));
  await kill(first);
  await start(discord, storePath);
  const answers = () => discord.owner.messages(channel).filter(({ author }) => author.bot === true);
  await discord.until(() => (answers().length > 0 ? true : undefined), 30_000);
  await discord.member.send(channel, 'Siapa pendiri xAI?');
  await discord.until(() => (answers().length > 1 ? true : undefined), 30_000);
  expect(answers().map(({ content }) => content.includes('Memphis'))).toEqual([true, false]);
});
