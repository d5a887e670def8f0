/** Random walks through what people, kills and a failing network do to posted quotes. */
import { randomUUID } from 'node:crypto';
import { fc, test as property } from '@fast-check/vitest';
import { afterAll, beforeAll, expect } from 'vitest';
import { replay } from '../../../src/quotes/apply-event.ts';
import type { AnyQuoteAction } from '../../../src/discord/quotes/quote-desk.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts';
import { createMortal, type Death, type Mortal } from '../../fakes/mortal.ts';
import { createFakeBoard, type BoardFault, type FakeBoard } from '../../fakes/quote-board.ts';
import { propertyRuns } from '../../property-runs.ts';
import { bridge, moderator } from '../../quotes/make-quote.ts';
import { deskStartMs, makeDeskScene } from './desk-scene.ts';
import { joinWorker, quoteChannel, type PostingScene } from './posting-scene.ts';

let store: Store;
let servers = 0;
beforeAll(async () => {
  store = await openStore({ sqlitePath: ':memory:' });
});
afterAll(async () => store.close());

const selections = [[2], [3], [4]];
const minuteMs = 60_000;
/** Where nothing is left to do. */
const restingStates = ['suggested', 'approved', 'posted', 'withdrawn', 'rejected'];

type Step =
  | { readonly kind: 'act'; readonly place: number; readonly action: AnyQuoteAction }
  | { readonly kind: 'pass'; readonly minutes: number }
  /** Another process takes over, which dies where it must. */
  | { readonly kind: 'restart'; readonly death: Death | undefined }
  | { readonly kind: 'delete-by-hand'; readonly nth: number; readonly isNoticed: boolean }
  /** What the next requests meet. */
  | { readonly kind: 'faults'; readonly faults: readonly (BoardFault | undefined)[] };

const post = { kind: 'begin-posting', channelId: quoteChannel } as const;
const someAction = fc.constantFrom<AnyQuoteAction[]>(
  { kind: 'approve' },
  { kind: 'approve' },
  { kind: 'approve' },
  post,
  { ...post, isRepeat: true },
  { kind: 'annotate', note: 'Catatan.' },
  { kind: 'withdraw', mode: 'tombstone' },
  { kind: 'withdraw', mode: 'deleted' },
  { kind: 'undo' },
  { kind: 'undo' },
  { kind: 'unschedule' },
  { kind: 'schedule' },
  { kind: 'reject', reason: 'Tidak.' },
  { kind: 'freeze', cause: 'moderator' },
  { kind: 'unfreeze' },
);
const someDeath = fc.option(
  fc.record({
    step: fc.integer({ min: 1, max: 60 }),
    moment: fc.constantFrom<Death['moment'][]>('before', 'after'),
  }),
  { nil: undefined },
);
const someFaults = fc.array(
  fc.constantFrom<(BoardFault | undefined)[]>(undefined, 'lost-answer', 'lost-request'),
  { maxLength: 6 },
);
const someStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.nat({ max: 2 }), someAction)
      .map(([place, action]): Step => ({ kind: 'act', place, action })),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 20 }).map((minutes): Step => ({ kind: 'pass', minutes })),
  },
  { weight: 2, arbitrary: someDeath.map((death): Step => ({ kind: 'restart', death })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat({ max: 3 }), fc.boolean())
      .map(([nth, isNoticed]): Step => ({ kind: 'delete-by-hand', nth, isNoticed })),
  },
  { weight: 3, arbitrary: someFaults.map((faults): Step => ({ kind: 'faults', faults })) },
);

interface Life {
  readonly death?: Death | undefined;
  /** How often it looks. */
  readonly everyMs?: number;
}

interface World {
  readonly guildId: string;
  readonly clock: FakeClock;
  readonly board: FakeBoard;
  process: { readonly scene: PostingScene; readonly mortal: Mortal };
}

