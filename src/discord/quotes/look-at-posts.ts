/**
 * What happened in Discord while nobody listened: recent posts are compared with what their quotes
 * say, and what is not as it should be is owed from then on. Done on start and once a day. What was
 * decided about older ones is not looked for here: `owed-edits.ts` has it written down.
 */
import type { QuoteState, Post, Quote } from '../../quotes/quote.ts';
import { quotePageMax } from '../../quotes/quote-store.ts';
import { clockSkewMaxMs } from './find-post.ts';
import type { PostingParts } from './posting-parts.ts';
import { isOutOfDate, recordDeletion } from './sync-posts.ts';

/** Posts of a server that are looked at, newest first. */
export const lookedPostsMax = 50;

const outStates: readonly QuoteState[] = ['posted', 'corrected', 'withdrawn', 'posting'];

/** Looks at the server's recent posts: reads messages, writes to the quote store. */
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
  for (const { guildId: guild, number } of new Set(recent.map(({ quote }) => quote))) {
    const quote = await parts.quotes.quote(guild, number);
    if (quote !== undefined && (await isOutOfDate(quote, shown, parts))) {
      await parts.quotes.oweEdits(quote, parts.now());
    }
  }
}

/** Records that every post in a channel is gone with it, however old. Writes to the quote store. */
export async function recordChannelGone(
  { guildId, channelId }: { readonly guildId: string; readonly channelId: string },
  parts: PostingParts,
): Promise<void> {
  let page: readonly Quote[];
  let after = 0;
  do {
    page = await parts.quotes.quotes({ guildId, states: outStates, after, limit: quotePageMax });
    for (const quote of page) {
      const gone = quote.posts.filter((post) => post.channelId === channelId);
      for (const { messageId } of gone) await recordDeletion(quote, messageId, parts);
    }
    after = page.at(-1)?.number ?? after;
  } while (page.length === quotePageMax);
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
