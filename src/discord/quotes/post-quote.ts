/**
 * One quote that this process has leased is posted, and the post recorded.
 *
 * ```
 * leased → words checked → begin-posting written → POST (nonce) → posted written
 * ```
 *
 * What is guaranteed: a post that was begun ends as recorded, or as failed with a reason; none is lost,
 * whatever moment the process is killed at, because the quote stays due until that. And none is made
 * twice, where the answer to the POST was lost too: whoever takes the quote up again first looks for
 * the message in its channel, and the same attempt carries the same nonce, with which Discord makes no
 * second message within a few minutes.
 *
 * What is not: that nobody ever sees two. Where a process hangs between its last check of the lease and
 * the POST for longer than both the lease and Discord's memory of nonces, or where the channel's
 * history lags behind an accepted message until the next attempt, a second one can appear; it is found
 * and removed when the post is recorded. Where more than 2,000 messages followed in the channel, or its
 * history is forbidden, Kutip does not guess: a moderator is asked to look.
 */
import type { Quote } from '../../quotes/quote.ts';
import { composePost, type ComposedPost } from './compose-post.ts';
import { findPost } from './find-post.ts';
import { explainFailure, passesByItself, storeFailure, type PostingFailure } from './posting-failure.ts';
import { readPostingHistory, retryDelayMs } from './posting-history.ts';
import { readGuild, systemActor, type PostingGuild, type PostingParts } from './posting-parts.ts';
import type { BoardProblem, PostContent } from './quote-board.ts';
import { logDamage } from './read-quote.ts';
import { recordPost } from './record-post.ts';
import { tellModerators } from './tell-moderators.ts';

/** How long a quote is one process's. */
export const leaseMs = 60_000;
/** Nothing is sent in the last part of a lease: by its end every request must be over. */
const leaseRestMs = 15_000;
/** Requests of one attempt whose answers are lost, with the same nonce; later ones are another attempt. */
const sendingsMax = 2;

/** Posts a quote that is scheduled and due, or takes up one that is being posted. */
export async function postQuote(leased: Quote, parts: PostingParts): Promise<void> {
  const guild = await readGuild(leased.guildId, parts);
  if (leased.state === 'posting') return takeUp(leased, guild, parts);
  const channelId = guild.settings.quoteChannelId;
  if (channelId === null) return fail(leased, { kind: 'no-channel-chosen' }, guild, parts);
  const composed = await composePost(leased, channelId, guild, parts);
  if (!composed.ok) return refuse(leased, composed, guild, parts);
  const begun = await parts.desk.act({
    guildId: leased.guildId,
    number: leased.number,
    action: { kind: 'begin-posting', channelId },
    actor: systemActor(parts),
    // The words that were checked are the words that are sent.
    expectedRevision: leased.revision,
    alongside: { lease: leaseOf(parts) },
  });
  if (begun.ok) await sendBegun(begun.quote, guild, parts);
}

/** Goes on with a post that this process has begun itself just now. */
export async function sendBegun(quote: Quote, guild: PostingGuild, parts: PostingParts): Promise<void> {
  const { begunCount } = await readPostingHistory(quote, parts.quotes);
  // An earlier attempt that failed may have got through all the same.
  await (begunCount > 1 ? takeUp(quote, guild, parts) : deliver(quote, guild, parts));
}

/** Until when the quote is this process's, from now. */
export function leaseOf({ holder, now }: PostingParts) {
  return { holder, untilMs: now() + leaseMs };
}

/** Its message may be out already: looked for first. */
async function takeUp(quote: Quote, guild: PostingGuild, parts: PostingParts): Promise<void> {
  if (!(await endWhereFound(quote, guild, parts))) await deliver(quote, guild, parts);
}

/** True where nothing is left to do now: recorded, failed, or to be looked at again after the lease. */
async function endWhereFound(quote: Quote, guild: PostingGuild, parts: PostingParts): Promise<boolean> {
  const { attempt } = quote;
  if (attempt === undefined) return true;
  const { firstBegunAtMs = attempt.startedAtMs } = await readPostingHistory(quote, parts.quotes);
  const found = await findPost(quote, firstBegunAtMs, parts);
  switch (found.kind) {
    case 'none':
      return false;
    case 'found':
      await recordPost(quote, { ...found, isFound: true }, parts);
      return true;
    case 'cannot-tell':
      await fail(quote, { kind: 'cannot-tell', channelId: attempt.channelId }, guild, parts);
      return true;
    case 'problem':
      if (found.problem.kind === 'unclear') {
        parts.log.warn({ ...factsOf(quote), err: found.problem.err }, 'channel could not be read for a post');
      } else {
        const { channelId } = attempt;
        await fail(quote, { kind: 'board', problem: found.problem, channelId }, guild, parts);
      }
      return true;
    default:
      return found satisfies never;
  }
}

