/**
 * A quote's messages are made to say what the quote says now: its words, its note and correction, a
 * tombstone, or nothing. What somebody deleted by hand is recorded. Decides from the stored quote
 * alone, so that it may be repeated at any time.
 */
import type { Post, Quote } from '../../quotes/quote.ts';
import { composePost } from './compose-post.ts';
import { freezeDamaged } from './post-quote.ts';
import { readGuild, systemActor, type PostingGuild, type PostingParts } from './posting-parts.ts';
import type { BoardProblem, PostContent } from './quote-board.ts';
import { renderTombstone } from './render-post.ts';

/** What Discord shows by message ID, where it has been read just now. */
export type ShownPosts = ReadonlyMap<string, string>;

/**
 * Undefined where all is as it should be; otherwise what kept it from that. With `shown` only those
 * messages are looked at, and only those changed that say something else; without, all are changed.
 */
export async function syncPosts(
  { guildId, number }: Pick<Quote, 'guildId' | 'number'>,
  parts: PostingParts,
  shown?: ShownPosts,
): Promise<BoardProblem | undefined> {
  const quote = await parts.quotes.quote(guildId, number);
  if (quote === undefined) return undefined;
  const guild = await readGuild(guildId, parts);
  let left: BoardProblem | undefined;
  for (const post of await readRemoved(quote, parts)) left = (await removePost(post, parts)) ?? left;
  const posts = quote.posts.filter(({ messageId }) => shown?.has(messageId) ?? true);
  for (const [channelId, own] of Map.groupBy(posts, (post) => post.channelId)) {
    const wanted = await wantedContent(quote, channelId, guild, parts);
    if (wanted === undefined) continue;
    const wrong = own.filter(({ messageId }) => shown?.get(messageId) !== wanted.content);
    for (const post of wrong) left = (await changePost(quote, post, wanted, parts)) ?? left;
  }
  return left;
}

/** How long ago a quote may have been taken back for its messages to be looked for. */
const removedMaxMs = 48 * 3_600_000;

/**
 * Messages that were to go with a withdrawal, also where it was undone since: the bot may have been
 * killed, or Discord silent, before they went. Empty where nothing was taken back lately.
 */
async function readRemoved(
  { guildId, number, posts }: Quote,
  { quotes, now }: Pick<PostingParts, 'quotes' | 'now'>,
): Promise<readonly Post[]> {
  const out = new Map<string, Post>();
  let channelId = '';
  let takenBackAtMs = 0;
  for (const { change, atMs } of await quotes.history(guildId, number)) {
    if (change.kind === 'posting-begun') ({ channelId } = change);
    if (change.kind === 'withdrawn' || change.kind === 'undone') takenBackAtMs = atMs;
    if (change.kind === 'deleted-by-hand') out.delete(change.messageId);
    if (change.kind === 'posted') {
      out.set(change.messageId, { channelId, messageId: change.messageId, postedAtMs: atMs });
    }
  }
  if (now() - takenBackAtMs > removedMaxMs) return [];
  return [...out.values()].filter(({ messageId }) => posts.every((post) => post.messageId !== messageId));
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
  return undefined;
}
