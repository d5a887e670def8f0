/** What a decision owes to posts that are out is paid, whatever happens to processes and requests. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import type { AnyQuoteAction } from '../../../src/discord/quotes/quote-desk.ts';
import { lookedPostsMax } from '../../../src/discord/quotes/look-at-posts.ts';
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts';
import { createMortal, type Death } from '../../fakes/mortal.ts';
import { createFakeBoard, type BoardFault, type FakeBoard } from '../../fakes/quote-board.ts';
import { bridge, moderator, system } from '../../quotes/make-quote.ts';
import { correctedBridge } from './corrected-bridge.ts';
import { deskStartMs, makeDeskScene } from './desk-scene.ts';
import { joinWorker, makePostingScene, quoteChannel } from './posting-scene.ts';

const minuteMs = 60_000;
/** Suggested, approved, begun, posted. */
const postedRevision = 4;
const article = correctedBridge();

interface Case {
  readonly name: string;
  readonly actions: readonly AnyQuoteAction[];
  /** What the channel shows in the end. */
  readonly shows: RegExp | 'nothing';
}

const tombstone = { kind: 'withdraw', mode: 'tombstone' } as const;
const deletion = { kind: 'withdraw', mode: 'deleted' } as const;
const cases: readonly Case[] = [
  { name: 'a withdrawal', actions: [tombstone], shows: /^\*\*#1\*\* · Kutipan ini telah ditarik/u },
  { name: 'a deletion', actions: [deletion], shows: 'nothing' },
  { name: 'a deletion that is undone', actions: [deletion, { kind: 'undo' }], shows: 'nothing' },
  { name: 'a withdrawal that is undone', actions: [tombstone, { kind: 'undo' }], shows: /^> Jembatan/u },
  { name: 'a correction', actions: [{ kind: 'correct', body: article.body }], shows: /Rabu, 5 Maret/u },
  { name: 'a note', actions: [{ kind: 'annotate', note: 'Catatan.' }], shows: /Catatan\.$/u },
];

let store: Store;
let servers = 0;
beforeAll(async () => {
  store = await openStore({ sqlitePath: ':memory:' });
});
afterAll(async () => store.close());

interface World {
  readonly guildId: string;
  readonly clock: FakeClock;
  readonly board: FakeBoard;
}

/** A server of its own with one posted quote, whose process is gone. */
async function postedWorld(): Promise<World> {
  servers += 1;
  const guild = `${80_000 + servers}`;
  const clock = createFakeClock(deskStartMs);
  const board = createFakeBoard({ now: () => clock.now(), guildIds: [guild], idPrefix: guild });
  const { desk } = await makeDeskScene({ store, clock });
  const by = { guildId: guild, actor: moderator };
  const suggested = await desk.suggest({ ...by, articleId: bridge.id, selection: [2] });
  if (!suggested.ok) throw new Error(suggested.reason);
  const sent = await board.send({ channelId: quoteChannel }, { content: '> Jembatan' });
  const steps: readonly AnyQuoteAction[] = [
    { kind: 'approve' },
    { kind: 'begin-posting', channelId: quoteChannel },
    { kind: 'posted', messageId: sent.ok ? sent.messageId : '' },
  ];
  for (const action of steps) {
    const actor = action.kind === 'posted' ? system : moderator;
    const acted = await desk.act({ ...by, actor, number: 1, action });
    if (!acted.ok) throw new Error(acted.reason);
  }
  return { guildId: guild, clock, board };
}

/** A process that decides what nobody has decided yet, and dies where it must; gives back its steps. */
async function live(
  { guildId: guild, clock, board }: World,
  actions: readonly AnyQuoteAction[],
  death?: Death,
): Promise<number> {
  const mortal = createMortal(death);
  const quotes = mortal.wrap(store.quotes);
  const scene = await makeDeskScene({ store: { ...store, quotes }, clock, articles: [article.article] });
  const process = joinWorker(scene, { board: mortal.wrap(board), holder: randomUUID(), articles: [] });
  const work = async () => {
    process.worker.start();
    const { revision = 0 } = (await store.quotes.quote(guild, 1)) ?? {};
    for (const action of actions.slice(revision - postedRevision)) {
      await scene.desk.act({ guildId: guild, number: 1, action, actor: moderator });
    }
    await process.settle();
    await process.worker.stop();
  };
  await Promise.race([work(), mortal.died]);
  return mortal.steps();
}

function shownOn(board: FakeBoard): string | undefined {
  return board.in(quoteChannel)[0]?.content;
}

/** Nobody can look at posts: what is paid is paid because it is owed. */
function blind(...faults: readonly (BoardFault | undefined)[]) {
  const left = [...faults];
  return (request: string): BoardFault | undefined => {
    if (request === 'ownMessages' || request === 'message') return 'lost-request';
    return request === 'edit' || request === 'remove' ? left.shift() : undefined;
  };
}

const lost = [
  ['the answers come', []],
  ['the first answer is lost', ['lost-answer']],
  ['the first request is lost', ['lost-request']],
] as const;

describe.for(cases)('$name', ({ actions, shows }) => {
  // All faults for single steps; for what follows them, the one that leaves the most to do.
  test.for(actions[0] === tombstone || actions[0] === deletion ? lost : lost.slice(2))(
    'is shown wherever the process is killed, where %s',
    { timeout: 60_000 },
    async ([, faults]) => {
      const undergo = async (death?: Death): Promise<number> => {
        const world = await postedWorld();
        world.board.setFaults(blind(...faults));
        const steps = await live(world, actions, death);
        for (let life = 0; life < 2; life += 1) {
          world.clock.moveTo(world.clock.now() + 2 * minuteMs);
          await live(world, actions);
        }
        const shown = shownOn(world.board);
        const isRight = shows === 'nothing' ? shown === undefined : shows.test(shown ?? '');
        expect([death, shown, isRight]).toEqual([death, shown, true]);
        const guildIds = [world.guildId];
        const later = { nowMs: world.clock.now() + 24 * 60 * minuteMs, untilMs: 0, limit: 10, guildIds };
        expect(await store.quotes.claimEdits(later)).toEqual([]);
        return steps;
      };
      const steps = await undergo();
      expect(steps).toBeGreaterThan(5);
      for (let step = 1; step <= steps; step += 1) {
        for (const moment of ['before', 'after'] as const) await undergo({ step, moment });
      }
    },
  );
});

test('is paid however many posts came later and however long it took', async () => {
  const scene = await makePostingScene({ everyMs: 5 * minuteMs });
  const number = await scene.approve();
  const older = (await scene.quote(number)).posts[0]?.messageId;
  for (let repeat = 0; repeat <= lookedPostsMax; repeat += 1) {
    scene.clock.moveTo(scene.clock.now() + minuteMs);
    const again = { kind: 'begin-posting', channelId: quoteChannel, isRepeat: true } as const;
    await scene.act(number, again);
    await scene.settle();
  }
  expect(scene.posts()).toHaveLength(lookedPostsMax + 2);
  await scene.worker.stop();
  await scene.act(number, tombstone);
  scene.clock.moveTo(scene.clock.now() + 90 * 24 * 60 * minuteMs);
  const { clock, board } = scene;
  const next = await makePostingScene({ store: scene.store, clock, board });
  const standing = next.board.in(quoteChannel).filter(({ content }) => !content.includes('telah ditarik'));
  expect(standing).toEqual([]);
  expect(next.board.in(quoteChannel)[0]?.id).toBe(older);
});

test('a decision that falls while an older one is being shown is shown in the end', async () => {
  const scene = await makePostingScene();
  const number = await scene.approve();
  let isFirst = true;
  scene.board.setFaults((request) => {
    if (request === 'edit' && isFirst) {
      isFirst = false;
      void scene.act(number, tombstone);
    }
    return undefined;
  });
  await scene.act(number, { kind: 'annotate', note: 'Catatan.' });
  await scene.settle();
  expect(scene.posts()).toEqual([expect.stringContaining('telah ditarik')]);
});
