import * as fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { storedTables } from '../../src/guilds/privacy.ts';
import { settingsDefaults } from '../../src/guilds/settings.ts';
import { migrationTableName } from '../../src/store/migrate.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { Database } from '../../src/store/schema.ts';
import type { TestDatabases } from './databases.ts';
import { openForEachTest } from './open-for-each-test.ts';
import { leaveQuoteTraces } from './quote-traces.ts';

const dayMs = 86_400_000;
const nowMs = 1_000 * dayMs;

/** What is about quotes and names nobody, in the order of the table of stored things. */
const quoteTables = [
  'quotes',
  'quote_events',
  'quote_posts',
  'quote_counters',
  'quote_snapshots',
  'quote_schedules',
  'quote_reviews',
  'quote_edits',
  'quote_imports',
  'quote_notices',
  'quote_opt_outs',
];

/** What every store deletes, whatever database is under it. */
export function describePrivacyStore(databases: TestDatabases): void {
  describe(`privacy on ${databases.name}`, () => {
    describeTable(databases);
    describeForgetting(databases);
    describeSweep(databases);
    describeExactSweep(databases);
  });
}

/** One server's traces of everything, by member 4001 and moderator 9001 unless said otherwise. */
async function leaveTraces(store: Store, over: { guildId?: string; atMs?: number; prefix?: string } = {}) {
  const { guildId = '3001', atMs = nowMs, prefix = 'q' } = over;
  const { conversations, guilds } = store;
  const asked = { askedBy: '4001', askedAtMs: atMs, corpusVersion: 'c1', guildId };
  const shown = { articleId: 'xai', version: 'v1', passageId: 'xai#3' };
  await conversations.claim({ messageId: `${prefix}1`, channelId: '2001', guildId, claimedAtMs: atMs });
  await conversations.claimInteraction({ interactionId: `${prefix}i`, guildId, claimedAtMs: atMs });
  await conversations.openThread({ threadId: `${prefix}t`, channelId: '2001', guildId, atMs });
  await conversations.recordTurn({
    ...asked,
    questionId: `${prefix}1`,
    channelId: '2001',
    threadId: `${prefix}t`,
    question: 'RAHASIA satu',
    verdict: 'answers',
    shown,
  });
  const kept = (number: number) => ({
    ...asked,
    questionId: `${prefix}${number}`,
    text: `RAHASIA ${number}`,
    unanswered: number !== 1,
    shown,
  });
  const vote = { value: 'down', reason: 'wrong-passage' } as const;
  await guilds.vote({ questionId: `${prefix}1`, memberId: '4002', vote, atMs, question: kept(1) });
  await guilds.keepQuestion(kept(2));
  await guilds.keepQuestion(kept(3));
  await guilds.vote({ questionId: `${prefix}3`, memberId: '4001', vote, atMs });
  const act = { guildId, by: '9001', atMs };
  const place = { ...shown, start: 0, end: 5, text: 'Kata.' };
  await guilds.teachGap({ ...act, questionIds: [`${prefix}2`], ownWordings: ['punya moderator'], place });
  await guilds.dismissGap({ ...act, questionIds: [`${prefix}3`] });
  await guilds.saveSettings({
    guildId,
    settings: settingsDefaults,
    expectedRevision: 0,
    changedBy: '9001',
    atMs,
  });
  await guilds.claimDigest(guildId, '2026-11-16', atMs);
  await leaveQuoteTraces(store.quotes, { guildId, prefix, atMs });
  await store.reviews.saveCard(guildId, 1, { channelId: 'c', messageId: 'm', revision: 1 });
  await store.reviews.saveNotice(guildId, 1, { channelId: 'c', messageId: 'n', revision: 1 });
  await store.reviews.setWantsOutcomes('4001', false, atMs);
}

async function readEverything(
  db: Kysely<Database>,
): Promise<Map<string, readonly Record<string, unknown>[]>> {
  const all = new Map<string, readonly Record<string, unknown>[]>();
  for (const { table } of storedTables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
    all.set(table, rows);
  }
  return all;
}

