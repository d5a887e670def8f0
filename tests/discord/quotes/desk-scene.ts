/** A desk over a store in memory, on a clock of the test's own, with the small corpus. */
import { pino } from 'pino';
import type { Article } from '../../../src/articles/article.ts';
import { changeSettings, type SettingsChange } from '../../../src/guilds/change-settings.ts';
import { createQuoteDesk, type QuoteDesk } from '../../../src/discord/quotes/quote-desk.ts';
import type { Actor } from '../../../src/quotes/permissions.ts';
import type { Quote } from '../../../src/quotes/quote.ts';
import type { Selection } from '../../../src/quotes/select-sentences.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts';
import { smallCorpus } from '../../fixtures/small-corpus.ts';
import { bridge, guildId, member } from '../../quotes/make-quote.ts';

/** 1 December 2026, 08:00 in Jakarta. */
export const deskStartMs = Date.UTC(2026, 11, 1, 1);

export interface DeskScene {
  /** The corpus as it is now, by ID; a test may change it. */
  readonly articles: Map<string, Article>;
  readonly desk: QuoteDesk;
  readonly store: Store;
  readonly clock: FakeClock;
  readonly configure: (change: SettingsChange, guild?: string) => Promise<void>;
  /** Suggests those sentences of the bridge. @throws where it is refused. */
  readonly suggest: (selection?: Selection, by?: Actor) => Promise<Quote>;
}

export interface DeskSceneOptions {
  /** Default a new one in memory. */
  readonly store?: Store;
  /** Default one that begins at `deskStartMs`. */
  readonly clock?: FakeClock;
  /** The corpus of today; default the small one. */
  readonly articles?: readonly Article[];
}

export async function makeDeskScene(options: DeskSceneOptions = {}): Promise<DeskScene> {
  const store = options.store ?? (await openStore({ sqlitePath: ':memory:' }));
  const articles = new Map((options.articles ?? smallCorpus).map((article) => [article.id, article]));
  const clock = options.clock ?? createFakeClock(deskStartMs);
  const desk = createQuoteDesk({
    quotes: store.quotes,
    settingsOf: async (guild) => (await store.guilds.settings(guild)).settings,
    article: (articleId) => articles.get(articleId),
    log: pino({ level: 'silent' }),
    now: () => clock.now(),
  });
  return {
    articles,
    desk,
    store,
    clock,
    configure: async (change, guild = guildId) => {
      const { settings, revision } = await store.guilds.settings(guild);
      const outcome = changeSettings(settings, change);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      const { settings: wanted } = outcome;
      const atMs = clock.now();
      const save = { guildId: guild, settings: wanted, expectedRevision: revision, changedBy: '21', atMs };
      if (!(await store.guilds.saveSettings(save)).ok) throw new Error('somebody else saved settings');
    },
    suggest: async (selection = [2], by = member) => {
      const outcome = await desk.suggest({ guildId, actor: by, articleId: bridge.id, selection });
      if (!outcome.ok) throw new Error(outcome.reason);
      return outcome.quote;
    },
  };
}
