import type { Language } from '../language.ts';
import { findDates } from './dates.ts';
import type { DateMention } from './dates.ts';
import { fractionWords, numberWords, ordinalWords } from './number-words.ts';
import { readFigure, readNumber, tokenizeNumbers } from './read-number.ts';
import type { TextToken } from './read-number.ts';

/** What a number says of something. */
export type QuantityKind = 'number' | 'ordinal' | 'percent' | 'money';

/** A number in a text. */
export interface Quantity {
  /** UTF-16 offsets into the text, end exclusive; with its sign of percent or currency. */
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
  readonly value: number;
  /** The same for words and figures of both languages: `n:250`, `o:3` for ordinals, `n:5%`. Money is a plain number. */
  readonly canonical: string;
}

/** Longer texts are read to here: an article's paragraph is far shorter. */
const textLengthMax = 100_000;
/** Characters that a currency sign before its figure takes, with the space and the character before. */
const currencyLengthMax = 6;
const currencyBefore = /(?<![\p{L}\p{N}])(?:rp\.?|idr|us\$|usd|s\$|a\$|[$€£¥])\s?$/iu;
const currencyAfter =
  /^\s?(?:rupiah|dolar(?: (?:as|amerika))?|(?:us )?dollars?|euros?|yen|yuan|pound(?:s|sterling)?)(?!\p{L})/iu;
const percentAfter = /^\s?(?:%|(?:persen|percent|per cent|pct)(?!\p{L}))/iu;

/**
 * Numbers of a text in words and figures, in order, never overlapping; dates and times of day are left to `findDates`.
 * "salah satu" and "one of" are no numbers. Never throws.
 */
export function findQuantities(text: string, language: Language): readonly Quantity[] {
  return findFigures(text, language).quantities;
}

/** As `findQuantities` and `findDates`, for who wants both: the dates are looked for once. */
export function findFigures(
  text: string,
  language: Language,
): { readonly quantities: readonly Quantity[]; readonly dates: readonly DateMention[] } {
  const read = text.slice(0, textLengthMax);
  const dates = findDates(read, language);
  return { quantities: readQuantities(read, language, dates), dates };
}

function readQuantities(read: string, language: Language, dates: readonly DateMention[]): Quantity[] {
  const tokens = withoutDates(tokenizeNumbers(read), dates);
  const found: Quantity[] = [];
  let index = 0;
  while (index < tokens.length) {
    const hit = readAt(index, tokens, read, language);
    if (hit !== undefined) found.push(hit.quantity);
    index += hit?.length ?? 1;
  }
  return found;
}

/** Both lists are in order of place. */
function withoutDates(tokens: readonly TextToken[], dates: readonly DateMention[]): readonly TextToken[] {
  let date = 0;
  return tokens.filter((token) => {
    while ((dates[date]?.end ?? Infinity) <= token.start) date += 1;
    return (dates[date]?.start ?? Infinity) >= token.end;
  });
}

interface Hit {
  readonly quantity: Quantity;
  /** Tokens used up. */
  readonly length: number;
}

function readAt(
  index: number,
  tokens: readonly TextToken[],
  text: string,
  language: Language,
): Hit | undefined {
  const token = tokens[index];
  if (token === undefined || isPartOfName(token, text)) return undefined;
  return (
    readOrdinal(index, tokens, text) ??
    readFraction(index, tokens, text) ??
    readCardinal(index, tokens, text, language)
  );
}

/** "GPT4" and "StarCraft2" are names. */
function isPartOfName(token: TextToken, text: string): boolean {
  const before = text.slice(Math.max(0, token.start - currencyLengthMax), token.start);
  return /[\p{L}\p{N}_]$/u.test(before) && !currencyBefore.test(before);
}

