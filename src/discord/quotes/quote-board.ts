/**
 * Discord as quotes need it: messages sent, found again, changed and taken away. What may go wrong
 * is a value; `discord-board.ts` is the real one.
 */
import type { ReplyButton } from '../reply.ts';
import type { NeededPermission } from '../channel/speak-permission.ts';

/** Why something could not be done in a channel. */
export type BoardProblem =
  /** Deleted, or not to be seen. */
  | { readonly kind: 'no-channel' }
  | { readonly kind: 'lacks-permissions'; readonly permissions: readonly NeededPermission[] }
  /** Timed out by a moderator: passes by itself. */
  | { readonly kind: 'timed-out' }
  /** Discord refused for good; with its code. */
  | { readonly kind: 'refused'; readonly code: string }
  /** No answer, or one that says nothing: it may have been done all the same. */
  | { readonly kind: 'unclear'; readonly err?: unknown };

export interface PostContent {
  /** 1 to 2,000 UTF-16 units. */
  readonly content: string;
  /** A picture beside the text. */
  readonly card?: PostCard;
  /** Never on a post. */
  readonly buttons?: readonly ReplyButton[];
}

export interface PostCard {
  readonly png: Uint8Array;
  /** For those who do not see it; at most 1,024 UTF-16 units. */
  readonly altText: string;
}

/** A message of the bot's own. */
export interface BoardMessage {
  readonly id: string;
  readonly content: string;
  /** Neither answers somebody's command nor carries buttons: only such can be posts. */
  readonly isPlain: boolean;
}

export type BoardResult<Done> =
  | ({ readonly ok: true } & Done)
  | { readonly ok: false; readonly problem: BoardProblem };

/** `gone`: the message is no longer there. */
export type ChangeResult = 'done' | 'gone' | BoardProblem;

export interface QuoteBoard {
  /** The bot's own user ID. */
  readonly botId: () => string;
  /** The servers that this process serves and Discord has told it everything of. */
  readonly guildIds: () => readonly string[];
  /** The server's own language, as Discord knows it. */
  readonly localeOf: (guildId: string) => string;
  /** Why nothing can be posted there now; undefined where it can. */
  readonly problemIn: (guildId: string, channelId: string) => BoardProblem | undefined;
  readonly mayAttach: (guildId: string, channelId: string) => boolean;
  /** With a nonce, the same nonce within a few minutes makes no second message. */
  readonly send: (target: SendTarget, content: PostContent) => Promise<BoardResult<{ messageId: string }>>;
  /**
   * The bot's own messages since then, oldest first. `isComplete` is false where more was written
   * than is read.
   */
  readonly ownMessages: (
    channelId: string,
    sinceMs: number,
  ) => Promise<BoardResult<{ messages: readonly BoardMessage[]; isComplete: boolean }>>;
  readonly message: (
    channelId: string,
    messageId: string,
  ) => Promise<BoardResult<{ message: BoardMessage }> | 'gone'>;
  /** Changes the text, and the picture to what is given: to none where none is. */
  readonly edit: (channelId: string, messageId: string, content: PostContent) => Promise<ChangeResult>;
  readonly remove: (channelId: string, messageId: string) => Promise<ChangeResult>;
}

export interface SendTarget {
  readonly channelId: string;
  /** At most 25 characters; absent for notices, of which a second one does no harm. */
  readonly nonce?: string;
  /** Once it fires nothing is sent any more; what is under way is unclear. */
  readonly signal?: AbortSignal;
}
