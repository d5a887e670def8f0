import type { PostContent } from './quote-board.ts';
import { readGuild, type PostingGuild, type PostingParts } from './posting-parts.ts';

/** What is said to moderators in the review channel; `say` chooses it in the server's language. */
export type Notice = (texts: PostingGuild['texts']['quotePost']['notices']) => string;

/**
 * Says something in the server's review channel; nothing where there is none or it cannot be written
 * in, which is logged. At most once: a notice is never sent again. Sends one message.
 */
export async function tellModerators(guildId: string, say: Notice, parts: PostingParts): Promise<void> {
  const { texts } = await readGuild(guildId, parts);
  await showModerators(guildId, { content: say(texts.quotePost.notices) }, parts);
}

/** As `tellModerators`, for something that has buttons. */
export async function showModerators(
  guildId: string,
  content: PostContent,
  parts: PostingParts,
): Promise<void> {
  const { settings } = await readGuild(guildId, parts);
  const channelId = settings.reviewChannelId;
  if (channelId === null) return;
  const problem = parts.board.problemIn(guildId, channelId) ?? (await send(channelId, content, parts));
  if (problem !== undefined) {
    parts.log.warn({ guildId, channelId, problem: problem.kind }, 'moderators could not be told');
  }
}

async function send(channelId: string, content: PostContent, { board }: PostingParts) {
  const sent = await board.send({ channelId }, content);
  return sent.ok ? undefined : sent.problem;
}