function describeTable(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('names every table and column of the database, and no other', async () => {
    const found = await open.peek(async (db) => db.introspection.getTables());
    const columns = found
      .filter(({ name }) => !name.startsWith(migrationTableName))
      .flatMap((table) => table.columns.map((column) => `${table.name}.${column.name}`));
    const described = storedTables.flatMap(({ table, columns: named }) =>
      Object.keys(named).map((column) => `${table}.${column}`),
    );
    expect(columns.toSorted()).toEqual(described.toSorted());
    expect(columns.length).toBeGreaterThan(40);
  });

  test('the traces of the next tests touch every table', async () => {
    await leaveTraces(open.store);
    const all = await open.peek(readEverything);
    expect([...all].filter(([, rows]) => rows.length === 0)).toEqual([]);
  });
}

function describeForgetting(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('a forgotten member is nowhere, and nobody else loses anything', async () => {
    await leaveTraces(open.store);
    const other = { guildId: '3001', askedBy: '4002', askedAtMs: nowMs, corpusVersion: 'c1' };
    await open.store.guilds.keepQuestion({
      ...other,
      questionId: 'o1',
      text: 'milik lain',
      unanswered: true,
    });
    expect(await open.store.privacy.forgetMember('4001')).toBeGreaterThan(4);
    const left = JSON.stringify([...(await open.peek(readEverything))]);
    expect(left).not.toContain('4001');
    expect(left).not.toContain('RAHASIA');
    expect(left).toContain('milik lain');
    expect(left).toContain('punya moderator');
    expect(left).toContain('9001');
    expect(await open.store.privacy.forgetMember('4001')).toBe(0);
  });

  test('a forgotten voter’s vote is gone, the question and its asker stay', async () => {
    await leaveTraces(open.store);
    await open.store.privacy.forgetMember('4002');
    const all = await open.peek(readEverything);
    expect(JSON.stringify([...all])).not.toContain('4002');
    expect(all.get('kept_questions')).toHaveLength(3);
    expect(all.get('votes')).toHaveLength(1);
  });

  test('a forgotten moderator’s settings, decisions and lessons stay, without the name', async () => {
    await leaveTraces(open.store);
    const before = await open.peek(readEverything);
    await open.store.privacy.forgetMember('9001');
    const after = await open.peek(readEverything);
    expect(JSON.stringify([...after])).not.toContain('9001');
    for (const [table, rows] of before) {
      // Quotes and their log hold numbers; the row that says who a number is goes.
      expect(after.get(table)).toHaveLength(rows.length - (table === 'quote_people' ? 1 : 0));
    }
    expect(await open.store.guilds.settings('3001')).not.toHaveProperty('changedBy');
    expect((await open.store.guilds.lessons('3001'))[0]).not.toHaveProperty('taughtBy');
  });

  test('a server that was left keeps nothing, another everything', async () => {
    await leaveTraces(open.store);
    await open.store.privacy.forgetGuild('3009');
    const alone = await open.peek(readEverything);
    await leaveTraces(open.store, { guildId: '3002', prefix: 'z' });
    await open.store.privacy.forgetGuild('3002');
    expect(await open.peek(readEverything)).toEqual(alone);
  });
}

