/** What a run of words is and has: what the question asks for, names and figures, length, words of the question. */
import type { Span } from '../articles/article.ts';
import type { PreparedSpans } from './prepare-spans.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { WordRun } from './span-candidates.ts';
import { spanSignalPlaces as at, type SpanSignalRow } from './span-signals.ts';
import type { WordRole } from './word-roles.ts';

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Adds how the run stands to the spans of the kind asked for. */
export function addExpected(
  row: SpanSignalRow,
  { read, expectedDistances }: PreparedSpans,
  run: WordRun,
): void {
  const { expected, words } = read;
  let count = 0;
  let first = -1;
  for (const [place, span] of expected.entries()) {
    if (!within(span, run)) continue;
    if (first < 0) first = place;
    count++;
  }
  const span = expected[first];
  if (span === undefined) return;
  row[at.hasExpected] = 1;
  row[at.hasSeveralExpected] = count > 1 ? 1 : 0;
  let beside = 0;
  for (let place = run.first; place <= run.last; place++) {
    const word = words[place];
    if (word !== undefined && !expected.some((other) => within(other, run) && within(word, other))) beside++;
  }
  row[at.wordsBesideExpected] = Math.log2(1 + beside);
  if (!same(span, run)) return;
  row[at.isExpected] = 1;
  row[at.isFirstExpected] = Number(first === 0);
  row[at.isOnlyExpected] = expected.length === 1 ? 1 : 0;
  const distance = expectedDistances[first] ?? 0;
  row[at.isNearestExpected] = expectedDistances.every((other) => other >= distance) ? 1 : 0;
}

const isAny = (spans: readonly Span[], run: Span): boolean => spans.some((span) => same(span, run));
const hasAny = (spans: readonly Span[], run: Span): boolean => spans.some((span) => within(span, run));

/** Adds which names, dates, figures and quotations it is, and which it has. */
export function addForms(
  row: SpanSignalRow,
  { names, dates, numbers, measures, quotes, words }: ReadSentence,
  run: WordRun,
): void {
  let hasFocus = false;
  for (let place = run.first; place <= run.last; place++) hasFocus ||= words[place]?.isFocus === true;
  const isName = isAny(names, run);
  const isNumber = isAny(numbers, run);
  row[at.isName] = Number(isName);
  row[at.hasName] = Number(hasAny(names, run));
  row[at.isDate] = Number(isAny(dates, run));
  row[at.hasDate] = Number(hasAny(dates, run));
  row[at.isNumber] = Number(isNumber);
  row[at.hasNumber] = Number(hasAny(numbers, run));
  const isQuote = quotes.some(
    (quote) => same(quote, run) || (quote.start - 1 === run.start && quote.end + 1 === run.end),
  );
  row[at.isQuote] = Number(isQuote);
  row[at.hasQuote] = Number(hasAny(quotes, run));
  row[at.hasFocus] = Number(hasFocus);
  row[at.hasUnit] = Number(hasAny(measures, run));
  row[at.isUnit] = Number(isAny(measures, run));
  row[at.inQuote] = Number(quotes.some((quote) => within(run, quote) && !same(run, quote)));
  row[at.numberHasFocus] = Number(hasFocus && isNumber);
  row[at.nameHasFocus] = Number(hasFocus && isName);
}

/** Adds how long it is and how much of it the question has. */
export function addWords(row: SpanSignalRow, { read, newCount }: PreparedSpans, run: WordRun): void {
  let [content, asked, capitals, fresh, matched] = [0, 0, 0, 0, 0];
  for (let place = run.first; place <= run.last; place++) {
    const word = read.words[place];
    if (word === undefined) continue;
    matched += word.matched;
    if (word.role !== 'content') continue;
    content++;
    if (word.isAsked) asked++;
    else fresh++;
    if (word.isCapital) capitals++;
  }
  const length = run.last - run.first + 1;
  row[at.isOnlyCapitals] = Number(content > 0 && capitals === content);
  row[at.length] = Math.log2(length);
  row[at.over5] = Number(length > 5);
  row[at.over10] = Number(length > 10);
  row[at.over20] = Number(length > 20);
  row[at.sentenceShare] = (run.end - run.start) / Math.max(1, read.text.length);
  row[at.askedShare] = content === 0 ? 1 : asked / content;
  row[at.isAllAsked] = Number(asked === content);
  row[at.askedWeight] = Math.min(2, matched);
  row[at.newShare] = fresh / Math.max(1, newCount);
  row[at.beginsWithFocus] = Number(read.words[run.first]?.isFocus ?? false);
}

const insideSignals: Partial<Record<WordRole, number>> = {
  and: at.hasAnd,
  relative: at.hasRelative,
  cause: at.hasCause,
  purpose: at.hasCause,
  contrast: at.hasContrast,
  negation: at.hasNegation,
  copula: at.hasCopula,
  place: at.hasPlace,
  auxiliary: at.hasAuxiliary,
  says: at.hasSays,
};
const mark = /[;:()–—"“”]/u;

/** Adds what it runs over behind its first word. */
export function addInside(row: SpanSignalRow, { words }: ReadSentence, run: WordRun): void {
  for (let place = run.first + 1; place <= run.last; place++) {
    const word = words[place];
    if (word === undefined) continue;
    if (word.gapBefore !== ' ') {
      if (word.gapBefore.includes(',')) row[at.hasComma] = 1;
      if (mark.test(word.gapBefore)) row[at.hasMark] = 1;
    }
    const inside = insideSignals[word.role];
    if (inside !== undefined) row[inside] = 1;
    if (word.isVerb) row[at.hasVerb] = 1;
  }
  if (words[run.first]?.role === 'negation') row[at.hasNegation] = 1;
}
