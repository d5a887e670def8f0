/**
 * Lines that follow each other without a blank line: are they one paragraph somebody's editor has
 * wrapped, or paragraphs of their own, as news copied from a page mostly is? The lines say it
 * themselves: a wrapped line ends where the next word no longer fits.
 */

/** Lines up to this many UTF-16 units may come from an editor that wraps; longer ones do not. */
export const wrappedLineMax = 120;
/** A subheading without a mark of its own has at most this many UTF-16 units. */
const subheadingLengthMax = 80;

const sentenceEnd = /[.!?…]["'”’»)\]*_]{0,4}$/u;
const openEnd = /[.!?…:;,–—-]["'”’»)\]*_]{0,4}$/u;

/** One line of a file, without white space at its ends; `number` from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Lines that belong together, at least one. */
export interface LineGroup {
  readonly lines: readonly Line[];
  readonly isSubheading: boolean;
}

/** Splits a run of lines into paragraphs and unmarked subheadings, in order. Linear. */
export function groupLines(run: readonly Line[]): LineGroup[] {
  const width = run.reduce((longest, line) => Math.max(longest, line.text.length), 0);
  const groups: LineGroup[] = [];
  let open: Line[] = [];
  for (const [index, line] of run.entries()) {
    const next = run[index + 1];
    open.push(line);
    const isSubheading =
      width > wrappedLineMax &&
      open.length === 1 &&
      isSubheadingBetween(run[index - 1]?.text, line.text, next?.text);
    if (next !== undefined && !isSubheading && !isBreak(line.text, next.text, width)) continue;
    groups.push({ lines: open, isSubheading });
    open = [];
  }
  return groups;
}

/** Whether the text ends as a sentence does. */
export function endsLikeSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-8));
}

/** Whether a line can be a headline: short, and it neither ends a sentence nor goes on. */
export function looksLikeHeadline(text: string, lengthMax: number): boolean {
  return (
    text.length <= lengthMax &&
    !openEnd.test(text.slice(-8)) &&
    /^["'“‘([]{0,2}(?:[\p{Lu}\p{N}]|\p{Ll}{1,3}\p{Lu})/u.test(text)
  );
}

/** A headline that stands between two paragraphs of whole sentences. */
export function isSubheadingBetween(
  before: string | undefined,
  text: string,
  behind: string | undefined,
): boolean {
  return (
    before !== undefined &&
    behind !== undefined &&
    looksLikeHeadline(text, subheadingLengthMax) &&
    endsLikeSentence(before) &&
    endsLikeSentence(behind) &&
    behind.length > text.length
  );
}

/** Whether the first word of the next line would still have fitted: then the break was made on purpose. */
export function isDeliberateBreak(line: string, next: string, width: number): boolean {
  const firstWord = /^\S{0,200}/.exec(next)?.[0] ?? '';
  return line.length + 1 + firstWord.length <= width;
}

function isBreak(line: string, next: string, width: number): boolean {
  const isLong = line.length > wrappedLineMax;
  if (line.endsWith(':')) return width > wrappedLineMax;
  if (!endsLikeSentence(line)) return false;
  if (isLong) return true;
  // A small letter goes on with the sentence, unless the word is one like xAI or iPhone.
  return isDeliberateBreak(line, next, width) && !/^\p{Ll}(?!\p{Ll}{0,2}\p{Lu})/u.test(next);
}
