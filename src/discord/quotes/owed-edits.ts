/**
 * What a decision owes to messages that are out: written down with the decision itself, done by one
 * process at a time, and owed until Discord has confirmed it. A kill at any point, an outage however
 * long, and any number of newer posts leave it owed.
 */
import type { OwedEdit } from '../../quotes/quote-store.ts';
import { explainProblem } from './posting-failure.ts';
import { readGuild, type PostingParts } from './posting-parts.ts';
import type { BoardProblem } from './quote-board.ts';
import { syncPosts } from './sync-posts.ts';
import { tellModerators } from './tell-moderators.ts';

/** How long a process has for one quote's messages before another may take them up. */
export const editLeaseMs = 60_000;
/** Quotes taken up at once. */
const claimedMax = 8;
/** Decisions that one claim follows while it is at work; after that, the next claim does. */
const roundsMax = 5;
const firstDelayMs = 15_000;
const delayMaxMs = 6 * 3_600_000;
/** Moderators hear of it when it has failed so often; about half an hour after it first did. */
const failuresUntilTold = 8;

/** Changes and takes away what is due, until nothing is. Edits messages, writes to the quote store. */
export async function payOwedEdits(parts: PostingParts, isStopped: () => boolean): Promise<void> {
  while (!isStopped()) {
    const nowMs = parts.now();
    const owed = await parts.quotes.claimEdits({
      nowMs,
      untilMs: nowMs + editLeaseMs,
      guildIds: parts.board.guildIds(),
      limit: claimedMax,
    });
    if (owed.length === 0) return;
    await Promise.all(owed.map(async (edit) => payLogged(edit, parts)));
  }
}

/** What fails here stays owed: it is taken up when the claim has run out. */
async function payLogged(owed: OwedEdit, parts: PostingParts): Promise<void> {
  try {
    await pay(owed, parts);
  } catch (err) {
    const { guildId, number } = owed;
    parts.log.error({ err, guildId, number }, 'post could not be brought up to date');
  }
}

async function pay(owed: OwedEdit, parts: PostingParts): Promise<void> {
  const { guildId, number, fromRevision } = owed;
  for (let round = 0; round < roundsMax; round += 1) {
    const quote = await parts.quotes.quote(guildId, number);
    if (quote === undefined) return;
    const problem = await syncPosts(quote, fromRevision, parts);
    if (problem !== undefined) return postpone(owed, problem, parts);
    await parts.quotes.settleEdits(guildId, number, quote.revision);
    const after = await parts.quotes.quote(guildId, number);
    // Decided meanwhile, here or by another process: what has just been written is old.
    if (after?.revision === quote.revision) return;
  }
}

async function postpone(owed: OwedEdit, problem: BoardProblem, parts: PostingParts): Promise<void> {
  const { guildId, number, failureCount } = owed;
  const failures = failureCount + 1;
  parts.log.warn({ guildId, number, problem: problem.kind, failures }, 'post not brought up to date');
  const delayMs = Math.min(delayMaxMs, firstDelayMs * 2 ** failureCount);
  await parts.quotes.postponeEdits(owed, parts.now() + delayMs);
  const isTold = failures === (problem.kind === 'unclear' ? failuresUntilTold : 1);
  if (isTold) await tellOfDelay(owed, problem, parts);
}

async function tellOfDelay(
  { guildId, number }: OwedEdit,
  problem: BoardProblem,
  parts: PostingParts,
): Promise<void> {
  const { texts } = await readGuild(guildId, parts);
  const quote = await parts.quotes.quote(guildId, number);
  const reason = explainProblem(problem, `<#${quote?.posts[0]?.channelId ?? ''}>`, texts);
  await tellModerators(guildId, (notices) => notices.editFailed(number, reason), parts);
}
