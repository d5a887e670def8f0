/** Several processes on one database: whoever acts, it happens once. And a database that was damaged. */
import type { Kysely } from 'kysely';
import { PGlite } from '@electric-sql/pglite';
import { Kysely as KyselyDatabase, PGliteDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../../../src/quotes/apply-event.ts';
import { hashText } from '../../../src/quotes/hash-text.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { openSqlite } from '../../../src/store/open-sqlite.ts';
import { storeOver } from '../../../src/store/open-store.ts';
import type { Database } from '../../../src/store/schema.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFakeBoard } from '../../fakes/quote-board.ts';
import { guildId, moderator, otherModerator } from '../../quotes/make-quote.ts';
import { dailySchedule } from '../../store/quote-traces.ts';
import { deskStartMs, makeDeskScene } from './desk-scene.ts';
import { joinWorker, makePostingScene, quoteChannel, reviewChannel } from './posting-scene.ts';

describe('two processes on PostgreSQL', () => {
  let pglite: PGlite;
  let database: Kysely<Database>;
  beforeAll(async () => {
    pglite = await PGlite.create();
    database = over(pglite);
    await migrate(database, 'the test database');
  }, 60_000);
  afterAll(async () => {
    await database.destroy();
    if (!pglite.closed) await pglite.close();
  });

  async function twoProcesses(guild: string) {
    const clock = createFakeClock(deskStartMs);
    const board = createFakeBoard({
      now: () => clock.now(),
      guildIds: [guild],
      idPrefix: guild,
      // The worse Discord: it forgets nonces at once.
      nonceMs: 0,
    });
    const processes = await Promise.all(
      ['one', 'other'].map(async (holder) => {
        const desk = await makeDeskScene({ store: storeOver(over(pglite)), clock });
        return joinWorker(desk, { board, holder });
      }),
    );
    const [first, second] = processes;
    if (first === undefined || second === undefined) throw new Error('two were made');
    await first.configure({ quoteChannelId: quoteChannel, reviewChannelId: reviewChannel }, guild);
    return { clock, board, first, second, processes };
  }

  test('fifty approvals of one suggestion at once: one post, forty-nine polite answers', async () => {
    const guild = '8101';
    const { board, first, second, processes } = await twoProcesses(guild);
    const request = { guildId: guild, actor: moderator, articleId: 'jembatan-lontara', selection: [2] };
    const suggested = await first.desk.suggest(request);
    const number = suggested.ok ? suggested.quote.number : 0;
    for (const { worker } of processes) worker.start();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async (_, place) =>
        (place % 2 === 0 ? first : second).desk.act({
          guildId: guild,
          number,
          action: { kind: 'approve' },
          actor: place % 3 === 0 ? otherModerator : moderator,
          ...(place % 5 === 0 && { expectedRevision: 1 }),
        }),
      ),
    );
    await Promise.all(processes.map(async ({ settle }) => settle()));
    await first.pass(30_000);
    await Promise.all(processes.map(async ({ worker }) => worker.stop()));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome]));
    expect(refused).toHaveLength(49);
    // Each is told what happened and shown the quote as it stands.
    const polite = /^(?:stale|already-approved|posting-in-progress|already-posted)$/u;
    expect(refused.filter(({ reason, quote }) => !polite.test(reason) || quote === undefined)).toEqual([]);
    expect(board.in(quoteChannel)).toHaveLength(1);
    const quote = await first.store.quotes.quote(guild, number);
    expect(quote).toMatchObject({ state: 'posted', posts: [{ messageId: board.in(quoteChannel)[0]?.id }] });
    const events = await first.store.quotes.history(guild, number);
    expect(replay(events)).toEqual(quote);
    expect(events.map(({ change }) => change.kind)).toEqual([
      'suggested',
      'approved',
      'posting-begun',
      'posted',
    ]);
  }, 60_000);

  test('a run of a schedule is posted by one of them', async () => {
    const guild = '8102';
    const { clock, board, first, processes } = await twoProcesses(guild);
    await first.store.quotes.saveSchedule({ ...dailySchedule, guildId: guild, lastRunMs: clock.now() });
    for (const ordinal of [2, 3, 4]) {
      const selection = [ordinal];
      const request = { guildId: guild, actor: moderator, articleId: 'jembatan-lontara', selection };
      const suggested = await first.desk.suggest(request);
      const number = suggested.ok ? suggested.quote.number : 0;
      await first.desk.act({ guildId: guild, number, action: { kind: 'approve' }, actor: moderator });
    }
    clock.moveTo(clock.now() + 3_600_000);
    for (const { worker } of processes) worker.start();
    await Promise.all(processes.map(async ({ settle }) => settle()));
    await first.pass(30_000);
    await Promise.all(processes.map(async ({ worker }) => worker.stop()));
    expect(board.in(quoteChannel)).toHaveLength(1);
    expect(await first.store.quotes.schedule(guild)).toMatchObject({
      revision: 2,
      bag: { drawn: [expect.any(Number)] },
    });
  }, 60_000);
});

function over(pglite: PGlite): Kysely<Database> {
  const shared = {
    query: pglite.query.bind(pglite),
    transaction: pglite.transaction.bind(pglite),
    close: async () => {},
    closed: false,
    ready: true,
    waitReady: Promise.resolve(),
  };
  return new KyselyDatabase<Database>({ dialect: new PGliteDialect({ pglite: shared }) });
}

