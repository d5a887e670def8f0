/** A choice of sentences enters, a written suggestion leaves, or why there is none. */
import type { Actor } from '../../quotes/permissions.ts';
import type { QuoteEvent } from '../../quotes/quote-event.ts';
import type { QuoteStore } from '../../quotes/quote-store.ts';
import type { Quote, QuoteBody } from '../../quotes/quote.ts';
import { bodyOf, snapshotOf } from '../../quotes/select-sentences.ts';
import { decideSuggestion, suggestionDayMs } from '../../quotes/suggestion-cap.ts';
import { transition } from '../../quotes/transition.ts';
import { overlapsOf } from './overlaps-of.ts';
import type { QuoteDeskParts, SuggestOutcome, SuggestRequest } from './quote-desk.ts';

/** How often it looks anew where another process takes words at the same time. */
const attemptsMax = 8;

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
  const rules = await settingsOf(guildId);
  let number: number | undefined;
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const nowMs = now();
    // Before looking: another process that takes words while this one looks is noticed by the write.
    const wordsRevision = await quotes.wordsRevision(guildId);
    const refusal = await refuseSuggestion({ guildId, actor, body: made.body, nowMs }, quotes);
    if (refusal !== undefined) return refusal;
    number ??= await quotes.nextNumber(guildId);
    const imported = isImported && { isImported };
    const action = { kind: 'suggest', guildId, number, body: made.body, ...imported } as const;
    const result = transition(undefined, action, { actor, nowMs, rules });
    if (!result.ok) return result;
    const written = await quotes.write({ ...result, wordsRevision, snapshot: snapshotOf(article) });
    if (written === 'written') return result;
  }
  return { ok: false, reason: 'stale' };
}

interface Suggestion {
  readonly guildId: string;
  readonly actor: Actor;
  readonly body: QuoteBody;
  readonly nowMs: number;
}

/** Words that are quoted already, or a member who has suggested enough. */
async function refuseSuggestion(
  { guildId, actor, body, nowMs }: Suggestion,
  quotes: QuoteStore,
): Promise<Extract<SuggestOutcome, { ok: false }> | undefined> {
  const overlaps = await overlapsOf(body, guildId, quotes);
  if (overlaps.length > 0) return { ok: false, reason: 'overlaps', overlaps };
  if (actor.role !== 'member') return undefined;
  const counts = await quotes.suggestionCounts(guildId, actor.id, nowMs - suggestionDayMs);
  const allowed = decideSuggestion(counts);
  return allowed.ok ? undefined : allowed;
}
