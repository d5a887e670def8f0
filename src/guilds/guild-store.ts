/**
 * What a server's choices and memory need of a database. Declared here, implemented by the store;
 * every promise resolves once its change is on disk. IDs are snowflakes as text, times milliseconds
 * since 1970. Nothing is kept of direct messages, which have no moderators.
 */
import type { PassageFeedback, Vote, VoteCounts } from './feedback.ts';
import type { GapDecision, GapQuestion } from './gaps.ts';
import type { Lesson, LessonPlace } from './lessons.ts';
import type { GuildSettings } from './settings.ts';

/** Longest question text kept, in UTF-16 units; longer ones end in "…". */
export const keptQuestionLengthMax = 1_000;
/** Questions looked at for gaps, newest first, at most. */
export const gapQuestionsMax = 2_000;
/** Lessons of one server, at most. */
export const lessonsMax = 500;

/** Settings as they were last saved. */
export interface SavedSettings {
  readonly settings: GuildSettings;
  /** 0 where nothing was ever saved: then the settings are the defaults. */
  readonly revision: number;
  readonly changedBy?: string;
  readonly changedAtMs?: number;
}

export type SaveSettingsOutcome =
  | { readonly ok: true; readonly revision: number }
  /** Somebody else saved in between. */
  | { readonly ok: false; readonly current: SavedSettings };

export interface SettingsStore {
  /** @throws {StoredValueError} where what is stored is not settings. */
  settings(guildId: string): Promise<SavedSettings>;
  /** Saves only where the revision is still the one that was read. */
  saveSettings(save: {
    readonly guildId: string;
    readonly settings: GuildSettings;
    readonly expectedRevision: number;
    readonly changedBy: string;
    readonly atMs: number;
  }): Promise<SaveSettingsOutcome>;
}

/** A question worth keeping: unanswered, or voted on. */
export interface KeptQuestion {
  /** The message or interaction that asked. */
  readonly questionId: string;
  readonly guildId: string;
  readonly text: string;
  readonly askedBy: string;
  readonly askedAtMs: number;
  /** The answer was that the article does not say, or silence. */
  readonly unanswered: boolean;
  /** The passage put first, where one was shown. */
  readonly shown?: { readonly articleId: string; readonly version: string; readonly passageId: string };
  readonly corpusVersion: string;
}

export type VoteOutcome =
  | 'counted'
  | 'changed'
  /** The member had voted just so. */
  | 'unchanged'
  /** The question is no longer known, and the caller did not know it either. */
  | 'too-old';

export interface FeedbackStore {
  /** Keeps a question, or what an edit made of it; votes and decisions stay. */
  keepQuestion(question: KeptQuestion): Promise<void>;
  /** Forgets a question with its votes, as when its message was deleted or an edit got it answered. */
  dropQuestion(questionId: string): Promise<void>;
  /** One vote per member and question: the last one counts. */
  vote(ballot: {
    readonly questionId: string;
    readonly memberId: string;
    readonly vote: Vote;
    readonly atMs: number;
    /** What is known of the question, kept with the first vote. */
    readonly question?: KeptQuestion;
  }): Promise<VoteOutcome>;
  /**
   * False where there was no vote. An answered question without votes is forgotten.
   */
  withdrawVote(questionId: string, memberId: string): Promise<boolean>;
  voteOf(questionId: string, memberId: string): Promise<Vote | undefined>;
  votesOn(questionId: string): Promise<VoteCounts>;
  /** Votes given at `sinceMs` or later, by the passage shown first; as `worstFirst` orders. */
  feedback(guildId: string, sinceMs: number): Promise<readonly PassageFeedback[]>;
}

/** A moderator's act. */
export interface ModeratorAct {
  readonly guildId: string;
  readonly by: string;
  readonly atMs: number;
}

export type DecideOutcome =
  | { readonly ok: true; readonly decisionId: string }
  /** Another moderator decided first, or the questions are gone. */
  | { readonly ok: false; readonly reason: 'already-decided' }
  | { readonly ok: false; readonly reason: 'too-many-lessons' };

export interface GapStore {
  /** Unanswered and down-voted questions, decided ones too; newest first, at most `gapQuestionsMax`. */
  gapQuestions(guildId: string): Promise<readonly GapQuestion[]>;
  /** Decisions that were not undone. */
  gapDecisions(guildId: string): Promise<readonly GapDecision[]>;
  /** Takes the undecided ones of these questions off the list. */
  dismissGap(act: ModeratorAct & { readonly questionIds: readonly string[] }): Promise<DecideOutcome>;
  /**
   * Takes them off the list and makes their wordings, and those the moderator wrote, a lesson.
   * Without questions it is a lesson of the moderator's own.
   */
  teachGap(
    act: ModeratorAct & {
      readonly questionIds: readonly string[];
      readonly ownWordings: readonly string[];
      readonly place: LessonPlace;
    },
  ): Promise<DecideOutcome>;
  /** Puts the questions back on the list and takes the lesson away. False where it was undone already. */
  undoDecision(act: ModeratorAct & { readonly decisionId: string }): Promise<boolean>;
}

export interface LessonStore {
  /** Lessons that were not undone, newest first, at most `lessonsMax`. */
  lessons(guildId: string): Promise<readonly Lesson[]>;
  /** Where the words stand in a newer version; false where the lesson was undone or moved meanwhile. */
  moveLesson(decisionId: string, fromVersion: string, place: LessonPlace): Promise<boolean>;
  /** False where the lesson was undone, moved or marked meanwhile. */
  markLessonStale(decisionId: string, fromVersion: string): Promise<boolean>;
}

export interface DigestStore {
  /**
   * True for exactly one caller per server and week, however many processes ask. A digest that was
   * claimed and not sent is not sent again: it says nothing that `/gaps` does not.
   */
  claimDigest(guildId: string, week: string, atMs: number): Promise<boolean>;
}

export interface GuildStore extends SettingsStore, FeedbackStore, GapStore, LessonStore, DigestStore {}

/** What deletes traces; driven by the table in `privacy.ts`. */
export interface PrivacyStore {
  /** Deletes or clears everything that carries this member's ID, in all servers; gives the number of rows. */
  forgetMember(userId: string): Promise<number>;
  /** Deletes everything of a server, as when the bot left it; gives the number of rows. */
  forgetGuild(guildId: string): Promise<number>;
  /** Deletes and clears whatever is past its time; gives the number of rows. */
  sweep(nowMs: number): Promise<number>;
}
