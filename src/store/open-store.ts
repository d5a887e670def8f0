/**
 * Where state is kept: opens the database, migrates it forward and gives the interfaces that the
 * other rooms declared. The only room that knows a driver or writes SQL; decides nothing itself.
 */
import type { Kysely } from 'kysely';
import type { ConversationStore } from '../conversation/conversation-store.ts';
import type { GuildStore, PrivacyStore } from '../guilds/guild-store.ts';
import type { QuoteStore } from '../quotes/quote-store.ts';
import type { ReviewStore } from '../quotes/review-store.ts';
import { createConversationStore } from './conversation-store.ts';
import { createGuildStore } from './guild-store.ts';
import { migrate } from './migrate.ts';
import { openPostgres, postgresOpenError, postgresPlace } from './open-postgres.ts';
import { openSqlite, sqliteOpenError } from './open-sqlite.ts';
import { createPrivacyStore } from './privacy-store.ts';
import { createQuoteStore } from './quote-store.ts';
import { createReviewStore } from './review-store.ts';
import type { Database } from './schema.ts';
import type { StoreOpenError } from './store-open-error.ts';

/** Every promise of a store resolves once its change is on disk. */
export interface Store {
  readonly conversations: ConversationStore;
  readonly guilds: GuildStore;
  readonly quotes: QuoteStore;
  readonly reviews: ReviewStore;
  readonly privacy: PrivacyStore;
  /** Nothing may be asked of the store afterwards. */
  close(): Promise<void>;
}

export type StoreOptions =
  /** A file, created with its folder where there is none; `:memory:` keeps nothing. */
  | { readonly sqlitePath: string }
  | {
      /** `postgres://user:password@host:port/database`. */
      readonly databaseUrl: string;
      /** Told when a connection that nobody was using broke; the pool replaces it by itself. */
      readonly onConnectionLost?: (error: Error) => void;
    };

/**
 * Opens the store and migrates it.
 * @throws {StoreOpenError} with one readable line; nothing has been changed then.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  return 'sqlitePath' in options ? openFile(options.sqlitePath) : openServer(options);
}

/** The store over a database that has been migrated; closing it closes the database. */
export function storeOver(db: Kysely<Database>): Store {
  return {
    conversations: createConversationStore(db),
    guilds: createGuildStore(db),
    quotes: createQuoteStore(db),
    reviews: createReviewStore(db),
    privacy: createPrivacyStore(db),
    close: async () => db.destroy(),
  };
}

async function openFile(sqlitePath: string): Promise<Store> {
  const db = openSqlite(sqlitePath);
  return migrated(db, sqlitePath, (error) => sqliteOpenError(error, sqlitePath));
}

async function openServer(options: Extract<StoreOptions, { databaseUrl: string }>): Promise<Store> {
  const place = postgresPlace(options.databaseUrl);
  const db = await openPostgres(options);
  return migrated(db, `PostgreSQL at ${place}`, (error) => postgresOpenError(error, place));
}

async function migrated(
  db: Kysely<Database>,
  place: string,
  explain: (error: unknown) => StoreOpenError,
): Promise<Store> {
  try {
    await migrate(db, place);
    return storeOver(db);
  } catch (error) {
    await db.destroy();
    throw explain(error);
  }
}
