import { Client, GatewayIntentBits, Options } from 'discord.js';

/** Slash commands, menus and buttons come without any intent; guilds are for names and permissions. */
const intents = [GatewayIntentBits.Guilds];

/**
 * An unconnected client. `api` is the REST base without version, and the gateway's address comes from
 * there; undefined means Discord itself.
 */
export function createClient(api: string | undefined): Client {
  return new Client({
    intents,
    allowedMentions: { parse: [] },
    // Nothing is ever looked up in earlier messages, and they would pile up.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    ...(api !== undefined && { rest: { api } }),
  });
}
