import type { Kysely } from 'kysely';

/** What it takes to suggest, review and post quotes, each once, and to know afterwards what happened. */
export const quotes = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createQuotes(db);
    await createLog(db);
    await createSources(db);
  },
};

async function createQuotes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('quotes')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('is_frozen', 'integer', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('article_version', 'text', (column) => column.notNull())
    .addColumn('suggested_by', 'integer', (column) => column.notNull())
    .addColumn('suggested_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_holder', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('quote', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('quotes_by_number', ['guild_id', 'number'])
    .execute();
  await db.schema.createIndex('quotes_by_due').on('quotes').column('due_at').execute();
  await db.schema
    .createIndex('quotes_by_article')
    .on('quotes')
    .columns(['article_id', 'guild_id', 'number'])
    .execute();
  await db.schema
    .createIndex('quotes_by_suggester')
    .on('quotes')
    .columns(['guild_id', 'suggested_by', 'suggested_at'])
    .execute();
}

async function createLog(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('quote_events')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('quote_events_in_order', ['guild_id', 'number', 'revision'])
    .execute();
  await db.schema
    .createTable('quote_posts')
    .addColumn('message_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('quote_counters')
    .addColumn('guild_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('last_number', 'integer', (column) => column.notNull())
    .addColumn('last_person', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('quote_people')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('person', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('last_acted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('quote_people_by_user', ['guild_id', 'user_id'])
    .execute();
}

async function createSources(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('quote_snapshots')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('snapshot', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('quote_snapshots_by_version', ['guild_id', 'article_id', 'version'])
    .execute();
  await db.schema
    .createTable('quote_schedules')
    .addColumn('guild_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('schedule', 'text', (column) => column.notNull())
    .execute();
}
