import type { Kysely } from 'kysely';

/** Quotes that came with a file wait in the list alone: hundreds of cards would bury the others. */
export const importedQuotes = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('quote_imports')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('quote_imports_by_number', ['guild_id', 'number'])
      .execute();
  },
};
