import type { Language } from '../language.ts';
import { numberWords, scaleAbbreviations } from './number-words.ts';
import type { NumberWord } from './number-words.ts';

/** A word or figure of the text. Offsets are UTF-16 code units; end is exclusive. */
export interface TextToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A number read from a run of tokens. */
export interface ReadNumber {
  readonly value: number;
  /** How many tokens it takes. */
  readonly length: number;
}

/** Words and figures in order; a figure keeps its separators ("2.750.000", "09.30"). */
export function tokenizeNumbers(text: string): readonly TextToken[] {
  return [...text.matchAll(/\d+(?:[.,]\d+)*|\p{L}+/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * The value of a figure by the language's separators: "2.750" is 2750 in Indonesian and 2.75 in English. Where only one
 * reading is a number ("2.75" in Indonesian, "1,500,000"), that one. Undefined where none is ("1.2.3", 17 digits).
 */
export function readFigure(figure: string, language: Language): number | undefined {
  const digits = figure.replaceAll(/[.,]/gu, '');
  if (!/^\d+(?:[.,]\d+)*$/u.test(figure) || digits.length > 15) return undefined;
  const separators = figure.match(/[.,]/gu) ?? [];
  const [first] = separators;
  const last = separators.at(-1);
  if (first === undefined || last === undefined) return Number(figure);
  const inThousands = /^\d{1,3}(?:[.,]\d{3})+$/u.test(figure);
  if (separators.length === 1) {
    const isGrouping = inThousands && first === (language === 'id' ? '.' : ',') && !figure.startsWith('0');
    return isGrouping ? Number(digits) : Number(figure.replace(first, '.'));
  }
  if (separators.every((separator) => separator === first)) return inThousands ? Number(digits) : undefined;
  // Both kinds: the last one is the decimal sign, "1.500,50".
  const [whole = '', ...fraction] = figure.split(last);
  if (fraction.length !== 1 || !/^\d{1,3}(?:[.,]\d{3})+$/u.test(whole)) return undefined;
  return Number(`${whole.replaceAll(/[.,]/gu, '')}.${fraction[0] ?? ''}`);
}

/** What has been read so far: closed groups, the open group, and the part of it that a multiplier takes. */
interface Reading {
  total: number;
  group: number;
  pending: number;
  smallestScale: number;
  last: NumberWord['role'] | 'figure' | 'article' | 'none';
}

/** Reads the longest number that begins at the token, in words, figures or both ("2,75 miliar"); undefined if none. */
export function readNumber(
  tokens: readonly TextToken[],
  at: number,
  text: string,
  language: Language,
): ReadNumber | undefined {
  const reading: Reading = { total: 0, group: 0, pending: 0, smallestScale: Infinity, last: 'none' };
  let length = 0;
  let index = at;
  while (index < tokens.length) {
    const token = tokens[index];
    if (token === undefined || (index > at && !isJoined(tokens[index - 1], token, text))) break;
    const word = token.text.toLowerCase();
    const filler = isFiller(word, reading, tokens[index + 1]?.text.toLowerCase());
    if (!filler && !take(word, token.text, reading, language)) break;
    if (filler && word === 'a' && reading.last === 'none') reading.last = 'article';
    index += 1;
    // A filler belongs to the number only when something of the number follows.
    if (!filler) length = index - at;
  }
  if (length === 0) return undefined;
  const value = reading.total + reading.group + reading.pending;
  return { value: withoutNoise(value), length };
}

/** 2.75 billion is 2750000000, not 2749999999.9999995; whole numbers stay as they are. */
function withoutNoise(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

/** Parts of one number stand apart by spaces or a hyphen only. */
function isJoined(before: TextToken | undefined, token: TextToken, text: string): boolean {
  return before !== undefined && /^[\s ]{0,2}$|^-$/u.test(text.slice(before.end, token.start));
}

/** "two hundred AND fifty", "two AND A half", "A hundred", "half A million". */
function isFiller(word: string, reading: Reading, next: string | undefined): boolean {
  const role = next === undefined ? undefined : numberWords.get(next)?.role;
  if (word === 'and')
    return reading.last !== 'none' && (role !== undefined || next === 'a') && role !== 'scale';
  if (word !== 'a' || role === undefined) return false;
  return role === 'multiplier' || role === 'scale' || role === 'half';
}

function take(word: string, written: string, reading: Reading, language: Language): boolean {
  if (/^\d/u.test(word)) {
    const value = readFigure(word, language);
    if (value === undefined || !(reading.last === 'none' || reading.last === 'scale')) return false;
    reading.pending = value;
    reading.last = 'figure';
    return true;
  }
  const abbreviated = reading.last === 'figure' ? scaleOf(word, written, language) : undefined;
  const known =
    abbreviated === undefined ? numberWords.get(word) : { role: 'scale' as const, value: abbreviated };
  return known !== undefined && takeWord(known, reading);
}

/** "M" behind a figure is miliar in Indonesian and million in English; "m" is metres. */
function scaleOf(word: string, written: string, language: Language): number | undefined {
  if (written === 'M') return language === 'id' ? 1e9 : 1e6;
  if (written === 'T' && language === 'id') return 1e12;
  // In Indonesian a "mil" is a mile.
  if (word === 'mil' && language === 'id') return undefined;
  return scaleAbbreviations.get(word);
}

function takeWord(word: NumberWord, reading: Reading): boolean {
  const fresh = ['none', 'article', 'scale', 'multiplier', 'one-hundred'].includes(reading.last);
  switch (word.role) {
    case 'unit':
      if (!fresh && reading.last !== 'ten') return false;
      reading.group += reading.pending;
      reading.pending = word.value;
      break;
    case 'one-hundred':
      if (reading.last !== 'none' && reading.last !== 'scale') return false;
      reading.pending = 100;
      break;
    case 'one-scale':
      if (!(reading.last === 'none' || reading.last === 'scale') || word.value >= reading.smallestScale)
        return false;
      reading.total += word.value;
      reading.smallestScale = word.value;
      break;
    case 'ten':
    case 'whole':
      if (!fresh) return false;
      reading.group += reading.pending;
      reading.pending = word.value;
      break;
    case 'teen':
      if (reading.last !== 'unit') return false;
      reading.pending += 10;
      break;
    case 'multiplier':
      if (['multiplier', 'one-hundred', 'half', 'whole'].includes(reading.last)) return false;
      if (reading.last === 'none') return false;
      if (reading.last === 'article' || reading.last === 'scale') reading.pending = 1;
      reading.pending *= word.value;
      break;
    case 'half':
      reading.pending += 0.5;
      break;
    case 'scale':
      if (reading.last === 'none' || word.value >= reading.smallestScale) return false;
      reading.total += (reading.last === 'article' ? 1 : reading.group + reading.pending) * word.value;
      reading.group = 0;
      reading.pending = 0;
      reading.smallestScale = word.value;
      break;
  }
  reading.last = word.role === 'one-scale' ? 'scale' : word.role;
  return true;
}
