/**
 * The only way from Discord to a quote: what somebody wants enters, is decided by `transition` and
 * written with compare-and-set; the quote as it then stands leaves, or why not. It never sends
 * anything: whoever shows quotes listens for changes.
 */
import type { Logger } from 'pino';
import type { Article } from '../../articles/article.ts';
import type { GuildSettings } from '../../guilds/settings.ts';
import type { Overlap } from '../../quotes/find-overlap.ts';
import type { Actor } from '../../quotes/permissions.ts';
import type { QuoteAction } from '../../quotes/quote-action.ts';
import type { QuoteEvent } from '../../quotes/quote-event.ts';
import type { QuoteStore, QuoteWrite } from '../../quotes/quote-store.ts';
import type { Quote } from '../../quotes/quote.ts';
import type { RefusalReason } from '../../quotes/refuse-action.ts';
import { snapshotOf, type Selection, type SelectionRefusal } from '../../quotes/select-sentences.ts';
import { transition } from '../../quotes/transition.ts';
import { createTurns } from './turns.ts';
import { overlapsOf } from './overlaps-of.ts';
import { suggestQuote } from './suggest-quote.ts';

/** The only way from Discord to a quote: reads, asks `transition`, writes, tries again on conflict (bounded). */
export interface QuoteDesk {
  /** Writes a new quote where the words are the article's, are not quoted already, and the member has not suggested too much. */
  suggest(request: SuggestRequest): Promise<SuggestOutcome>;
  /**
   * An approval without `dueAtMs` becomes due at once, in the same step, where the server has a channel
   * for quotes and no schedule of its own; where it has a schedule the quote waits for its turn there.
   */
  act(request: ActRequest): Promise<ActOutcome>;
  /**
   * Calls it after every written change, in the order of writing; what it throws is logged and keeps
   * nobody from acting. Gives back what ends that.
   */
  onChange(listener: QuoteListener): () => void;
  /** Waits until no listener works any more. */
  settle(): Promise<void>;
}

export interface SuggestRequest {
  readonly guildId: string;
  readonly actor: Actor;
  readonly articleId: string;
  readonly selection: Selection;
  /** One of many of a file: it gets no card of its own. */
  readonly isImported?: true;
}

export type SuggestOutcome =
  | { readonly ok: true; readonly quote: Quote }
  | { readonly ok: false; readonly reason: 'overlaps'; readonly overlaps: readonly Overlap[] }
  | {
      readonly ok: false;
      readonly reason:
        | 'too-many-open'
        | 'too-many-today'
        | 'unknown-article'
        | SelectionRefusal
        | RefusalReason;
    };

export type AnyQuoteAction = Exclude<QuoteAction, { kind: 'suggest' }>;

export interface ActRequest {
  readonly guildId: string;
  readonly number: number;
  readonly action: AnyQuoteAction;
  readonly actor: Actor;
  /** What the actor saw: refused as `stale` where the quote has changed since. */
  readonly expectedRevision?: number;
  /** Written in the same step, or nothing is. A schedule that changed meanwhile refuses as `stale`. */
  readonly alongside?: Pick<QuoteWrite, 'lease' | 'schedule'>;
}

export type ActOutcome =
  | { readonly ok: true; readonly quote: Quote; readonly event: QuoteEvent }
  /** `quote`: as it stands now, where there is one. */
  | { readonly ok: false; readonly reason: RefusalReason; readonly quote?: Quote }
  /** Other live quotes hold the words that this one would have. */
  | {
      readonly ok: false;
      readonly reason: 'overlaps';
      readonly quote: Quote;
      readonly overlaps: readonly Overlap[];
    };

/** `quote` as the event left it. */
export type QuoteListener = (quote: Quote, event: QuoteEvent) => void | Promise<void>;

