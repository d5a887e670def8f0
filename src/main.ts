/**
 * The bot's entry: reads the configuration, loads the corpus, and serves until a signal. Without a
 * token it serves the playground, a Discord on this machine; the bot is the same in both.
 */
import type { Logger } from 'pino';
import { commands } from '../commands/index.ts';
import type { Article } from './articles/article.ts';
import { loadCorpus } from './articles/load-corpus.ts';
import { describeProblem } from './articles/problem.ts';
import { startBot } from './bot.ts';
import type { Config } from './config.ts';
import { createServices, type Services } from './discord/services.ts';
import { StartupError } from './discord/startup-error.ts';
import { detectLanguage } from './language/detect-language.ts';
import { loadKnowledge } from './language/load-knowledge.ts';
import { changeSettings } from './guilds/change-settings.ts';
import { loadConfig } from './load-config.ts';
import { createLogger } from './log.ts';
import type { LocalDiscord } from './playground/local-discord.ts';
import type { PageDocument } from './playground/page-protocol.ts';
import { startLocalDiscord } from './playground/start-local-discord.ts';
import { projectFolder } from './project-folder.ts';
import type { CardRenderer } from './quotes/card/render-card.ts';
import { buildPassageIndex } from './retrieval/build-passage-index.ts';
import { overlayIndex } from './retrieval/overlay-index.ts';
import { questionTerms } from './retrieval/question-terms.ts';
import { openStore, type Store } from './store/open-store.ts';
import { StoreOpenError } from './store/store-open-error.ts';

/** Where somebody who opens the playground will write first. */
const askedChannel = 'tanya-artikel';
const talkChannel = 'umum';
/** Where quotes are posted, and where moderators review them. */
const quoteChannel = 'kutipan';
const reviewChannel = 'moderator';

process.exit(await run(process.env));

/** Serves until a signal (0) or until it cannot go on (1); gives back the exit code. */
async function run(env: NodeJS.ProcessEnv): Promise<number> {
  const stopped = waitForSignal();
  const read = await loadConfig({ env, folder: projectFolder, needsCorpus: true });
  if (!read.ok) {
    read.problems.forEach(complain);
    return 1;
  }
  const { config, warnings } = read;
  const log = createLogger({ level: config.logLevel, pretty: process.stdout.isTTY });
  warnings.forEach((warning) => log.warn({ warning }, 'configuration warning'));
  process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled rejection'));
  const closers: (() => Promise<void>)[] = [];
  try {
    const signal = await Promise.race([serve(config, log, closers), stopped]);
    log.info({ signal }, 'stopping');
    return 0;
  } catch (error) {
    if (!(error instanceof StartupError)) {
      log.fatal({ err: error }, 'stopped by an error');
    }
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    // Last opened, first closed: the bot leaves before the Discord it talks to.
    for (const close of closers.toReversed()) {
      await close().catch((err: unknown) => log.error({ err }, 'could not close cleanly'));
    }
    log.info('stopped');
  }
}

/** Starts everything, adding to `closers` what has to be closed; rejects when it cannot go on. */
async function serve(config: Config, log: Logger, closers: (() => Promise<void>)[]): Promise<never> {
  const store = await openConfiguredStore(config, log);
  closers.push(() => store.close());
  const services = await loadServices(config, store, log);
  let { discordToken: token, discordApi: api } = config;
  let playground: LocalDiscord | undefined;
  if (token === undefined) {
    playground = await openPlayground(config.playgroundPort, [...services.index.articles.values()]);
    closers.push(() => playground?.close() ?? Promise.resolve());
    ({ token, api } = playground);
    await prepareServer(playground, store);
  }
  const bot = await startBot({ token, api, commands, services, cooldownSeconds: config.cooldownSeconds });
  closers.push(() => bot.stop());
  if (playground) {
    process.stdout.write(
      `\nThe playground is open: ${playground.pageUrl}\n(Ctrl+C closes it.)\nIn #${askedChannel} Kutip answers questions, in #${talkChannel} whoever mentions it; quotes are reviewed in #${reviewChannel} and posted in #${quoteChannel}: /settings changes that.\n\n`,
    );
  }
  return bot.lost;
}

