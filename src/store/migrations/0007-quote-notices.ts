import type { Kysely } from 'kysely';

/** Where moderators are asked about a quote whose article changed: the question ends with its answer. */
export const quoteNotices = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('quote_notices')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addColumn('shown_revision', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('quote_notices_by_number', ['guild_id', 'number'])
      .execute();
  },
};
