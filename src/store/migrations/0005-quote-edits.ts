import type { Kysely } from 'kysely';

/** Quotes whose messages do not say yet what the quotes say. */
export const quoteEdits = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('quote_edits')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('from_revision', 'integer', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .addColumn('lease_until', 'bigint')
      .addPrimaryKeyConstraint('quote_edits_by_number', ['guild_id', 'number'])
      .execute();
    await db.schema.createIndex('quote_edits_by_due').on('quote_edits').column('due_at').execute();
  },
};