export interface QuoteDeskParts {
  readonly quotes: QuoteStore;
  readonly settingsOf: (guildId: string) => Promise<GuildSettings>;
  /** As the corpus has it now. */
  readonly article: (articleId: string) => Article | undefined;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How often a decision is made anew where somebody else writes at the same time. */
const attemptsMax = 8;

export function createQuoteDesk(parts: QuoteDeskParts): QuoteDesk {
  const listeners = new Set<QuoteListener>();
  const turns = createTurns(parts.log);

  function tell(quote: Quote, event: QuoteEvent): void {
    for (const listener of listeners) {
      turns.add(`${quote.guildId} ${quote.number}`, async () => listener(quote, event));
    }
  }

  return {
    suggest: async (request) => {
      // One after the other, as processes do by trying again: of many at once none has to look often.
      const outcome = await turns.take(`suggest ${request.guildId}`, async () =>
        suggestQuote(request, parts),
      );
      if (!outcome.ok) return outcome;
      tell(outcome.quote, outcome.event);
      return { ok: true, quote: outcome.quote };
    },
    act: async (request) => {
      const outcome = await decide(request, parts);
      if (outcome.ok) tell(outcome.quote, outcome.event);
      return outcome;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    settle: async () => turns.settle(),
  };
}

async function decide(request: ActRequest, parts: QuoteDeskParts): Promise<ActOutcome> {
  const { guildId, number, action, actor, expectedRevision, alongside } = request;
  const { quotes } = parts;
  const settings = await parts.settingsOf(guildId);
  let quote = await quotes.quote(guildId, number);
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const nowMs = parts.now();
    const takes = takesWords(action, quote);
    const wordsRevision = takes ? await quotes.wordsRevision(guildId) : undefined;
    const result = transition(quote, await completeAction(request, settings, { quotes, nowMs }), {
      actor,
      nowMs,
      rules: settings,
      ...(expectedRevision !== undefined && { expectedRevision }),
    });
    if (!result.ok) return refuse(result.reason, quote);
    const overlaps = takes ? await othersWith(result.quote, quotes) : [];
    if (quote !== undefined && overlaps.length > 0) {
      return { ok: false, reason: 'overlaps', quote, overlaps };
    }
    const snapshot = pointsAnew.has(action.kind) ? snapshotFor(result.quote, parts) : undefined;
    const written = await quotes.write({
      quote: result.quote,
      event: result.event,
      ...(snapshot && { snapshot }),
      ...(wordsRevision !== undefined && { wordsRevision }),
      ...alongside,
    });
    if (written === 'written') return result;
    quote = await quotes.quote(guildId, number);
    if (alongside?.schedule !== undefined) break;
  }
  return refuse('stale', quote);
}

function refuse(reason: RefusalReason, quote: Quote | undefined): ActOutcome {
  return { ok: false, reason, ...(quote && { quote }) };
}

/** Whether a quote that lives on takes words that it did not hold: adjusted, or back from a rejection. */
function takesWords({ kind }: AnyQuoteAction, before: Quote | undefined): boolean {
  return kind === 'adjust' || (kind === 'undo' && before?.state === 'rejected');
}

async function othersWith({ guildId, number, body }: Quote, quotes: QuoteStore): Promise<readonly Overlap[]> {
  const overlaps = await overlapsOf(body, guildId, quotes);
  return overlaps.filter(({ quote }) => quote.number !== number);
}

/** An approval says in the same step when the quote is posted: a kill between two steps would lose the post. */
async function completeAction(
  { guildId, action }: ActRequest,
  { quoteChannelId }: GuildSettings,
  { quotes, nowMs }: { readonly quotes: QuoteStore; readonly nowMs: number },
): Promise<AnyQuoteAction> {
  if (action.kind !== 'approve' || action.dueAtMs !== undefined || quoteChannelId === null) return action;
  return (await quotes.schedule(guildId)) === undefined ? { ...action, dueAtMs: nowMs } : action;
}

/**
 * What may make a quote point to a text that is not stored yet; taken off hold, it points to a whole one
 * again where the stored one was damaged.
 */
const pointsAnew: ReadonlySet<AnyQuoteAction['kind']> = new Set<AnyQuoteAction['kind']>([
  'adjust',
  'correct',
  'relocated',
  'undo',
  'unfreeze',
]);

/** What the body points to, where it is the article of today: another version is in the store already. */
function snapshotFor(
  { body }: Quote,
  { article }: QuoteDeskParts,
): ReturnType<typeof snapshotOf> | undefined {
  const current = article(body.articleId);
  return current?.version === body.version ? snapshotOf(current) : undefined;
}
