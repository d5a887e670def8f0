import { sql, type Kysely } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { migrate, migrationTableName } from '../../src/store/migrate.ts';
import { allMigrations } from '../../src/store/migrations/all-migrations.ts';
import { storeOver } from '../../src/store/open-store.ts';
import type { Database } from '../../src/store/schema.ts';
import type { TestDatabases } from './databases.ts';

/** One row of every table that each version added, written as that version wrote it. */
const rowsAddedIn: Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string | number>>>>>
> = {
  '0001-conversations': {
    claims: { message_id: '1', channel_id: '2', guild_id: '3', claimed_at: 1_700_000_000_000, finished: 0 },
    turns: {
      question_id: '1',
      answer_id: '5',
      guild_id: '3',
      channel_id: '2',
      asked_by: '4',
      question: 'Siapa?',
      asked_at: 1_700_000_000_000,
      verdict: 'answers',
      corpus_version: 'c',
    },
    threads: { thread_id: '6', guild_id: '3', channel_id: '2', answer_count: 2, last_used_at: 1 },
  },
  '0002-guilds': {
    guild_settings: { guild_id: '3', settings: '{}', retention_days: 30, revision: 4, changed_at: 1 },
    gap_decisions: { decision_id: 'd', guild_id: '3', kind: 'taught', decided_at: 1 },
    kept_questions: {
      question_id: '1',
      guild_id: '3',
      question: 'Siapa?',
      asked_by: '4',
      asked_at: 1,
      unanswered: 1,
      corpus_version: 'c',
      decision_id: 'd',
    },
    votes: { question_id: '1', member_id: '4', value: 'up', voted_at: 1 },
    lessons: {
      decision_id: 'd',
      guild_id: '3',
      article_id: 'a',
      article_version: 'v',
      passage_id: 'a#1',
      start_offset: 0,
      end_offset: 1,
      passage_text: 'x',
      is_stale: 0,
    },
    lesson_wordings: { decision_id: 'd', position: 0, guild_id: '3', wording: 'Siapa?', taught_at: 1 },
    digests: { guild_id: '3', week: '2026-11-16', claimed_at: 1 },
  },
  '0003-quotes': {
    quotes: {
      guild_id: '3',
      number: 1,
      state: 'suggested',
      revision: 1,
      is_frozen: 0,
      article_id: 'a',
      article_version: 'v',
      suggested_by: 1,
      suggested_at: 1_700_000_000_000,
      quote: '{}',
    },
    quote_events: { guild_id: '3', number: 1, revision: 1, at: 1_700_000_000_000, event: '{}' },
    quote_posts: { message_id: '7', guild_id: '3', number: 1 },
    quote_counters: { guild_id: '3', last_number: 1, last_person: 1 },
    quote_people: { guild_id: '3', person: 1, user_id: '4', last_acted_at: 1_700_000_000_000 },
    quote_snapshots: { guild_id: '3', article_id: 'a', version: 'v', snapshot: '{}' },
    quote_schedules: { guild_id: '3', revision: 1, schedule: '{}' },
  },
  '0004-quote-reviews': {
    quote_reviews: { guild_id: '3', number: 1, channel_id: '2', message_id: '8', shown_revision: 1 },
    quote_opt_outs: { user_id: '4', since: 1_700_000_000_000 },
  },
  '0005-quote-edits': {
    quote_edits: { guild_id: '3', number: 1, from_revision: 4, revision: 5, failures: 0, due_at: 1 },
  },
  '0006-imported-quotes': { quote_imports: { guild_id: '3', number: 2 } },
  '0007-quote-notices': {
    quote_notices: { guild_id: '3', number: 1, channel_id: '2', message_id: '9', shown_revision: 3 },
  },
  '0008-one-of-several': {
    interaction_claims: { interaction_id: '9', guild_id: '3', claimed_at: 1_700_000_000_000 },
  },
};

const versions = Object.keys(allMigrations);

/** The schema's way forward, whatever database is under it. */
export function describeMigrations(databases: TestDatabases): void {
  describe(`migrations on ${databases.name}`, () => {
    let db: Kysely<Database>;
    beforeEach(async () => {
      const database = await databases.create('bare');
      db = await database.openRaw();
      return async () => {
        await db.destroy();
        await database.dispose();
      };
    });

    test.for(versions.map((version, index) => [version, index + 1] as const))(
      'keeps what version %s wrote',
      async ([, count]) => {
        await migrate(db, 'here', Object.fromEntries(Object.entries(allMigrations).slice(0, count)));
        const written = versions
          .slice(0, count)
          .flatMap((version) => Object.entries(rowsAddedIn[version] ?? {}));
        for (const [table, row] of written) await insert(db, table, row);
        await migrate(db, 'here');
        for (const [table, row] of written) {
          const { rows } = await sql`select * from ${sql.table(table)}`.execute(db);
          expect(rows).toEqual([expect.objectContaining(row)]);
        }
        expect((await storeOver(db).conversations.turnOfAnswer('5'))?.question).toBe('Siapa?');
      },
    );

    test('has rows for every table that a version added', async () => {
      await migrate(db, 'here');
      const tables = (await db.introspection.getTables()).map(({ name }) => name);
      const covered = versions.flatMap((version) => Object.keys(rowsAddedIn[version] ?? {}));
      expect(tables.filter((name) => !name.startsWith(migrationTableName)).toSorted()).toEqual(
        covered.toSorted(),
      );
    });

    test('a step that fails leaves nothing of itself or of its run', async () => {
      const failing = {
        ...allMigrations,
        '9998-fails': {
          up: async (at: Kysely<unknown>) => {
            await at.schema.createTable('half').addColumn('a', 'text').execute();
            throw new Error('no further');
          },
        },
      };
      await expect(migrate(db, 'here', failing)).rejects.toThrow('no further');
      const tables = (await db.introspection.getTables()).map(({ name }) => name);
      expect(tables.filter((name) => !name.startsWith(migrationTableName))).toEqual([]);
      await migrate(db, 'here');
      expect((await storeOver(db).guilds.settings('3')).revision).toBe(0);
    });

    test('refuses what a newer version wrote, and changes nothing', async () => {
      const newer = { ...allMigrations, '9999-later': { up: async () => {} } };
      await migrate(db, 'here', newer);
      await expect(migrate(db, 'here')).rejects.toMatchObject({
        problem: 'newer',
        message:
          'here was written by a newer Kutip (it has "9999-later"); update Kutip, or give it another database.',
      });
      await migrate(db, 'here', newer);
    });

    test('goes forward only', () => {
      expect(versions.toSorted()).toEqual(versions);
      for (const migration of Object.values(allMigrations)) expect(Object.keys(migration)).toEqual(['up']);
    });
  });
}

async function insert(
  db: Kysely<Database>,
  table: string,
  row: Readonly<Record<string, string | number>>,
): Promise<void> {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(
    db,
  );
}
