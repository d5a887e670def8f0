/**
 * What somebody wants to do with a quote enters; the quote afterwards and the event for the log
 * leave, or why not. The only way a quote changes. Pure: time and identity come in with the context.
 */
import { applyEvent, situationOf } from './apply-event.ts';
import { mayAct } from './permissions.ts';
import type { Actor } from './permissions.ts';
import type { QuoteAction } from './quote-action.ts';
import type { QuoteChange, QuoteEvent } from './quote-event.ts';
import { refuseAction } from './refuse-action.ts';
import type { RefusalReason } from './refuse-action.ts';
import type { Quote, QuoteSituation } from './quote.ts';

export interface QuoteRules {
  /**
   * Who suggested a quote, or moved its boundaries last, may neither approve it nor correct what is
   * posted: a second person sees all words that everybody reads. Where they asked to be forgotten, nobody
   * may until somebody known has moved the boundaries. Default of a server: false.
   */
  readonly twoPersonRule: boolean;
}

export interface TransitionContext {
  readonly actor: Actor;
  readonly nowMs: number;
  readonly rules: QuoteRules;
  /** What the actor saw: another revision is refused as `stale`. Absent: whatever it is now. */
  readonly expectedRevision?: number;
}

export type TransitionResult =
  | { readonly ok: true; readonly quote: Quote; readonly event: QuoteEvent }
  | { readonly ok: false; readonly reason: RefusalReason };

/** Undefined as the quote only with `suggest`. */
export function transition(
  quote: Quote | undefined,
  action: QuoteAction,
  context: TransitionContext,
): TransitionResult {
  if (!mayAct(context.actor, action.kind, quote)) return refuse('not-permitted');
  if (quote === undefined) {
    if (action.kind !== 'suggest') return refuse('unknown-quote');
    const reason = refuseAction(undefined, action, context);
    return reason === undefined ? begin(action, context) : refuse(reason);
  }
  if (context.expectedRevision !== undefined && context.expectedRevision !== quote.revision) {
    return refuse('stale');
  }
  const reason = refuseAction(quote, action, context);
  if (reason !== undefined) return refuse(reason);
  const change = changeOf(quote, action, context.nowMs);
  if (typeof change === 'string') return refuse(change);
  const event: QuoteEvent = {
    guildId: quote.guildId,
    number: quote.number,
    revision: quote.revision + 1,
    atMs: context.nowMs,
    actor: context.actor,
    change,
  };
  return { ok: true, quote: applyEvent(quote, event), event };
}

function refuse(reason: RefusalReason): TransitionResult {
  return { ok: false, reason };
}

function begin(
  { guildId, number, body, isImported }: Extract<QuoteAction, { kind: 'suggest' }>,
  { actor, nowMs }: TransitionContext,
): TransitionResult {
  const change = { kind: 'suggested', body, ...(isImported && { isImported }) } as const;
  const event: QuoteEvent = { guildId, number, revision: 1, atMs: nowMs, actor, change };
  return { ok: true, quote: applyEvent(undefined, event), event };
}

function changeOf(quote: Quote, action: QuoteAction, nowMs: number): QuoteChange | RefusalReason {
  switch (action.kind) {
    case 'suggest':
      return 'already-suggested';
    case 'adjust':
      return { kind: 'adjusted', body: action.body };
    case 'annotate':
      return { kind: 'annotated', ...(action.note !== undefined && { note: action.note.trim() }) };
    case 'approve':
      return { kind: 'approved', ...(action.dueAtMs !== undefined && { dueAtMs: action.dueAtMs }) };
    case 'schedule':
      return { kind: 'scheduled', dueAtMs: action.dueAtMs ?? nowMs };
    case 'unschedule':
      return { kind: 'unscheduled' };
    case 'reject':
      return { kind: 'rejected', reason: action.reason.trim(), isRetracted: false };
    case 'begin-posting': {
      // Short enough for Discord for the first billion quotes and their first ten million events.
      const nonce = `q${quote.number}.${quote.revision + 1}`;
      return { kind: 'posting-begun', channelId: action.channelId, nonce };
    }
    case 'posted':
    case 'deleted-by-hand':
      return action;
    case 'posting-failed':
      return { ...action, reason: action.reason.trim() };
    case 'withdraw':
      return {
        kind: 'withdrawn',
        mode: action.mode,
        ...(action.reason !== undefined && { reason: action.reason.trim() }),
      };
    case 'correct':
      return { kind: 'corrected', body: action.body };
    case 'keep-with-note':
      return {
        kind: 'kept',
        note: action.note.trim(),
        ...(action.besideVersion !== undefined && { besideVersion: action.besideVersion }),
      };
    case 'undo':
      return undoOf(quote, nowMs);
    case 'relocated':
      return { kind: 'relocated', body: action.body };
    case 'freeze':
      return { kind: 'frozen', cause: action.cause };
    case 'unfreeze':
      return { kind: 'unfrozen' };
    default:
      return action satisfies never;
  }
}

/** The last decision taken back; where none is remembered, the step that led to this state. */
function undoOf(quote: Quote, nowMs: number): QuoteChange | RefusalReason {
  const { lastChange } = quote;
  if (lastChange === undefined) return undoState(quote);
  const now = situationOf(quote);
  const { frozen: _, ...before } = lastChange.before;
  const frozen = now.frozen ?? lastChange.before.frozen;
  const restored: QuoteSituation = { ...before, posts: now.posts, ...(frozen && { frozen }) };
  if (restored.state === 'scheduled' && (restored.dueAtMs ?? 0) <= nowMs) {
    // Of a rejected quote nothing but undo is left: it comes back approved, to be given another time.
    if (quote.state !== 'rejected') return 'due-in-past';
    const { dueAtMs: _due, ...untimed } = restored;
    return { kind: 'undone', restored: { ...untimed, state: 'approved' } };
  }
  // What was deleted cannot be brought back; it can only be posted anew.
  const isGone = (restored.state === 'posted' || restored.state === 'corrected') && now.posts.length === 0;
  return { kind: 'undone', restored: isGone ? { ...restored, state: 'approved' } : restored };
}

function undoState(quote: Quote): QuoteChange | RefusalReason {
  const { approvedBy: _approved, dueAtMs: _due, rejection: _rejection, ...rest } = situationOf(quote);
  const kept = quote.approvedBy === undefined ? {} : { approvedBy: quote.approvedBy };
  switch (quote.state) {
    case 'suggested':
      return { kind: 'rejected', isRetracted: true };
    case 'approved':
    case 'rejected':
      return { kind: 'undone', restored: { ...rest, state: 'suggested' } };
    case 'scheduled':
      return { kind: 'undone', restored: { ...rest, ...kept, state: 'approved' } };
    case 'posted':
    case 'corrected':
      return { kind: 'withdrawn', mode: 'deleted' };
    case 'withdrawn': {
      const { withdrawal: _withdrawal, ...open } = rest;
      return { kind: 'undone', restored: { ...open, ...kept, state: 'approved', posts: [] } };
    }
    case 'posting':
      return 'posting-in-progress';
    default:
      return quote.state satisfies never;
  }
}
