/**
 * The bot, put together: services and commands come in, a running bot that can be stopped goes out.
 * It never knows whether Discord itself or the playground is at the other end.
 */
import { randomUUID } from 'node:crypto';
import { Events, GatewayCloseCodes, type Client } from 'discord.js';
import type { Logger } from 'pino';
import { createChannelAnswers, type ChannelAnswers } from './discord/channel/channel-answers.ts';
import { createClient } from './discord/client.ts';
import type { Command } from './discord/command.ts';
import { createCooldown, type Cooldown } from './discord/cooldown.ts';
import { createDispatch, type Dispatch } from './discord/dispatch.ts';
import { startHousekeeping, type Housekeeping } from './discord/housekeeping.ts';
import { createDiscordBoard } from './discord/quotes/discord-board.ts';
import { createQuoteFollower, type QuoteFollower } from './discord/quotes/follow-quotes.ts';
import type { PostingParts } from './discord/quotes/posting-parts.ts';
import { createQuoteWorker, type QuoteWorker } from './discord/quotes/quote-worker.ts';
import { fetchApplicationId, registerCommands } from './discord/register-commands.ts';
import { machineSchedule, type Schedule } from './discord/schedule.ts';
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
  /** Default the machine's clock. */
  readonly schedule?: Schedule;
}

export interface Bot {
  /** Another one after Discord has refused an intent. */
  readonly client: Client;
  /** Rejects with a `StartupError` if Discord ever closes the connection for good; else stays pending. */
  readonly lost: Promise<never>;
  /** Waits until nothing is being worked on; what is planned for later goes on waiting. */
  settle(): Promise<void>;
  /** Takes no new work, lets what runs finish (bounded), leaves Discord. Never rejects; may be called again. */
  stop(): Promise<void>;
}

/** For the first answer of the REST API: a wrong token must be told within ten seconds of the start. */
const firstAnswerTimeoutMs = 6_000;
/** For the gateway, which may be slow when many start at once. */
const readyTimeoutMs = 30_000;
/** Discord's clients give up on a silent service after about as long. */
const stopTimeoutMs = 5_000;

/** One connection, with everything that hangs on it. */
interface Session {
  readonly client: Client;
  readonly dispatch: Dispatch;
  readonly answers: ChannelAnswers;
  readonly housekeeping: Housekeeping;
  readonly quotes: QuoteWorker;
  readonly follower: QuoteFollower;
  /** Resolves with the close code when Discord has closed it for good; undefined where it ended the session. */
  readonly closed: Promise<number | undefined>;
}

/**
 * Registers the commands, connects, and listens. Where Discord refuses the Message Content intent,
 * now or later, it goes on without.
 *
 * @throws {StartupError} in one line, where Discord cannot be reached or refuses.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const cooldown = createCooldown({ commandSeconds: options.cooldownSeconds });
  let session = await openSession(options, { cooldown, readsMessages: true, isFirst: true });
  let isStopped = false;
  const goOn = async (): Promise<never> => {
    for (;;) {
      const { closed, client, housekeeping, quotes, follower } = session;
      const code = await closed;
      if (isStopped) return new Promise<never>(() => {});
      if (code !== GatewayCloseCodes.DisallowedIntents) throw explainEnd(code);
      housekeeping.stop();
      void quotes.stop();
      void follower.stop();
      await client.destroy();
      session = await openSession(options, { cooldown, readsMessages: false, isFirst: false });
    }
  };
  const lost = goOn();
  // Whoever awaits it hears of it; nobody has to.
  lost.catch(() => {});
  return {
    get client() {
      return session.client;
    },
    lost,
    settle: async () => {
      await session.dispatch.settle(stopTimeoutMs);
      await session.answers.settle();
      await options.services.quotes.desk.settle();
      await session.quotes.settle();
      // What has just been posted is shown and told too.
      await options.services.quotes.desk.settle();
      await session.follower.settle();
    },
    stop: async () => {
      isStopped = true;
      await stop(session, options.services.log);
    },
  };
}

function explainEnd(code: number | undefined): StartupError {
  return code === undefined ? new StartupError('Discord ended the session for good.') : explainClose(code);
}

interface SessionOptions {
  readonly cooldown: Cooldown;
  readonly readsMessages: boolean;
  /** Commands are registered once. */
  readonly isFirst: boolean;
}

