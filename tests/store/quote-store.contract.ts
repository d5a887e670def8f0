import { describe, expect, test } from 'vitest';
import { replay } from '../../src/quotes/apply-event.ts';
import { checkQuote } from '../../src/quotes/check-quote.ts';
import { snapshotOf } from '../../src/quotes/select-sentences.ts';
import type { QuoteStore } from '../../src/quotes/quote-store.ts';
import { body, bridge, newerBody, otherBody } from '../quotes/make-quote.ts';
import type { TestDatabases } from './databases.ts';
import { openForEachTest } from './open-for-each-test.ts';
import { act, dailySchedule, suggestQuote } from './quote-traces.ts';

const guildId = '3001';
const member = { id: '4001', role: 'member' } as const;
const moderator = { id: '9001', role: 'moderator' } as const;
const system = { id: '1', role: 'system' } as const;
const approve = { kind: 'approve' } as const;
const post = { kind: 'begin-posting', channelId: '500' } as const;

/** What every store of quotes does, whatever database is under it. */
export function describeQuoteStore(databases: TestDatabases): void {
  describe(`quotes on ${databases.name}`, () => {
    describeWriting(databases);
    describeReading(databases);
    describeLeases(databases);
    describeEdits(databases);
    describeSchedules(databases);
    describeForgetting(databases);
  });
}

async function approved(quotes: QuoteStore): Promise<{ guildId: string; number: number }> {
  const at = { guildId, number: await suggestQuote(quotes, guildId, member.id) };
  await act(quotes, at, moderator, approve);
  return at;
}

async function posted(quotes: QuoteStore): Promise<{ guildId: string; number: number }> {
  const at = await approved(quotes);
  await act(quotes, at, moderator, post);
  await act(quotes, at, system, { kind: 'posted', messageId: '900' });
  return at;
}

