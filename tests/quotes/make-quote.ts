/** Quotes over the small corpus, and the actors that tests let act. */
import type { Article } from '../../src/articles/article.ts';
import type { Actor } from '../../src/quotes/permissions.ts';
import type { QuoteAction } from '../../src/quotes/quote-action.ts';
import type { QuoteEvent } from '../../src/quotes/quote-event.ts';
import type { Quote, QuoteBody } from '../../src/quotes/quote.ts';
import { bodyOf } from '../../src/quotes/select-sentences.ts';
import type { Selection } from '../../src/quotes/select-sentences.ts';
import { transition } from '../../src/quotes/transition.ts';
import { smallCorpus } from '../fixtures/small-corpus.ts';

export const member: Actor = { id: '11', role: 'member' };
export const moderator: Actor = { id: '21', role: 'moderator' };
export const otherModerator: Actor = { id: '22', role: 'moderator' };
export const administrator: Actor = { id: '31', role: 'administrator' };
export const system: Actor = { id: '99', role: 'system' };

export const guildId = '7001';
export const bridge: Article = smallCorpus[0]!;

/** The body of those sentences. @throws where they make no quote. */
export function bodyFrom(article: Article, selection: Selection): QuoteBody {
  const result = bodyOf(article, selection);
  if (!result.ok) throw new Error(result.reason);
  return result.body;
}

export const body = bodyFrom(bridge, [2]);
export const otherBody = bodyFrom(bridge, [2, 3]);
/** As after a refresh: another version of the same article. */
export const newerBody: QuoteBody = { ...body, version: 'b'.repeat(64) };

/** A quote after those steps, each taken by that actor, one second apart. @throws where one is refused. */
export function quoteAfter(...steps: readonly (readonly [Actor, QuoteAction])[]): {
  readonly quote: Quote;
  readonly events: readonly QuoteEvent[];
} {
  let quote: Quote | undefined;
  const events: QuoteEvent[] = [];
  for (const [actor, action] of [[member, suggest] as const, ...steps]) {
    const nowMs = (events.length + 1) * 1_000;
    const result = transition(quote, action, { actor, nowMs, rules: { twoPersonRule: false } });
    if (!result.ok) throw new Error(`${action.kind}: ${result.reason}`);
    quote = result.quote;
    events.push(result.event);
  }
  return { quote: quote!, events };
}

export const suggest: QuoteAction = { kind: 'suggest', guildId, number: 1, body };
const approve = [moderator, { kind: 'approve' }] as const;
const post = [system, { kind: 'begin-posting', channelId: '500' }] as const;
const posted = [system, { kind: 'posted', messageId: '900' }] as const;

/** One valid quote in every state. */
export const quoteIn = {
  suggested: quoteAfter().quote,
  approved: quoteAfter(approve).quote,
  scheduled: quoteAfter(approve, [moderator, { kind: 'schedule', dueAtMs: 1_000_000 }]).quote,
  posting: quoteAfter(approve, post).quote,
  posted: quoteAfter(approve, post, posted).quote,
  corrected: quoteAfter(approve, post, posted, [moderator, { kind: 'correct', body: newerBody }]).quote,
  withdrawn: quoteAfter(approve, post, posted, [moderator, { kind: 'withdraw', mode: 'tombstone' }]).quote,
  rejected: quoteAfter([moderator, { kind: 'reject', reason: 'Terlalu pendek.' }]).quote,
} as const;
