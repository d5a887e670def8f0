import type { Kysely } from 'kysely';

/** What several processes on one database need so that each thing happens once. */
export const oneOfSeveral = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('quote_counters')
      .addColumn('words_revision', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createTable('interaction_claims')
      .addColumn('interaction_id', 'text', (column) => column.primaryKey())
      .addColumn('guild_id', 'text')
      .addColumn('claimed_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
