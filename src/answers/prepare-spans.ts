/** A read sentence enters; what all its runs share, worked out once, leaves. */
import type { Span } from '../articles/article.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { SentenceWord } from './read-words.ts';

/** What all runs of a sentence share. */
export interface PreparedSpans {
  readonly read: ReadSentence;
  /** By span of the kind asked for, how far it is from the words of the question. */
  readonly expectedDistances: readonly number[];
  /** Content words that the question does not have. */
  readonly newCount: number;
  /** By word: where the clause it stands in begins, and where the one behind it begins. */
  readonly clauseStarts: readonly number[];
  readonly nextClauses: readonly number[];
  /** By word: the nearest verb before it, and behind it, in its clause; -1 without one. */
  readonly verbsBefore: readonly number[];
  readonly verbsBehind: readonly number[];
  /** By word: whether it goes on with a list, as "B" and "C" of "A, B, dan C" do. */
  readonly isListed: readonly boolean[];
  /** Match of the question's words in the whole sentence. */
  readonly matchedSum: number;
  /** The same, where words of like use count as well. */
  readonly nearSum: number;
  /** By clause, as first word × words + end: its match, and its nearness. */
  readonly clauseSums: Map<number, { readonly matched: number; readonly near: number }>;
}

/** Prepares the sentence. */
export function prepareSpans(read: ReadSentence): PreparedSpans {
  const { words, expected } = read;
  const opens = words.map(opensClause);
  const clauseStarts: number[] = [];
  for (const place of words.keys())
    clauseStarts.push(opens[place] === true ? place : (clauseStarts.at(-1) ?? 0));
  const nextClauses = words.map((_, place) => {
    const next = opens.indexOf(true, place + 1);
    return next === -1 ? words.length : next;
  });
  const isVerb = (place: number): boolean => words[place]?.isVerb === true;
  return {
    read,
    expectedDistances: expected.map((span) => meanDistance(span, words)),
    newCount: words.filter(isNew).length,
    clauseStarts,
    nextClauses,
    verbsBefore: words.map((_, place) => findFrom(place - 1, clauseStarts[place] ?? 0, isVerb)),
    verbsBehind: words.map((_, place) =>
      findFrom(place + 1, (nextClauses[place] ?? words.length) - 1, isVerb),
    ),
    isListed: words.map((_, place) => isListed(words, place)),
    matchedSum: words.reduce((sum, { matched }) => sum + matched, 0),
    nearSum: words.reduce((sum, { near }) => sum + near, 0),
    clauseSums: new Map(),
  };
}

/** What divides a sentence into clauses. */
const clauseMark = /[,;:()–—]/u;
const opensClause = (word: SentenceWord): boolean => clauseMark.test(word.gapBefore);

/** Whether the word says something that the question does not. */
export const isNew = ({ role, isAsked }: SentenceWord): boolean => role === 'content' && !isAsked;

/** Weighted mean of the gaps between a span and the matched words, in UTF-16 units. */
function meanDistance(span: Span, words: readonly SentenceWord[]): number {
  let sum = 0;
  for (const word of words) sum += word.matched * Math.max(0, word.start - span.end, span.start - word.end);
  return sum;
}

/** The first place on the way from one to another, both included, of which it is true; -1 without one. */
function findFrom(from: number, to: number, isTrue: (place: number) => boolean): number {
  const step = from <= to ? 1 : -1;
  for (let place = from; ; place += step) {
    if (isTrue(place)) return place;
    if (place === to || Math.abs(place - from) > findMax) return -1;
  }
}

const findMax = 20;

const formOf = ({ isCapital, hasDigit }: SentenceWord): string =>
  hasDigit ? 'figure' : isCapital ? 'name' : 'word';
/** Words within which a list of ordinary words must come to its "and". */
const listWordsMax = 10;

function isListed(words: readonly SentenceWord[], place: number): boolean {
  const word = words[place];
  const before = words[place - 1];
  if (word === undefined || before === undefined) return false;
  if (before.role === 'and' || word.role === 'and') return true;
  if (!word.gapBefore.includes(',') || word.role !== 'content') return false;
  if (formOf(word) === formOf(before) && formOf(word) !== 'word') return true;
  const ahead = words.slice(place + 1, place + listWordsMax);
  return ahead.some(({ role }) => role === 'and');
}
