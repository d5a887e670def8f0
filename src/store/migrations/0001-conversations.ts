import type { Kysely } from 'kysely';

/** What it takes to answer every message once and to follow a conversation. */
export const conversations = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createClaims(db);
    await createTurns(db);
    await createThreads(db);
  },
};

async function createClaims(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('claims')
    .addColumn('message_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text')
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .addColumn('finished', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('claims_by_time').on('claims').columns(['finished', 'claimed_at']).execute();
}

async function createTurns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('turns')
    .addColumn('question_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('answer_id', 'text', (column) => column.unique())
    .addColumn('guild_id', 'text')
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('thread_id', 'text')
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text')
    .addColumn('article_version', 'text')
    .addColumn('passage_id', 'text')
    .addColumn('corpus_version', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('turns_by_thread').on('turns').columns(['thread_id', 'asked_at']).execute();
  await db.schema
    .createIndex('turns_by_member')
    .on('turns')
    .columns(['asked_by', 'channel_id', 'asked_at'])
    .execute();
  await db.schema.createIndex('turns_by_guild').on('turns').columns(['guild_id', 'asked_at']).execute();
}

async function createThreads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('threads')
    .addColumn('thread_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('answer_count', 'integer', (column) => column.notNull())
    .addColumn('stepped_in_at', 'bigint')
    .addColumn('last_used_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('threads_by_use').on('threads').column('last_used_at').execute();
}