async function startProcess(
  world: Omit<World, 'process'>,
  { death, everyMs = 5 * minuteMs }: Life = {},
): Promise<World['process']> {
  const mortal = createMortal(death);
  const quotes = mortal.wrap(store.quotes);
  const desk = await makeDeskScene({ store: { ...store, quotes }, clock: world.clock });
  const parts = {
    board: mortal.wrap(world.board),
    holder: randomUUID(),
    everyMs,
    articles: [],
  };
  const scene = joinWorker(desk, parts);
  scene.worker.start();
  await Promise.race([scene.settle(), mortal.died]);
  return { scene, mortal };
}

/** Whoever died is followed by another, once its leases have run out. */
async function succeed(world: World, life?: Life): Promise<void> {
  if (!world.process.mortal.isDead()) await world.process.scene.worker.stop();
  world.clock.moveTo(world.clock.now() + 2 * minuteMs);
  world.process = await startProcess(world, life);
}

async function walk(world: World, numbers: readonly number[], step: Step): Promise<void> {
  const { scene } = world.process;
  switch (step.kind) {
    case 'act': {
      const request = { guildId: world.guildId, number: numbers[step.place] ?? 0, action: step.action };
      await scene.desk.act({ ...request, actor: moderator });
      return scene.settle();
    }
    case 'pass':
      return scene.pass(step.minutes * minuteMs);
    case 'restart':
      return succeed(world, { death: step.death });
    case 'delete-by-hand': {
      const message = world.board.in(quoteChannel)[step.nth];
      if (message === undefined) return undefined;
      world.board.take(message.id);
      if (step.isNoticed) scene.worker.onDeletion(message.id);
      return scene.settle();
    }
    case 'faults': {
      const left = [...step.faults];
      return world.board.setFaults(() => left.shift());
    }
    default:
      return step satisfies never;
  }
}

property.prop(
  { steps: fc.array(someStep, { minLength: 5, maxLength: 25, size: 'max' }) },
  // A thousand with `npm run test:deep`.
  { numRuns: propertyRuns(100) },
)('whatever happens, every message is recorded once and says what its quote says', async ({ steps }) => {
  servers += 1;
  const guildId = `${60_000 + servers}`;
  const clock = createFakeClock(deskStartMs);
  const board = createFakeBoard({
    now: () => clock.now(),
    guildIds: [guildId],
    idPrefix: guildId,
    nonceMs: 0,
  });
  const place = { guildId, clock, board };
  const setUp = await makeDeskScene({ store, clock });
  await setUp.configure({ quoteChannelId: quoteChannel }, guildId);
  const numbers: number[] = [];
  for (const selection of selections) {
    const request = { guildId, actor: moderator, articleId: bridge.id, selection };
    const suggested = await setUp.desk.suggest(request);
    if (suggested.ok) numbers.push(suggested.quote.number);
  }
  const world: World = { ...place, process: await startProcess(place) };
  for (const step of steps) {
    if (world.process.mortal.isDead()) await succeed(world);
    await Promise.race([walk(world, numbers, step), world.process.mortal.died]);
  }
  board.setFaults(() => undefined);
  // All that is tried again is tried again by then.
  await succeed(world, { everyMs: 60 * minuteMs });
  await world.process.scene.pass(8 * 60 * minuteMs);
  await world.process.scene.worker.stop();
  const recorded: string[] = [];
  for (const number of numbers) {
    const quote = await store.quotes.quote(guildId, number);
    expect(replay(await store.quotes.history(guildId, number))).toEqual(quote);
    // What is on hold waits for a moderator.
    const resting = quote?.frozen === undefined ? restingStates : [...restingStates, 'scheduled'];
    expect(resting).toContain(quote?.state);
    for (const { messageId } of quote?.posts ?? []) {
      recorded.push(messageId);
      const content = board.all().find(({ id }) => id === messageId)?.content ?? '';
      expect(content).toContain(`**#${number}** · `);
      expect(content.startsWith('> ')).toBe(quote?.state === 'posted');
      expect(content.includes('Catatan moderator')).toBe(
        quote?.state === 'posted' && quote.note !== undefined,
      );
    }
  }
  expect(
    board
      .in(quoteChannel)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(recorded.toSorted());
});
