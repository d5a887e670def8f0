/**
 * The bot's own work with quotes: posting what is due, running schedules, keeping posted messages true,
 * noticing what was deleted by hand. Clock and Discord are handed in.
 */
import type { Quote } from '../../quotes/quote.ts';
import { owesEdits } from '../../quotes/owed-edits.ts';
import type { QuoteEvent } from '../../quotes/quote-event.ts';
import type { Schedule as Timers } from '../schedule.ts';
import { askAboutChange } from './ask-about-change.ts';
import { followSource, followSources } from './follow-source.ts';
import { lookAtPosts, recordChannelGone } from './look-at-posts.ts';
import { payOwedEdits } from './owed-edits.ts';
import { postQuote, leaseOf } from './post-quote.ts';
import type { PostingParts } from './posting-parts.ts';
import { runSchedules } from './run-schedules.ts';
import { recordDeletion } from './sync-posts.ts';
import { createTurns } from './turns.ts';

/** How late something that is due may be seen, where nothing wakes the worker sooner. */
export const lookEveryMs = 15_000;
/** How often recent posts are compared with their quotes. */
export const lookAtPostsEveryMs = 24 * 3_600_000;
/** Quotes posted at the same time. */
const lanes = 4;
/** Questions about changed articles made good in one server with one look. */
const noticesPerLook = 50;
/** Deletions remembered for posts that are recorded only after them. */
const deletionsMax = 1_000;

export interface QuoteWorker {
  /** Once connected: looks at what happened meanwhile, then works until it is stopped. */
  start(): void;
  /** A message was deleted, by whomever. */
  onDeletion(messageId: string): void;
  /** A channel is gone with everything in it. */
  onChannelGone(guildId: string, channelId: string): void;
  /** Waits until nothing runs any more; what is planned for later goes on waiting. */
  settle(): Promise<void>;
  /** Begins nothing new; waits for what runs. */
  stop(): Promise<void>;
}

export interface QuoteWorkerOptions {
  readonly parts: PostingParts;
  readonly timers: Timers;
  /** Default `lookEveryMs`. */
  readonly everyMs?: number;
  /** Default `lookAtPostsEveryMs`. */
  readonly postsEveryMs?: number;
}