async function deliver(quote: Quote, guild: PostingGuild, parts: PostingParts): Promise<void> {
  const { attempt } = quote;
  if (attempt === undefined) return;
  const { channelId, nonce } = attempt;
  const problem = parts.board.problemIn(quote.guildId, channelId);
  if (problem !== undefined) return fail(quote, { kind: 'board', problem, channelId }, guild, parts);
  const composed = await composePost(quote, channelId, guild, parts);
  if (!composed.ok) return refuse(quote, composed, guild, parts);
  if (!(await parts.quotes.renewLease(quote.guildId, quote.number, leaseOf(parts)))) return;
  const signal = AbortSignal.timeout(leaseMs - leaseRestMs);
  let lost: BoardProblem = { kind: 'unclear' };
  for (let sending = 0; sending < sendingsMax && !signal.aborted; sending += 1) {
    const sent = await parts.board.send({ channelId, nonce, signal }, composed.content);
    if (sent.ok) {
      await recordPost(quote, { messageId: sent.messageId, extraIds: [] }, parts);
      return tellOfCard(quote, composed, parts);
    }
    lost = sent.problem;
    if (lost.kind !== 'unclear') break;
    parts.log.warn({ ...factsOf(quote), err: lost.err }, 'answer to a post was lost');
    if (await endWhereFound(quote, guild, parts)) return;
  }
  await fail(quote, { kind: 'board', problem: lost, channelId }, guild, parts);
}

async function tellOfCard(
  { guildId, number }: Quote,
  { cardProblem }: { readonly content: PostContent; readonly cardProblem?: string },
  parts: PostingParts,
): Promise<void> {
  if (cardProblem === undefined) return;
  await tellModerators(guildId, (notices) => notices.noCard(number, cardProblem), parts);
}

async function refuse(
  quote: Quote,
  composed: Extract<ComposedPost, { ok: false }>,
  guild: PostingGuild,
  parts: PostingParts,
): Promise<void> {
  if (composed.reason === 'too-long') return fail(quote, { kind: 'too-long' }, guild, parts);
  if (quote.state === 'posting') await fail(quote, { kind: 'damaged' }, guild, parts);
  await freezeDamaged(quote, composed.detail, parts);
}

/** Nothing that quotes a damaged snapshot is sent; operator and moderators hear of it. */
export async function freezeDamaged(quote: Quote, detail: string, parts: PostingParts): Promise<void> {
  const { guildId, number } = quote;
  logDamage(quote, detail, parts.log);
  const action = { kind: 'freeze', cause: 'snapshot-damaged' } as const;
  const frozen = await parts.desk.act({ guildId, number, action, actor: systemActor(parts) });
  if (frozen.ok) await tellModerators(guildId, (notices) => notices.damaged(number), parts);
}

/** Writes why, and when it is tried again where it can pass by itself; tells moderators. */
async function fail(
  quote: Quote,
  failure: PostingFailure,
  { texts }: PostingGuild,
  parts: PostingParts,
): Promise<void> {
  const { guildId, number } = quote;
  const reason = explainFailure(failure, texts);
  const { failureCount } = await readPostingHistory(quote, parts.quotes);
  const delayMs = passesByItself(failure) ? retryDelayMs(failureCount + 1) : undefined;
  const retryAtMs = delayMs === undefined ? undefined : parts.now() + delayMs;
  const action = {
    kind: 'posting-failed',
    reason: storeFailure(failure),
    ...(retryAtMs !== undefined && { retryAtMs }),
  } as const;
  const failed = await parts.desk.act({ guildId, number, action, actor: systemActor(parts) });
  parts.log.warn({ ...factsOf(quote), failure: failure.kind, retryAtMs }, 'quote not posted');
  // Once when it begins to fail and once when Kutip gives up, not with every attempt.
  if (!failed.ok || failure.kind === 'damaged' || (failureCount > 0 && retryAtMs !== undefined)) return;
  const willRetry = failed.quote.state === 'scheduled' && retryAtMs !== undefined;
  await tellModerators(
    guildId,
    (notices) =>
      willRetry
        ? notices.willRetry(number, reason, Math.ceil(retryAtMs / 1000))
        : notices.failed(number, reason),
    parts,
  );
}

function factsOf({ guildId, number }: Quote): { guildId: string; number: number } {
  return { guildId, number };
}
