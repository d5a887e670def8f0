/**
 * What the articles did not answer: kept questions in, groups of near-duplicates out, without a
 * member's name. Pure; the same questions in any order give the same groups.
 */
import { connectedGroups } from './near-duplicates.ts';
import { addVotes, type VoteCounts } from './feedback.ts';

/** A question that stayed unanswered, or whose answer was voted down. */
export interface GapQuestion {
  readonly questionId: string;
  readonly text: string;
  readonly askedAtMs: number;
  readonly unanswered: boolean;
  readonly votes: VoteCounts;
  /** The decision it fell under, where a moderator has made one. */
  readonly decisionId?: string;
}

/** What a moderator decided about a group; not undone. */
export interface GapDecision {
  readonly decisionId: string;
  readonly kind: 'taught' | 'dismissed';
  /** Absent where the moderator has asked to be forgotten. */
  readonly decidedBy?: string;
  readonly decidedAtMs: number;
}

interface QuestionGroup {
  /** Distinct texts, newest first; at least one. */
  readonly wordings: readonly string[];
  /** Newest first. */
  readonly questionIds: readonly string[];
  readonly askedCount: number;
  readonly unansweredCount: number;
  readonly votes: VoteCounts;
  readonly firstAskedAtMs: number;
  readonly lastAskedAtMs: number;
}

/** Questions that ask alike and wait for a moderator. */
export interface Gap extends QuestionGroup {
  /** The ID of its oldest question: stays the same while it grows. */
  readonly gapId: string;
  /** The decision it came back after. */
  readonly again?: GapDecision;
}

/** Questions that a decision covers. */
export interface DecidedGap extends QuestionGroup {
  readonly decision: GapDecision;
  /** Asked since then without coming back to the list. */
  readonly askedSinceCount: number;
}

export interface Gaps {
  /** Newest and most asked first. */
  readonly open: readonly Gap[];
  /** Latest decision first. */
  readonly decided: readonly DecidedGap[];
}

export interface GapsInput {
  readonly questions: readonly GapQuestion[];
  readonly decisions: readonly GapDecision[];
  /**
   * Normalised terms of a text. Words that ask (who, when, why) should be among them: without them
   * "when did he leave" and "why did he leave" are one gap.
   */
  readonly termsOf: (text: string) => readonly string[];
}

/**
 * A dismissed question comes back only when it was asked this often again: once or twice is the
 * same idle question, three times is interest. A taught one comes back at once, since teaching
 * should have answered it.
 */
export const askedAgainMin = 3;

/** After so many days a question weighs half as much in the order of gaps. */
const halfLifeDays = 7;

/** Groups what is undecided, and lays aside what a dismissal still covers. */
export function findGaps({ questions, decisions, termsOf }: GapsInput): Gaps {
  const decisionsById = new Map(decisions.map((decision) => [decision.decisionId, decision]));
  const decisionOf = ({ decisionId }: GapQuestion) =>
    decisionId === undefined ? undefined : decisionsById.get(decisionId);
  const newestFirst = questions.toSorted(
    (one, other) => other.askedAtMs - one.askedAtMs || compareText(other.questionId, one.questionId),
  );
  const covered = newestFirst.filter((question) => decisionOf(question) !== undefined);
  const undecided = newestFirst.filter((question) => decisionOf(question) === undefined);
  const { groups, nearestDecided } = connectedGroups(undecided, covered, termsOf);
  const open: Gap[] = [];
  const since = new Map<string, number>();
  for (const group of groups) {
    const near = nearestDecided(group);
    const again = near && decisionOf(near);
    if (again?.kind === 'dismissed' && group.length < askedAgainMin) {
      since.set(again.decisionId, (since.get(again.decisionId) ?? 0) + group.length);
    } else {
      open.push({
        ...summarise(group),
        gapId: group.at(-1)?.questionId ?? '',
        ...(again === undefined ? {} : { again }),
      });
    }
  }
  return {
    open: inOrderOfWeight(open, newestFirst),
    decided: decidedGroups(covered, decisions, since),
  };
}

/** One page, from 1; a page past the last gives the last. */
export function pageOf<T>(
  entries: readonly T[],
  page: number,
  pageSize: number,
): { readonly entries: readonly T[]; readonly page: number; readonly pageCount: number } {
  const pageCount = Math.max(1, Math.ceil(entries.length / pageSize));
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pageCount);
  return { entries: entries.slice((shown - 1) * pageSize, shown * pageSize), page: shown, pageCount };
}

/** `group`: newest first, at least one. */
function summarise(group: readonly GapQuestion[]): QuestionGroup {
  return {
    wordings: [...new Set(group.map(({ text }) => text))],
    questionIds: group.map(({ questionId }) => questionId),
    askedCount: group.length,
    unansweredCount: group.filter(({ unanswered }) => unanswered).length,
    votes: addVotes(group.map(({ votes }) => votes)),
    firstAskedAtMs: group.at(-1)?.askedAtMs ?? 0,
    lastAskedAtMs: group[0]?.askedAtMs ?? 0,
  };
}

/** Each question weighs half as much every week, seen from the newest: no clock is needed for an order. */
function inOrderOfWeight(open: readonly Gap[], newestFirst: readonly GapQuestion[]): readonly Gap[] {
  const newestMs = newestFirst[0]?.askedAtMs ?? 0;
  const askedAtMs = new Map(newestFirst.map((question) => [question.questionId, question.askedAtMs]));
  const weigh = (gap: Gap) =>
    gap.questionIds.reduce((sum, questionId) => {
      const ageDays = (newestMs - (askedAtMs.get(questionId) ?? 0)) / 86_400_000;
      return sum + 2 ** (-ageDays / halfLifeDays);
    }, 0);
  return open
    .map((gap) => ({ gap, weight: weigh(gap) }))
    .toSorted(
      (one, other) =>
        other.weight - one.weight ||
        other.gap.lastAskedAtMs - one.gap.lastAskedAtMs ||
        compareText(one.gap.gapId, other.gap.gapId),
    )
    .map(({ gap }) => gap);
}

function decidedGroups(
  covered: readonly GapQuestion[],
  decisions: readonly GapDecision[],
  since: ReadonlyMap<string, number>,
): readonly DecidedGap[] {
  const byDecision = Map.groupBy(covered, ({ decisionId }) => decisionId);
  return decisions
    .flatMap((decision) => {
      const group = byDecision.get(decision.decisionId);
      if (group === undefined) return [];
      return [{ ...summarise(group), decision, askedSinceCount: since.get(decision.decisionId) ?? 0 }];
    })
    .toSorted(
      (one, other) =>
        other.decision.decidedAtMs - one.decision.decidedAtMs ||
        compareText(one.decision.decisionId, other.decision.decisionId),
    );
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
