/**
 * The one place where a quote gets its words. A quote and the snapshot it points to enter; the words
 * leave, or the reason why they may not be shown.
 */
import type { Span } from '../articles/article.ts';
import { hashText } from './hash-text.ts';
import { cutMark } from './quote.ts';
import type { QuoteBody, QuoteSpan, Snapshot } from './quote.ts';

/** One span with its words. */
export interface QuotePart {
  readonly span: QuoteSpan;
  readonly words: string;
  /** What stands before it: nothing, the white space of the article, or the cut mark. */
  readonly joint: string;
}

/** A quote's words, exactly as the snapshot has them. */
export interface QuoteWords {
  /** In reading order, at least one. */
  readonly parts: readonly QuotePart[];
  /** The parts with their joints. */
  readonly text: string;
  /** Who speaks, in the article's words. */
  readonly speaker?: string;
}

export type BrokenQuote =
  | 'another-article'
  | 'another-version'
  /** The stored text is not the one its version names: a byte of it changed. */
  | 'snapshot-damaged'
  | 'no-spans'
  | 'span-outside'
  | 'spans-out-of-order'
  | 'words-differ';

export type CheckedQuote =
  | { readonly ok: true; readonly words: QuoteWords }
  | { readonly ok: false; readonly reason: BrokenQuote };

/** The quote's words, where the snapshot is whole and still holds them; linear in the snapshot. */
export function checkQuote(body: QuoteBody, snapshot: Snapshot): CheckedQuote {
  const reason = findBreak(body, snapshot);
  return reason === undefined ? { ok: true, words: cutWords(body, snapshot.text) } : { ok: false, reason };
}

/** What stands between two spans when they are shown one after the other. */
export function jointBetween(text: string, before: Span | undefined, after: Span): string {
  if (before === undefined) return '';
  const gap = text.slice(before.end, after.start);
  return gap.trim() === '' ? gap : ` ${cutMark} `;
}

function findBreak(body: QuoteBody, snapshot: Snapshot): BrokenQuote | undefined {
  if (body.articleId !== snapshot.articleId) return 'another-article';
  if (body.version !== snapshot.version) return 'another-version';
  if (hashText(snapshot.text) !== snapshot.version) return 'snapshot-damaged';
  if (body.spans.length === 0) return 'no-spans';
  let end = 0;
  for (const span of body.spans) {
    if (!isInside(span, snapshot.text)) return 'span-outside';
    if (span.start < end) return 'spans-out-of-order';
    if (hashText(snapshot.text.slice(span.start, span.end)) !== span.sha256) return 'words-differ';
    end = span.end;
  }
  return body.speaker !== undefined && !isInside(body.speaker, snapshot.text) ? 'span-outside' : undefined;
}

function isInside({ start, end }: Span, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
}

function cutWords({ spans, speaker }: QuoteBody, text: string): QuoteWords {
  const parts = spans.map((span, place) => ({
    span,
    words: text.slice(span.start, span.end),
    joint: jointBetween(text, spans[place - 1], span),
  }));
  return {
    parts,
    text: parts.map(({ joint, words }) => joint + words).join(''),
    ...(speaker && { speaker: text.slice(speaker.start, speaker.end) }),
  };
}
