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

/** As `tellModerators`, for something that has buttons; gives what was sent, undefined where nothing was. */
export async function showModerators(
  guildId: string,
  content: PostContent,
  parts: PostingParts,
): Promise<{ readonly channelId: string; readonly messageId: string } | undefined> {
  const { settings } = await readGuild(guildId, parts);
  const channelId = settings.reviewChannelId;
  if (channelId === null) return undefined;
  const known = parts.board.problemIn(guildId, channelId);
  const sent =
    known === undefined
      ? await parts.board.send({ channelId }, content)
      : ({ ok: false, problem: known } as const);
  if (sent.ok) return { channelId, messageId: sent.messageId };
  parts.log.warn({ guildId, channelId, problem: sent.problem.kind }, 'moderators could not be told');
  return undefined;
}
