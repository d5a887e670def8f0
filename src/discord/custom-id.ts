/**
 * What a button means, in its custom ID alone: nothing about it is kept in memory. This file is the
 * only one that builds or parses custom IDs. They come back from clients, so parsing trusts nothing.
 *
 *   k1:c:KEY VERSION ORDINAL[:START.LENGTH]    in context, with the answering words
 *   k1:m:FIRST:KEY VERSION ORD.ORD~KEY VERSION ORD    more passages, numbered from FIRST
 *   k1:s:PAGE:KEY or -:TERMS                  a page of a search
 *   k1:l:PAGE                                 a page of the list of articles
 *   k1:v:u or d:QUESTION                      a vote on the answer to that question
 *   k1:r:QUESTION                             the reason of a vote
 *   k1:t:FIELD:CHANNEL or -                   a setting of the server, or of that channel
 *   k1:g:VIEW:PAGE                            a page of the gaps
 *   k1:h:ACT:GAP                              what to do about a gap
 *   k1:p:PAGE                                 a page of what is stored
 *   k1:f:y or n                               forget me, or rather not
 *   k1:q…                                     about quotes: quotes/quote-button.ts
 *
 * (without the spaces; numbers in base 36, Discord's own IDs as they are).
 */
import type { Span } from '../articles/article.ts';
import { base36, parseNumber } from './custom-id-fields.ts';
import { customIdLengthMax, searchTermsLengthMax } from './limits.ts';
import { articleKeyLength, versionPrefixLength, type PassageReference } from './passage-reference.ts';
import { buildQuoteId, parseQuoteId, type QuoteMeaning } from './quotes/quote-button.ts';

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
  | { readonly kind: 'articles'; readonly page: number }
  /** `questionId`: the message or interaction that asked. */
  | { readonly kind: 'vote'; readonly value: 'up' | 'down'; readonly questionId: string }
  | { readonly kind: 'reason'; readonly questionId: string }
  | {
      readonly kind: 'setting';
      readonly field: SettingField;
      /** Of this channel; the server's own where it is absent. */
      readonly channelId?: string;
    }
  | { readonly kind: 'gaps'; readonly view: GapView; readonly page: number }
  | {
      readonly kind: 'gap';
      readonly act: GapAct;
      /** The gap's ID, or the decision's for `undo`; absent where a select's value names it. */
      readonly id?: string;
    }
  /** Opens the dialog that searches a passage for that gap, and is the dialog's own ID. */
  | { readonly kind: 'gap-search'; readonly gapId: string }
  | { readonly kind: 'privacy'; readonly page: number }
  | { readonly kind: 'forget'; readonly isSure: boolean }
  | QuoteMeaning;

/** Settings that a select or a button changes. */
export const settingFields = [
  'channel',
  'mode',
  'place',
  'visibility',
  'channel-articles',
  'role',
  'no-role',
  'language',
  'digest',
  'digest-channel',
  'articles',
  'quote-channel',
  'no-quote-channel',
  'review-channel',
  'no-review-channel',
  'two-person-rule',
  'quote-cards',
] as const;
export type SettingField = (typeof settingFields)[number];

export const gapViews = ['open', 'decided', 'votes'] as const;
export type GapView = (typeof gapViews)[number];

export const gapActs = ['show', 'dismiss', 'teach', 'undo'] as const;
export type GapAct = (typeof gapActs)[number];

export type ButtonKind = ButtonMeaning['kind'];

/** Raised with every change of the format, so that an old button is recognised and says so. */
const version = 'k1';
/** The last number a passage of *More* can have: far beyond what any answer ranks. */
const passageNumberMax = 99;
const passagePattern = `([A-Za-z0-9_-]{${articleKeyLength}})([0-9a-f]{${versionPrefixLength}})`;
const groupPattern = new RegExp(`^${passagePattern}([0-9a-z]{1,5}(?:\\.[0-9a-z]{1,5})*)$`);
const idPattern = /^[A-Za-z0-9_-]{1,40}$/;
const snowflakePattern = /^[0-9]{1,20}$/;
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
      return parseChoice(kind, fields);
  }
}

