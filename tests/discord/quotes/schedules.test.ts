import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeSchedule } from '../../../src/discord/quotes/change-schedule.ts';
import { chooseQuote, noteLowQueue } from '../../../src/discord/quotes/choose-quote.ts';
import { emptyBag, queueLowMax } from '../../../src/quotes/quote-bag.ts';
import type { Schedule } from '../../../src/quotes/schedule.ts';
import { buildArticle } from '../../fixtures/build-article.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFakeBoard } from '../../fakes/quote-board.ts';
import { guildId, moderator, quoteIn } from '../../quotes/make-quote.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { deskStartMs, makeDeskScene } from './desk-scene.ts';
import { joinWorker, makePostingScene, quoteChannel, type PostingScene } from './posting-scene.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Nine in the morning in Jakarta: an hour after the scenes begin. */
const daily: Schedule = {
  cadence: { kind: 'daily' },
  hour: 9,
  minute: 0,
  timeZone: 'Asia/Jakarta',
  missed: 'skip',
  isPaused: false,
};

async function schedule(scene: PostingScene, change: Partial<Schedule> = {}): Promise<void> {
  const parts = { quotes: scene.store.quotes, now: () => scene.clock.now() };
  const request = { guildId, channelId: quoteChannel, schedule: { ...daily, ...change } };
  const outcome = await changeSchedule(request, parts);
  if (!outcome.ok) throw new Error(outcome.reason);
}

/** Coarse, so that days pass quickly; runs are on time all the same. */
const startScene = async () => makePostingScene({ everyMs: 6 * hourMs });

describe('a schedule', () => {
  test('posts at its time what was approved, and nothing before', async () => {
    const scene = await startScene();
    await schedule(scene);
    await scene.approve([2]);
    await scene.approve([3]);
    await scene.pass(dayMs);
    expect(scene.board.in(quoteChannel).map(({ sentAtMs }) => sentAtMs)).toEqual([deskStartMs + hourMs]);
    await scene.pass(dayMs);
    expect(scene.posts()).toHaveLength(2);
    expect(new Set(scene.posts()).size).toBe(2);
  });

  test('repeats what it has posted only when nothing new is left', async () => {
    const scene = await startScene();
    await schedule(scene);
    const first = await scene.approve([2]);
    await scene.pass(2 * dayMs);
    expect((await scene.quote(first)).posts).toHaveLength(2);
    const second = await scene.approve([3]);
    await scene.pass(dayMs);
    expect((await scene.quote(second)).posts).toHaveLength(1);
  });

  test('tells moderators once that the queue is low, and again when it has been full in between', async () => {
    const scene = await startScene();
    await schedule(scene);
    for (const ordinal of [2, 3, 4, 5, 8]) await scene.approve([ordinal]);
    await scene.pass(5 * dayMs);
    expect(scene.notices().filter((notice) => notice.startsWith('📭'))).toEqual([
      '📭 Tinggal 3 kutipan yang belum pernah dikirim. Usulkan dan setujui yang baru sebelum yang lama berulang.',
    ]);
    expect(noteLowQueue(queueLowMax + 1, 5, 9)).toEqual({ isTold: false });
    expect(noteLowQueue(queueLowMax, undefined, 9)).toEqual({ isTold: true, lowToldAtMs: 9 });
    expect(noteLowQueue(queueLowMax, 5, 9)).toEqual({ isTold: false, lowToldAtMs: 5 });
  });

  test('with nothing to post says so, and again every week, and posts when there is something', async () => {
    const scene = await makePostingScene({ everyMs: hourMs });
    await schedule(scene);
    const nothing = '📭 Waktunya mengirim kutipan, tetapi belum ada satu pun yang disetujui.';
    await scene.pass(7 * dayMs);
    expect(scene.notices()).toEqual([nothing]);
    await scene.pass(dayMs);
    expect(scene.notices()).toEqual([nothing, nothing]);
    expect(scene.logText().match(/"level":40[^\n]*schedule has nothing to post/gu)).toHaveLength(8);
    await scene.approve();
    await scene.pass(dayMs);
    expect(scene.posts()).toHaveLength(1);
  });

  test('says that quotes are there but held, although it has said that the queue is low', async () => {
    const scene = await startScene();
    await schedule(scene);
    const number = await scene.approve();
    await scene.pass(dayMs);
    await scene.act(number, { kind: 'freeze', cause: 'moderator' });
    await scene.pass(2 * dayMs);
    const told = scene.notices().filter((notice) => notice.startsWith('📭'));
    expect(told).toHaveLength(2);
    expect(told[1]).toContain('1 kutipan yang ada ditahan');
  });

  test('goes on with one quote alone, day after day', async () => {
    const scene = await makePostingScene({ everyMs: dayMs, postsEveryMs: 400 * dayMs });
    await schedule(scene);
    const number = await scene.approve();
    await scene.pass(120 * dayMs);
    expect(scene.posts()).toHaveLength(120);
    expect((await scene.quote(number)).posts).toHaveLength(120);
  });

  test.for([
    ['skip', 0, 'tidak disusulkan'],
    ['post-one', 1, 'satu kutipan dikirim untuk semuanya'],
  ] as const)('that was missed: %s', async ([missed, posts, words]) => {
    const scene = await startScene();
    await schedule(scene, { missed });
    await scene.approve();
    await scene.worker.stop();
    scene.clock.moveTo(deskStartMs + 3 * dayMs + 5 * hourMs);
    const { store, clock, board } = scene;
    const later = await makePostingScene({ store, clock, board, everyMs: 6 * hourMs });
    expect(later.posts()).toHaveLength(posts);
    expect(later.notices()).toContainEqual(expect.stringContaining(words));
    await later.pass(dayMs);
    expect(later.posts()).toHaveLength(posts + 1);
  });

  test('that is paused posts nothing, and what was paused over is not missed', async () => {
    const scene = await startScene();
    await schedule(scene, { isPaused: true, missed: 'post-one' });
    await scene.approve();
    await scene.pass(3 * dayMs + 5 * hourMs);
    await schedule(scene, { missed: 'post-one' });
    await scene.pass(hourMs);
    expect(scene.posts()).toEqual([]);
    await scene.pass(dayMs);
    expect(scene.posts()).toHaveLength(1);
    expect(scene.notices().filter((notice) => notice.startsWith('⏰'))).toEqual([]);
  });

  test.for([
    ['invalid', { hour: 24 }],
    ['invalid', { timeZone: 'Mars/Olympus' }],
  ] as const)('is refused: %s', async ([reason, change]) => {
    const scene = await startScene();
    const parts = { quotes: scene.store.quotes, now: () => scene.clock.now() };
    const request = { guildId, channelId: quoteChannel, schedule: { ...daily, ...change } };
    expect(await changeSchedule(request, parts)).toEqual({ ok: false, reason });
    expect(await changeSchedule({ guildId, schedule: { isPaused: true } }, parts)).toEqual({
      ok: false,
      reason: 'no-schedule',
    });
  });

  test('passes over what is frozen or waits for a moderator after a failure', () => {
    const { approved, posted } = quoteIn;
    expect(chooseQuote(guildId, emptyBag, [])).toBeUndefined();
    expect(chooseQuote(guildId, emptyBag, [{ ...approved, frozen: 'moderator' }])).toBeUndefined();
    expect(chooseQuote(guildId, emptyBag, [{ ...approved, lastFailure: 'x' }])).toBeUndefined();
    const chosen = chooseQuote(guildId, emptyBag, [approved, { ...posted, number: 2 }]);
    expect(chosen).toMatchObject({ quote: { number: approved.number }, unpostedCount: 0 });
  });
});