function describeWriting(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('gives every number once, also to 20 who ask together', async () => {
    const { quotes } = open.store;
    const numbers = await Promise.all(Array.from({ length: 20 }, async () => quotes.nextNumber(guildId)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await quotes.nextNumber('3002')).toBe(1);
  });

  test('one of 50 simultaneous approvals is written, and the log has it once', async () => {
    const { quotes } = open.store;
    const at = { guildId, number: await suggestQuote(quotes, guildId, member.id) };
    const from = (await quotes.quote(guildId, at.number))!;
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async (_, index) =>
        act(quotes, at, { ...moderator, id: `${9_000 + index}` }, approve, { from }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
    const events = await quotes.history(guildId, at.number);
    expect(events.map(({ change }) => change.kind)).toEqual(['suggested', 'approved']);
    expect(replay(events)).toEqual(await quotes.quote(guildId, at.number));
  });

  test('keeps every part of a quote through all its states, and the log replays to it', async () => {
    const { quotes } = open.store;
    const at = { guildId, number: await suggestQuote(quotes, guildId, member.id) };
    const step = async (
      ...[actor, action, over]: Parameters<typeof act> extends [unknown, unknown, ...infer Rest]
        ? Rest
        : never
    ) => {
      expect(await act(quotes, at, actor, action, over)).toBe('written');
      const stored = await quotes.quote(guildId, at.number);
      expect(replay(await quotes.history(guildId, at.number))).toStrictEqual(stored);
    };
    await step(moderator, { kind: 'adjust', body: otherBody });
    await step(moderator, { kind: 'annotate', note: "Catatan '); drop table quotes; -- \u0000\uD800" });
    await step(moderator, approve);
    await step(moderator, { kind: 'schedule', dueAtMs: 5_000 });
    await step(system, post, { nowMs: 5_000 });
    await step(system, { kind: 'posting-failed', reason: 'HTTP 503', retryAtMs: 6_000 });
    await step(system, post, { nowMs: 6_000 });
    await step(system, { kind: 'posted', messageId: '900' });
    await step(system, { kind: 'freeze', cause: 'source-changed' });
    const newer = { ...snapshotOf(bridge), version: newerBody.version };
    await step(moderator, { kind: 'correct', body: newerBody }, { snapshot: newer });
    await step(moderator, { kind: 'withdraw', mode: 'tombstone', reason: 'Salah.' });
    await step({ id: '9002', role: 'administrator' }, { kind: 'undo' });
    expect(await quotes.history(guildId, at.number, 11)).toHaveLength(2);
  });

  test('writes nothing of a decision whose snapshot, quote or schedule does not fit', async () => {
    const { quotes } = open.store;
    const number = await quotes.nextNumber(guildId);
    const suggest = { kind: 'suggest', guildId, number, body } as const;
    await expect(act(quotes, { guildId, number }, member, suggest)).rejects.toThrow('No snapshot');
    expect(await quotes.quote(guildId, number)).toBeUndefined();
    expect(await quotes.history(guildId, number)).toEqual([]);
    const at = await approved(quotes);
    const schedule = { ...dailySchedule, revision: 2 };
    expect(await act(quotes, at, system, post, { schedule })).toBe('conflict');
    expect((await quotes.quote(guildId, at.number))?.state).toBe('approved');
    expect(await quotes.history(guildId, at.number)).toHaveLength(2);
    await quotes.saveSchedule(dailySchedule);
    expect(await act(quotes, at, system, post, { schedule })).toBe('written');
    expect(await quotes.schedule(guildId)).toEqual(schedule);
  });
}

function describeReading(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('the snapshot gives a quote its words after the corpus forgot it', async () => {
    const { quotes } = open.store;
    const number = await suggestQuote(quotes, guildId, member.id);
    const quote = (await quotes.quote(guildId, number))!;
    const snapshot = await quotes.snapshot(guildId, quote.body.articleId, quote.body.version);
    expect(snapshot).toEqual(snapshotOf(bridge));
    expect(checkQuote(quote.body, snapshot!)).toMatchObject({ ok: true });
    expect(await quotes.snapshot(guildId, 'other', quote.body.version)).toBeUndefined();
  });

  test('pages through quotes by state, suggester and article, in both directions', async () => {
    const { quotes } = open.store;
    for (const userId of ['4001', '4002', '4001', '4001']) await suggestQuote(quotes, guildId, userId);
    await suggestQuote(quotes, '3002', '4001');
    await act(quotes, { guildId, number: 3 }, moderator, approve);
    const numbers = async (query: object) =>
      (await quotes.quotes({ guildId, limit: 10, ...query })).map(({ number }) => number);
    expect(await numbers({})).toEqual([1, 2, 3, 4]);
    expect(await numbers({ limit: 2, after: 1 })).toEqual([2, 3]);
    expect(await numbers({ order: 'descending', after: 4, limit: 2 })).toEqual([3, 2]);
    expect(await numbers({ states: ['suggested'] })).toEqual([1, 2, 4]);
    expect(await numbers({ states: [] })).toEqual([]);
    expect(await numbers({ suggestedBy: '4001' })).toEqual([1, 3, 4]);
    expect(await numbers({ suggestedBy: '4009' })).toEqual([]);
    expect(await numbers({ articleId: bridge.id, states: ['approved'] })).toEqual([3]);
    expect(await quotes.count({ guildId, suggestedBy: '4001' })).toBe(3);
    expect((await quotes.liveQuotesOf(bridge.id)).map((each) => `${each.guildId}#${each.number}`)).toEqual([
      '3001#1',
      '3001#2',
      '3001#3',
      '3001#4',
      '3002#1',
    ]);
    expect(await quotes.liveQuotesOf(bridge.id, { guildId, number: 4 })).toHaveLength(1);
  });

  test('counts what waits and what was suggested since', async () => {
    const { quotes } = open.store;
    await suggestQuote(quotes, guildId, member.id, 1_000);
    const second = await suggestQuote(quotes, guildId, member.id, 2_000);
    await act(quotes, { guildId, number: second }, moderator, { kind: 'reject', reason: 'Sudah ada.' });
    expect(await quotes.suggestionCounts(guildId, member.id, 2_000)).toEqual({ open: 1, today: 1 });
    expect(await quotes.suggestionCounts(guildId, member.id, 1_000)).toEqual({ open: 1, today: 2 });
    expect(await quotes.suggestionCounts(guildId, '4009', 0)).toEqual({ open: 0, today: 0 });
  });

  test('finds a quote by the message that shows it, also once it is withdrawn', async () => {
    const { quotes } = open.store;
    const at = await approved(quotes);
    await act(quotes, at, system, post);
    await act(quotes, at, system, { kind: 'posted', messageId: '900' });
    expect((await quotes.quoteOfMessage('900'))?.number).toBe(at.number);
    await act(quotes, at, moderator, { kind: 'withdraw', mode: 'deleted' });
    expect((await quotes.quoteOfMessage('900'))?.state).toBe('withdrawn');
    expect(await quotes.quoteOfMessage('901')).toBeUndefined();
  });
}

function describeLeases(databases: TestDatabases): void {
  const open = openForEachTest(databases);
  const request = { holder: 'a', nowMs: 5_000, untilMs: 6_000, limit: 10 };

  test('gives a due quote to one of ten holders, and to another once the lease runs out', async () => {
    const { quotes } = open.store;
    const at = await approved(quotes);
    await act(quotes, at, moderator, { kind: 'schedule', dueAtMs: 5_000 });
    expect(await quotes.lease({ ...request, nowMs: 4_999 })).toEqual([]);
    const given = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => quotes.lease({ ...request, holder: `h${index}` })),
    );
    expect(given.flat().map(({ number }) => number)).toEqual([at.number]);
    expect(await quotes.lease({ ...request, nowMs: 5_999, untilMs: 9_000 })).toEqual([]);
    expect(await quotes.lease({ ...request, nowMs: 6_000, untilMs: 9_000 })).toHaveLength(1);
  });

  test('a post under way is its sender’s until that one falls silent', async () => {
    const { quotes } = open.store;
    const at = await approved(quotes);
    const lease = { holder: 'a', untilMs: 2_000 };
    await act(quotes, at, system, post, { lease });
    expect(await quotes.lease({ ...request, holder: 'b', nowMs: 1_999 })).toEqual([]);
    expect(await quotes.renewLease(guildId, at.number, { holder: 'a', untilMs: 3_000 })).toBe(true);
    expect(await quotes.lease({ ...request, holder: 'b', nowMs: 2_999 })).toEqual([]);
    const [taken] = await quotes.lease({ ...request, holder: 'b', nowMs: 3_000 });
    expect(taken?.attempt?.nonce).toBe(`q${at.number}.3`);
    expect(await quotes.renewLease(guildId, at.number, { holder: 'a', untilMs: 9_000 })).toBe(false);
    await act(quotes, at, system, { kind: 'posted', messageId: '900' });
    expect(await quotes.lease({ ...request, nowMs: 90_000 })).toEqual([]);
  });

  test('a released lease is free at once, a frozen quote and another server’s are not given', async () => {
    const { quotes } = open.store;
    const at = await approved(quotes);
    await act(quotes, at, moderator, { kind: 'schedule', dueAtMs: 5_000 });
    expect(await quotes.lease({ ...request, guildIds: ['3002'] })).toEqual([]);
    expect(await quotes.lease({ ...request, guildIds: [] })).toEqual([]);
    expect(await quotes.lease({ ...request, guildIds: [guildId] })).toHaveLength(1);
    await quotes.releaseLease(guildId, at.number, 'b');
    expect(await quotes.lease(request)).toEqual([]);
    await quotes.releaseLease(guildId, at.number, 'a');
    expect(await quotes.lease(request)).toHaveLength(1);
    await act(quotes, at, system, { kind: 'freeze', cause: 'source-changed' });
    expect(await quotes.lease({ ...request, nowMs: 90_000 })).toEqual([]);
  });
}