export function createQuoteWorker(options: QuoteWorkerOptions): QuoteWorker {
  const { parts, timers, everyMs = lookEveryMs, postsEveryMs = lookAtPostsEveryMs } = options;
  const { desk, log } = parts;
  const turns = createTurns(log);
  const deleted = new Set<string>();
  const cancels = new Map<'look' | 'posts', () => void>();
  let isStopped = false;
  let isLooking = false;
  let isPaying = false;
  let unlisten: (() => void) | undefined;

  function plan(kind: 'look' | 'posts', delayMs: number, run: () => void): void {
    cancels.get(kind)?.();
    if (!isStopped) cancels.set(kind, timers.after(delayMs, run));
  }

  function look(): void {
    // One that waits sees all that has happened until it begins.
    if (isLooking || isStopped) return;
    isLooking = true;
    turns.add('look', async () => {
      isLooking = false;
      const nextMs = isStopped ? undefined : await lookOnce().catch(report);
      const untilNextMs = nextMs === undefined ? everyMs : Math.max(0, nextMs - parts.now());
      plan('look', Math.min(everyMs, untilNextMs), look);
    });
  }

  function report(err: unknown): undefined {
    log.error({ err }, 'quotes could not be looked at');
  }

  async function lookOnce(): Promise<number | undefined> {
    const nextMs = await runSchedules(parts);
    await postDue(parts, () => isStopped);
    payEdits();
    return nextMs;
  }

  function payEdits(): void {
    if (isPaying || isStopped) return;
    isPaying = true;
    turns.add('edits', async () => {
      isPaying = false;
      await payOwedEdits(parts, () => isStopped);
    });
  }

  /** In turn with posting: nothing of an article that changed goes out before it is noticed. */
  function followAllSources(): void {
    turns.add('look', async () => {
      const { damaged, ...followed } = await followSources(parts);
      const isQuiet = Object.values({ damaged, ...followed }).every((count) => count === 0);
      if (!isQuiet) log.info({ ...followed, damaged }, 'quotes found again in their articles');
      for (const guildId of parts.board.guildIds()) {
        const behind = await parts.notices.noticesBehind(guildId, noticesPerLook);
        behind.forEach((number) => showNotice({ guildId, number }));
      }
    });
  }

  function showNotice({ guildId, number }: Pick<Quote, 'guildId' | 'number'>): void {
    turns.add(`${guildId} ${number}`, async () => askAboutChange({ guildId, number }, parts));
  }

  function lookAtAllPosts(): void {
    // After what is owed by decisions: that is not to be found out once more.
    turns.add('edits', async () => {
      for (const guildId of parts.board.guildIds()) {
        if (isStopped) return;
        await lookAtPosts(guildId, parts);
      }
      payEdits();
    });
    plan('posts', postsEveryMs, () => {
      followAllSources();
      lookAtAllPosts();
    });
  }

  function onChange(quote: Quote, event: QuoteEvent): void {
    const { change, actor } = event;
    const { guildId, number, posts } = quote;
    if (isStopped) return;
    if (comesBack.has(change.kind)) {
      turns.add(`${guildId} ${number}`, async () => void (await followSource(quote, parts)));
    }
    showNotice(quote);
    if (actor.role !== 'system' && wakes.has(change.kind)) look();
    if (owesEdits(quote, event)) payEdits();
    const gone = change.kind === 'posted' ? posts.find(({ messageId }) => deleted.has(messageId)) : undefined;
    if (gone !== undefined) {
      turns.add(`${guildId} ${number}`, async () =>
        recordDeletion({ guildId, number }, gone.messageId, parts),
      );
    }
  }

  return {
    start: () => {
      unlisten = desk.onChange(onChange);
      followAllSources();
      payEdits();
      lookAtAllPosts();
      look();
    },
    onDeletion: (messageId) => {
      if (isStopped) return;
      remember(deleted, messageId);
      turns.add('deletions', async () => {
        const quote = await parts.quotes.quoteOfMessage(messageId);
        if (quote !== undefined) await recordDeletion(quote, messageId, parts);
      });
    },
    onChannelGone: (guildId, channelId) => {
      if (!isStopped) turns.add('edits', async () => recordChannelGone({ guildId, channelId }, parts));
    },
    settle: async () => turns.settle(),
    stop: async () => {
      isStopped = true;
      unlisten?.();
      for (const cancel of cancels.values()) cancel();
      await turns.settle();
    },
  };
}

/** The quote was not followed until now, or lives again with the words it had then: its article may have changed. */
const comesBack: ReadonlySet<string> = new Set<QuoteEvent['change']['kind']>([
  'posted',
  'posting-failed',
  'undone',
]);

/** Something may be due now. */
const wakes: ReadonlySet<string> = new Set<QuoteEvent['change']['kind']>([
  'approved',
  'scheduled',
  'posting-begun',
  'unfrozen',
]);

/** Posts due quotes, a few at the same time, until none is left. */
async function postDue(parts: PostingParts, isStopped: () => boolean): Promise<void> {
  while (!isStopped()) {
    const nowMs = parts.now();
    const guildIds = parts.board.guildIds();
    const leased = await parts.quotes.lease({ ...leaseOf(parts), nowMs, guildIds, limit: lanes });
    if (leased.length === 0) return;
    await Promise.all(leased.map(async (quote) => postLogged(quote, parts)));
  }
}

/** What fails here stays due: whoever holds the next lease goes on with it. */
async function postLogged(quote: Quote, parts: PostingParts): Promise<void> {
  try {
    // Approved before anybody noticed that its article says something else now: nothing goes out then.
    const fate = await followSource(quote, parts);
    if (fate === undefined || fate === 'waiting') await postQuote(quote, parts);
  } catch (err) {
    const { guildId, number } = quote;
    parts.log.error({ err, guildId, number }, 'quote could not be posted');
  }
}

function remember(ids: Set<string>, id: string): void {
  ids.add(id);
  if (ids.size <= deletionsMax) return;
  // Sets keep their order: the first is the oldest.
  const [oldest = ''] = ids;
  ids.delete(oldest);
}