const quotesPerServer = 12;
const wordy = buildArticle({
  id: 'panjang',
  blocks: Array.from(
    { length: quotesPerServer },
    (_, place) => `Kalimat nomor ${place + 1} dari artikel ini.`,
  ),
});

describe('a year of a daily schedule', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ sqlitePath: ':memory:' });
  });
  afterAll(async () => store.close());

  // The hours that the clocks jump over, or come twice.
  test.for([
    ['Asia/Jakarta', 9, 0, []],
    ['America/New_York', 2, 30, ['2027-03-14 03:00']],
    ['Europe/London', 1, 30, ['2027-03-28 02:00']],
  ] as const)(
    '%s: 365 posts, each at the local time, none doubled, none again before the bag is empty',
    { timeout: 60_000 },
    async ([timeZone, hour, minute, jumps]) => {
      const clock = createFakeClock(deskStartMs);
      const guild = `${timeZone.length}00${hour}`;
      const board = createFakeBoard({ now: () => clock.now(), guildIds: [guild], idPrefix: guild });
      const desk = await makeDeskScene({ store, clock, articles: [wordy] });
      await desk.configure({ quoteChannelId: quoteChannel }, guild);
      const parts = { quotes: store.quotes, now: () => clock.now() };
      const made = await changeSchedule(
        { guildId: guild, channelId: quoteChannel, schedule: { ...daily, hour, minute, timeZone } },
        parts,
      );
      expect(made).toMatchObject({ ok: true });
      for (let ordinal = 0; ordinal < quotesPerServer; ordinal += 1) {
        const request = { guildId: guild, actor: moderator, articleId: wordy.id, selection: [ordinal] };
        const suggested = await desk.desk.suggest(request);
        const number = suggested.ok ? suggested.quote.number : 0;
        await desk.desk.act({ guildId: guild, number, action: { kind: 'approve' }, actor: moderator });
      }
      const scene = joinWorker(desk, { board, everyMs: dayMs, postsEveryMs: 400 * dayMs, articles: [] });
      scene.worker.start();
      await scene.settle();
      await scene.pass(365 * dayMs);
      await scene.worker.stop();
      const posts = board.in(quoteChannel);
      expect(posts).toHaveLength(365);
      const times = posts.map(({ sentAtMs }) => localTime(sentAtMs, timeZone));
      const usual = `${hour}`.padStart(2, '0') + `:${minute}`.padEnd(3, '0');
      expect(times.filter((time) => !time.endsWith(usual))).toEqual(jumps);
      expect(new Set(times.map((time) => time.slice(0, 10))).size).toBe(365);
      const words = posts.map(({ content }) => content.split('\n')[0] ?? '');
      for (let round = 0; round < words.length; round += quotesPerServer) {
        const drawn = words.slice(round, round + quotesPerServer);
        expect(new Set(drawn).size).toBe(drawn.length);
      }
    },
  );
});

/** As `2027-03-14 03:00`. */
function localTime(atMs: number, timeZone: string): string {
  const options = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(atMs);
}
