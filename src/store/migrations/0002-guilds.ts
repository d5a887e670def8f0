import type { Kysely } from 'kysely';

/** What servers choose and learn: settings, kept questions with votes, decisions, lessons. */
export const guilds = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createSettings(db);
    await createDecisions(db);
    await createKeptQuestions(db);
    await createVotes(db);
    await createLessons(db);
    await createLessonWordings(db);
    await createDigests(db);
  },
};

async function createSettings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('guild_settings')
    .addColumn('guild_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('retention_days', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('changed_by', 'text')
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createDecisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('gap_decisions')
    .addColumn('decision_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'bigint', (column) => column.notNull())
    .addColumn('undone_by', 'text')
    .addColumn('undone_at', 'bigint')
    .addColumn('over_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('gap_decisions_by_guild')
    .on('gap_decisions')
    .columns(['guild_id', 'decided_at'])
    .execute();
}

async function createKeptQuestions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kept_questions')
    .addColumn('question_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('unanswered', 'integer', (column) => column.notNull())
    .addColumn('article_id', 'text')
    .addColumn('article_version', 'text')
    .addColumn('passage_id', 'text')
    .addColumn('corpus_version', 'text', (column) => column.notNull())
    .addColumn('decision_id', 'text', (column) =>
      column.references('gap_decisions.decision_id').onDelete('set null'),
    )
    .execute();
  await db.schema
    .createIndex('kept_questions_by_guild')
    .on('kept_questions')
    .columns(['guild_id', 'asked_at'])
    .execute();
  await db.schema.createIndex('kept_questions_by_member').on('kept_questions').column('asked_by').execute();
  await db.schema
    .createIndex('kept_questions_by_decision')
    .on('kept_questions')
    .column('decision_id')
    .execute();
}

async function createVotes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('votes')
    .addColumn('question_id', 'text', (column) =>
      column.notNull().references('kept_questions.question_id').onDelete('cascade'),
    )
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('voted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('votes_primary_key', ['question_id', 'member_id'])
    .execute();
  await db.schema.createIndex('votes_by_member').on('votes').column('member_id').execute();
}

async function createLessons(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lessons')
    .addColumn('decision_id', 'text', (column) =>
      column.primaryKey().notNull().references('gap_decisions.decision_id').onDelete('cascade'),
    )
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('article_version', 'text', (column) => column.notNull())
    .addColumn('passage_id', 'text', (column) => column.notNull())
    .addColumn('start_offset', 'integer', (column) => column.notNull())
    .addColumn('end_offset', 'integer', (column) => column.notNull())
    .addColumn('passage_text', 'text', (column) => column.notNull())
    .addColumn('is_stale', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('lessons_by_guild').on('lessons').column('guild_id').execute();
}

async function createLessonWordings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lesson_wordings')
    .addColumn('decision_id', 'text', (column) =>
      column.notNull().references('lessons.decision_id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('wording', 'text', (column) => column.notNull())
    .addColumn('asked_by', 'text')
    .addColumn('taught_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lesson_wordings_primary_key', ['decision_id', 'position'])
    .execute();
  await db.schema.createIndex('lesson_wordings_by_member').on('lesson_wordings').column('asked_by').execute();
}

async function createDigests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('digests')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('digests_primary_key', ['guild_id', 'week'])
    .execute();
}
