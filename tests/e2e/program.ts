/** The program itself, started as an operator starts it, in processes that can be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { settings as allSettings } from '../../src/config.ts';
import { changeSettings, type SettingsChange } from '../../src/guilds/change-settings.ts';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import { openStore, type StoreOptions } from '../../src/store/open-store.ts';
import type { TestDatabases } from '../store/databases.ts';
import { channelOf, startDiscord } from './kutip.ts';

const blank = Object.fromEntries(allSettings.map(({ name }) => [name, '']));
const root = new URL('../..', import.meta.url).pathname;
/** What each has printed so far. */
const printed = new WeakMap<ChildProcess, string>();

/** Ends it with `kill -9`, where it has not ended by itself. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}

/** Starts the program and waits until it is ready; it is killed after the test. */
export async function startProgram(discord: LocalDiscord, store: StoreOptions): Promise<ChildProcess> {
  const place =
    'sqlitePath' in store ? { STORE_PATH: store.sqlitePath } : { DATABASE_URL: store.databaseUrl };
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      ...blank,
      COOLDOWN_SECONDS: '0',
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      ...place,
    },
  });
  onTestFinished(async () => kill(child));
  printed.set(child, '');
  child.stdout.on('data', (chunk) => printed.set(child, logOf(child) + String(chunk)));
  await says(child, '"msg":"bot ready"');
  return child;
}

/** Everything it has printed so far. */
export function logOf(child: ChildProcess): string {
  return printed.get(child) ?? '';
}

/** Waits until it has printed that, now or earlier. */
export async function says(child: ChildProcess, words: string): Promise<void> {
  while (!logOf(child).includes(words)) await once(child.stdout ?? child, 'data');
}

/** Waits until it has printed so many things of that kind; `kind` is global. */
export async function saysOften(child: ChildProcess, kind: RegExp, count: number): Promise<void> {
  while ([...logOf(child).matchAll(kind)].length < count) await once(child.stdout ?? child, 'data');
}

/** A server set as wished, and an empty store that has it; `answers`: what the bot has said, oldest first. */
export async function prepareServer(
  databases: TestDatabases,
  changeFor: (discord: LocalDiscord, channelId: string) => SettingsChange,
) {
  const discord = await startDiscord();
  const database = await databases.create('bare');
  onTestFinished(async () => database.dispose());
  const { options } = database;
  if (options === undefined) throw new Error('another process can open it');
  const channel = channelOf(discord);
  await configure(discord, options, changeFor(discord, channel));
  const answers = (channelId = channel) =>
    discord.owner.messages(channelId).filter(({ author, content }) => author.bot === true && content !== '');
  return { discord, database, options, channel, answers };
}

async function configure(discord: LocalDiscord, options: StoreOptions, change: SettingsChange) {
  const store = await openStore(options);
  const { settings } = await store.guilds.settings(discord.guildId);
  const outcome = changeSettings(settings, {
    memberCooldownSeconds: 0,
    channelCooldownSeconds: 0,
    ...change,
  });
  if (!outcome.ok) throw new Error('the settings are right');
  await store.guilds.saveSettings({
    guildId: discord.guildId,
    settings: outcome.settings,
    expectedRevision: 0,
    changedBy: discord.owner.id,
    atMs: Date.now(),
  });
  await store.close();
}
