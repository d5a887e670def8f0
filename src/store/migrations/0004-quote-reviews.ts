import type { Kysely } from 'kysely';

/** What moderators are shown of each quote, what its suggester is told, and who does not want to be. */
export const quoteReviews = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('quote_reviews')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('locale', 'text')
      .addColumn('channel_id', 'text')
      .addColumn('message_id', 'text')
      .addColumn('shown_revision', 'integer')
      .addColumn('told', 'text')
      .addPrimaryKeyConstraint('quote_reviews_by_number', ['guild_id', 'number'])
      .execute();
    await db.schema
      .createTable('quote_opt_outs')
      .addColumn('user_id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .execute();
  },
};
