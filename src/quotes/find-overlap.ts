import type { Span } from '../articles/article.ts';
import { liveStates } from './quote.ts';
import type { Quote, QuoteBody } from './quote.ts';

/** From this share of its words on, a suggestion is shown the live quote instead of being added. */
export const overlapShareMin = 0.8;

export interface Overlap {
  readonly quote: Quote;
  /** How much of the suggestion the live quote already holds, above 0 to 1. */
  readonly share: number;
  /** The very same words. */
  readonly isSame: boolean;
}

/**
 * Live quotes that already hold at least `overlapShareMin` of the suggestion's words, most first, then
 * by number. In another snapshot of the article only whole spans with the same words count.
 */
export function findOverlap(body: QuoteBody, quotes: readonly Quote[]): readonly Overlap[] {
  const total = body.spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return quotes
    .filter(
      (quote) => liveStates.includes(quote.state) && quote.body.articleId === body.articleId && total > 0,
    )
    .map((quote) => ({
      quote,
      share: sharedUnits(body, quote.body) / total,
      isSame: isSame(body, quote.body),
    }))
    .filter(({ share }) => share >= overlapShareMin)
    .sort((a, b) => b.share - a.share || a.quote.number - b.quote.number);
}

function sharedUnits(body: QuoteBody, live: QuoteBody): number {
  if (body.version !== live.version) {
    const known = new Set(live.spans.map(({ sha256 }) => sha256));
    return body.spans.reduce((sum, span) => sum + (known.has(span.sha256) ? span.end - span.start : 0), 0);
  }
  return body.spans.reduce(
    (sum, span) => sum + live.spans.reduce((part, other) => part + sharedLength(span, other), 0),
    0,
  );
}

function sharedLength(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

function isSame(one: QuoteBody, other: QuoteBody): boolean {
  return (
    one.spans.length === other.spans.length &&
    one.spans.every(({ sha256 }, place) => other.spans[place]?.sha256 === sha256)
  );
}
