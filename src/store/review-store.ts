import type { Kysely } from 'kysely';
import { hashText } from '../quotes/hash-text.ts';
import type { ReviewCard, ReviewStore } from '../quotes/review-store.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Database } from './schema.ts';

/** Review cards and tidings in the database. */
export function createReviewStore(db: Kysely<Database>): ReviewStore {
  return { ...cardMethods(db), ...noticeMethods(db), ...tellingMethods(db) };
}

type Columns = Partial<
  Pick<Database['quote_reviews'], 'locale' | 'channel_id' | 'message_id' | 'shown_revision'>
>;

const emptyRow = {
  locale: null,
  channel_id: null,
  message_id: null,
  shown_revision: null,
  told: null,
} as const;

/** In the transaction that suggests it: no process can send it a card in between. */
export async function putImported(
  tx: Kysely<Database>,
  { guildId, number }: Pick<Quote, 'guildId' | 'number'>,
): Promise<void> {
  await tx.insertInto('quote_imports').values({ guild_id: guildId, number }).execute();
}

/** Writes these columns of the quote's row alone. */
async function upsert(
  db: Kysely<Database>,
  guildId: string,
  number: number,
  columns: Columns,
): Promise<void> {
  await db
    .insertInto('quote_reviews')
    .values({ ...emptyRow, guild_id: guildId, number, ...columns })
    .onConflict((conflict) => conflict.columns(['guild_id', 'number']).doUpdateSet(columns))
    .execute();
}

function cardMethods(
  db: Kysely<Database>,
): Pick<ReviewStore, 'card' | 'wantsCard' | 'saveCard' | 'forgetCard' | 'behind'> {
  return {
    card: async (guildId, number) => {
      const row = await db
        .selectFrom('quote_reviews')
        .select(['channel_id', 'message_id', 'shown_revision'])
        .where('guild_id', '=', guildId)
        .where('number', '=', number)
        .executeTakeFirst();
      return row === undefined ? undefined : toCard(row);
    },
    wantsCard: async (guildId, number) => {
      const row = await db
        .selectFrom('quote_imports')
        .select('number')
        .where('guild_id', '=', guildId)
        .where('number', '=', number)
        .executeTakeFirst();
      return row === undefined;
    },
    saveCard: async (guildId, number, { channelId, messageId, revision }) =>
      upsert(db, guildId, number, {
        channel_id: channelId,
        message_id: messageId,
        shown_revision: revision,
      }),
    forgetCard: async (guildId, number) =>
      upsert(db, guildId, number, { channel_id: null, message_id: null, shown_revision: null }),
    behind: async (guildId, limit) => {
      const rows = await db
        .selectFrom('quotes')
        .leftJoin('quote_reviews', (join) =>
          join
            .onRef('quote_reviews.guild_id', '=', 'quotes.guild_id')
            .onRef('quote_reviews.number', '=', 'quotes.number'),
        )
        .leftJoin('quote_imports', (join) =>
          join
            .onRef('quote_imports.guild_id', '=', 'quotes.guild_id')
            .onRef('quote_imports.number', '=', 'quotes.number'),
        )
        .select('quotes.number')
        .where('quotes.guild_id', '=', guildId)
        .where((row) =>
          row.or([
            row('quote_reviews.shown_revision', '<', row.ref('quotes.revision')),
            row.and([
              row('quote_reviews.message_id', 'is', null),
              row('quote_imports.number', 'is', null),
              row('quotes.state', '=', 'suggested'),
            ]),
          ]),
        )
        .orderBy('quotes.number')
        .limit(limit)
        .execute();
      return rows.map(({ number }) => number);
    },
  };
}

function noticeMethods(
  db: Kysely<Database>,
): Pick<ReviewStore, 'notice' | 'saveNotice' | 'forgetNotice' | 'noticesBehind'> {
  return {
    notice: async (guildId, number) => {
      const row = await db
        .selectFrom('quote_notices')
        .select(['channel_id', 'message_id', 'shown_revision'])
        .where('guild_id', '=', guildId)
        .where('number', '=', number)
        .executeTakeFirst();
      return row === undefined ? undefined : toCard(row);
    },
    saveNotice: async (guildId, number, { channelId, messageId, revision }) => {
      const columns = { channel_id: channelId, message_id: messageId, shown_revision: revision };
      await db
        .insertInto('quote_notices')
        .values({ guild_id: guildId, number, ...columns })
        .onConflict((conflict) => conflict.columns(['guild_id', 'number']).doUpdateSet(columns))
        .execute();
    },
    forgetNotice: async (guildId, number) => {
      await db
        .deleteFrom('quote_notices')
        .where('guild_id', '=', guildId)
        .where('number', '=', number)
        .execute();
    },
    noticesBehind: async (guildId, limit) => {
      const rows = await db
        .selectFrom('quote_notices')
        .innerJoin('quotes', (join) =>
          join
            .onRef('quotes.guild_id', '=', 'quote_notices.guild_id')
            .onRef('quotes.number', '=', 'quote_notices.number'),
        )
        .select('quotes.number')
        .where('quotes.guild_id', '=', guildId)
        .whereRef('quote_notices.shown_revision', '<', 'quotes.revision')
        .orderBy('quotes.number')
        .limit(limit)
        .execute();
      return rows.map(({ number }) => number);
    },
  };
}

function toCard(row: {
  readonly channel_id: string | null;
  readonly message_id: string | null;
  readonly shown_revision: number | null;
}): ReviewCard | undefined {
  const { channel_id: channelId, message_id: messageId, shown_revision: revision } = row;
  return channelId === null || messageId === null || revision === null
    ? undefined
    : { channelId, messageId, revision };
}

function tellingMethods(
  db: Kysely<Database>,
): Pick<ReviewStore, 'saveLocale' | 'locale' | 'claimTelling' | 'wantsOutcomes' | 'setWantsOutcomes'> {
  return {
    saveLocale: async (guildId, number, locale) => upsert(db, guildId, number, { locale }),
    locale: async (guildId, number) => {
      const row = await db
        .selectFrom('quote_reviews')
        .select('locale')
        .where('guild_id', '=', guildId)
        .where('number', '=', number)
        .executeTakeFirst();
      return row?.locale ?? undefined;
    },
    claimTelling: async (guildId, number, { outcome, reason }) => {
      // The reason itself is in the quote's log, from which it can be forgotten.
      const told = reason === undefined ? outcome : `${outcome} ${hashText(reason)}`;
      await db
        .insertInto('quote_reviews')
        .values({ ...emptyRow, guild_id: guildId, number })
        .onConflict((conflict) => conflict.columns(['guild_id', 'number']).doNothing())
        .execute();
      const { numUpdatedRows } = await db
        .updateTable('quote_reviews')
        .set({ told })
        .where('guild_id', '=', guildId)
        .where('number', '=', number)
        .where((row) => row.or([row('told', 'is', null), row('told', '!=', told)]))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    wantsOutcomes: async (userId) => {
      const row = await db
        .selectFrom('quote_opt_outs')
        .select('user_id')
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row === undefined;
    },
    setWantsOutcomes: async (userId, isWanted, atMs) => {
      await (isWanted
        ? db.deleteFrom('quote_opt_outs').where('user_id', '=', userId).execute()
        : db
            .insertInto('quote_opt_outs')
            .values({ user_id: userId, since: atMs })
            .onConflict((conflict) => conflict.column('user_id').doNothing())
            .execute());
    },
  };
}