function describeEdits(databases: TestDatabases): void {
  const open = openForEachTest(databases);
  const claim = { nowMs: 5_000, untilMs: 65_000, limit: 10 };

  test('owes edits from the first decision after the post on, to one caller at a time', async () => {
    const { quotes } = open.store;
    const at = await posted(quotes);
    expect(await quotes.claimEdits(claim)).toEqual([]);
    await act(quotes, at, moderator, { kind: 'annotate', note: 'Satu.' }, { nowMs: 2_000 });
    await act(quotes, at, moderator, { kind: 'annotate', note: 'Dua.' }, { nowMs: 3_000 });
    const owed = { ...at, fromRevision: 5, revision: 6, failureCount: 0 };
    expect(await quotes.claimEdits({ ...claim, nowMs: 2_999 })).toEqual([]);
    expect(await quotes.claimEdits({ ...claim, guildIds: ['3002'] })).toEqual([]);
    const claims = await Promise.all([1, 2, 3].map(async () => quotes.claimEdits(claim)));
    expect(claims.flat()).toEqual([owed]);
    // Whoever had it fell silent.
    expect(await quotes.claimEdits({ ...claim, nowMs: 65_000, untilMs: 125_000 })).toEqual([owed]);
    await quotes.settleEdits(guildId, at.number, 5);
    expect(await quotes.claimEdits({ ...claim, nowMs: 125_000 })).toEqual([owed]);
    await quotes.settleEdits(guildId, at.number, 6);
    expect(await quotes.claimEdits({ ...claim, nowMs: 999_999 })).toEqual([]);
  });

  test('owes what failed later, and at once where something was decided meanwhile', async () => {
    const { quotes } = open.store;
    const at = await posted(quotes);
    await act(quotes, at, moderator, { kind: 'annotate', note: 'Satu.' });
    const [first] = await quotes.claimEdits(claim);
    await quotes.postponeEdits(first!, 20_000);
    expect(await quotes.claimEdits({ ...claim, nowMs: 19_999 })).toEqual([]);
    const [second] = await quotes.claimEdits({ ...claim, nowMs: 20_000 });
    expect(second).toMatchObject({ revision: 5, failureCount: 1 });
    await act(quotes, at, moderator, { kind: 'withdraw', mode: 'deleted' }, { nowMs: 21_000 });
    await quotes.postponeEdits(second!, 90_000);
    expect(await quotes.claimEdits({ ...claim, nowMs: 21_000 })).toEqual([
      { ...at, fromRevision: 5, revision: 6, failureCount: 0 },
    ]);
  });

  test('owes a message that says something else without a decision, and nothing for what was not posted', async () => {
    const { quotes } = open.store;
    const at = await posted(quotes);
    const unposted = await approved(quotes);
    await act(quotes, unposted, moderator, { kind: 'annotate', note: 'Satu.' });
    const quote = await quotes.quote(guildId, at.number);
    await quotes.oweEdits(quote!, 4_000);
    await quotes.oweEdits(quote!, 1);
    expect(await quotes.claimEdits(claim)).toEqual([
      { ...at, fromRevision: 5, revision: 4, failureCount: 0 },
    ]);
  });
}

