import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import type { ApplicationCommandDataResolvable, ClientEvents, ClientOptions } from 'discord.js';
import { onTestFinished } from 'vitest';
import type { LocalDiscord, LocalDiscordOptions } from '../../src/playground/local-discord.ts';
import { checkAnswers } from './answer-schemas.ts';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';

const everyIntent = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.GuildMessageTyping,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.DirectMessageReactions,
  GatewayIntentBits.MessageContent,
];

export async function startDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord(options);
  // The last that was opened is closed first.
  onTestFinished(async () => {
    await discord.close();
    // Whatever a test was about: every answer it caused has the published shape.
    checkAnswers(discord.exchanges);
  });
  return discord;
}

/** Unmodified discord.js, pointed at the local Discord; not logged in yet. */
export function createBot(discord: LocalDiscord, options: Partial<ClientOptions> = {}): Client {
  const bot = new Client({
    intents: everyIntent,
    partials: [Partials.Channel, Partials.Message, Partials.Reaction],
    ...options,
    rest: { api: discord.api, ...options.rest },
  });
  onTestFinished(() => bot.destroy());
  return bot;
}

/** A bot that is ready, with these commands registered. */
export async function startBot(
  discord: LocalDiscord,
  commands: ApplicationCommandDataResolvable[] = [],
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const bot = createBot(discord, options);
  const ready = new Promise<Client<true>>((resolve) => void bot.once(Events.ClientReady, resolve));
  await bot.login(discord.token);
  const client = await ready;
  if (commands.length > 0) await client.application.commands.set(commands);
  return client;
}

/** The next event of that name that discord.js tells of. */
export function next<Name extends keyof ClientEvents>(bot: Client, name: Name): Promise<ClientEvents[Name]> {
  return new Promise((resolve) => {
    bot.once(name, (...args) => resolve(args));
  });
}
