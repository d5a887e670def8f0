/**
 * Text as two typesettings of the same words share it: composed letters, one kind of quotation mark,
 * plain hyphens, three dots, single spaces, nothing invisible. Letters, case and punctuation stay.
 */

export interface CanonicalText {
  readonly text: string;
  /** Where each UTF-16 unit of `text` begins in the source; one more at the end for the source's end. */
  readonly starts: readonly number[];
}

export type Typography = 'quotation-marks' | 'dashes' | 'ellipsis' | 'spaces' | 'unicode';

const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
/** Single and double alike: which of them a text uses is its house style. */
const quotationMarks =
  /["\u2018\u2019\u201A\u201B\u2032\u0060\u00B4\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/u;
const dashes = /[\u2010-\u2015\u2212]/u;
const cluster = /\P{M}\p{M}*|\p{M}+/gsu;

/** The canonical form; `starts` is left empty unless asked for. Linear in the text. */
export function canonicalise(text: string, withStarts = true): CanonicalText {
  const pieces: string[] = [];
  const starts: number[] = [];
  let isSpaced = true;
  for (const match of text.matchAll(cluster)) {
    const whole = match[0];
    let form =
      whole.length === 1 && whole < '\u0080' && whole !== '"' && whole !== '`'
        ? whole
        : canonicalCluster(whole);
    if (form.trim() === '' && form !== '') {
      if (isSpaced) continue;
      form = ' ';
    }
    if (form === '') continue;
    isSpaced = form === ' ';
    pieces.push(form);
    if (withStarts) for (let unit = 0; unit < form.length; unit += 1) starts.push(match.index);
  }
  if (withStarts) starts.push(text.length);
  return { text: pieces.join(''), starts };
}

/** How two texts with the same canonical form differ, in a fixed order; empty where they are the same. */
export function typographyOf(one: string, other: string): readonly Typography[] {
  if (one === other) return [];
  const found: Typography[] = [];
  const differs = (pattern: RegExp): boolean => marksOf(one, pattern) !== marksOf(other, pattern);
  if (differs(/[\p{Pi}\p{Pf}\u201A\u201E\u2032\u2033\u0060\u00B4'"]/gu)) found.push('quotation-marks');
  if (differs(/[\u2010-\u2015\u2212-]/gu)) found.push('dashes');
  if (differs(/\u2026|\.{3}/gu)) found.push('ellipsis');
  if (differs(/\s+/gu)) found.push('spaces');
  const isComposed = one.normalize('NFC') === one && other.normalize('NFC') === other;
  const isSeen = !invisible.test(one) && !invisible.test(other);
  if (!isComposed || !isSeen || found.length === 0) found.push('unicode');
  return found;
}

function canonicalCluster(whole: string): string {
  const form = whole.normalize('NFC');
  if (form === '\u2026') return '...';
  if (quotationMarks.test(form)) return form.replace(quotationMarks, "'");
  if (dashes.test(form)) return form.replace(dashes, '-');
  return invisible.test(form) ? form.replace(invisible, '') : form;
}

function marksOf(text: string, pattern: RegExp): string {
  return [...text.matchAll(pattern)].map(String).join('\u0000');
}
