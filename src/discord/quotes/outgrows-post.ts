import type { Quote, Snapshot } from '../../quotes/quote.ts';
import { snapshotOf } from '../../quotes/select-sentences.ts';
import type { Services } from '../services.ts';
import type { QuoteVisitor } from './quote-access.ts';
import type { AnyQuoteAction } from './quote-desk.ts';
import { lastEvent } from './read-events.ts';
import { isCorrected, renderPost } from './render-post.ts';

/**
 * Whether the quote fits one message now and would not any more after a note or correction: its post would
 * stay as it is, whatever was decided. False for what changes nothing that is shown.
 */
export async function outgrowsPost(
  quote: Quote,
  action: AnyQuoteAction,
  visitor: Pick<QuoteVisitor, 'settings' | 'serverTexts'>,
  services: Pick<Services, 'store' | 'index' | 'now'>,
): Promise<boolean> {
  const after = quoteAfter(quote, action);
  const snapshot = after && (await snapshotFor(after, services));
  if (after === undefined || snapshot === undefined) return false;
  const corrected = isCorrected(quote)
    ? await lastEvent(quote, 'corrected', services.store.quotes)
    : undefined;
  const rendered = renderPost({
    quote: after,
    snapshot,
    texts: visitor.serverTexts,
    timeZone: visitor.settings.timeZone,
    ...(isCorrected(after) && { correctedAtMs: corrected?.atMs ?? services.now() }),
  });
  return !rendered.ok && rendered.reason === 'too-long';
}

function quoteAfter(quote: Quote, action: AnyQuoteAction): Quote | undefined {
  if (action.kind === 'correct') return { ...quote, state: 'corrected', body: action.body };
  const note = action.kind === 'annotate' || action.kind === 'keep-with-note' ? action.note : undefined;
  return note === undefined ? undefined : { ...quote, note };
}

/** What its words are cut from: a correction's is not stored yet. */
async function snapshotFor(
  { guildId, body }: Quote,
  { store, index }: Pick<Services, 'store' | 'index'>,
): Promise<Snapshot | undefined> {
  const article = index.articles.get(body.articleId);
  if (article?.version === body.version) return snapshotOf(article);
  try {
    return await store.quotes.snapshot(guildId, body.articleId, body.version);
  } catch (error) {
    // A damaged text is dealt with where it is read for showing.
    if (error instanceof Error && error.name === 'StoredValueError') return undefined;
    throw error;
  }
}
