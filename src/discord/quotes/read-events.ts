/** A quote's log, however long it is: page by page, from either end. */
import type { QuoteChange, QuoteEvent } from '../../quotes/quote-event.ts';
import { eventPageMax, type QuoteStore } from '../../quotes/quote-store.ts';
import type { Quote } from '../../quotes/quote.ts';

type Log = Pick<QuoteStore, 'history'>;

/** Every event, oldest first. */
export async function* readEvents(
  { guildId, number }: Pick<Quote, 'guildId' | 'number'>,
  log: Log,
): AsyncGenerator<QuoteEvent> {
  let after = 0;
  for (;;) {
    const page = await log.history(guildId, number, after);
    yield* page;
    if (page.length < eventPageMax) return;
    after = page.at(-1)?.revision ?? after;
  }
}

/** The newest event of that kind; undefined where there is none. */
export async function lastEvent(
  { guildId, number, revision }: Pick<Quote, 'guildId' | 'number' | 'revision'>,
  kind: QuoteChange['kind'],
  log: Log,
): Promise<QuoteEvent | undefined> {
  // Every event is one revision, without gaps.
  for (let upTo = revision; upTo > 0; upTo -= eventPageMax) {
    const page = await log.history(guildId, number, Math.max(0, upTo - eventPageMax));
    const found = page.findLast((event) => event.revision <= upTo && event.change.kind === kind);
    if (found !== undefined) return found;
  }
  return undefined;
}