function describeSchedules(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('a schedule is saved by one of ten who read the same', async () => {
    const { quotes } = open.store;
    const save = async (revision: number) =>
      Promise.all(
        Array.from({ length: 10 }, async (_, index) =>
          quotes.saveSchedule({ ...dailySchedule, lastRunMs: index, revision }),
        ),
      );
    expect((await save(1)).filter((outcome) => outcome === 'written')).toHaveLength(1);
    expect((await save(2)).filter((outcome) => outcome === 'written')).toHaveLength(1);
    expect((await quotes.schedule(guildId))?.revision).toBe(2);
    await quotes.saveSchedule({ ...dailySchedule, guildId: '3002' });
    expect((await quotes.schedules()).map((each) => each.guildId)).toEqual(['3001', '3002']);
    expect(await quotes.schedules('3001')).toHaveLength(1);
    await quotes.removeSchedule(guildId);
    expect(await quotes.schedule(guildId)).toBeUndefined();
  });
}

function describeForgetting(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('a forgotten person is a number: quote and log say so alike, and go on', async () => {
    const { quotes } = open.store;
    const at = await approved(quotes);
    await open.store.privacy.forgetMember(member.id);
    const quote = (await quotes.quote(guildId, at.number))!;
    expect(quote).toMatchObject({ suggestedBy: 'forgotten-1', approvedBy: moderator.id });
    expect(replay(await quotes.history(guildId, at.number))).toEqual(quote);
    expect(await act(quotes, at, moderator, { kind: 'undo' })).toBe('written');
    expect((await quotes.quote(guildId, at.number))?.suggestedBy).toBe('forgotten-1');
    expect(await quotes.suggestionCounts(guildId, member.id, 0)).toEqual({ open: 0, today: 0 });
    const next = await suggestQuote(quotes, guildId, member.id);
    expect((await quotes.quote(guildId, next))?.suggestedBy).toBe(member.id);
    expect((await quotes.quote(guildId, at.number))?.suggestedBy).toBe('forgotten-1');
  });
}
