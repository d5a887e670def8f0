/** The real bot in a local Discord, put together as the entry file does; everything is closed, and every exchange judged, after the test. */
import { Writable } from 'node:stream';
import { ComponentType, type APIButtonComponent, type APIMessage } from 'discord-api-types/v10';
import { onTestFinished } from 'vitest';
import { commands as allCommands } from '../../commands/index.ts';
import type { Article } from '../../src/articles/article.ts';
import { loadCorpus } from '../../src/articles/load-corpus.ts';
import { startBot, type Bot, type BotOptions } from '../../src/bot.ts';
import type { LogLevel } from '../../src/config.ts';
import { machineSchedule, type Schedule } from '../../src/discord/schedule.ts';
import { createServices, type Services } from '../../src/discord/services.ts';
import { detectLanguage } from '../../src/language/detect-language.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { createLogger } from '../../src/log.ts';
import type { LocalDiscord, LocalDiscordOptions } from '../../src/playground/local-discord.ts';
import type { PageOption } from '../../src/playground/page-protocol.ts';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';
import { createCardRenderer } from '../../src/quotes/card/render-card.ts';
import { loadCardFonts } from '../../src/quotes/card/load-card-fonts.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { overlayIndex } from '../../src/retrieval/overlay-index.ts';
import { questionTerms } from '../../src/retrieval/question-terms.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { expectFairPlay } from '../referee/fair-play.ts';
import type { ExpectedRefusal } from '../referee/judge.ts';

const shippedArticleId = 'igor-babuschkin-tinggalkan-xai';

export interface KutipOptions {
  /** Default the shipped article alone. */
  readonly articles?: readonly Article[];
  readonly commands?: BotOptions['commands'];
  /** Default 0: no cooldown. */
  readonly cooldownSeconds?: number;
  readonly logLevel?: LogLevel;
  /** Default `:memory:`. */
  readonly storePath?: string;
  /** In place of one that is opened at `storePath`; whoever gives it closes it. */
  readonly store?: Store;
  /** Default the machine's clock. */
  readonly schedule?: Schedule;
}

export interface Kutip {
  readonly services: Services;
  readonly store: Store;
  readonly bot: Bot;
  /** Everything logged so far, one JSON object a line. */
  readonly logLines: () => Record<string, unknown>[];
  readonly logText: () => string;
}

const knowledge = loadKnowledge();
const shipped = readShippedArticle();
/** Built once: an index never changes, and most tests ask the same article. */
const shippedIndex = shipped.then((article) => buildPassageIndex([article], { knowledge }));

const refusals = new WeakMap<LocalDiscord, ExpectedRefusal[]>();

/** A local Discord whose whole log is judged when the test ends. */
export async function startDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord({ rateLimits: false, ...options });
  // The last that was opened is closed first.
  onTestFinished(async () => {
    await discord.close();
    expectFairPlay(discord.exchanges, refusals.get(discord));
  });
  return discord;
}

/** Tells the referee of a refusal that the test provokes. */
export function expectRefusal(discord: LocalDiscord, refusal: ExpectedRefusal): void {
  refusals.set(discord, [...(refusals.get(discord) ?? []), refusal]);
}

export async function startKutip(discord: LocalDiscord, options: KutipOptions = {}): Promise<Kutip> {
  const { articles, commands = allCommands, cooldownSeconds = 0 } = options;
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _, done) => {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  const log = createLogger({ level: options.logLevel ?? 'info', destination });
  const store = options.store ?? (await openStore({ sqlitePath: options.storePath ?? ':memory:' }));
  if (options.store === undefined) onTestFinished(() => store.close());
  const { schedule = machineSchedule } = options;
  const services = createServices({
    index: articles === undefined ? await shippedIndex : buildPassageIndex(articles, { knowledge }),
    store,
    overlayIndex,
    questionTerms,
    languageOf: detectLanguage,
    openCards: async () => createCardRenderer(await loadCardFonts()),
    log,
    now: () => schedule.now(),
  });
  const { token, api } = discord;
  const bot = await startBot({ token, api, commands, services, cooldownSeconds, schedule });
  onTestFinished(() => bot.stop());
  const logText = () => lines.join('');
  const logLines = () =>
    logText()
      .split('\n')
      .filter(Boolean)
      .map((line): Record<string, unknown> => JSON.parse(line));
  return { bot, services, store, logText, logLines };
}

/** The article that Kutip comes with, alone: whoever adds one to `corpus/` changes no test's world. */
export function shippedArticle(): Promise<Article> {
  return shipped;
}

async function readShippedArticle(): Promise<Article> {
  const { articles } = await loadCorpus(new URL('../../corpus', import.meta.url).pathname);
  const article = articles.find(({ id }) => id === shippedArticleId);
  if (!article) {
    throw new Error(`The article ${shippedArticleId} is shipped`);
  }
  return article;
}

/** A channel of the local Discord by name. */
export function channelOf(discord: LocalDiscord, name = 'tanya-artikel'): string {
  const id = discord.channels[name];
  if (id === undefined) {
    throw new Error(`There is no channel ${name}`);
  }
  return id;
}

/** A text option as a person fills it in. */
export function text(name: string, value: string, focused = false): PageOption {
  return { name, type: 3, value, ...(focused && { focused }) };
}

/** The custom ID of the message's button with that label. */
export function buttonOf(message: APIMessage | undefined, label: string): string {
  const rows = message?.components ?? [];
  const buttons = rows.flatMap((row): APIButtonComponent[] =>
    row.type === ComponentType.ActionRow
      ? row.components.filter((component) => component.type === ComponentType.Button)
      : [],
  );
  const found = buttons.find((button) => 'label' in button && button.label === label);
  if (!found || !('custom_id' in found)) {
    throw new Error(`There is no button ${label}`);
  }
  return found.custom_id;
}
