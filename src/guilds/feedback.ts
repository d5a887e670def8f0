/** What members think of answers: one vote per member and question, for moderators' eyes as counts. */

export const downReasons = ['wrong-passage', 'not-what-i-asked', 'cut-out-of-context'] as const;
export type DownReason = (typeof downReasons)[number];

export type Vote =
  | { readonly value: 'up' }
  /** Without a reason until the member has chosen one. */
  | { readonly value: 'down'; readonly reason?: DownReason };

/** How often each was chosen; a vote without a reason counts in `down` alone. */
export interface VoteCounts {
  readonly up: number;
  readonly down: number;
  readonly reasons: Readonly<Record<DownReason, number>>;
}

export const noVotes: VoteCounts = {
  up: 0,
  down: 0,
  reasons: { 'wrong-passage': 0, 'not-what-i-asked': 0, 'cut-out-of-context': 0 },
};

/** Votes of one kind, as the store counts them. */
export interface VoteTally {
  readonly value: Vote['value'];
  readonly reason: DownReason | null;
  readonly count: number;
}

/** Adds tallies up; their order does not matter. */
export function countVotes(tallies: readonly VoteTally[]): VoteCounts {
  const reasons: Record<DownReason, number> = { ...noVotes.reasons };
  let [up, down] = [0, 0];
  for (const { value, reason, count } of tallies) {
    if (value === 'up') up += count;
    else down += count;
    if (value === 'down' && reason !== null) reasons[reason] += count;
  }
  return { up, down, reasons };
}

/** The sum; `noVotes` for none. */
export function addVotes(counts: readonly VoteCounts[]): VoteCounts {
  const sum = (read: (each: VoteCounts) => number) => counts.reduce((total, each) => total + read(each), 0);
  return {
    up: sum((each) => each.up),
    down: sum((each) => each.down),
    reasons: {
      'wrong-passage': sum((each) => each.reasons['wrong-passage']),
      'not-what-i-asked': sum((each) => each.reasons['not-what-i-asked']),
      'cut-out-of-context': sum((each) => each.reasons['cut-out-of-context']),
    },
  };
}

/** What was thought of answers that put this passage first. */
export interface PassageFeedback {
  readonly articleId: string;
  readonly version: string;
  readonly passageId: string;
  readonly votes: VoteCounts;
}

/** The passages that were voted down most come first, then those voted on most; ties by ID. */
export function worstFirst(feedback: readonly PassageFeedback[]): readonly PassageFeedback[] {
  return feedback.toSorted(
    (one, other) =>
      other.votes.down - one.votes.down ||
      other.votes.up - one.votes.up ||
      compareIds(`${one.passageId}@${one.version}`, `${other.passageId}@${other.version}`),
  );
}

function compareIds(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
