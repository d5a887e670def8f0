/** A read sentence enters; what no span of it may cut or run over leaves. */
import type { Span } from '../articles/article.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { SentenceWord } from './read-words.ts';
import { isOffice, isRank } from './word-roles.ts';

/** Words that are only told together, by their places, both included. */
export interface Whole {
  readonly first: number;
  readonly last: number;
  /** Where a name or date may begin as well, behind the office or house it is told with: "Pelatih | Sulistyo Hening", "SAR | Mayor Yudha". */
  readonly innerFirsts: readonly number[];
}

/** Whether a span that begins with the word would cut what is told together. */
export function isInside({ first, last, innerFirsts }: Whole, place: number): boolean {
  return first < place && place <= last && !innerFirsts.includes(place);
}

/** Whether what is told together, or the name in it, begins with the word. */
export function isBeginning({ first, innerFirsts }: Whole, place: number): boolean {
  return first === place || innerFirsts.includes(place);
}

/** Names, dates and figures with their units. In no particular order. */
export function findWholes(read: ReadSentence, words: readonly SentenceWord[]): Whole[] {
  const placesOf = (span: Span): { readonly first: number; readonly last: number } => ({
    first: words.findIndex((word) => word.end > span.start),
    last: words.findLastIndex((word) => word.start < span.end),
  });
  const names = joinPairs(read.names, read.text).map(placesOf);
  const isName = ({ first, last }: { readonly first: number; readonly last: number }): boolean =>
    names.some((name) => name.first === first && name.last === last);
  const others = [...read.dates, ...read.numbers, ...read.expected].map((span) => {
    const { first, last } = placesOf(span);
    // "sejak | November 2025": the date may also be told without what it bounds.
    const isBounded = words[first]?.role === 'time' || words[first]?.role === 'cause';
    return { first, last, innerFirsts: isBounded && first < last ? [first + 1] : [] };
  });
  return [
    ...names.map((name) => ({ ...name, innerFirsts: findNameFirsts(words, name) })),
    ...others.filter((other) => !isName(other)),
  ];
}

/** "Ayunda Prameswari/Kirana Talo" is one pair. */
function joinPairs(names: readonly Span[], text: string): Span[] {
  const joined: Span[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, name.start) === '/')
      joined[joined.length - 1] = { start: last.start, end: name.end };
    else joined.push(name);
  }
  return joined;
}

/** Short forms that a name begins with: a company's, a school's, a ship's. */
const opensName: ReadonlySet<string> = new Set(
  'pt cv ud rs rsud sd smp sma smk uu pp km kri ss uss'.split(' '),
);

function findNameFirsts(
  words: readonly SentenceWord[],
  { first, last }: { readonly first: number; readonly last: number },
): number[] {
  const firsts: number[] = [];
  for (let place = first + 1; place <= last; place++) {
    const before = words[place - 1];
    const word = words[place];
    if (before === undefined || word === undefined || word.isAcronym) continue;
    // "Direktur Keuangan RONK | Melinda", "gubernur BSS | Halimah", but PT Laut Biru and BPBD Wanakarta.
    const isBehindOffice = place - 1 > first || isOffice(words[first - 1]?.folded ?? '');
    const isHouse = before.isAcronym && isBehindOffice && !opensName.has(before.folded);
    if (isOffice(before.folded) || isHouse || isRank(word.folded)) firsts.push(place);
  }
  return firsts;
}

/** Small words that may stand between a negation and what it denies. */
const carriers: ReadonlySet<string> = new Set(
  'ada satu pun mau lebih is are was were be been any a an the yet ever even'.split(' '),
);
const carriersMax = 2;

/** Whether a negation before the word denies it: "tidak meninggal", "tidak ada korban". */
export function isDenied(words: readonly SentenceWord[], place: number): boolean {
  for (let before = place - 1; before >= place - 1 - carriersMax; before--) {
    const word = words[before];
    if (word === undefined || isMark(words[before + 1]?.gapBefore ?? '')) return false;
    if (word.role === 'negation') return true;
    if (word.role !== 'auxiliary' && !carriers.has(word.folded)) return false;
  }
  return false;
}

/** Whether a run of words may stand, by what it would cut apart or join. */
export type RunLimit = (run: Span & { readonly first: number; readonly last: number }) => boolean;

/**
 * Refuses runs that have one end of a quotation only, that run on from what somebody said to who said
 * it, from the middle of one sentence within a quotation to another, or over a dateline.
 */
export function limitRuns({ text, quotes }: ReadSentence, words: readonly SentenceWord[]): RunLimit {
  const limits = quotes.map((quote) => ({ ...quote, isStatement: isStatement(text, quote) }));
  const breaks = [...words.keys()].filter((place) => opensInnerSentence(words[place], words[place - 1]));
  const starts = new Set([
    0,
    ...breaks,
    ...quotes.map(({ start }) => words.findIndex((word) => word.start >= start)),
  ]);
  const ends = new Set([
    words.length - 1,
    ...breaks.map((place) => place - 1),
    ...quotes.map(({ end }) => words.findLastIndex((word) => word.end <= end)),
  ]);
  const dateline = findDateline(words);
  return (run) => {
    if (run.first < dateline && dateline <= run.last) return false;
    // Only whole sentences are joined.
    const isJoined = breaks.some((place) => run.first < place && place <= run.last);
    if (isJoined && !(starts.has(run.first) && ends.has(run.last))) return false;
    return limits.every(
      (quote) => isApart(run, quote) || (isAround(run, quote) && !(quote.isStatement && hasMore(run, quote))),
    );
  };
}

const isApart = (run: Span, quote: Span): boolean =>
  run.end <= quote.start || quote.end <= run.start || (quote.start <= run.start && run.end <= quote.end);
const isAround = (run: Span, quote: Span): boolean => run.start < quote.start && quote.end < run.end;
/** A mark before, a mark and a comma behind are the quotation's own. */
const hasMore = (run: Span, quote: Span): boolean => run.start < quote.start - 1 || run.end > quote.end + 2;

/** Whether somebody says it; else it is a title, or a word that is only marked. */
function isStatement(text: string, quote: Span): boolean {
  return (
    /[,.!?…]/u.test(text.slice(quote.end - 1, quote.end + 1)) ||
    /[,:]\s$/u.test(text.slice(0, quote.start - 1))
  );
}

function opensInnerSentence(word: SentenceWord | undefined, before: SentenceWord | undefined): boolean {
  if (word === undefined || before === undefined || !word.isCapital) return false;
  // "J. B. Dancer", "Dr. Siobhan Tierney", "PT. Maju": nothing ends there.
  const isShort = before.isCapital && before.end - before.start <= abbreviationMax;
  return !isShort && !isRank(before.folded) && /[.?!…]["”'’)]*\s/u.test(word.gapBefore);
}

/** Letters of a capitalised word that its full stop may only shorten. */
const abbreviationMax = 3;
const datelineWordsMax = 5;

/** The place of the first word behind "BATAM - " or "JAKARTA, KOMPAS.com -"; 0 without one. */
function findDateline(words: readonly SentenceWord[]): number {
  const place = words
    .slice(0, datelineWordsMax)
    .findIndex(({ gapBefore }) => /^\)?\s[-–—]\s$/u.test(gapBefore));
  return place > 0 && words.slice(0, place).every(({ isCapital }) => isCapital) ? place : 0;
}

/** Whether something other than white space or the inside of a word stands there. */
export const isMark = (gap: string): boolean => /[^\s\-\u2010\u2011'’/]/u.test(gap) || /\s[-/]\s/u.test(gap);
