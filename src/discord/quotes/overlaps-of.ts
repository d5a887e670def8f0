import { findOverlap, type Overlap } from '../../quotes/find-overlap.ts';
import { quotePageMax, type QuoteStore } from '../../quotes/quote-store.ts';
import { liveStates, type Quote, type QuoteBody } from '../../quotes/quote.ts';

/** Live quotes of that server that hold these words already, most first; all of the article are compared. */
export async function overlapsOf(
  body: QuoteBody,
  guildId: string,
  quotes: Pick<QuoteStore, 'quotes'>,
): Promise<readonly Overlap[]> {
  const live: Quote[] = [];
  let page: readonly Quote[];
  do {
    page = await quotes.quotes({
      guildId,
      articleId: body.articleId,
      states: liveStates,
      limit: quotePageMax,
      ...(live.length > 0 && { after: live.at(-1)?.number ?? 0 }),
    });
    live.push(...page);
  } while (page.length === quotePageMax);
  return findOverlap(body, live);
}
