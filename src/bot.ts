/**
 * The bot, put together: services and commands come in, a running bot that can be stopped goes out.
 * It never knows whether Discord itself or the playground is at the other end.
 */
import { Events, type Client } from 'discord.js';
import type { Logger } from 'pino';
import { createClient } from './discord/client.ts';
import type { Command } from './discord/command.ts';
import { createCooldown } from './discord/cooldown.ts';
import { createDispatch, type Dispatch } from './discord/dispatch.ts';
import { fetchApplicationId, registerCommands } from './discord/register-commands.ts';
import type { Services } from './discord/services.ts';
import { explainClose, explainFailure, StartupError } from './discord/startup-error.ts';

export interface BotOptions {
  readonly token: string;
  /** REST base without version; undefined means Discord itself. */
  readonly api: string | undefined;
  readonly commands: readonly Command[];
  readonly services: Services;
  /** Seconds between two commands of one member; 0 turns all cooldowns off. */
  readonly cooldownSeconds: number;
}

export interface Bot {
  readonly client: Client;
  /** Rejects with a `StartupError` if Discord ever closes the connection for good; else stays pending. */
  readonly lost: Promise<never>;
  /** Takes no new work, lets what runs finish (bounded), leaves Discord. Never rejects; may be called again. */
  stop(): Promise<void>;
}

/** For the first answer of the REST API: a wrong token must be told within ten seconds of the start. */
const firstAnswerTimeoutMs = 6_000;
/** For the gateway, which may be slow when many start at once. */
const readyTimeoutMs = 30_000;
/** Discord's clients give up on a silent service after about as long. */
const stopTimeoutMs = 5_000;

/**
 * Registers the commands, connects, and listens.
 *
 * @throws {StartupError} in one line, where Discord cannot be reached or refuses.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { token, api, services } = options;
  const client = createClient(api);
  const dispatch = createDispatch({
    commands: options.commands,
    services,
    cooldown: createCooldown({ commandSeconds: options.cooldownSeconds }),
  });
  client.on(Events.InteractionCreate, (interaction) => void dispatch.handle(interaction));
  const lost = watchConnection(client, services.log);
  try {
    client.rest.setToken(token);
    const applicationId = await fetchApplicationId(client.rest, AbortSignal.timeout(firstAnswerTimeoutMs));
    const commands = options.commands.map(({ data }) => data);
    const report = await registerCommands({ rest: client.rest, applicationId, commands });
    services.log.info({ ...report }, 'commands registered');
    await Promise.race([login(client, token), lost]);
  } catch (error) {
    await client.destroy().catch(() => {});
    throw explainFailure(error, client.rest.options.api);
  }
  services.log.info({ guilds: client.guilds.cache.size }, 'bot ready');
  return { client, lost, stop: () => stop(client, dispatch, services.log) };
}

async function login(client: Client, token: string): Promise<void> {
  const signal = AbortSignal.timeout(readyTimeoutMs);
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    signal.addEventListener('abort', () => {
      reject(new StartupError('Discord answers, but its gateway does not let Kutip in; try again later.'));
    });
  });
  await Promise.race([client.login(token).then(() => ready), ready]);
}

/** Logs what Discord's connection does; rejects when it is closed for good. */
function watchConnection(client: Client, log: Logger): Promise<never> {
  client.on(Events.Error, (err) => log.error({ err }, 'client error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'client warning'));
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'gateway connection error'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'gateway reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'gateway resumed'));
  client.rest.on('rateLimited', ({ route, scope, retryAfter }) => {
    log.warn({ route, scope, retryAfterMs: retryAfter }, 'rate limited');
  });
  const lost = new Promise<never>((_, reject) => {
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      log.error({ code, shard }, 'gateway closed for good');
      reject(explainClose(code));
    });
    client.on(Events.Invalidated, () => reject(new StartupError('Discord ended the session for good.')));
  });
  // Whoever awaits it hears of it; nobody has to.
  lost.catch(() => {});
  return lost;
}

async function stop(client: Client, dispatch: Dispatch, log: Logger): Promise<void> {
  dispatch.close();
  const unfinished = await dispatch.settle(stopTimeoutMs);
  if (unfinished > 0) {
    log.warn({ unfinished }, 'stopped with work unfinished');
  }
  // Leaving closes the connection, which is no reason to report a reconnection.
  client.removeAllListeners(Events.ShardReconnecting);
  await client.destroy().catch((err: unknown) => log.warn({ err }, 'client did not close cleanly'));
}
