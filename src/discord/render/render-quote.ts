/**
 * Spans of a snapshot enter, block-quote lines leave: the source's words, escaped, the answering
 * words bold, every cut shown. The words are cut from the snapshot here and nowhere else.
 */
import type { Sentence, Span } from '../../articles/article.ts';
import { cutMark, isInsidePair, snapBack, takeEnd, takeStart } from './cut-text.ts';
import { escapeMarkdown, toVisibleText } from './escape-markdown.ts';

export interface QuoteRequest {
  /** The article's snapshot. */
  readonly text: string;
  /** What may be shown. */
  readonly span: Span;
  /** The layout block around it: words of it that are left out are shown as a cut. */
  readonly block: Span;
  /** Sentences of the block, in order. */
  readonly sentences: readonly Sentence[];
  /** What must be shown first: the answering sentence. Default the span's first sentence. */
  readonly focus?: Span;
  /** Words in bold; anything outside what is shown is ignored. */
  readonly bold?: readonly Span[];
  /** UTF-16 units of the rendered quote, at least 60. */
  readonly lengthMax: number;
  /** Show only the focus sentence, even where more would fit. */
  readonly focusOnly?: boolean;
}

/**
 * The quote as block-quote lines without a line break at the end, at most `lengthMax` UTF-16 units:
 * the whole span where it fits, else the sentences around the focus, else words around it.
 */
export function renderQuote(request: QuoteRequest): string {
  const inside = request.sentences.filter(
    ({ start, end }) => start >= request.span.start && end <= request.span.end,
  );
  const focus = request.focus ?? inside[0] ?? request.span;
  let first = inside.findIndex(({ start, end }) => start <= focus.start && focus.end <= end);
  if (first < 0) {
    return fits(request, request.span) ?? renderWords(request, focus);
  }
  let last = first;
  let best = fits(request, spanOf(inside, first, last));
  if (best === undefined) {
    return renderWords(request, inside[first] ?? focus);
  }
  // What follows explains an answer more often than what precedes it, so it goes first.
  for (let grown = !request.focusOnly; grown;) {
    const after = widen(request, inside, first, last + 1);
    last += after === undefined ? 0 : 1;
    const before = widen(request, inside, first - 1, last);
    first -= before === undefined ? 0 : 1;
    best = before ?? after ?? best;
    grown = before !== undefined || after !== undefined;
  }
  return best;
}

/** The quote of exactly that span, whatever its length. */
function renderSpan(request: Omit<QuoteRequest, 'lengthMax' | 'sentences'>, shown: Span): string {
  const { text, block } = request;
  const before = toVisibleText(text.slice(block.start, shown.start)).trim() === '' ? '' : `${cutMark} `;
  const after = toVisibleText(text.slice(shown.end, block.end)).trim() === '' ? '' : ` ${cutMark}`;
  const body = splitAtBold(text, shown, request.bold ?? [])
    .map((piece) => renderPiece(text, piece, shown))
    .join('');
  // One line break is enough between the source's lines: blank lines only cost height on a phone.
  const lines = `${before}${body.trim()}${after}`.split(/\s*\n\s*/u);
  return lines.map((line) => `> ${line}`).join('\n');
}

/** The quote of those sentences, or undefined where there are none such or they do not fit. */
function widen(
  request: QuoteRequest,
  sentences: readonly Sentence[],
  first: number,
  last: number,
): string | undefined {
  return sentences[first] && sentences[last] ? fits(request, spanOf(sentences, first, last)) : undefined;
}

function fits(request: QuoteRequest, shown: Span): string | undefined {
  // Escaping never shortens by more than dropped control characters: skip hopeless work.
  if (shown.end - shown.start > request.lengthMax * 4) {
    return undefined;
  }
  const rendered = renderSpan(request, shown);
  return rendered.length <= request.lengthMax ? rendered : undefined;
}

/** Part of one sentence that is too long by itself, around its bold words. */
function renderWords(request: QuoteRequest, sentence: Span): string {
  const bold = request.bold?.find(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const heart = bold ?? { start: sentence.start, end: sentence.start };
  for (let units = request.lengthMax; units >= 1; units = Math.floor(units * 0.85)) {
    const shown = windowAround(request.text, sentence, heart, units);
    const rendered = renderSpan(request, shown);
    if (rendered.length <= request.lengthMax) {
      return rendered;
    }
  }
  return `> ${cutMark}`;
}

/** At most `units` of the sentence, cut between words, with the heart in it as far as it fits. */
function windowAround(text: string, sentence: Span, heart: Span, units: number): Span {
  const start = snapBack(text, heart.start);
  const kept = takeStart(text.slice(start, Math.max(start, heart.end)), units);
  const room = units - kept.length;
  const before = takeEnd(text.slice(sentence.start, start), Math.floor(room / 3));
  const following = start + kept.length;
  const after = takeStart(text.slice(following, sentence.end), room - before.length);
  return { start: start - before.length, end: following + after.length };
}

function spanOf(sentences: readonly Sentence[], first: number, last: number): Span {
  return { start: sentences[first]?.start ?? 0, end: sentences[last]?.end ?? 0 };
}

interface Piece extends Span {
  readonly bold: boolean;
}

function splitAtBold(text: string, shown: Span, bold: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = shown.start;
  for (const run of [...bold].sort((a, b) => a.start - b.start)) {
    // Outwards, so that no pair is parted.
    const start = Math.max(at, isInsidePair(text, run.start) ? run.start - 1 : run.start);
    const end = Math.min(shown.end, isInsidePair(text, run.end) ? run.end + 1 : run.end);
    const previous = pieces.at(-1);
    if (start >= end) {
      continue;
    }
    // Runs with nothing visible between them are one: `****` would show.
    if (previous && toVisibleText(text.slice(at, start)) === '') {
      pieces[pieces.length - 1] = { ...previous, end };
    } else {
      pieces.push({ start: at, end: start, bold: false }, { start, end, bold: true });
    }
    at = end;
  }
  return [...pieces, { start: at, end: shown.end, bold: false }];
}

/** Bold markers hug visible characters and never span a line: both are read differently by some clients. */
function renderPiece(text: string, { start, end, bold }: Piece, shown: Span): string {
  const words = text.slice(start, end);
  const before = text.slice(shown.start, start);
  const after = text.slice(end, shown.end);
  if (!bold) {
    return escapeMarkdown(words, { before, after });
  }
  const lines = toVisibleText(words).split('\n');
  return lines
    .map((line, place) => {
      const inner = line.trim();
      const from = line.indexOf(inner);
      const beside = {
        before: (place === 0 ? before : '') + line.slice(0, from),
        after: place === lines.length - 1 ? line.slice(from + inner.length) + after : '',
      };
      return inner === '' ? line : line.replace(inner, () => `**${escapeMarkdown(inner, beside)}**`);
    })
    .join('\n');
}
