import type { Logger } from 'pino';
import type { Article } from '../../articles/article.ts';
import type { GuildSettings } from '../../guilds/settings.ts';
import type { Actor } from '../../quotes/permissions.ts';
import type { CardRenderer } from '../../quotes/card/render-card.ts';
import type { QuoteStore } from '../../quotes/quote-store.ts';
import type { ReviewStore } from '../../quotes/review-store.ts';
import { textsFor, type Texts } from '../texts/texts.ts';
import type { QuoteBoard } from './quote-board.ts';
import type { QuoteDesk } from './quote-desk.ts';

/** What posting works with: handed in once, by the worker. */
export interface PostingParts {
  readonly desk: QuoteDesk;
  readonly quotes: QuoteStore;
  /** Remembers what moderators were asked. */
  readonly notices: Pick<ReviewStore, 'notice' | 'saveNotice' | 'forgetNotice' | 'noticesBehind'>;
  readonly board: QuoteBoard;
  /** The corpus of today, by ID. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly settingsOf: (guildId: string) => Promise<GuildSettings>;
  /** Opened with the first card; absent where there are none. */
  readonly cards?: () => Promise<CardRenderer>;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Names this process in leases; unique among all. */
  readonly holder: string;
}

/** How a server speaks, and what it has chosen. */
export interface PostingGuild {
  readonly settings: GuildSettings;
  readonly texts: Texts;
}

export async function readGuild(
  guildId: string,
  { board, settingsOf }: Pick<PostingParts, 'board' | 'settingsOf'>,
): Promise<PostingGuild> {
  const settings = await settingsOf(guildId);
  const locale = settings.language === 'auto' ? board.localeOf(guildId) : settings.language;
  return { settings, texts: textsFor(locale) };
}

/** The bot as an actor. */
export function systemActor({ board }: Pick<PostingParts, 'board'>): Actor {
  return { id: board.botId(), role: 'system' };
}
