import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';

/**
 * Commands, menus and buttons come without any intent; guilds are for names and permissions, the
 * messages for answering in channels.
 */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

export interface ClientOptions {
  /** The REST base without version, which gives the gateway's address too; undefined means Discord itself. */
  readonly api: string | undefined;
  /** Asks for the texts of messages that do not name the bot: Discord grants it on request. */
  readonly readsMessages: boolean;
}

/** An unconnected client. */
export function createClient({ api, readsMessages }: ClientOptions): Client {
  return new Client({
    intents: readsMessages ? [...intents, GatewayIntentBits.MessageContent] : intents,
    // Direct messages come from channels never heard of, edits and deletions of messages not kept.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [] },
    // Earlier messages are fetched in the few cases they are needed; kept, they would pile up.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    ...(api !== undefined && { rest: { api } }),
  });
}