function describeSweep(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('after the longest time no member and no question is left, but for what was taught', async () => {
    await leaveTraces(open.store);
    await open.store.privacy.sweep(nowMs + 400 * dayMs);
    const all = await open.peek(readEverything);
    const left = [...all].filter(([, rows]) => rows.length > 0).map(([table]) => table);
    expect(left.toSorted()).toEqual(
      ['gap_decisions', 'guild_settings', 'lesson_wordings', 'lessons', ...quoteTables].toSorted(),
    );
    // Who does not want to be told is asked every time, for good.
    const others = [...all].filter(([table]) => table !== 'quote_opt_outs');
    expect(JSON.stringify(others)).not.toMatch(/"400\d"/u);
    const [lesson] = await open.store.guilds.lessons('3001');
    expect(lesson?.wordings).toEqual(['punya moderator', 'RAHASIA 2']);
    const undo = { guildId: '3001', by: '9001', atMs: nowMs + 400 * dayMs };
    await open.store.guilds.undoDecision({ ...undo, decisionId: lesson?.decisionId ?? '' });
    await open.store.privacy.sweep(nowMs + 430 * dayMs - 1);
    expect((await open.peek(readEverything)).get('lesson_wordings')).toHaveLength(2);
    await open.store.privacy.sweep(nowMs + 430 * dayMs);
    const after = await open.peek(readEverything);
    expect([...after].filter(([, rows]) => rows.length > 0).map(([table]) => table)).toEqual([
      'guild_settings',
      ...quoteTables,
    ]);
  });

  test('a question’s text in a conversation goes after a week, or with a shorter retention', async () => {
    const { conversations, privacy, guilds } = open.store;
    const settings = { ...settingsDefaults, retentionDays: 2 };
    const save = { settings, expectedRevision: 0, changedBy: '9001', atMs: nowMs };
    await leaveTraces(open.store);
    await guilds.saveSettings({ ...save, guildId: '3002' });
    const turn = {
      channelId: '2001',
      askedBy: '1',
      askedAtMs: nowMs,
      verdict: 'answers',
      corpusVersion: 'c',
    } as const;
    await conversations.recordTurn({ ...turn, questionId: 'short', guildId: '3002', question: 'a' });
    await conversations.recordTurn({ ...turn, questionId: 'dm', question: 'b' });
    const isKept = async (questionId: string) =>
      (await conversations.turnOfQuestion(questionId)) !== undefined;
    await privacy.sweep(nowMs + 2 * dayMs - 1);
    expect(await isKept('short')).toBe(true);
    await privacy.sweep(nowMs + 2 * dayMs);
    expect([await isKept('short'), await isKept('dm'), await isKept('q1')]).toEqual([false, true, true]);
    await privacy.sweep(nowMs + 7 * dayMs);
    expect([await isKept('dm'), await isKept('q1')]).toEqual([false, false]);
  });
}

function describeExactSweep(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('deletes exactly the kept questions that are past each server’s retention', async () => {
    const guildIds = ['3001', '3002', '3003'];
    const ages = fc.array(fc.record({ guild: fc.nat(2), ageMs: fc.nat(12 * dayMs) }), { maxLength: 15 });
    const retentions = fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }));
    await fc.assert(
      fc.asyncProperty(ages, retentions, async (list, [first, second]) => {
        const { guilds, privacy } = open.store;
        for (const guildId of guildIds) await privacy.forgetGuild(guildId);
        const days = [first, second, settingsDefaults.retentionDays];
        for (const [index, retentionDays] of [first, second].entries()) {
          const settings = { ...settingsDefaults, retentionDays };
          const save = { settings, expectedRevision: 0, changedBy: '1', atMs: 0 };
          await guilds.saveSettings({ ...save, guildId: guildIds[index] ?? '' });
        }
        for (const [index, { guild, ageMs }] of list.entries()) {
          const at = { askedAtMs: nowMs - ageMs, askedBy: '1', corpusVersion: 'c', unanswered: true };
          await guilds.keepQuestion({
            ...at,
            guildId: guildIds[guild] ?? '',
            questionId: `p${index}`,
            text: 'x',
          });
        }
        await privacy.sweep(nowMs);
        const left = (await open.peek(readEverything)).get('kept_questions') ?? [];
        const expected = list.flatMap(({ guild, ageMs }, index) =>
          ageMs < (days[guild] ?? 0) * dayMs ? [`p${index}`] : [],
        );
        expect(left.map((row) => String(row['question_id'])).toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 15 },
    );
  }, 60_000);
}
