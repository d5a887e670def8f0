/** A choice of sentences enters, a written suggestion leaves, or why there is none. */
import type { QuoteEvent } from '../../quotes/quote-event.ts';
import type { Quote } from '../../quotes/quote.ts';
import { bodyOf, snapshotOf } from '../../quotes/select-sentences.ts';
import { decideSuggestion, suggestionDayMs } from '../../quotes/suggestion-cap.ts';
import { transition } from '../../quotes/transition.ts';
import { overlapsOf } from './overlaps-of.ts';
import type { QuoteDeskParts, SuggestOutcome, SuggestRequest } from './quote-desk.ts';

export type SuggestedQuote =
  | { readonly ok: true; readonly quote: Quote; readonly event: QuoteEvent }
  | Extract<SuggestOutcome, { ok: false }>;

/** Writes to the quote store where it is allowed. Moderators, who review, are under no cap. */
export async function suggestQuote(
  { guildId, actor, articleId, selection, isImported }: SuggestRequest,
  { quotes, article: articleOf, settingsOf, now }: QuoteDeskParts,
): Promise<SuggestedQuote> {
  const article = articleOf(articleId);
  if (article === undefined) return { ok: false, reason: 'unknown-article' };
  const made = bodyOf(article, selection);
  if (!made.ok) return made;
  const overlaps = await overlapsOf(made.body, guildId, quotes);
  if (overlaps.length > 0) return { ok: false, reason: 'overlaps', overlaps };
  const nowMs = now();
  if (actor.role === 'member') {
    const counts = await quotes.suggestionCounts(guildId, actor.id, nowMs - suggestionDayMs);
    const allowed = decideSuggestion(counts);
    if (!allowed.ok) return allowed;
  }
  const number = await quotes.nextNumber(guildId);
  const imported = isImported && { isImported };
  const action = { kind: 'suggest', guildId, number, body: made.body, ...imported } as const;
  const result = transition(undefined, action, { actor, nowMs, rules: await settingsOf(guildId) });
  if (!result.ok) return result;
  const written = await quotes.write({ ...result, snapshot: snapshotOf(article) });
  return written === 'written' ? result : { ok: false, reason: 'already-suggested' };
}