/** "pertama", "kedua puluh", "ke-3", "3rd", "twenty-first". */
function readOrdinal(index: number, tokens: readonly TextToken[], text: string): Hit | undefined {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined) return undefined;
  const word = token.text.toLowerCase();
  const gap = next === undefined ? '' : text.slice(token.end, next.start);
  const figure = next === undefined ? undefined : Number(next.text);
  if (word === 'ke' && next !== undefined && /^\d{1,6}$/u.test(next.text) && /^-?$/u.test(gap)) {
    return ordinal(token.start, next.end, figure ?? 0, 2);
  }
  if (/^\d{1,6}$/u.test(word) && next !== undefined && gap === '' && /^(?:st|nd|rd|th)$/iu.test(next.text)) {
    return ordinal(token.start, next.end, Number(word), 2);
  }
  const tens = numberWords.get(word);
  const units = next === undefined ? undefined : ordinalWords.get(next.text.toLowerCase());
  if (
    tens?.role === 'ten' &&
    next !== undefined &&
    units !== undefined &&
    units < 10 &&
    /^[ -]$/u.test(gap)
  ) {
    return ordinal(token.start, next.end, tens.value + units, 2);
  }
  const listed = ordinalWords.get(word);
  if (listed !== undefined) return ordinal(token.start, token.end, listed, 1);
  return readIndonesianOrdinal(index, tokens, text);
}

/** "ketiga", "kesebelas", "kedua belas", "kedua puluh lima". */
function readIndonesianOrdinal(index: number, tokens: readonly TextToken[], text: string): Hit | undefined {
  const token = tokens[index];
  const base = token === undefined ? undefined : /^ke(\p{L}{3,})$/iu.exec(token.text)?.[1];
  if (token === undefined || base === undefined || !numberWords.has(base.toLowerCase())) return undefined;
  const stripped = tokens.with(index, { ...token, text: base });
  const number = readNumber(stripped, index, text, 'id');
  const last = number === undefined ? undefined : tokens[index + number.length - 1];
  if (number === undefined || last === undefined) return undefined;
  return ordinal(token.start, last.end, number.value, number.length);
}

function ordinal(start: number, end: number, value: number, length: number): Hit {
  return { quantity: { start, end, kind: 'ordinal', value, canonical: `o:${value}` }, length };
}

/** "sepertiga", "dua pertiga", "tiga perempat", "a quarter" aside: "quarter" is mostly three months. */
function readFraction(index: number, tokens: readonly TextToken[], text: string): Hit | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  const single = fractionWords.get(token.text.toLowerCase());
  if (single !== undefined) return fraction(token.start, token.end, single, 1);
  const next = tokens[index + 1];
  const below =
    next === undefined ? undefined : fractionWords.get(next.text.toLowerCase().replace(/^per/u, 'seper'));
  const above = numberWords.get(token.text.toLowerCase());
  if (next === undefined || below === undefined || above?.role !== 'unit') return undefined;
  if (text.slice(token.end, next.start) !== ' ') return undefined;
  return fraction(token.start, next.end, above.value * below, 2);
}

function fraction(start: number, end: number, exact: number, length: number): Hit {
  const value = Math.round(exact * 1e4) / 1e4;
  return { quantity: { start, end, kind: 'number', value, canonical: `n:${value}` }, length };
}

function readCardinal(
  index: number,
  tokens: readonly TextToken[],
  text: string,
  language: Language,
): Hit | undefined {
  const number = readNumber(tokens, index, text, language);
  const first = tokens[index];
  const last = number === undefined ? undefined : tokens[index + number.length - 1];
  if (number === undefined || first === undefined || last === undefined) return undefined;
  if (isLoneWord(number.length, first, tokens[index - 1], tokens[index + 1], language)) return undefined;
  const before = currencyBefore.exec(
    text.slice(Math.max(0, first.start - currencyLengthMax), first.start),
  )?.[0];
  const rest = text.slice(last.end, last.end + 20);
  const after = currencyAfter.exec(rest)?.[0];
  const percent = percentAfter.exec(rest)?.[0];
  const start = first.start - (before?.length ?? 0);
  const end = last.end + (percent ?? after ?? '').length;
  const kind = percent === undefined ? ((before ?? after) === undefined ? 'number' : 'money') : 'percent';
  const canonical = `n:${number.value}${percent === undefined ? '' : '%'}`;
  return { quantity: { start, end, kind, value: number.value, canonical }, length: number.length };
}

/** Words that look like numbers but count nothing: "salah satu", "one of". */
function isLoneWord(
  length: number,
  token: TextToken,
  before: TextToken | undefined,
  after: TextToken | undefined,
  language: Language,
): boolean {
  if (length > 1 || readFigure(token.text, language) !== undefined) return false;
  const word = token.text.toLowerCase();
  if (word === 'satu') return /^(?:salah|se)$/iu.test(before?.text ?? '');
  return word === 'one' && /^(?:of|s|another|day|who|that|can)$/iu.test(after?.text ?? '');
}
