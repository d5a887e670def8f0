/**
 * Servers' schedules at work: what is due is begun, each run once. The schedule's progress is written
 * in the same step as the quote's, with compare-and-set on both: of several processes one begins.
 */
import { dueRuns, nextRuns, type DueRuns } from '../../quotes/schedule.ts';
import { quotePageMax, type StoredSchedule } from '../../quotes/quote-store.ts';
import type { Quote } from '../../quotes/quote.ts';
import { chooseQuote, noteLowQueue, noteNothing, type ChosenQuote } from './choose-quote.ts';
import { composePost } from './compose-post.ts';
import { freezeDamaged, leaseOf, sendBegun } from './post-quote.ts';
import { readGuild, systemActor, type PostingParts } from './posting-parts.ts';
import { tellModerators } from './tell-moderators.ts';

/** How often a run is planned anew where somebody else decides at the same time. */
const attemptsMax = 5;

/**
 * Posts what is due in the servers of this process. Gives back when the next run is, in milliseconds
 * since 1970; undefined where none is planned.
 */
export async function runSchedules(parts: PostingParts): Promise<number | undefined> {
  const guildIds = new Set(parts.board.guildIds());
  let nextMs: number | undefined;
  let page: readonly StoredSchedule[];
  let after: string | undefined;
  do {
    page = await parts.quotes.schedules(after);
    after = page.at(-1)?.guildId;
    for (const stored of page.filter(({ guildId }) => guildIds.has(guildId))) {
      try {
        await runSchedule(stored, parts);
        const [run] = nextRuns(stored.schedule, parts.now(), 1);
        if (run !== undefined) nextMs = Math.min(nextMs ?? run, run);
      } catch (err) {
        parts.log.error({ err, guildId: stored.guildId }, 'schedule failed');
      }
    }
  } while (page.length === quotePageMax);
  return nextMs;
}

async function runSchedule(first: StoredSchedule, parts: PostingParts): Promise<void> {
  let stored: StoredSchedule | undefined = first;
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    if (stored === undefined || stored.schedule.isPaused) return;
    const due = dueRuns(stored.schedule, stored.lastRunMs, parts.now());
    if (due.lastRunMs === stored.lastRunMs) return;
    const done = due.runMs === undefined ? await pass(stored, due, parts) : await post(stored, due, parts);
    if (done) return;
    stored = await parts.quotes.schedule(first.guildId);
  }
  parts.log.warn({ guildId: first.guildId }, 'schedule not run: it is being changed all the time');
}

/** Nothing is posted for those runs. True where that is written. */
async function pass(stored: StoredSchedule, due: DueRuns, parts: PostingParts): Promise<boolean> {
  const { guildId, revision } = stored;
  const next = { ...stored, lastRunMs: due.lastRunMs, revision: revision + 1 };
  if ((await parts.quotes.saveSchedule(next)) === 'conflict') return false;
  await tellOfMissed(guildId, due, parts);
  return true;
}

async function tellOfMissed(
  guildId: string,
  { missedCount, runMs }: DueRuns,
  parts: PostingParts,
): Promise<void> {
  if (missedCount === 0) return;
  parts.log.warn({ guildId, missedCount }, 'schedule was missed');
  await tellModerators(guildId, (notices) => notices.missedRuns(missedCount, runMs !== undefined), parts);
}

/** True where the run is written, posted or not; false where another choice is to be made. */
async function post(stored: StoredSchedule, due: DueRuns, parts: PostingParts): Promise<boolean> {
  const { guildId, channelId, revision } = stored;
  const quotes = await readPostable(guildId, parts);
  const chosen = chooseQuote(guildId, stored.bag, quotes);
  const low = noteLowQueue(chosen?.unpostedCount ?? 0, stored.lowToldAtMs, parts.now());
  const { lowToldAtMs: _low, nothingToldAtMs: _nothing, ...rest } = stored;
  const next: StoredSchedule = {
    ...rest,
    bag: chosen?.bag ?? stored.bag,
    lastRunMs: due.lastRunMs,
    revision: revision + 1,
    ...(low.lowToldAtMs !== undefined && { lowToldAtMs: low.lowToldAtMs }),
  };
  if (chosen === undefined) {
    const nothing = noteNothing(stored.nothingToldAtMs, parts.now());
    return postNothing({ ...next, nothingToldAtMs: nothing.nothingToldAtMs }, nothing.isTold, {
      waitingCount: quotes.length,
      parts,
    });
  }
  const guild = await readGuild(guildId, parts);
  // A damaged one is frozen and takes nobody's turn.
  const composed = await composePost(chosen.quote, channelId, guild, parts);
  if (!composed.ok && composed.reason === 'damaged') {
    await freezeDamaged(chosen.quote, composed.detail, parts);
    return false;
  }
  const begun = await begin(chosen, channelId, next, parts);
  if (begun === undefined) return false;
  await sendBegun(begun, guild, parts);
  await tellOfMissed(guildId, due, parts);
  const { unpostedCount } = chosen;
  if (low.isTold) await tellModerators(guildId, (notices) => notices.queueLow(unpostedCount), parts);
  return true;
}

/** Writes down a run for which there is no quote. True where that is written. */
async function postNothing(
  next: StoredSchedule,
  isTold: boolean,
  { waitingCount, parts }: { readonly waitingCount: number; readonly parts: PostingParts },
): Promise<boolean> {
  if ((await parts.quotes.saveSchedule(next)) === 'conflict') return false;
  const { guildId } = next;
  parts.log.warn({ guildId, waitingCount }, 'schedule has nothing to post');
  if (isTold) await tellModerators(guildId, (notices) => notices.nothingToPost(waitingCount), parts);
  return true;
}

/** The quote as it is being posted, or undefined where somebody else decided first. */
async function begin(
  { quote }: ChosenQuote,
  channelId: string,
  schedule: StoredSchedule,
  parts: PostingParts,
): Promise<Quote | undefined> {
  const begun = await parts.desk.act({
    guildId: quote.guildId,
    number: quote.number,
    action: { kind: 'begin-posting', channelId, isRepeat: quote.state !== 'approved' },
    actor: systemActor(parts),
    expectedRevision: quote.revision,
    alongside: { lease: leaseOf(parts), schedule },
  });
  return begun.ok ? begun.quote : undefined;
}

async function readPostable(guildId: string, { quotes }: PostingParts): Promise<readonly Quote[]> {
  const all: Quote[] = [];
  let page: readonly Quote[];
  do {
    const after = all.at(-1)?.number;
    page = await quotes.quotes({
      guildId,
      states: ['approved', 'posted', 'corrected'],
      limit: quotePageMax,
      ...(after !== undefined && { after }),
    });
    all.push(...page);
  } while (page.length === quotePageMax);
  return all;
}