/** The playground's server is gone when it closes: what was said of it would only pile up. */
async function openConfiguredStore(config: Config, log: Logger): Promise<Store> {
  const { discordToken, databaseUrl, storePath } = config;
  const onConnectionLost = (err: Error) => log.warn({ err }, 'database connection lost');
  const place =
    discordToken === undefined
      ? { sqlitePath: ':memory:' }
      : databaseUrl === undefined
        ? { sqlitePath: storePath }
        : { databaseUrl, onConnectionLost };
  try {
    return await openStore(place);
  } catch (error) {
    throw error instanceof StoreOpenError ? new StartupError(error.message, { cause: error }) : error;
  }
}

async function loadServices(config: Config, store: Store, log: Logger): Promise<Services> {
  const { articles, problems, warnings } = await loadCorpus(config.corpusDir);
  const details = [...problems, ...warnings].map(describeProblem);
  if (articles.length === 0) {
    throw new StartupError(
      [`CORPUS_DIR (${config.corpusDir}) holds no article that can be read.`, ...details].join('\n  '),
    );
  }
  details.forEach((problem) => log.warn({ problem }, 'problem in the corpus'));
  const index = buildPassageIndex(articles, { knowledge: loadKnowledge() });
  const services = createServices({
    index,
    store,
    overlayIndex,
    questionTerms,
    languageOf: detectLanguage,
    openCards,
    log,
  });
  log.info({ articles: articles.length, passages: services.index.passages.length }, 'corpus loaded');
  return services;
}

/** Loaded with the first card: most servers want none, and nobody's start should wait for it. */
async function openCards(): Promise<CardRenderer> {
  const [{ createCardRenderer }, { loadCardFonts }] = await Promise.all([
    import('./quotes/card/render-card.ts'),
    import('./quotes/card/load-card-fonts.ts'),
  ]);
  return createCardRenderer(await loadCardFonts());
}

/** The playground's server as its moderators would have set it: a new server has every channel off. */
async function prepareServer({ guildId, channels, owner }: LocalDiscord, { guilds }: Store): Promise<void> {
  const { settings, revision } = await guilds.settings(guildId);
  const outcome = changeSettings(settings, {
    channels: {
      [channels[askedChannel] ?? '']: { mode: 'questions' },
      [channels[talkChannel] ?? '']: { mode: 'mention' },
    },
    quoteChannelId: channels[quoteChannel] ?? '',
    reviewChannelId: channels[reviewChannel] ?? '',
    quoteCards: true,
  });
  if (!outcome.ok) throw new Error('The playground has no channels to answer in');
  await guilds.saveSettings({
    guildId,
    settings: outcome.settings,
    expectedRevision: revision,
    changedBy: owner.id,
    atMs: Date.now(),
  });
}

/** On the wanted port, or on any free one where that is taken. */
async function openPlayground(port: number, articles: readonly Article[]): Promise<LocalDiscord> {
  const documents = articles.map(toPageDocument);
  try {
    return await startLocalDiscord({ port, documents });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) {
      throw error;
    }
    process.stdout.write(`Port ${port} is taken: the playground takes another one (PLAYGROUND_PORT).\n`);
    return startLocalDiscord({ port: 0, documents });
  }
}

function toPageDocument({ id, title, language, text, blocks }: Article): PageDocument {
  return {
    id,
    title,
    language,
    text,
    blocks: blocks.map(({ kind, paragraph, start, end }) => ({ kind, number: paragraph, start, end })),
  };
}

/** The first signal ends things in order; a second one finds no listener and kills at once. */
function waitForSignal(): Promise<string> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}

function complain(problem: string): void {
  process.stderr.write(`Kutip cannot run: ${problem}\n`);
}
