/** Why an action may not happen to a quote in its state. Every reason is its own, so that it can be explained. */
import {
  isTakenBack,
  noteLengthMax,
  postsMax,
  quoteLengthMax,
  quoteSpansMax,
  reasonLengthMax,
} from './quote.ts';
import type { Quote, QuoteBody, QuoteState } from './quote.ts';
import { forgottenPrefix } from './quote-store.ts';
import type { QuoteAction, QuoteActionKind } from './quote-action.ts';
import type { TransitionContext } from './transition.ts';

export type RefusalReason =
  | 'not-permitted'
  | 'stale'
  | 'unknown-quote'
  | 'already-suggested'
  | 'not-approved'
  | 'already-approved'
  | 'already-decided'
  | 'not-scheduled'
  | 'posting-in-progress'
  | 'not-posting'
  | 'not-posted'
  | 'already-posted'
  | 'already-withdrawn'
  | 'already-rejected'
  | 'retracted'
  | 'frozen'
  | 'already-frozen'
  | 'not-frozen'
  | 'second-person-needed'
  | 'first-person-forgotten'
  | 'due-in-past'
  | 'not-due'
  | 'too-many-posts'
  | 'unknown-message'
  | 'note-missing'
  | 'note-too-long'
  | 'reason-missing'
  | 'reason-too-long'
  | 'quote-too-long'
  | 'another-article'
  | 'same-words'
  | 'same-snapshot'
  | 'other-words';

type Verdict = RefusalReason | 'ok';
type StateColumn = Readonly<Record<QuoteState, Verdict>>;

const decided = {
  withdrawn: 'already-withdrawn',
  rejected: 'already-rejected',
  posting: 'posting-in-progress',
} as const;

const beforeThePost = { suggested: 'not-posted', approved: 'not-posted', scheduled: 'not-posted' } as const;
const afterThePost = { posted: 'already-posted', corrected: 'already-posted' } as const;
const allLive = {
  suggested: 'ok',
  approved: 'ok',
  scheduled: 'ok',
  posted: 'ok',
  corrected: 'ok',
} as const;
const onlyPosting = {
  suggested: 'not-posting',
  approved: 'not-posting',
  scheduled: 'not-posting',
  posting: 'ok',
  posted: 'not-posting',
  corrected: 'not-posting',
  withdrawn: 'not-posting',
  rejected: 'not-posting',
} as const;

/** State × action: `ok`, or why not. */
export const stateTable: Readonly<Record<Exclude<QuoteActionKind, 'suggest'>, StateColumn>> = {
  adjust: {
    suggested: 'ok',
    approved: 'already-decided',
    scheduled: 'already-decided',
    ...afterThePost,
    ...decided,
  },
  annotate: { ...allLive, ...decided },
  approve: {
    suggested: 'ok',
    approved: 'already-approved',
    scheduled: 'already-approved',
    ...afterThePost,
    ...decided,
  },
  schedule: { suggested: 'not-approved', approved: 'ok', scheduled: 'ok', ...afterThePost, ...decided },
  unschedule: {
    suggested: 'not-scheduled',
    approved: 'not-scheduled',
    scheduled: 'ok',
    ...afterThePost,
    ...decided,
  },
  reject: { suggested: 'ok', approved: 'ok', scheduled: 'ok', ...afterThePost, ...decided },
  // A repeat is let through by the rule on `isRepeat` below.
  'begin-posting': {
    suggested: 'not-approved',
    approved: 'ok',
    scheduled: 'ok',
    ...afterThePost,
    ...decided,
  },
  posted: onlyPosting,
  'posting-failed': { ...onlyPosting, scheduled: 'ok' },
  withdraw: { ...beforeThePost, posted: 'ok', corrected: 'ok', ...decided },
  correct: { ...beforeThePost, posted: 'ok', corrected: 'ok', ...decided },
  'keep-with-note': { ...allLive, ...decided },
  undo: { ...allLive, ...decided, withdrawn: 'ok', rejected: 'ok' },
  'deleted-by-hand': {
    ...beforeThePost,
    posting: 'ok',
    posted: 'ok',
    corrected: 'ok',
    withdrawn: 'ok',
    rejected: 'already-rejected',
  },
  relocated: { ...allLive, ...decided },
  freeze: { ...allLive, ...decided },
  unfreeze: { ...allLive, ...decided },
};

/** The first reason against it, or undefined; permission and revision are checked before. */
export function refuseAction(
  quote: Quote | undefined,
  action: QuoteAction,
  context: TransitionContext,
): RefusalReason | undefined {
  if (action.kind === 'suggest') {
    return quote === undefined ? refuseBody(action.body) : 'already-suggested';
  }
  if (quote === undefined) return 'unknown-quote';
  const isRepeat =
    action.kind === 'begin-posting' &&
    action.isRepeat === true &&
    (quote.state === 'posted' || quote.state === 'corrected');
  const verdict = isRepeat ? 'ok' : stateTable[action.kind][quote.state];
  if (verdict === 'already-rejected' && isTakenBack(quote)) return 'retracted';
  return verdict === 'ok' ? refuseDetails(quote, action, context) : verdict;
}

