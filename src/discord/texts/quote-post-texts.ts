/** What Kutip says around a posted quote, and to moderators about posting, in one language. */
export interface QuotePostTexts {
  /** Who speaks in the quoted words; `name` is escaped. */
  readonly speaker: (name: string) => string;
  /** Who wrote the article; `name` is escaped. */
  readonly author: (name: string) => string;
  /** A moderator's own words; `note` is escaped. */
  readonly note: (note: string) => string;
  /** The article was changed and the post now shows its new words. */
  readonly corrected: (date: string) => string;
  /** Stands where the quote stood; `reason` is escaped. */
  readonly withdrawn: (reason: string | undefined) => string;
  /** Sentences `first` to `last` of a paragraph. */
  readonly sentences: (first: number, last: number) => string;
  /** Why a post failed, in plain words; at most `reasonLengthMax` with the longest channel and permissions. */
  readonly failures: {
    readonly noChannelChosen: string;
    readonly channelGone: (channel: string) => string;
    readonly lacksPermissions: (channel: string, permissions: string) => string;
    readonly refused: (channel: string, code: string) => string;
    /** Discord cannot be reached, or its answers are lost. */
    readonly noAnswer: string;
    /** Too much was written in the channel to find out whether the post went out. */
    readonly cannotTell: (channel: string) => string;
    readonly tooLong: string;
    readonly damaged: string;
    /** The bot is timed out in the server. */
    readonly timedOut: string;
  };
  /** To moderators, each one line about quote `number`. */
  readonly notices: {
    readonly failed: (number: number, reason: string) => string;
    readonly willRetry: (number: number, reason: string, atSeconds: number) => string;
    readonly damaged: (number: number) => string;
    readonly noCard: (number: number, why: string) => string;
    readonly editFailed: (number: number, reason: string) => string;
    readonly queueLow: (left: number) => string;
    /** `waiting`: quotes that are approved or posted, of which none may be posted now. */
    readonly nothingToPost: (waiting: number) => string;
    readonly missedRuns: (count: number, isPosted: boolean) => string;
  };
  /** Why there is no picture. */
  readonly cardProblems: {
    readonly missingCharacters: (characters: string) => string;
    readonly tooLong: string;
    readonly mayNotAttach: string;
    readonly cannotDraw: string;
  };
}
