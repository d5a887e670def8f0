import { escapeInline } from './escape-markdown.ts';

/** Shown wherever words of the source, or of a question, are left out. */
export const cutMark = '[…]';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** A base letter with more marks than this is not writing any more and may be cut through. */
const graphemeLengthMax = 64;

/**
 * The largest offset ≤ `offset` that splits no grapheme (or, where a grapheme is absurdly long, no
 * surrogate pair).
 */
export function snapBack(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) {
    return Math.max(0, Math.min(offset, text.length));
  }
  // Segmenting from a little before is enough and keeps hostile texts cheap.
  const from = snapToCodePoint(text, Math.max(0, offset - graphemeLengthMax * 2));
  const around = text.slice(from, offset + graphemeLengthMax);
  const index = graphemes.segment(around).containing(offset - from)?.index;
  const snapped = index === undefined ? offset : from + index;
  return offset - snapped > graphemeLengthMax || snapped < from ? snapToCodePoint(text, offset) : snapped;
}

/** The largest offset ≤ `offset` that is not inside a surrogate pair. */
function snapToCodePoint(text: string, offset: number): number {
  return isInsidePair(text, offset) ? offset - 1 : offset;
}

/** Whether cutting at `offset` would part a surrogate pair. */
export function isInsidePair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
}

/** The beginning of a text, at most `lengthMax` UTF-16 units, cut between words where there are any. */
export function takeStart(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) {
    return text;
  }
  const hard = snapBack(text, lengthMax);
  const space = text.slice(0, hard + 1).search(/\s\S*$/u);
  return text.slice(0, space > hard / 2 ? space : hard).trimEnd();
}

/** The end of a text, at most `lengthMax` UTF-16 units, cut between words where there are any. */
export function takeEnd(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) {
    return text;
  }
  let from = text.length - lengthMax;
  while (snapBack(text, from) !== from) {
    from += 1;
  }
  const space = text.slice(from, from + Math.floor(lengthMax / 2)).search(/\s/u);
  return text.slice(space < 0 ? from : from + space).trimStart();
}

/**
 * One line of somebody else's words, escaped, at most `lengthMax` UTF-16 units as sent; a cut is
 * shown by `cutMark`. `lengthMax` must be at least 20.
 */
export function renderInline(text: string, lengthMax: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const whole = escapeInline(line.slice(0, lengthMax + 1));
  if (line.length <= lengthMax && whole.length <= lengthMax) {
    return whole;
  }
  for (let units = lengthMax - cutMark.length - 1; units > 0; units = Math.floor(units * 0.85)) {
    const shortened = `${escapeInline(takeStart(line, units))} ${cutMark}`;
    if (shortened.length <= lengthMax) {
      return shortened;
    }
  }
  return cutMark;
}
