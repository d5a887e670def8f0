/**
 * A quote's messages are made to say what the quote says now: its words, its note and correction, a
 * tombstone, or nothing. What somebody deleted by hand is recorded. Decides from the stored quote and
 * its log alone, so that it may be repeated at any time; by whom and when, `owed-edits.ts` says.
 */
import { applyEvent } from '../../quotes/apply-event.ts';
import type { Post, Quote } from '../../quotes/quote.ts';
import { composePost } from './compose-post.ts';
import { freezeDamaged } from './post-quote.ts';
import { readGuild, systemActor, type PostingGuild, type PostingParts } from './posting-parts.ts';
import type { BoardProblem, PostContent } from './quote-board.ts';
import { readEvents } from './read-events.ts';
import { renderTombstone } from './render-post.ts';

/**
 * Changes all messages of the quote, and takes away those that it has had since `fromRevision` and has
 * no more. Gives back what kept it from that; undefined where nothing did.
 */
export async function syncPosts(
  quote: Quote,
  fromRevision: number,
  parts: PostingParts,
): Promise<BoardProblem | undefined> {
  const guild = await readGuild(quote.guildId, parts);
  let left: BoardProblem | undefined;
  for (const post of await readRemoved(quote, fromRevision, parts)) {
    left = (await removePost(post, parts)) ?? left;
  }
  for (const [channelId, own] of Map.groupBy(quote.posts, (post) => post.channelId)) {
    const wanted = await wantedContent(quote, channelId, guild, parts);
    if (wanted === undefined) continue;
    for (const post of own) left = (await changePost(quote, post, wanted, parts)) ?? left;
  }
  return left;
}

/** Whether one of these messages says something else than it should; `shown`: what they say, by their IDs. */
export async function isOutOfDate(
  quote: Quote,
  shown: ReadonlyMap<string, string>,
  parts: PostingParts,
): Promise<boolean> {
  const guild = await readGuild(quote.guildId, parts);
  for (const { channelId, messageId } of quote.posts) {
    const says = shown.get(messageId);
    if (says === undefined) continue;
    const wanted = await wantedContent(quote, channelId, guild, parts);
    if (wanted !== undefined && wanted.content !== says) return true;
  }
  return false;
}

/** Messages that were to go with a withdrawal since then, also where it was undone. */
async function readRemoved(
  quote: Quote,
  fromRevision: number,
  { quotes }: Pick<PostingParts, 'quotes'>,
): Promise<readonly Post[]> {
  const out = new Map<string, Post>();
  let then: Quote | undefined;
  for await (const event of readEvents(quote, quotes)) {
    then = applyEvent(then, event);
    // What had gone by then is gone.
    if (event.revision < fromRevision) out.clear();
    for (const post of then.posts) out.set(post.messageId, post);
    if (event.change.kind === 'deleted-by-hand') out.delete(event.change.messageId);
  }
  return [...out.values()].filter(({ messageId }) =>
    quote.posts.every((post) => post.messageId !== messageId),
  );
}

/** Records that a message of the quote is gone, whoever took it away. */
export async function recordDeletion(
  { guildId, number }: Pick<Quote, 'guildId' | 'number'>,
  messageId: string,
  parts: PostingParts,
): Promise<void> {
  const action = { kind: 'deleted-by-hand', messageId } as const;
  const outcome = await parts.desk.act({ guildId, number, action, actor: systemActor(parts) });
  if (outcome.ok) parts.log.info({ guildId, number, messageId }, 'post deleted by hand');
}

async function removePost(
  { channelId, messageId }: Post,
  { board }: PostingParts,
): Promise<BoardProblem | undefined> {
  const removed = await board.remove(channelId, messageId);
  return typeof removed === 'string' ? undefined : removed;
}

async function changePost(
  quote: Quote,
  { channelId, messageId }: Post,
  wanted: PostContent,
  parts: PostingParts,
): Promise<BoardProblem | undefined> {
  const changed = await parts.board.edit(channelId, messageId, wanted);
  if (changed === 'gone') await recordDeletion(quote, messageId, parts);
  return typeof changed === 'string' ? undefined : changed;
}

/** Undefined where it should be left as it is. */
async function wantedContent(
  quote: Quote,
  channelId: string,
  guild: PostingGuild,
  parts: PostingParts,
): Promise<PostContent | undefined> {
  if (quote.state === 'withdrawn') return { content: renderTombstone(quote, guild.texts) };
  const composed = await composePost(quote, channelId, guild, parts);
  if (composed.ok) return composed.content;
  // What stands there was right when it was sent; nothing new is said from a damaged text.
  if (composed.reason === 'damaged') await freezeDamaged(quote, composed.detail, parts);
  else parts.log.warn({ guildId: quote.guildId, number: quote.number }, 'post too long to be changed');
  return undefined;
}
