/** `kill -9` at every step between an approval and its recorded post, and the next process going on. */
import { randomUUID } from 'node:crypto';
import { fc, test as property } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../../../src/quotes/apply-event.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createMortal, type Death } from '../../fakes/mortal.ts';
import { createFakeBoard, type BoardFault, type FakeBoard } from '../../fakes/quote-board.ts';
import { propertyRuns } from '../../property-runs.ts';
import { bridge, moderator } from '../../quotes/make-quote.ts';
import { dailySchedule } from '../../store/quote-traces.ts';
import { deskStartMs, makeDeskScene } from './desk-scene.ts';
import { joinWorker, quoteChannel, type PostingScene } from './posting-scene.ts';

let store: Store;
let servers = 0;
beforeAll(async () => {
  store = await openStore({ sqlitePath: ':memory:' });
});
afterAll(async () => store.close());

interface World {
  readonly guildId: string;
  readonly clock: ReturnType<typeof createFakeClock>;
  readonly board: FakeBoard;
}

interface Ending {
  readonly messages: number;
  readonly state: string;
  readonly posts: number;
  /** Steps of the first process. */
  readonly steps: number;
}

interface Trial {
  readonly deaths: readonly Death[];
  /** What becomes of the first requests to send, in order. */
  readonly faults?: readonly (BoardFault | undefined)[];
  readonly nonceMs?: number;
  readonly how: 'approved' | 'scheduled run';
}

/** A process in that world: approves where nobody has, posts what is due at once, and dies where it must. */
async function live(
  world: World,
  {
    death,
    number,
    how,
  }: { readonly death: Death | undefined; readonly number: number; readonly how: Trial['how'] },
): Promise<number> {
  const mortal = createMortal(death);
  const quotes = mortal.wrap(store.quotes);
  const desk = await makeDeskScene({ store: { ...store, quotes }, clock: world.clock });
  // Without articles it has no sources to follow through the quotes of every trial before.
  const parts = { board: mortal.wrap(world.board), holder: randomUUID(), articles: [] };
  const process = joinWorker(desk, parts);
  const work = async () => {
    process.worker.start();
    if (how === 'approved') await approve(process, world, number);
    await process.settle();
    await process.worker.stop();
  };
  await Promise.race([work(), mortal.died]);
  return mortal.steps();
}

async function approve({ desk }: PostingScene, { guildId }: World, number: number): Promise<void> {
  await desk.act({ guildId, number, action: { kind: 'approve' }, actor: moderator });
}

async function undergo({ deaths, faults = [], nonceMs, how }: Trial): Promise<Ending> {
  servers += 1;
  const guildId = `${70_000 + servers}`;
  const clock = createFakeClock(deskStartMs);
  const board = createFakeBoard({
    now: () => clock.now(),
    guildIds: [guildId],
    idPrefix: guildId,
    ...(nonceMs !== undefined && { nonceMs }),
  });
  const setUp = await makeDeskScene({ store, clock });
  await setUp.configure({ quoteChannelId: quoteChannel }, guildId);
  const suggested = await setUp.desk.suggest({
    guildId,
    actor: moderator,
    articleId: bridge.id,
    selection: [2],
  });
  if (!suggested.ok) throw new Error(suggested.reason);
  const { number } = suggested.quote;
  if (how === 'scheduled run') {
    await setUp.desk.act({
      guildId,
      number,
      action: { kind: 'approve', dueAtMs: clock.now() + 1 },
      actor: moderator,
    });
    await setUp.desk.act({ guildId, number, action: { kind: 'unschedule' }, actor: moderator });
    // 09:00 in Jakarta is an hour from the start.
    await store.quotes.saveSchedule({ ...dailySchedule, guildId, lastRunMs: clock.now() });
    clock.moveTo(clock.now() + 3_600_000);
  }
  const left = [...faults];
  board.setFaults((request) => (request === `send ${quoteChannel}` ? left.shift() : undefined));
  const world = { guildId, clock, board };
  let steps = 0;
  // The last ones are not killed: one per fault, which costs it its attempt, and one more.
  for (const death of [...deaths, ...faults.map(() => undefined), undefined]) {
    const lived = await live(world, { death, number, how });
    steps ||= lived;
    // The lease of who died runs out, and what failed is due again.
    clock.moveTo(clock.now() + 6 * 60_000);
  }
  const quote = await store.quotes.quote(guildId, number);
  expect(replay(await store.quotes.history(guildId, number))).toEqual(quote);
  const { messageId } = quote?.posts[0] ?? {};
  expect(board.in(quoteChannel).map(({ id }) => id)).toEqual([messageId]);
  return {
    messages: board.in(quoteChannel).length,
    state: quote?.state ?? 'none',
    posts: quote?.posts.length ?? 0,
    steps,
  };
}

const posted = { messages: 1, state: 'posted', posts: 1 };

describe.for(['approved', 'scheduled run'] as const)('a quote that is posted as %s', (how) => {
  test.for([
    ['the answers come', []],
    ['the first answer is lost', ['lost-answer']],
    ['the first request is lost', ['lost-request']],
  ] as const)(
    'is posted once wherever the process is killed, where %s',
    { timeout: 60_000 },
    async ([, faults]) => {
      const { steps } = await undergo({ deaths: [], faults, how });
      expect(steps).toBeGreaterThan(10);
      for (let step = 1; step <= steps; step += 1) {
        for (const moment of ['before', 'after'] as const) {
          // A Discord that forgets nonces at once is the worse one.
          const ending = await undergo({ deaths: [{ step, moment }], faults, nonceMs: 0, how });
          expect({ step, moment, ...ending }).toMatchObject(posted);
        }
      }
    },
  );
});

const someDeath = fc.record({
  step: fc.integer({ min: 1, max: 25 }),
  moment: fc.constantFrom('before' as const, 'after' as const),
});
const someFault = fc.constantFrom<(BoardFault | undefined)[]>(undefined, 'lost-answer', 'lost-request');

property.prop(
  {
    deaths: fc.array(someDeath, { minLength: 2, maxLength: 5 }),
    faults: fc.array(someFault, { maxLength: 4 }),
    nonceMs: fc.constantFrom(300_000, 0),
    how: fc.constantFrom('approved' as const, 'scheduled run' as const),
  },
  { numRuns: propertyRuns(10) },
)('a quote is posted once however often its processes are killed', async (trial) => {
  expect(await undergo(trial)).toMatchObject(posted);
});
