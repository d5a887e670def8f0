/** A bot in a channel on a clock of the test's own: what people write, and what the bot makes of it. */
import { Events } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import { changeSettings, type SettingsChange } from '../../src/guilds/change-settings.ts';
import type { LocalDiscord, LocalDiscordOptions, Person } from '../../src/playground/local-discord.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { startDiscord, startKutip, type Kutip, type KutipOptions } from './kutip.ts';

export interface Scene {
  readonly discord: LocalDiscord;
  readonly clock: FakeClock;
  readonly kutip: Kutip;
  /** Writes a message and waits until the bot has heard it. */
  say(person: Person, channelId: string, content: string, replyTo?: string): Promise<APIMessage>;
  edit(person: Person, channelId: string, messageId: string, content: string): Promise<void>;
  remove(person: Person, channelId: string, messageId: string): Promise<void>;
  /** Forbids the bot something in a channel. */
  forbid(channelId: string, permission: bigint): Promise<void>;
  /** Lets time pass, and the bot finish what falls due. */
  pass(ms: number): Promise<void>;
  /** The bot's messages there, oldest first, as the owner sees them. */
  answers(channelId: string): APIMessage[];
  configure(change: SettingsChange): Promise<void>;
}

export interface SceneOptions extends KutipOptions {
  readonly discord?: LocalDiscordOptions;
}

/** 1 December 2026, 08:00 in Jakarta. */
export const sceneStartMs = Date.UTC(2026, 11, 1, 1);

export async function startScene(options: SceneOptions = {}): Promise<Scene> {
  const clock = createFakeClock(sceneStartMs);
  const discord = await startDiscord({ now: () => clock.now(), ...options.discord });
  const kutip = await startKutip(discord, { ...options, schedule: clock });
  return sceneOf(discord, clock, kutip);
}

/** The same scene with another bot in it, as after a restart. */
export function sceneOf(discord: LocalDiscord, clock: FakeClock, kutip: Kutip): Scene {
  const heard = new Set<string>();
  const waiting = new Map<string, () => void>();
  const { bot, services } = kutip;
  const note = (what: string) => {
    heard.add(what);
    waiting.get(what)?.();
  };
  const { client } = bot;
  client.on(Events.MessageCreate, ({ id }) => note(id));
  client.on(Events.MessageUpdate, (_, { id, editedTimestamp }) => note(`${id} edited ${editedTimestamp}`));
  client.on(Events.MessageDelete, ({ id }) => note(`${id} deleted`));
  client.on(Events.ChannelUpdate, ({ id }) => note(`${id} updated`));
  const hears = async (what: string) => {
    if (!heard.has(what)) await new Promise<void>((resolve) => waiting.set(what, resolve));
    heard.delete(what);
    await bot.settle();
  };
  return {
    discord,
    clock,
    kutip,
    say: async (person, channelId, content, replyTo) => {
      const message = await person.send(channelId, content, replyTo);
      await hears(message.id);
      return message;
    },
    edit: async (person, channelId, messageId, content) => {
      const { edited_timestamp: editedAt } = await person.edit(channelId, messageId, content);
      await hears(`${messageId} edited ${Date.parse(editedAt ?? '')}`);
    },
    remove: async (person, channelId, messageId) => {
      await person.remove(channelId, messageId);
      await hears(`${messageId} deleted`);
    },
    forbid: async (channelId, permission) => {
      discord.setOverwrite(channelId, bot.client.user?.id ?? '', { allow: 0n, deny: permission });
      await hears(`${channelId} updated`);
    },
    pass: async (ms) => {
      const endMs = clock.now() + ms;
      for (let next = clock.nextAtMs(); next !== undefined && next <= endMs; next = clock.nextAtMs()) {
        clock.moveTo(next);
        await bot.settle();
      }
      clock.moveTo(endMs);
      await bot.settle();
    },
    answers: (channelId) =>
      discord.owner.messages(channelId).filter(({ author }) => author.id === bot.client.user?.id),
    configure: async (change) => {
      const { settings, revision } = await services.store.guilds.settings(discord.guildId);
      const outcome = changeSettings(settings, change);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      const saved = await services.store.guilds.saveSettings({
        guildId: discord.guildId,
        settings: outcome.settings,
        expectedRevision: revision,
        changedBy: discord.moderator.id,
        atMs: clock.now(),
      });
      if (!saved.ok) throw new Error('somebody else saved settings');
    },
  };
}

/** Long enough for a burst to end. */
export const pauseMs = 2_000;
