import type { Quote } from '../../quotes/quote.ts';
import { systemActor, type PostingParts } from './posting-parts.ts';

export interface RecordedPost {
  readonly messageId: string;
  /** Further messages of the same kind, which should not be. */
  readonly extraIds: readonly string[];
  /** Found in its channel: an earlier attempt may have sent it, and it may say what was wanted then. */
  readonly isFound?: true;
}

/**
 * Writes down which message shows the quote. Where another process has recorded another message of the
 * same attempt, this one is too many and is removed, as are `extraIds`. Writes to the quote store.
 */
export async function recordPost(
  quote: Quote,
  { messageId, extraIds, isFound }: RecordedPost,
  parts: PostingParts,
): Promise<void> {
  const { guildId, number, attempt } = quote;
  if (attempt === undefined) return;
  const action = { kind: 'posted', messageId, ...(isFound && { isFound }) } as const;
  const outcome = await parts.desk.act({ guildId, number, action, actor: systemActor(parts) });
  if (outcome.ok) parts.log.info({ guildId, number, messageId }, 'quote posted');
  const other = outcome.quote?.posts.find(
    (post) => post.channelId === attempt.channelId && post.postedAtMs >= attempt.startedAtMs,
  );
  const isSecond = !outcome.ok && other !== undefined && other.messageId !== messageId;
  for (const id of isSecond ? [messageId, ...extraIds] : extraIds) {
    parts.log.error({ guildId, number, messageId: id }, 'second message of one post removed');
    await parts.board.remove(attempt.channelId, id);
  }
}
