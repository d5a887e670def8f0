/**
 * What the conversation has to remember to be answered once, followed up, edited and left alone.
 * Declared here, implemented by the store; every promise resolves once its change is on disk.
 * IDs are snowflakes as text, times milliseconds since 1970.
 */

/** Longest question text remembered, in UTF-16 units; longer ones end in "…". */
export const rememberedQuestionLengthMax = 1_000;

/** Earlier questions handed to a follow-up, at most. */
export const previousQuestionsMax = 5;

/** For so long after a question was asked may an edit of it change the answer. */
export const editWindowMs = 120_000;

/** A message that some process has taken on. */
export interface Claim {
  readonly messageId: string;
  readonly channelId: string;
  /** Absent in direct messages. */
  readonly guildId?: string;
  readonly claimedAtMs: number;
}

/** A command, button, select or dialog that some process has taken on. */
export interface InteractionClaim {
  readonly interactionId: string;
  /** Absent in direct messages. */
  readonly guildId?: string;
  readonly claimedAtMs: number;
}

/** The passage an answer put first: what a vote is about. */
export interface ShownPassage {
  readonly articleId: string;
  /** The article's version, as `Article.version`. */
  readonly version: string;
  readonly passageId: string;
}

/** One question and the answer it got. */
export interface Turn {
  /** The message or the interaction that asked; the turn's identity. */
  readonly questionId: string;
  /** The bot's message. Absent where it cannot be addressed later, as for a private reply. */
  readonly answerId?: string;
  readonly guildId?: string;
  /** The channel asked in; for a thread, its parent. */
  readonly channelId: string;
  /** The thread the conversation goes on in, where there is one. */
  readonly threadId?: string;
  readonly askedBy: string;
  readonly question: string;
  readonly askedAtMs: number;
  readonly verdict: 'answers' | 'may-answer' | 'does-not-say';
  /** Absent where nothing was shown. */
  readonly shown?: ShownPassage;
  /** Which corpus answered. */
  readonly corpusVersion: string;
}

/** What an edit changes of a turn. */
export type TurnRevision = Pick<Turn, 'question' | 'verdict' | 'shown' | 'corpusVersion'>;

/** Whose earlier questions are wanted: a thread's, or one member's in one channel outside threads. */
export type ConversationPlace =
  | { readonly threadId: string }
  | { readonly channelId: string; readonly askedBy: string };

/** What is known of a thread that the bot answers in. */
export interface ThreadState {
  readonly threadId: string;
  /** Answers given in it so far; deleting an answer does not lower it. */
  readonly answerCount: number;
  /** When a moderator wrote in it; absent while none has. */
  readonly moderatorSteppedInAtMs?: number;
}

export interface ConversationStore {
  /** True for exactly one caller per message, however many processes ask and however often. */
  claim(claim: Claim): Promise<boolean>;
  /** As `claim`. Nobody takes it over: Discord waits for seconds only. */
  claimInteraction(claim: InteractionClaim): Promise<boolean>;
  /** The message needs nothing more: it is answered, or deliberately not. */
  finish(messageId: string): Promise<void>;
  /**
   * Claims from within `[sinceMs, beforeMs)` that were never finished, oldest first, at most 100:
   * what a killed process left behind. Resume one with `takeOver`, and send with a nonce made from
   * the message's ID, since the answer may have been sent before the kill.
   */
  unfinishedClaims(window: {
    readonly sinceMs: number;
    readonly beforeMs: number;
  }): Promise<readonly Claim[]>;
  /** True for exactly one caller: the claim, unchanged since it was read, is now this caller's. */
  takeOver(claim: Claim, nowMs: number): Promise<boolean>;

  /**
   * Remembers a turn, and counts it as an answer of its thread. A second call for the same question
   * changes and counts nothing and gives false.
   */
  recordTurn(turn: Turn): Promise<boolean>;
  /** False where the turn is not (or no longer) remembered. */
  reviseTurn(questionId: string, revision: TurnRevision): Promise<boolean>;
  /** Forgets a turn, as when its question was deleted; gives what was known of it, once. */
  removeTurn(questionId: string): Promise<Turn | undefined>;
  turnOfQuestion(questionId: string): Promise<Turn | undefined>;
  turnOfAnswer(answerId: string): Promise<Turn | undefined>;
  /** The newest `count` questions asked at `sinceMs` or later, and before `beforeMs` where given, oldest first. */
  previousQuestions(
    place: ConversationPlace,
    range: { readonly sinceMs: number; readonly beforeMs?: number; readonly count: number },
  ): Promise<readonly string[]>;

  /** Undefined for a thread the bot has nothing to do with. */
  thread(threadId: string): Promise<ThreadState | undefined>;
  /** Remembers a thread that the bot opened; a second call changes nothing. */
  openThread(thread: {
    readonly threadId: string;
    readonly channelId: string;
    readonly guildId: string;
    readonly atMs: number;
  }): Promise<void>;
  /** A moderator wrote in the thread: remembered for threads of the bot, ignored for others. */
  stepIn(threadId: string, atMs: number): Promise<void>;
  /** A moderator called the bot back: it may speak in the thread again. */
  stepOut(threadId: string): Promise<void>;
}