/** The shorter ones: two fields at most. */
function parseChoice(kind: string, fields: readonly string[]): ButtonMeaning | undefined {
  const [first = '', second = ''] = fields;
  const isOne = fields.length === 1;
  const isTwo = fields.length === 2;
  switch (kind) {
    case 'v':
      if (!isTwo || !/^[ud]$/.test(first) || !snowflakePattern.test(second)) return undefined;
      return { kind: 'vote', value: first === 'u' ? 'up' : 'down', questionId: second };
    case 'r':
      return isOne && snowflakePattern.test(first) ? { kind: 'reason', questionId: first } : undefined;
    case 't':
      return isTwo ? parseSetting(first, second) : undefined;
    case 'g': {
      const view = gapViews.find((known) => known === first);
      const page = parseNumber(second, 1);
      return isTwo && view && page !== undefined ? { kind: 'gaps', view, page } : undefined;
    }
    case 'h':
      return isTwo ? parseGap(first, second) : undefined;
    case 'p': {
      const page = parseNumber(first, 1);
      return isOne && page !== undefined ? { kind: 'privacy', page } : undefined;
    }
    case 'f':
      return isOne && /^[yn]$/.test(first) ? { kind: 'forget', isSure: first === 'y' } : undefined;
    default:
      return parseQuoteId(kind, fields);
  }
}

function parseSetting(name: string, channelId: string): ButtonMeaning | undefined {
  const field = settingFields.find((known) => known === name);
  if (!field) return undefined;
  if (channelId === '-') return { kind: 'setting', field };
  return snowflakePattern.test(channelId) ? { kind: 'setting', field, channelId } : undefined;
}

function parseGap(name: string, id: string): ButtonMeaning | undefined {
  if (name === 'search') return idPattern.test(id) ? { kind: 'gap-search', gapId: id } : undefined;
  const act = gapActs.find((known) => known === name);
  if (!act) return undefined;
  if (id === '') return { kind: 'gap', act };
  return idPattern.test(id) ? { kind: 'gap', act, id } : undefined;
}

function isAboutQuotes(meaning: ButtonMeaning): meaning is QuoteMeaning {
  return meaning.kind.startsWith('quote-');
}

function build(meaning: ButtonMeaning): string {
  if (isAboutQuotes(meaning)) return `${version}:${buildQuoteId(meaning)}`;
  switch (meaning.kind) {
    case 'context': {
      const { passage, highlight } = meaning;
      const place = `${version}:c:${head(passage)}${base36(passage.ordinal)}`;
      return highlight
        ? `${place}:${base36(highlight.start)}.${base36(highlight.end - highlight.start)}`
        : place;
    }
    case 'more':
      return buildMore(meaning.firstNumber, meaning.passages);
    case 'search':
      return `${version}:s:${base36(meaning.page)}:${meaning.articleKey ?? '-'}:${meaning.terms}`;
    case 'articles':
      return `${version}:l:${base36(meaning.page)}`;
    case 'vote':
      return `${version}:v:${meaning.value === 'up' ? 'u' : 'd'}:${meaning.questionId}`;
    case 'reason':
      return `${version}:r:${meaning.questionId}`;
    case 'setting':
      return `${version}:t:${meaning.field}:${meaning.channelId ?? '-'}`;
    case 'gaps':
      return `${version}:g:${meaning.view}:${base36(meaning.page)}`;
    case 'gap':
      return `${version}:h:${meaning.act}:${meaning.id ?? ''}`;
    case 'gap-search':
      return `${version}:h:search:${meaning.gapId}`;
    case 'privacy':
      return `${version}:p:${base36(meaning.page)}`;
    case 'forget':
    default:
      return `${version}:f:${meaning.isSure ? 'y' : 'n'}`;
  }
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