type Damage = (stored: string) => string;
const otherCity: Damage = (stored) => stored.replace('Kota Sagara', 'Kota Sagaru');

describe('one byte changed in a stored snapshot', () => {
  const rehashed =
    (change: Damage): Damage =>
    (stored) => {
      const json = change(stored.slice(stored.indexOf('\n') + 1));
      return `${hashText(json)}\n${json}`;
    };
  const damages: readonly (readonly [string, Damage])[] = [
    ['of its words', otherCity],
    ['of its title', (stored) => stored.replace('Dibuka Kembali', 'Ditutup Kembali')],
    ['of its digest', (stored) => (stored.startsWith('0') ? '1' : '0') + stored.slice(1)],
    ['of its form', (stored) => stored.replace('"text":', '"text"')],
    // As by somebody who also mends the column's digest: the text still names its version.
    ['of its words, and the digest with it', rehashed((json) => json.replace('Kota Sagara', 'Kota Sagaru'))],
  ];

  /** Looks seldom: hours pass quickly then. */
  async function damagedScene(damage: Damage, everyMs = 10 * 60_000) {
    const db = openSqlite(':memory:');
    await migrate(db, 'the test database');
    const scene = await makePostingScene({ store: storeOver(db), everyMs });
    const tamper = async () => {
      const row = await db.selectFrom('quote_snapshots').selectAll().executeTakeFirstOrThrow();
      const snapshot = damage(row.snapshot);
      expect(snapshot).not.toBe(row.snapshot);
      await db.updateTable('quote_snapshots').set({ snapshot }).execute();
    };
    return { scene, tamper };
  }

  test.for(damages)('%s: nothing is posted, operator and moderators are told', async ([, damage]) => {
    const { scene, tamper } = await damagedScene(damage);
    const { number } = await scene.suggest([2]);
    await tamper();
    await scene.act(number, { kind: 'approve' });
    await scene.pass(3_600_000);
    expect(scene.posts()).toEqual([]);
    expect(await scene.quote(number)).toMatchObject({ frozen: 'snapshot-damaged' });
    expect(scene.logText()).toMatch(/"level":50.+"msg":"stored snapshot is damaged"/u);
    expect(scene.notices()).toEqual([expect.stringMatching(/^🛑 Kutipan #1 dibekukan/u)]);
    // A moderator takes it off hold: the corpus still has that text, whole.
    await scene.act(number, { kind: 'unfreeze' });
    await scene.pass(3_600_000);
    expect(scene.posts()).toEqual([expect.stringContaining('Kota Sagara')]);
    expect(await scene.quote(number)).not.toHaveProperty('frozen');
  });

  test('stays so where the corpus has that text no more, however a moderator insists', async () => {
    const { scene, tamper } = await damagedScene(otherCity);
    const { number } = await scene.suggest([2]);
    await tamper();
    await scene.act(number, { kind: 'approve' });
    await scene.settle();
    await scene.worker.stop();
    const { store, clock, board } = scene;
    const later = joinWorker(await makeDeskScene({ store, clock, articles: [] }), { board, articles: [] });
    later.worker.start();
    await later.act(number, { kind: 'unfreeze' });
    await later.pass(3_600_000);
    expect(later.posts()).toEqual([]);
    expect(await later.quote(number)).toMatchObject({ frozen: 'snapshot-damaged' });
  });

  test('while it is being posted: the attempt fails, and nothing is sent', async () => {
    const { scene, tamper } = await damagedScene(otherCity);
    await scene.configure({ quoteChannelId: null });
    const number = await scene.approve();
    await tamper();
    await scene.act(number, { kind: 'begin-posting', channelId: quoteChannel });
    await scene.settle();
    expect(scene.posts()).toEqual([]);
    expect(await scene.quote(number)).toMatchObject({ state: 'approved', frozen: 'snapshot-damaged' });
  });

  test('after the post: no edit says the damaged words', async () => {
    const { scene, tamper } = await damagedScene(otherCity);
    const number = await scene.approve();
    const [words] = scene.posts();
    await tamper();
    await scene.act(number, { kind: 'annotate', note: 'Catatan.' });
    await scene.settle();
    expect(scene.posts()).toEqual([words]);
    await scene.act(number, { kind: 'withdraw', mode: 'tombstone' });
    await scene.settle();
    expect(scene.posts()[0]).toContain('ditarik');
  });

  test('a schedule passes it over in the same run', async () => {
    const everyMs = 3_600_000;
    const { scene, tamper } = await damagedScene(otherCity, everyMs);
    const stored = { ...dailySchedule, guildId, lastRunMs: scene.clock.now() };
    await scene.store.quotes.saveSchedule(stored);
    const damaged = [await scene.approve([2]), await scene.approve([4])];
    await tamper();
    const request = { guildId, actor: moderator, articleId: 'lighthouse-grant', selection: [1] };
    const suggested = await scene.desk.suggest(request);
    const whole = suggested.ok ? suggested.quote.number : 0;
    await scene.act(whole, { kind: 'approve' });
    // Whichever would have had its turn.
    await scene.pass(3 * 24 * 3_600_000);
    expect(await scene.quote(whole)).toMatchObject({ state: 'posted' });
    expect(scene.posts().every((post) => post.includes(`**#${whole}**`))).toBe(true);
    expect(scene.posts().length).toBe(3);
    for (const number of damaged) {
      expect(await scene.store.quotes.history(guildId, number)).toHaveLength(
        (await scene.quote(number)).frozen === undefined ? 2 : 3,
      );
    }
  });
});
