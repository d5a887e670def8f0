import type { DownReason } from '../../guilds/feedback.ts';
import type { channelModes, spokenLanguages } from '../../guilds/settings.ts';
import type { GapView } from '../custom-id.ts';
import type { NeededPermission } from '../channel/speak-permission.ts';
import type { QuotePostTexts } from './quote-post-texts.ts';
import type { QuoteTexts } from './quote-texts.ts';

/** What Kutip says about channels, votes, settings, gaps and privacy, in one language. */
export interface ModerationTexts {
  readonly channel: {
    /** A thread's name where the question gives none. */
    readonly threadName: string;
    /** To whoever names Kutip and asks nothing. */
    readonly greeting: string;
  };
  readonly votes: {
    readonly thanksUp: string;
    readonly thanksDown: string;
    readonly whyPlaceholder: string;
    readonly thanksReason: (reason: string) => string;
    readonly reasons: Readonly<Record<DownReason, string>>;
    readonly tooOld: string;
  };
  readonly settings: SettingsTexts;
  readonly gaps: GapTexts;
  readonly quotePost: QuotePostTexts;
  readonly quotes: QuoteTexts;
  readonly digest: {
    readonly title: (fromDate: string, toDate: string) => string;
    readonly questions: (count: number, fresh: number, open: number) => string;
    readonly votes: (up: number, down: number) => string;
    readonly decided: (taught: number, dismissed: number) => string;
    readonly stale: (count: number) => string;
    readonly top: string;
    readonly hint: string;
  };
  readonly privacy: {
    readonly title: string;
    readonly intro: string;
    readonly line: (line: { what: string; why: string; seenBy: string; kept: string }) => string;
    readonly end: string;
    readonly forgetAsk: string;
    readonly forgetYes: string;
    readonly forgetNo: string;
    readonly forgotten: (rows: number) => string;
    readonly kept: string;
  };
}

export interface SettingsTexts {
  readonly title: string;
  readonly channels: string;
  readonly noChannels: string;
  readonly furtherChannels: (count: number) => string;
  readonly modes: Readonly<Record<(typeof channelModes)[number], string>>;
  readonly modeDescriptions: Readonly<Record<(typeof channelModes)[number], string>>;
  readonly places: Readonly<Record<'reply' | 'thread', string>>;
  readonly visibilities: Readonly<Record<'public' | 'private', string>>;
  readonly languages: Readonly<Record<(typeof spokenLanguages)[number], string>>;
  readonly role: (mention: string | undefined) => string;
  readonly language: (name: string) => string;
  readonly timeZone: (zone: string) => string;
  readonly retention: (days: number) => string;
  readonly cooldown: (member: number, channel: number, thread: number) => string;
  readonly digest: (mention: string | undefined) => string;
  readonly articles: (chosen: number | undefined, all: number) => string;
  readonly changedBy: (mention: string, when: string) => string;
  /** The Message Content intent was refused. */
  readonly noMessageContent: string;
  readonly lacks: (permissions: string) => string;
  /** Which permissions, where, and how to grant them. */
  readonly grant: (permissions: string, channel: string) => string;
  readonly permissions: Readonly<Record<NeededPermission, string>>;
  readonly channelPanel: (mention: string) => string;
  readonly chooseChannel: string;
  readonly chooseMode: string;
  readonly choosePlace: string;
  readonly chooseVisibility: string;
  readonly chooseArticles: string;
  readonly allArticles: string;
  readonly furtherArticles: (count: number) => string;
  readonly chooseRole: string;
  readonly noRole: string;
  readonly rolePanel: string;
  readonly chooseLanguage: string;
  readonly languagePanel: string;
  readonly digestPanel: string;
  readonly chooseDigestChannel: string;
  readonly chooseDigest: string;
  readonly digestNeedsChannel: string;
  readonly digestOn: string;
  readonly digestOff: string;
  readonly quotes: {
    readonly overview: (quotes: string | undefined, review: string | undefined) => string;
    readonly panel: string;
    readonly channelLine: (mention: string | undefined) => string;
    readonly reviewLine: (mention: string | undefined) => string;
    readonly chooseChannel: string;
    readonly chooseReview: string;
    readonly noChannel: string;
    readonly noReview: string;
    readonly twoPerson: string;
    readonly twoPersonOn: string;
    readonly twoPersonOff: string;
    readonly cards: string;
    readonly cardsOn: string;
    readonly cardsOff: string;
  };
  readonly articlesPanel: string;
  readonly saved: string;
  readonly unchanged: string;
  readonly outOfRange: (min: number, max: number) => string;
  readonly notATimeZone: string;
  readonly tooMany: (max: number) => string;
  readonly invalid: string;
  readonly busy: string;
  readonly notAllowed: string;
  readonly onlyInServers: string;
}

export interface GapTexts {
  readonly views: Readonly<Record<GapView, string>>;
  readonly title: (count: number) => string;
  readonly none: string;
  readonly asked: (count: number) => string;
  readonly again: string;
  readonly chooseGap: string;
  readonly wordings: (count: number) => string;
  readonly teachHint: string;
  readonly choosePassage: string;
  readonly noPassages: string;
  readonly searched: (terms: string, count: number) => string;
  readonly search: string;
  readonly searchTitle: string;
  readonly searchLabel: string;
  readonly dismiss: string;
  readonly back: string;
  readonly undo: string;
  readonly taught: string;
  readonly taughtButWeak: string;
  readonly dismissed: string;
  readonly undone: string;
  readonly undoneAlready: string;
  readonly gone: string;
  readonly tooManyLessons: (max: number) => string;
  readonly decidedTitle: (count: number) => string;
  readonly decidedNone: string;
  readonly decisions: Readonly<Record<'taught' | 'dismissed', string>>;
  readonly chooseUndo: string;
  readonly votesTitle: (days: number) => string;
  readonly votesNone: string;
  readonly notAllowed: string;
}
