/** The worker over a desk, a store, a Discord in memory and a clock of the test's own. */
import { Writable } from 'node:stream';
import { createQuoteWorker, type QuoteWorker } from '../../../src/discord/quotes/quote-worker.ts';
import type { PostingParts } from '../../../src/discord/quotes/posting-parts.ts';
import type { ActOutcome, AnyQuoteAction } from '../../../src/discord/quotes/quote-desk.ts';
import { createLogger } from '../../../src/log.ts';
import type { Actor } from '../../../src/quotes/permissions.ts';
import type { Quote } from '../../../src/quotes/quote.ts';
import { createFakeBoard, type FakeBoard } from '../../fakes/quote-board.ts';
import { smallCorpus } from '../../fixtures/small-corpus.ts';
import { guildId, moderator } from '../../quotes/make-quote.ts';
import { makeDeskScene, type DeskScene, type DeskSceneOptions } from './desk-scene.ts';

export const quoteChannel = '500';
export const reviewChannel = '600';

export interface PostingScene extends DeskScene {
  readonly board: FakeBoard;
  readonly worker: QuoteWorker;
  readonly parts: PostingParts;
  /** Everything logged so far, one JSON object a line. */
  readonly logText: () => string;
  readonly act: (number: number, action: AnyQuoteAction, actor?: Actor) => Promise<ActOutcome>;
  /** A quote that is approved and, where the server has no schedule, posted. */
  readonly approve: (selection?: readonly number[]) => Promise<number>;
  readonly quote: (number: number) => Promise<Quote>;
  /** Waits until nothing runs any more. */
  readonly settle: () => Promise<void>;
  /** Lets time pass, and the worker do what falls due. */
  readonly pass: (ms: number) => Promise<void>;
  readonly posts: () => readonly string[];
  readonly notices: () => readonly string[];
}

export interface PostingSceneOptions extends DeskSceneOptions {
  readonly board?: FakeBoard;
  readonly cards?: PostingParts['cards'];
  readonly holder?: string;
  readonly everyMs?: number;
  readonly postsEveryMs?: number;
  /** Puts something around what the worker works with. */
  readonly wrap?: (parts: PostingParts) => PostingParts;
}

/** The worker is started; the server has a channel for quotes and one for reviews. */
export async function makePostingScene(options: PostingSceneOptions = {}): Promise<PostingScene> {
  const desk = await makeDeskScene(options);
  await desk.configure({ quoteChannelId: quoteChannel, reviewChannelId: reviewChannel });
  const scene = joinWorker(desk, options);
  scene.worker.start();
  await scene.settle();
  return scene;
}

/** A worker for that desk, not yet started. */
export function joinWorker(scene: DeskScene, options: PostingSceneOptions = {}): PostingScene {
  const { desk, store, clock } = scene;
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _, done) => {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  const board = options.board ?? createFakeBoard({ now: () => clock.now(), guildIds: [guildId] });
  const whole: PostingParts = {
    desk,
    quotes: store.quotes,
    notices: store.reviews,
    board,
    articles: new Map((options.articles ?? smallCorpus).map((article) => [article.id, article])),
    settingsOf: async (guild) => (await store.guilds.settings(guild)).settings,
    ...(options.cards && { cards: options.cards }),
    log: createLogger({ level: 'info', destination }),
    now: () => clock.now(),
    holder: options.holder ?? 'one',
  };
  const parts = options.wrap?.(whole) ?? whole;
  const { everyMs, postsEveryMs } = options;
  const worker = createQuoteWorker({
    parts,
    timers: clock,
    ...(everyMs !== undefined && { everyMs }),
    ...(postsEveryMs !== undefined && { postsEveryMs }),
  });
  const settle = async () => {
    await desk.settle();
    await worker.settle();
    await desk.settle();
  };
  const act: PostingScene['act'] = async (number, action, actor = moderator) =>
    desk.act({ guildId, number, action, actor });
  return {
    ...scene,
    board,
    worker,
    parts,
    logText: () => lines.join(''),
    act,
    approve: async (selection = [2]) => {
      const { number } = await scene.suggest(selection, moderator);
      const outcome = await act(number, { kind: 'approve' });
      if (!outcome.ok) throw new Error(outcome.reason);
      await settle();
      return number;
    },
    quote: async (number) => {
      const quote = await store.quotes.quote(guildId, number);
      if (quote === undefined) throw new Error(`no quote #${number}`);
      return quote;
    },
    settle,
    pass: async (ms) => {
      const endMs = clock.now() + ms;
      for (let next = clock.nextAtMs(); next !== undefined && next <= endMs; next = clock.nextAtMs()) {
        clock.moveTo(next);
        await settle();
      }
      clock.moveTo(endMs);
      await settle();
    },
    posts: () => board.in(quoteChannel).map(({ content }) => content),
    notices: () => board.in(reviewChannel).map(({ content }) => content),
  };
}
