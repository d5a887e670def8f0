import type { CutWarningKind } from '../../quotes/find-cut-warnings.ts';
import type { BrokenQuote } from '../../quotes/check-quote.ts';
import type { FreezeCause, QuoteState } from '../../quotes/quote.ts';
import type { RefusalReason } from '../../quotes/refuse-action.ts';
import type { SelectionRefusal } from '../../quotes/select-sentences.ts';
import type { QueueView } from '../quotes/quote-button.ts';

/** What Kutip says about quotes to members and moderators, in one language. */
export interface QuoteTexts {
  readonly states: Readonly<Record<QuoteState, string>>;
  /** `#12`, as everywhere. */
  readonly name: (number: number) => string;
  readonly suggest: SuggestTexts;
  readonly sentences: SentenceTexts;
  readonly card: QuoteCardTexts;
  readonly queue: QueueTexts;
  readonly dialogs: QuoteDialogTexts;
  readonly done: QuoteDoneTexts;
  readonly outcome: OutcomeTexts;
  readonly browse: BrowseTexts;
  readonly history: HistoryTexts;
  readonly schedule: ScheduleTexts;
  /** Why not, and what to do: one for every reason. */
  readonly refusals: Readonly<Record<RefusalReason | SelectionRefusal, string>>;
  readonly problems: {
    readonly onlyInServers: string;
    /** To moderators, of what is not theirs either. */
    readonly forServerManagers: string;
    /** In front of the card as it is now, where somebody was faster. */
    readonly faster: (event: string) => string;
    readonly busy: string;
    /** With that note, or those words, its post would be longer than a message may be. */
    readonly outgrowsPost: string;
    readonly noSuchNumber: string;
    readonly notANumber: string;
    readonly articleChanged: string;
    readonly noChannel: string;
    readonly broken: Readonly<Record<BrokenQuote | 'no-snapshot', string>>;
  };
}

export interface SuggestTexts {
  readonly button: string;
  readonly choosePassage: string;
  readonly choosePlaceholder: string;
  readonly title: string;
  readonly hint: string;
  readonly send: string;
  readonly sent: (number: number) => string;
  readonly sentNext: string;
  /** To those who review themselves. */
  readonly sentToReview: string;
  readonly retract: string;
  readonly retracted: (number: number) => string;
  readonly retractTooLate: string;
  readonly overlaps: string;
  /** Instead of an adjustment, or of taking a rejection back. */
  readonly overlapsOther: string;
  readonly overlapLine: (quote: { number: number; state: string; percent: number; words: string }) => string;
  /** The message holds no passage. */
  readonly nothingThere: string;
  readonly tooManyOpen: (max: number) => string;
  readonly tooManyToday: (max: number) => string;
}

export interface SentenceTexts {
  readonly reviewTitle: (number: number) => string;
  readonly extendStart: string;
  readonly shrinkStart: string;
  readonly shrinkEnd: string;
  readonly extendEnd: string;
  readonly choose: string;
  readonly earlier: string;
  readonly later: string;
  readonly save: string;
  readonly cancel: string;
  readonly size: (sentences: number, units: number, unitsMax: number) => string;
}

export interface QuoteCardTexts {
  readonly title: (number: number, state: string) => string;
  readonly suggestedBy: (mention: string, when: string) => string;
  readonly approvedBy: (mention: string) => string;
  readonly dueAt: (when: string) => string;
  readonly rejectedBy: (mention: string, reason: string) => string;
  readonly retractedBy: (mention: string) => string;
  readonly withdrawnBy: (mention: string, reason: string | undefined) => string;
  readonly deletedByHand: string;
  readonly postedAt: (post: { channel: string; link: string; when: string; further: number }) => string;
  readonly speaker: (name: string) => string;
  readonly lastFailure: (reason: string) => string;
  readonly frozen: Readonly<Record<FreezeCause, string>>;
  readonly preview: string;
  /** Of a quote that is past posting. */
  readonly words: string;
  readonly previewTooLong: string;
  readonly warnings: Readonly<Record<CutWarningKind, (word: string) => string>>;
  readonly furtherWarnings: (count: number) => string;
  readonly approve: string;
  readonly adjust: string;
  readonly schedule: string;
  readonly reschedule: string;
  readonly unschedule: string;
  readonly reject: string;
  readonly note: string;
  readonly postNow: string;
  readonly tombstone: string;
  readonly delete: string;
  readonly undo: string;
  readonly unfreeze: string;
  readonly previewButton: string;
  readonly historyButton: string;
  readonly queueButton: string;
  readonly openButton: string;
  readonly forgotten: string;
}

export interface QueueTexts {
  /** Said once of a whole file. */
  readonly imported: (count: number, who: string) => string;
  readonly views: Readonly<Record<QueueView, string>>;
  readonly title: Readonly<Record<QueueView, (count: number) => string>>;
  readonly none: Readonly<Record<QueueView, string>>;
  readonly choose: string;
}

