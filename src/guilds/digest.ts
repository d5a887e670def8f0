/** The weekly digest for moderators: which week is due, and what it has to say. Pure. */
import { zoneClock } from '../calendar/time-zone.ts';
import { addVotes, worstFirst, type PassageFeedback, type VoteCounts } from './feedback.ts';
import type { GapQuestion, Gaps } from './gaps.ts';
import type { Lesson } from './lessons.ts';

/** Monday to Monday in a server's time zone. */
export interface DigestWeek {
  /** The Monday it began, as `2026-11-16`: its name. */
  readonly week: string;
  readonly fromMs: number;
  /** Excluded. */
  readonly toMs: number;
}

/** Local hour on Monday from which the past week's digest is due. */
export const digestHour = 9;
const topGapsMax = 5;
const worstPassagesMax = 3;
const dayMs = 86_400_000;

/** The latest week whose digest is due at `nowMs`; `timeZone` is an IANA name. */
export function dueDigestWeek(nowMs: number, timeZone: string): DigestWeek {
  // A week's digest becomes due `digestHour` hours into the next Monday, on the wall clock.
  const zone = zoneClock(timeZone);
  const local = new Date(zone.shownAt(nowMs) - digestHour * 3_600_000);
  const sinceMonday = (local.getUTCDay() + 6) % 7;
  const monday = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() - sinceMonday);
  return {
    week: new Date(monday - 7 * dayMs).toISOString().slice(0, 10),
    fromMs: zone.momentFrom(monday - 7 * dayMs),
    toMs: zone.momentFrom(monday),
  };
}

export interface DigestFacts {
  readonly week: DigestWeek;
  /** Unanswered and down-voted questions asked within the week, and open gaps that began in it. */
  readonly questionCount: number;
  readonly newGapCount: number;
  readonly openGapCount: number;
  /** In the order of `Gaps.open`; at most five. */
  readonly topGaps: readonly { readonly wording: string; readonly askedCount: number }[];
  readonly votes: VoteCounts;
  /** Voted down at least once; at most three. */
  readonly worstPassages: readonly PassageFeedback[];
  readonly taughtCount: number;
  readonly dismissedCount: number;
  /** Lessons whose article no longer says it, now. */
  readonly staleLessonCount: number;
  /** Nothing happened and nothing waits: no digest is sent. */
  readonly isEmpty: boolean;
}

export function composeDigest(input: {
  readonly week: DigestWeek;
  /** Those that `gaps` groups. */
  readonly questions: readonly GapQuestion[];
  readonly gaps: Gaps;
  /** Votes of the week. */
  readonly feedback: readonly PassageFeedback[];
  readonly lessons: readonly Lesson[];
}): DigestFacts {
  const { week, gaps, feedback, lessons } = input;
  const isWithin = (atMs: number | undefined) =>
    atMs !== undefined && atMs >= week.fromMs && atMs < week.toMs;
  const decided = gaps.decided.filter(({ decision }) => isWithin(decision.decidedAtMs));
  const facts = {
    questionCount: input.questions.filter(({ askedAtMs }) => isWithin(askedAtMs)).length,
    newGapCount: gaps.open.filter(({ firstAskedAtMs }) => isWithin(firstAskedAtMs)).length,
    openGapCount: gaps.open.length,
    taughtCount: lessons.filter(({ taughtAtMs }) => isWithin(taughtAtMs)).length,
    dismissedCount: decided.filter(({ decision }) => decision.kind === 'dismissed').length,
    staleLessonCount: lessons.filter(({ isStale }) => isStale).length,
  };
  const votes = addVotes(feedback.map((each) => each.votes));
  return {
    week,
    ...facts,
    topGaps: gaps.open
      .slice(0, topGapsMax)
      .map(({ wordings, askedCount }) => ({ wording: wordings[0] ?? '', askedCount })),
    votes,
    worstPassages: worstFirst(feedback.filter((each) => each.votes.down > 0)).slice(0, worstPassagesMax),
    isEmpty: Object.values(facts).every((count) => count === 0) && votes.up + votes.down === 0,
  };
}
