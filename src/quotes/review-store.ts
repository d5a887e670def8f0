/**
 * What moderators are shown of quotes and what their suggesters are told. Declared here, implemented
 * by the store; every promise resolves once its change is on disk.
 */

/** Where a message about a quote stands in the review channel: its card, or what asks about its article. */
export interface ReviewCard {
  readonly channelId: string;
  readonly messageId: string;
  /** The quote's revision that it shows. */
  readonly revision: number;
}

/** What became of a quote, as its suggester is told. */
export type ToldOutcome = 'scheduled' | 'posted' | 'rejected' | 'withdrawn';

/** What a suggester is told, the same at most once in a row. */
export interface Told {
  readonly outcome: ToldOutcome;
  /** Undefined where none is told with it. */
  readonly reason: string | undefined;
}

export interface ReviewStore {
  card(guildId: string, number: number): Promise<ReviewCard | undefined>;
  /** False for one that came with a file: it waits in the list alone. */
  wantsCard(guildId: string, number: number): Promise<boolean>;
  saveCard(guildId: string, number: number, card: ReviewCard): Promise<void>;
  /** Its message is gone: another one may be sent. */
  forgetCard(guildId: string, number: number): Promise<void>;
  /**
   * Numbers of quotes whose card shows less than is so, or that wait for review without the one that
   * they want; ascending, at most `limit`.
   */
  behind(guildId: string, limit: number): Promise<readonly number[]>;
  /** The message that asks what becomes of a quote whose article changed; undefined once it is answered. */
  notice(guildId: string, number: number): Promise<ReviewCard | undefined>;
  /** In place of an earlier one. */
  saveNotice(guildId: string, number: number, notice: ReviewCard): Promise<void>;
  forgetNotice(guildId: string, number: number): Promise<void>;
  /** Numbers of quotes that changed since their notice was shown; ascending, at most `limit`. */
  noticesBehind(guildId: string, limit: number): Promise<readonly number[]>;
  /** The language of whoever suggested it, as Discord names it. */
  saveLocale(guildId: string, number: number, locale: string): Promise<void>;
  locale(guildId: string, number: number): Promise<string | undefined>;
  /** True for one caller only, and only where outcome or reason is another one than was told last. */
  claimTelling(guildId: string, number: number, told: Told): Promise<boolean>;
  /** Whether that user wants to be told outcomes: everybody does until they say otherwise. */
  wantsOutcomes(userId: string): Promise<boolean>;
  setWantsOutcomes(userId: string, isWanted: boolean, atMs: number): Promise<void>;
}
