/**
 * What happened in Discord while nobody listened: recent posts are compared with what their quotes
 * say. Done on start and once a day.
 */
import type { QuoteState, Post, Quote } from '../../quotes/quote.ts';
import { quotePageMax } from '../../quotes/quote-store.ts';
import { clockSkewMaxMs } from './find-post.ts';
import type { PostingParts } from './posting-parts.ts';
import { recordDeletion, syncPosts } from './sync-posts.ts';

/** Posts of a server that are looked at, newest first. */
export const lookedPostsMax = 50;

const outStates: readonly QuoteState[] = ['posted', 'corrected', 'withdrawn', 'posting'];

/** Looks at the server's recent posts: reads and edits messages, writes to the quote store. */
export async function lookAtPosts(guildId: string, parts: PostingParts): Promise<void> {
  const query = { guildId, states: outStates, order: 'descending', limit: quotePageMax } as const;
  const quotes = await parts.quotes.quotes(query);
  const recent = quotes
    .flatMap((quote) => quote.posts.map((post) => ({ quote, post })))
    .toSorted((a, b) => b.post.postedAtMs - a.post.postedAtMs)
    .slice(0, lookedPostsMax);
  const shown = await readChannels(
    recent.map(({ post }) => post),
    parts,
  );
  for (const { quote, post } of recent) {
    if (!shown.has(post.messageId)) await lookAt(quote, post, shown, parts);
  }
  const withdrawn = quotes.filter(({ state, posts }) => state === 'withdrawn' && posts.length === 0);
  const looked = new Set([...recent.map((each) => each.quote), ...withdrawn]);
  for (const quote of looked) await syncPosts(quote, parts, shown);
}

/** What the bot's messages say, by message ID, as far as the channels' pages show: few requests for many posts. */
async function readChannels(posts: readonly Post[], { board }: PostingParts): Promise<Map<string, string>> {
  const shown = new Map<string, string>();
  for (const [channelId, own] of Map.groupBy(posts, (post) => post.channelId)) {
    const sinceMs = Math.min(...own.map(({ postedAtMs }) => postedAtMs));
    const read = await board.ownMessages(channelId, sinceMs - clockSkewMaxMs);
    for (const { id, content } of read.ok ? read.messages : []) shown.set(id, content);
  }
  return shown;
}

/** One that the pages did not show: gone, or sent long before it was recorded. */
async function lookAt(
  quote: Quote,
  { channelId, messageId }: Post,
  shown: Map<string, string>,
  parts: PostingParts,
): Promise<void> {
  const found = await parts.board.message(channelId, messageId);
  if (found === 'gone') await recordDeletion(quote, messageId, parts);
  else if (found.ok) shown.set(messageId, found.message.content);
  else
    parts.log.warn(
      { guildId: quote.guildId, number: quote.number, problem: found.problem.kind },
      'post not read',
    );
}
