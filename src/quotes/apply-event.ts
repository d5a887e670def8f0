/**
 * A quote and the next event enter, the quote afterwards leaves. Decides nothing: whether an event
 * may happen is `transition`'s business, so that a log replays the same under any later rule.
 */
import type { QuoteEvent } from './quote-event.ts';
import type { LastChange, Quote, QuoteSituation, UndoableKind } from './quote.ts';

/**
 * The quote after that event.
 * @throws {RangeError} where the event is not the next one of that quote: the log has a gap.
 */
export function applyEvent(quote: Quote | undefined, event: QuoteEvent): Quote {
  if (quote === undefined) return firstQuote(event);
  const isNext =
    event.guildId === quote.guildId &&
    event.number === quote.number &&
    event.revision === quote.revision + 1 &&
    event.change.kind !== 'suggested';
  if (!isNext) throw new RangeError(`Event ${describe(event)} does not follow revision ${quote.revision}`);
  const before = situationOf(quote);
  const { guildId, number, suggestedBy, suggestedAtMs } = quote;
  const lastChange = lastChangeAfter(quote, event, before);
  return {
    guildId,
    number,
    suggestedBy,
    suggestedAtMs,
    revision: event.revision,
    ...situationAfter(before, event),
    ...(lastChange && { lastChange }),
  };
}

/**
 * The quote that those events made, in order; undefined for none.
 * @throws {RangeError} where they are not one quote's whole log.
 */
export function replay(events: readonly QuoteEvent[]): Quote | undefined {
  let quote: Quote | undefined;
  for (const event of events) quote = applyEvent(quote, event);
  return quote;
}

/** The part of a quote that actions change. */
export function situationOf(quote: Quote): QuoteSituation {
  const {
    guildId: _guild,
    number: _number,
    suggestedBy: _by,
    suggestedAtMs: _at,
    revision: _revision,
    lastChange: _last,
    ...situation
  } = quote;
  return situation;
}

function firstQuote(event: QuoteEvent): Quote {
  if (event.change.kind !== 'suggested' || event.revision !== 1) {
    throw new RangeError(`Event ${describe(event)} is not the first of a quote`);
  }
  return {
    guildId: event.guildId,
    number: event.number,
    suggestedBy: event.actor.id,
    suggestedAtMs: event.atMs,
    revision: 1,
    state: 'suggested',
    body: event.change.body,
    posts: [],
  };
}

function describe({ guildId, number, revision, change }: QuoteEvent): string {
  return `${change.kind} (${guildId} #${number}, revision ${revision})`;
}

function situationAfter(before: QuoteSituation, event: QuoteEvent): QuoteSituation {
  const { change, actor } = event;
  switch (change.kind) {
    case 'suggested':
      return before;
    case 'adjusted':
      return { ...thaw(before), body: change.body, adjustedBy: actor.id };
    case 'annotated':
      return change.note === undefined ? omit(before, 'note') : { ...before, note: change.note };
    case 'approved':
      return change.dueAtMs === undefined
        ? { ...before, state: 'approved', approvedBy: actor.id }
        : { ...before, state: 'scheduled', approvedBy: actor.id, dueAtMs: change.dueAtMs };
    case 'scheduled':
      return { ...before, state: 'scheduled', dueAtMs: change.dueAtMs };
    case 'unscheduled':
      return { ...omit(before, 'dueAtMs'), state: 'approved' };
    case 'rejected':
      return {
        ...omit(before, 'dueAtMs'),
        state: 'rejected',
        rejection: {
          by: actor.id,
          isRetracted: change.isRetracted,
          ...(change.reason !== undefined && { reason: change.reason }),
        },
      };
    case 'undone':
      return change.restored;
    case 'relocated':
      return { ...thaw(before), body: change.body };
    case 'frozen':
      return { ...before, frozen: change.cause };
    case 'unfrozen':
      return omit(before, 'frozen');
    case 'posting-begun':
    case 'posted':
    case 'posting-failed':
    case 'withdrawn':
    case 'corrected':
    case 'kept':
    case 'deleted-by-hand':
      return situationAfterPosting(before, { ...event, change });
    default:
      return change satisfies never;
  }
}

type PostingKind =
  | 'posting-begun'
  | 'posted'
  | 'posting-failed'
  | 'withdrawn'
  | 'corrected'
  | 'kept'
  | 'deleted-by-hand';