async function openSession(
  options: BotOptions,
  { cooldown, readsMessages, isFirst }: SessionOptions,
): Promise<Session> {
  const { token, api } = options;
  const services = { ...options.services, readsMessages };
  const { log } = services;
  const client = createClient({ api, readsMessages });
  const session = listen(client, { ...options, services, cooldown });
  try {
    client.rest.setToken(token);
    if (isFirst) await register(client, options.commands, log);
    const code = await Promise.race([login(client, token).then(() => 'ready' as const), session.closed]);
    if (code === GatewayCloseCodes.DisallowedIntents && readsMessages) {
      await client.destroy();
      log.warn({ code }, 'message content intent refused');
      return await openSession(options, { cooldown, readsMessages: false, isFirst: false });
    }
    if (code !== 'ready') throw explainEnd(code);
  } catch (error) {
    await client.destroy().catch(() => {});
    throw explainFailure(error, client.rest.options.api);
  }
  log.info({ guilds: client.guilds.cache.size, readsMessages }, 'bot ready');
  session.housekeeping.start();
  session.quotes.start();
  session.follower.start();
  await session.answers.recover().catch((err: unknown) => log.error({ err }, 'could not recover questions'));
  return session;
}

async function register(client: Client, commands: readonly Command[], log: Logger): Promise<void> {
  const applicationId = await fetchApplicationId(client.rest, AbortSignal.timeout(firstAnswerTimeoutMs));
  const bodies = commands.map(({ data }) => data);
  const report = await registerCommands({ rest: client.rest, applicationId, commands: bodies });
  log.info({ ...report }, 'commands registered');
}

/** Puts everything that listens on the client; the one place that does. */
function listen(client: Client, options: BotOptions & { readonly cooldown: Cooldown }): Session {
  const { services, schedule = machineSchedule, commands, cooldown } = options;
  const dispatch = createDispatch({ commands, services, cooldown });
  const answers = createChannelAnswers({ client, services, schedule });
  const housekeeping = startHousekeeping({ client, services, schedule });
  const quotes = createQuoteWorker({ parts: postingParts(client, services), timers: schedule });
  const follower = createQuoteFollower({ client, services }, schedule);
  client.on(Events.InteractionCreate, (interaction) => void dispatch.handle(interaction));
  client.on(Events.MessageCreate, (message) => answers.onMessage(message));
  client.on(Events.MessageUpdate, (_, message) => answers.onEdit(message));
  client.on(Events.MessageDelete, ({ id, guildId }) => {
    answers.onDeletion(id, { isInGuild: guildId !== null });
    quotes.onDeletion(id);
  });
  client.on(Events.MessageBulkDelete, (messages) => {
    for (const { id } of messages.values()) {
      answers.onDeletion(id, { isInGuild: true });
      quotes.onDeletion(id);
    }
  });
  client.on(Events.ChannelDelete, (channel) => {
    if (!channel.isDMBased()) quotes.onChannelGone(channel.guildId, channel.id);
  });
  client.on(Events.GuildDelete, (guild) => housekeeping.onLeft(guild.id));
  const closed = watchConnection(client, services.log);
  return { client, dispatch, answers, housekeeping, quotes, follower, closed };
}

function postingParts(client: Client, { index, store, quotes, log, now }: Services): PostingParts {
  return {
    desk: quotes.desk,
    quotes: store.quotes,
    notices: store.reviews,
    board: createDiscordBoard(client),
    articles: index.articles,
    settingsOf: async (guildId) => (await store.guilds.settings(guildId)).settings,
    ...(quotes.cards && { cards: quotes.cards }),
    log,
    now,
    holder: randomUUID(),
  };
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

/** Discord's close code, as the number that its close event carries. */
const disallowedIntents: number = GatewayCloseCodes.DisallowedIntents;

/** Logs what Discord's connection does; resolves when it is closed for good. */
function watchConnection(client: Client, log: Logger): Promise<number | undefined> {
  client.on(Events.Error, (err) => log.error({ err }, 'client error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'client warning'));
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'gateway connection error'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'gateway reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'gateway resumed'));
  client.rest.on('rateLimited', ({ route, scope, retryAfter }) => {
    log.warn({ route, scope, retryAfterMs: retryAfter }, 'rate limited');
  });
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      const level = code === disallowedIntents ? 'warn' : 'error';
      log[level]({ code, shard }, 'gateway closed for good');
      resolve(code);
    });
    client.on(Events.Invalidated, () => resolve(undefined));
  });
}

async function stop(
  { client, dispatch, answers, housekeeping, quotes, follower }: Session,
  log: Logger,
): Promise<void> {
  dispatch.close();
  housekeeping.stop();
  const answered = Promise.all([answers.close(), quotes.stop(), follower.stop()]).then(() => 0);
  const unfinished = await dispatch.settle(stopTimeoutMs);
  const late = new Promise<number>((resolve) => {
    setTimeout(() => resolve(1), stopTimeoutMs).unref();
  });
  if (unfinished + (await Promise.race([answered, late])) > 0) {
    log.warn({ unfinished }, 'stopped with work unfinished');
  }
  // Leaving closes the connection, which is no reason to report a reconnection.
  client.removeAllListeners(Events.ShardReconnecting);
  await client.destroy().catch((err: unknown) => log.warn({ err }, 'client did not close cleanly'));
}
