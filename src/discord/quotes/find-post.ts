/**
 * A post that may be out without being recorded is looked for in its channel: the bot's own message
 * that bears the quote's mark and that no quote knows.
 *
 * Discord does not give `nonce` back when messages are read, so the mark is the citation line's
 * beginning, the quote's number, which stays its own for ever. Answers to commands and messages with
 * buttons are never taken for posts, though they may show the same words.
 */
import type { QuoteStore } from '../../quotes/quote-store.ts';
import type { Quote } from '../../quotes/quote.ts';
import type { BoardMessage, BoardProblem, QuoteBoard } from './quote-board.ts';
import { postMark } from './render-post.ts';

/** How far this machine's clock and Discord's may be apart. */
export const clockSkewMaxMs = 5 * 60_000;

export type FoundPost =
  /** `extraIds`: further messages of the same kind, which should not be. */
  | { readonly kind: 'found'; readonly messageId: string; readonly extraIds: readonly string[] }
  | { readonly kind: 'none' }
  /** Too much was written there since. */
  | { readonly kind: 'cannot-tell' }
  | { readonly kind: 'problem'; readonly problem: BoardProblem };

/** Looks for a message sent at `sinceMs` or later, for the quote's own attempt. */
export async function findPost(
  { number, attempt }: Quote,
  sinceMs: number,
  { board, quotes }: { readonly board: QuoteBoard; readonly quotes: Pick<QuoteStore, 'quoteOfMessage'> },
): Promise<FoundPost> {
  if (attempt === undefined) return { kind: 'none' };
  const read = await board.ownMessages(attempt.channelId, sinceMs - clockSkewMaxMs);
  if (!read.ok) return { kind: 'problem', problem: read.problem };
  const unknown: string[] = [];
  for (const message of read.messages) {
    if (bearsMark(message, number) && (await quotes.quoteOfMessage(message.id)) === undefined) {
      unknown.push(message.id);
    }
  }
  const [messageId, ...extraIds] = unknown;
  if (messageId !== undefined) return { kind: 'found', messageId, extraIds };
  return read.isComplete ? { kind: 'none' } : { kind: 'cannot-tell' };
}

function bearsMark({ content, isPlain }: BoardMessage, number: number): boolean {
  const mark = postMark(number);
  // The words stand above it as a block quote: nothing of the article can begin a line like that.
  return isPlain && content.startsWith('> ') && content.split('\n').some((line) => line.startsWith(mark));
}