export interface QuoteDialogTexts {
  readonly scheduleTitle: (number: number) => string;
  readonly date: string;
  readonly dateHint: string;
  /** Filled in beforehand. */
  readonly dateValue: string;
  readonly time: (zone: string) => string;
  readonly timeHint: string;
  readonly notADate: (typed: string) => string;
  readonly notATime: (typed: string) => string;
  readonly noSuchMoment: (zone: string) => string;
  readonly inPast: (when: string) => string;
  readonly tooFar: (days: number) => string;
  readonly again: string;
  readonly rejectTitle: (number: number) => string;
  readonly rejectReason: string;
  readonly rejectHint: string;
  readonly noteTitle: (number: number) => string;
  readonly noteLabel: string;
  readonly noteHint: string;
  readonly withdrawTitle: (number: number) => string;
  readonly deleteTitle: (number: number) => string;
  readonly withdrawReason: string;
  /** Where the reason is read: by everybody in place of the post, or in the history alone. */
  readonly withdrawHint: string;
  readonly deleteHint: string;
}

export interface QuoteDoneTexts {
  readonly approvedWaits: (number: number) => string;
  /** The server's schedule is paused. */
  readonly approvedPaused: (number: number) => string;
  readonly approvedPosts: (number: number, channel: string) => string;
  readonly approvedNoChannel: (number: number) => string;
  readonly adjusted: (number: number) => string;
  readonly annotated: (number: number) => string;
  readonly noteRemoved: (number: number) => string;
  readonly scheduled: (number: number, when: string, channel: string) => string;
  readonly scheduledNoChannel: (number: number, when: string) => string;
  readonly unscheduled: (number: number) => string;
  readonly rejected: (number: number) => string;
  readonly posting: (number: number, channel: string) => string;
  readonly withdrawn: (number: number) => string;
  readonly deleted: (number: number) => string;
  readonly undone: (number: number, state: string) => string;
  /** Undoing takes the post away. */
  readonly undoAsk: (number: number) => string;
  readonly undoSure: string;
}

export interface OutcomeTexts {
  readonly posted: (number: number, server: string, link: string) => string;
  readonly scheduled: (number: number, server: string, when: string) => string;
  readonly rejected: (number: number, server: string) => string;
  readonly withdrawn: (number: number, server: string) => string;
  /** Of the moderators; a line of its own, which is no quote. */
  readonly reason: (reason: string) => string;
  readonly stop: string;
  readonly start: string;
  readonly stopped: string;
  readonly started: string;
}

export interface BrowseTexts {
  readonly hidden: string;
  readonly withdrawn: (number: number) => string;
  readonly none: string;
  readonly found: (count: number, terms: string) => string;
  readonly nothingFound: (terms: string) => string;
  readonly scanned: (count: number) => string;
}

export interface HistoryTexts {
  readonly title: (number: number) => string;
  readonly system: string;
  /** What happened, without who and when. */
  readonly events: {
    readonly suggested: string;
    readonly adjusted: string;
    readonly annotated: (note: string | undefined) => string;
    readonly approved: string;
    readonly approvedFor: (when: string) => string;
    readonly scheduled: (when: string) => string;
    /** *Post now*. */
    readonly postedNow: string;
    readonly unscheduled: string;
    readonly rejected: (reason: string | undefined) => string;
    readonly retracted: string;
    readonly postingBegun: (channel: string) => string;
    readonly posted: string;
    readonly postingFailed: (reason: string) => string;
    readonly withdrawn: (reason: string | undefined) => string;
    readonly deleted: (reason: string | undefined) => string;
    readonly corrected: string;
    readonly kept: (note: string) => string;
    readonly undone: (state: string) => string;
    readonly deletedByHand: string;
    readonly relocated: string;
    readonly frozen: Readonly<Record<FreezeCause, string>>;
    readonly unfrozen: string;
  };
}

export interface ScheduleTexts {
  readonly none: string;
  readonly title: string;
  readonly daily: string;
  readonly weekdays: string;
  readonly weekly: (weekday: string) => string;
  readonly at: (cadence: string, time: string, zone: string) => string;
  readonly channel: (mention: string) => string;
  readonly noChannel: string;
  readonly missed: Readonly<Record<'skip' | 'post-one', string>>;
  readonly paused: string;
  readonly next: string;
  readonly waiting: (unposted: number, repeats: number) => string;
  readonly pause: string;
  readonly resume: string;
  readonly remove: string;
  readonly saved: string;
  /** After the server's clock was changed. */
  readonly moved: (zone: string) => string;
  readonly notMoved: (zone: string) => string;
  readonly removed: string;
  readonly busy: string;
  readonly notATime: (typed: string) => string;
}