type PostingEvent = QuoteEvent & {
  readonly change: Extract<QuoteEvent['change'], { kind: PostingKind }>;
};

function situationAfterPosting(before: QuoteSituation, event: PostingEvent): QuoteSituation {
  const { change, actor, atMs } = event;
  switch (change.kind) {
    case 'posting-begun': {
      const from = before.state === 'scheduled' || hasPosts(before.state) ? before.state : 'approved';
      const { channelId, nonce } = change;
      return { ...before, state: 'posting', attempt: { channelId, nonce, startedAtMs: atMs, from } };
    }
    case 'posted': {
      const channelId = before.attempt?.channelId ?? '';
      const left = omit(before, 'attempt', 'dueAtMs', 'lastFailure');
      // A quote posted anew shows its corrected words from the start: nothing is corrected in public.
      const isCorrected = before.attempt?.from === 'corrected';
      const post = { channelId, messageId: change.messageId, postedAtMs: atMs };
      return {
        ...(isCorrected ? left : omit(left, 'correctedFrom')),
        state: isCorrected ? 'corrected' : 'posted',
        posts: [...before.posts, post],
      };
    }
    case 'posting-failed':
      return afterFailure(before, change);
    case 'withdrawn':
      return {
        ...before,
        state: 'withdrawn',
        posts: change.mode === 'deleted' ? [] : before.posts,
        withdrawal: {
          by: actor.id,
          mode: change.mode,
          ...(change.reason !== undefined && { reason: change.reason }),
        },
      };
    case 'corrected':
      return {
        ...thaw(before),
        state: 'corrected',
        body: change.body,
        correctedFrom: before.body.version,
      };
    case 'kept':
      return {
        ...thaw(before),
        note: change.note,
        ...(change.besideVersion !== undefined && { keptBeside: change.besideVersion }),
      };
    case 'deleted-by-hand':
      return afterDeletion(before, change.messageId, actor.id);
    default:
      return change satisfies never;
  }
}

function afterFailure(
  before: QuoteSituation,
  { reason, retryAtMs }: { readonly reason: string; readonly retryAtMs?: number },
): QuoteSituation {
  const from = before.attempt?.from ?? 'approved';
  const left = { ...omit(before, 'attempt', 'dueAtMs'), lastFailure: reason };
  // A repeat that failed waits for its schedule's next run: its earlier posts still stand.
  if (hasPosts(from)) return { ...left, state: left.posts.length > 0 ? from : 'approved' };
  return retryAtMs === undefined
    ? { ...left, state: 'approved' }
    : { ...left, state: 'scheduled', dueAtMs: retryAtMs };
}

function afterDeletion(before: QuoteSituation, messageId: string, by: string): QuoteSituation {
  const posts = before.posts.filter((post) => post.messageId !== messageId);
  if (posts.length > 0 || !hasPosts(before.state)) return { ...before, posts };
  return { ...before, posts, state: 'withdrawn', withdrawal: { by, mode: 'deleted-by-hand' } };
}

function hasPosts(state: QuoteSituation['state']): state is 'posted' | 'corrected' {
  return state === 'posted' || state === 'corrected';
}

/** New words from the source answer what had frozen the quote over the source. */
function thaw(situation: QuoteSituation): QuoteSituation {
  return situation.frozen === 'source-changed' ? omit(situation, 'frozen') : situation;
}

function omit<Key extends keyof QuoteSituation>(
  situation: QuoteSituation,
  ...keys: Key[]
): Omit<QuoteSituation, Key> & QuoteSituation {
  const left = { ...situation };
  for (const key of keys) delete left[key];
  return left;
}

const undoable: ReadonlySet<string> = new Set<UndoableKind>([
  'adjusted',
  'annotated',
  'approved',
  'scheduled',
  'unscheduled',
  'rejected',
  'withdrawn',
  'corrected',
  'kept',
  'undone',
]);

function isUndoable(kind: string): kind is UndoableKind {
  return undoable.has(kind);
}

function lastChangeAfter(quote: Quote, event: QuoteEvent, before: QuoteSituation): LastChange | undefined {
  const { kind } = event.change;
  if (isUndoable(kind)) return { kind, by: event.actor.id, before };
  if (kind === 'frozen' || kind === 'unfrozen' || kind === 'deleted-by-hand') return quote.lastChange;
  // Sending and relocating are facts of the world; what was decided before them is undone step by step.
  return undefined;
}