function refuseDetails(
  quote: Quote,
  action: Exclude<QuoteAction, { kind: 'suggest' }>,
  context: TransitionContext,
): RefusalReason | undefined {
  switch (action.kind) {
    case 'adjust':
      return refuseAdjustment(quote, action.body);
    case 'annotate':
      return action.note === undefined ? undefined : refuseNote(action.note);
    case 'keep-with-note':
      return refuseNote(action.note);
    case 'approve':
      return refuseApproval(quote, action.dueAtMs, context);
    case 'schedule':
      if (quote.frozen !== undefined) return 'frozen';
      return (action.dueAtMs ?? Infinity) > context.nowMs ? undefined : 'due-in-past';
    case 'begin-posting':
      return refusePosting(quote, context);
    case 'reject':
    case 'posting-failed':
      return refuseReason(action.reason);
    case 'withdraw':
      return action.reason === undefined ? undefined : refuseReason(action.reason);
    case 'correct':
      return refuseCorrection(quote.body, action.body) ?? refuseOnePerson(quote, context);
    case 'relocated':
      return refuseRelocation(quote.body, action.body);
    case 'deleted-by-hand':
      return quote.posts.some(({ messageId }) => messageId === action.messageId)
        ? undefined
        : 'unknown-message';
    case 'freeze':
      return quote.frozen === undefined ? undefined : 'already-frozen';
    case 'unfreeze':
      return quote.frozen === undefined ? 'not-frozen' : undefined;
    case 'undo':
      return refuseUndo(quote, context);
    case 'posted':
    case 'unschedule':
      return undefined;
    default:
      return action satisfies never;
  }
}

function refuseAdjustment(quote: Quote, body: QuoteBody): RefusalReason | undefined {
  if (quote.frozen !== undefined) {
    const answersTheChange = quote.frozen === 'source-changed' && body.version !== quote.body.version;
    if (!answersTheChange) return 'frozen';
  }
  if (body.articleId !== quote.body.articleId) return 'another-article';
  const isSame = body.version === quote.body.version && sameSpans(body, quote.body);
  return isSame ? 'same-words' : refuseBody(body);
}

function refuseCorrection(old: QuoteBody, body: QuoteBody): RefusalReason | undefined {
  if (body.articleId !== old.articleId) return 'another-article';
  return body.version === old.version ? 'same-snapshot' : refuseBody(body);
}

function refuseRelocation(old: QuoteBody, body: QuoteBody): RefusalReason | undefined {
  const reason = refuseCorrection(old, body);
  if (reason !== undefined) return reason;
  const isSame =
    old.spans.length === body.spans.length &&
    old.spans.every(({ sha256 }, place) => body.spans[place]?.sha256 === sha256);
  return isSame ? undefined : 'other-words';
}

function refusePosting(quote: Quote, { actor, nowMs }: TransitionContext): RefusalReason | undefined {
  if (quote.frozen !== undefined) return 'frozen';
  if (quote.posts.length >= postsMax) return 'too-many-posts';
  const isEarly = actor.role === 'system' && quote.dueAtMs !== undefined && quote.dueAtMs > nowMs;
  return isEarly ? 'not-due' : undefined;
}

function refuseApproval(
  quote: Quote,
  dueAtMs: number | undefined,
  context: TransitionContext,
): RefusalReason | undefined {
  if (quote.frozen !== undefined) return 'frozen';
  const isPast = dueAtMs !== undefined && dueAtMs < context.nowMs;
  return refuseOnePerson(quote, context) ?? (isPast ? 'due-in-past' : undefined);
}

function refuseOnePerson(quote: Quote, { actor, rules }: TransitionContext): RefusalReason | undefined {
  if (!rules.twoPersonRule) return undefined;
  const { suggestedBy, adjustedBy } = quote;
  if (actor.id === suggestedBy || actor.id === adjustedBy) return 'second-person-needed';
  // Who asked to be forgotten may be anybody, this actor too: nothing is kept that could tell.
  return (adjustedBy ?? suggestedBy).startsWith(forgottenPrefix) ? 'first-person-forgotten' : undefined;
}

/** Undoing what somebody else did may approve again: that is no way around the second person, nor around the suggester. */
function refuseUndo(quote: Quote, context: TransitionContext): RefusalReason | undefined {
  const { lastChange, state } = quote;
  if (isTakenBack(quote) && quote.suggestedBy !== context.actor.id) return 'retracted';
  if (lastChange === undefined || lastChange.by === context.actor.id) return undefined;
  const { before } = lastChange;
  const approves =
    (state === 'suggested' || state === 'rejected') &&
    (before.state === 'approved' || before.state === 'scheduled');
  return approves ? refuseOnePerson({ ...quote, ...before }, context) : undefined;
}

function refuseBody({ spans }: QuoteBody): RefusalReason | undefined {
  const length = spans.reduce((sum, { start, end }) => sum + (end - start), 0);
  return length > quoteLengthMax || spans.length > quoteSpansMax ? 'quote-too-long' : undefined;
}

function refuseNote(note: string): RefusalReason | undefined {
  if (note.trim() === '') return 'note-missing';
  return note.trim().length > noteLengthMax ? 'note-too-long' : undefined;
}

function refuseReason(reason: string): RefusalReason | undefined {
  if (reason.trim() === '') return 'reason-missing';
  return reason.trim().length > reasonLengthMax ? 'reason-too-long' : undefined;
}

function sameSpans(one: QuoteBody, other: QuoteBody): boolean {
  return (
    one.spans.length === other.spans.length &&
    one.spans.every(({ start, end }, place) => {
      const twin = other.spans[place];
      return twin?.start === start && twin.end === end;
    })
  );
}
