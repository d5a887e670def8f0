/**
 * A quote and its stored snapshot enter, the message that shows it leaves: whole, or not at all. The
 * words come from `checkQuote` alone; what Kutip and moderators say stands visibly apart from them.
 */
import { checkQuote, type BrokenQuote, type QuoteWords } from '../../quotes/check-quote.ts';
import { cutMark, type Quote, type Snapshot } from '../../quotes/quote.ts';
import { messageLengthMax } from '../limits.ts';
import { renderInline } from '../render/cut-text.ts';
import { escapeInline, escapeMarkdown } from '../render/escape-markdown.ts';
import type { Texts } from '../texts/texts.ts';
import { citeQuote } from './quote-place.ts';

const speakerLengthMax = 120;

export interface PostRequest {
  readonly quote: Pick<Quote, 'number' | 'body' | 'note' | 'state' | 'attempt'>;
  readonly snapshot: Snapshot;
  readonly texts: Texts;
  /** When its words were last corrected, for a quote that is. */
  readonly correctedAtMs?: number;
  /** IANA; for the day of a correction. */
  readonly timeZone: string;
}

export type RenderedPost =
  /** 1 to 2,000 UTF-16 units. */
  | { readonly ok: true; readonly content: string }
  | { readonly ok: false; readonly reason: BrokenQuote | 'too-long' };

/** What begins the citation line of every message that shows that quote, or showed it: found again by it. */
export function postMark(number: number): string {
  return `**#${number}** · `;
}

/** The post. Where it would be too long it goes without the link; without its words it never goes. */
export function renderPost(request: PostRequest): RenderedPost {
  const checked = checkQuote(request.quote.body, request.snapshot);
  if (!checked.ok) return checked;
  const contents = [true, false].map((withLink) => compose(request, checked.words, withLink));
  const content = contents.find(({ length }) => length <= messageLengthMax);
  return content === undefined ? { ok: false, reason: 'too-long' } : { ok: true, content };
}

/** What stands in the place of a post that was withdrawn. */
export function renderTombstone(
  { number, withdrawal }: Pick<Quote, 'number' | 'withdrawal'>,
  { quotePost }: Texts,
): string {
  const { reason } = withdrawal ?? {};
  return `${postMark(number)}${quotePost.withdrawn(reason === undefined ? undefined : escapeInline(reason))}`;
}

/** The words as a block quote; visible, they read exactly as `words.text` does. */
export function renderWords({ parts, text }: QuoteWords): string {
  let at = 0;
  const rendered = parts.map(({ joint, words }) => {
    const start = at + joint.length;
    at = start + words.length;
    const escaped = escapeMarkdown(words, { before: text.slice(0, start), after: text.slice(at) });
    // The mark is ours, and left as it is: a phone's notification would show the backslashes.
    return (joint.includes(cutMark) ? joint : escapeMarkdown(joint)) + escaped;
  });
  // One line break is enough between the source's lines: blank ones only cost height on a phone.
  const lines = rendered
    .join('')
    .trim()
    .split(/\s*\n\s*/u);
  return lines.map((line) => `> ${line}`).join('\n');
}

function compose(request: PostRequest, words: QuoteWords, withLink: boolean): string {
  const { quote, texts } = request;
  const { quotePost } = texts;
  const { speaker } = words;
  return [
    renderWords(words),
    ...(speaker === undefined ? [] : [quotePost.speaker(renderInline(speaker, speakerLengthMax))]),
    renderCitation(request, withLink),
    ...(quote.note === undefined ? [] : [quotePost.note(escapeInline(quote.note))]),
    ...(isCorrected(quote) ? [quotePost.corrected(correctionDay(request))] : []),
  ].join('\n');
}

function renderCitation({ quote, snapshot, texts }: PostRequest, withLink: boolean): string {
  return postMark(quote.number) + citeQuote(quote.body, snapshot, { texts, withLink });
}

/** Also while a corrected quote is being posted once more. */
export function isCorrected({ state, attempt }: Pick<Quote, 'state' | 'attempt'>): boolean {
  return state === 'corrected' || attempt?.from === 'corrected';
}

function correctionDay({ texts, correctedAtMs, timeZone }: PostRequest): string {
  const format = new Intl.DateTimeFormat(texts.locale === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'long',
    timeZone,
  });
  return correctedAtMs === undefined ? '–' : format.format(correctedAtMs);
}
