/**
 * What a button means, in its custom ID alone: nothing about it is kept in memory. This file is the
 * only one that builds or parses custom IDs. They come back from clients, so parsing trusts nothing.
 *
 *   k1:c:KEY VERSION ORDINAL[:START.LENGTH]    in context, with the answering words
 *   k1:m:FIRST:KEY VERSION ORD.ORD~KEY VERSION ORD    more passages, numbered from FIRST
 *   k1:s:PAGE:KEY or -:TERMS                  a page of a search
 *   k1:l:PAGE                                 a page of the list of articles
 *
 * (without the spaces; numbers in base 36).
 */
import type { Span } from '../articles/article.ts';
import { customIdLengthMax, searchTermsLengthMax } from './limits.ts';
import { articleKeyLength, versionPrefixLength, type PassageReference } from './passage-reference.ts';

export type ButtonMeaning =
  | {
      readonly kind: 'context';
      readonly passage: PassageReference;
      /** Answering words, as offsets into the snapshot. */
      readonly highlight?: Span;
    }
  | {
      readonly kind: 'more';
      /** Number the first of them is shown with, from 1; the last one's is at most 99. */
      readonly firstNumber: number;
      /** Best first, at least one; building drops the last ones where the ID would get too long. */
      readonly passages: readonly PassageReference[];
    }
  | {
      readonly kind: 'search';
      /** From 1. */
      readonly page: number;
      /** Only this article. */
      readonly articleKey?: string;
      /** 1 to `searchTermsLengthMax` UTF-16 units. */
      readonly terms: string;
    }
  | { readonly kind: 'articles'; readonly page: number };

export type ButtonKind = ButtonMeaning['kind'];

/** Raised with every change of the format, so that an old button is recognised and says so. */
const version = 'k1';
/** Larger numbers are nobody's page or offset. */
const numberMax = 36 ** 5 - 1;
/** The last number a passage of *More* can have: far beyond what any answer ranks. */
const passageNumberMax = 99;
const passagePattern = `([A-Za-z0-9_-]{${articleKeyLength}})([0-9a-f]{${versionPrefixLength}})`;
const groupPattern = new RegExp(`^${passagePattern}([0-9a-z]{1,5}(?:\\.[0-9a-z]{1,5})*)$`);
const singlePattern = new RegExp(`^${passagePattern}([0-9a-z]{1,5})$`);

/**
 * The custom ID of a button with that meaning, at most 100 UTF-16 units.
 *
 * @throws {RangeError} for search terms that are empty or too long, or numbers out of range.
 */
export function buildCustomId(meaning: ButtonMeaning): string {
  const id = build(meaning);
  if (id.length > customIdLengthMax || parseCustomId(id) === undefined) {
    throw new RangeError('No custom ID can carry this button');
  }
  return id;
}

/** The meaning of a custom ID, or undefined for anything this version did not build. */
export function parseCustomId(id: string): ButtonMeaning | undefined {
  if (id.length > customIdLengthMax || !id.startsWith(`${version}:`)) {
    return undefined;
  }
  const [, kind = '', ...fields] = id.split(':');
  switch (kind) {
    case 'c':
      return parseContext(fields);
    case 'm':
      return parseMore(fields);
    case 's':
      return parseSearch(fields);
    case 'l': {
      const page = parseNumber(fields[0], 1);
      return fields.length === 1 && page !== undefined ? { kind: 'articles', page } : undefined;
    }
    default:
      return undefined;
  }
}

function build(meaning: ButtonMeaning): string {
  if (meaning.kind === 'context') {
    const { passage, highlight } = meaning;
    const place = `${version}:c:${head(passage)}${base36(passage.ordinal)}`;
    return highlight
      ? `${place}:${base36(highlight.start)}.${base36(highlight.end - highlight.start)}`
      : place;
  }
  if (meaning.kind === 'more') {
    return buildMore(meaning.firstNumber, meaning.passages);
  }
  return meaning.kind === 'search'
    ? `${version}:s:${base36(meaning.page)}:${meaning.articleKey ?? '-'}:${meaning.terms}`
    : `${version}:l:${base36(meaning.page)}`;
}

/** Passages of the same article in a row share its name; what does not fit is left off. */
function buildMore(firstNumber: number, passages: readonly PassageReference[]): string {
  let id = `${version}:m:${base36(firstNumber)}:`;
  let previous = '';
  for (const passage of passages) {
    const article = head(passage);
    const separator = previous === '' ? '' : previous === article ? '.' : '~';
    const addition = separator + (previous === article ? '' : article) + base36(passage.ordinal);
    if (id.length + addition.length > customIdLengthMax) {
      break;
    }
    id += addition;
    previous = article;
  }
  return id;
}

function parseContext(fields: readonly string[]): ButtonMeaning | undefined {
  const passage = parsePassages(singlePattern, fields[0])?.[0];
  if (!passage || fields.length > 2) {
    return undefined;
  }
  if (fields[1] === undefined) {
    return { kind: 'context', passage };
  }
  const [startField, lengthField, ...others] = fields[1].split('.');
  const start = parseNumber(startField, 0);
  const length = parseNumber(lengthField, 1);
  return start === undefined || length === undefined || others.length > 0
    ? undefined
    : { kind: 'context', passage, highlight: { start, end: start + length } };
}

function parseMore(fields: readonly string[]): ButtonMeaning | undefined {
  const firstNumber = parseNumber(fields[0], 1);
  const groups = fields[1]?.split('~').map((group) => parsePassages(groupPattern, group)) ?? [];
  const passages = groups.flatMap((group) => group ?? []);
  if (firstNumber === undefined || fields.length !== 2 || groups.includes(undefined)) {
    return undefined;
  }
  return firstNumber + passages.length - 1 <= passageNumberMax
    ? { kind: 'more', firstNumber, passages }
    : undefined;
}

function parseSearch([pageField, key, ...rest]: readonly string[]): ButtonMeaning | undefined {
  const page = parseNumber(pageField, 1);
  // Terms come last and may hold colons themselves.
  const terms = rest.join(':');
  if (page === undefined || terms.trim() === '' || terms.length > searchTermsLengthMax) {
    return undefined;
  }
  if (key === '-') {
    return { kind: 'search', page, terms };
  }
  return key !== undefined && /^[A-Za-z0-9_-]{8}$/.test(key)
    ? { kind: 'search', page, articleKey: key, terms }
    : undefined;
}

function parsePassages(pattern: RegExp, field: string | undefined): PassageReference[] | undefined {
  const [, key, versionPrefix, ordinals] = pattern.exec(field ?? '') ?? [];
  if (key === undefined || versionPrefix === undefined || ordinals === undefined) {
    return undefined;
  }
  const numbers = ordinals.split('.').map((ordinal) => parseNumber(ordinal, 0));
  return numbers.includes(undefined)
    ? undefined
    : numbers.map((ordinal) => ({ articleKey: key, versionPrefix, ordinal: ordinal ?? 0 }));
}

function head({ articleKey, versionPrefix }: PassageReference): string {
  return articleKey + versionPrefix;
}

function base36(number: number): string {
  return Number.isSafeInteger(number) && number >= 0 && number <= numberMax ? number.toString(36) : '!';
}

/** Only the one way of writing a number that `base36` uses, so that parsing and building are inverse. */
function parseNumber(field: string | undefined, least: number): number | undefined {
  if (field === undefined || !/^(?:0|[1-9a-z][0-9a-z]{0,4})$/.test(field)) {
    return undefined;
  }
  const number = Number.parseInt(field, 36);
  return number >= least ? number : undefined;
}
