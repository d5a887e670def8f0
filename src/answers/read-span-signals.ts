/**
 * A read sentence and a run of its words enter, the run's signals leave. This runs some thousand times
 * for one question: what is the same for all runs of a sentence is worked out once, and nothing is
 * allocated for a run but its row.
 */
import type { Span } from '../articles/article.ts';
import type { ReadSentence, SentenceWord } from './read-sentence.ts';
import type { WordRun } from './span-candidates.ts';
import { spanSignalPlaces as at, spanSignals } from './span-signals.ts';
import type { WordRole } from './word-roles.ts';

/** Signals of one run, in the order of `spanSignals`; overwritten by the next run of the sentence. */
export type SpanSignalRow = Float64Array;

/** Signals of runs of one sentence. */
export type SpanSignalReader = (run: WordRun) => SpanSignalRow;

/** What all runs of a sentence share. */
interface Prepared {
  readonly read: ReadSentence;
  /** By span of the kind asked for, how far it is from the words of the question. */
  readonly expectedDistances: readonly number[];
  /** Content words that the question does not have. */
  readonly newCount: number;
  /** By word: where the clause it stands in begins, and where the one behind it begins. */
  readonly clauseStarts: readonly number[];
  readonly nextClauses: readonly number[];
  /** Match of the question's words in the whole sentence. */
  readonly matchedSum: number;
  /** By clause, as first word × words + end: its match. */
  readonly clauseSums: Map<number, number>;
}

/** Reads the signals of the sentence's runs. */
export function createSpanSignalReader(read: ReadSentence): SpanSignalReader {
  const { words, expected } = read;
  const opens = words.map(opensClause);
  const clauseStarts: number[] = [];
  for (const place of words.keys())
    clauseStarts.push(opens[place] === true ? place : (clauseStarts.at(-1) ?? 0));
  const nextClauses = words.map((_, place) => {
    const next = opens.indexOf(true, place + 1);
    return next === -1 ? words.length : next;
  });
  const prepared: Prepared = {
    read,
    expectedDistances: expected.map((span) => meanDistance(span, words)),
    newCount: words.filter(isNew).length,
    clauseStarts,
    nextClauses,
    matchedSum: words.reduce((sum, { matched }) => sum + matched, 0),
    clauseSums: new Map(),
  };
  const row = new Float64Array(spanSignals.length);
  return (run) => {
    row.fill(0);
    addExpected(row, prepared, run);
    addForms(row, read, run);
    addWords(row, prepared, run);
    addInside(row, read, run);
    addMatchesAround(row, prepared, run);
    addClause(row, prepared, run);
    addBeginning(row, read, run);
    addEnd(row, read, run);
    return row;
  };
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const isNew = ({ role, isAsked }: SentenceWord): boolean => role === 'content' && !isAsked;

function addExpected(row: SpanSignalRow, { read, expectedDistances }: Prepared, run: WordRun): void {
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
  row[at.isOnlyExpected] = expected.length === 1 ? 1 : 0;
  const distance = expectedDistances[first] ?? 0;
  row[at.isNearestExpected] = expectedDistances.every((other) => other >= distance) ? 1 : 0;
}

/** Weighted mean of the gaps between a span and the matched words, in UTF-16 units. */
function meanDistance(span: Span, words: readonly SentenceWord[]): number {
  let sum = 0;
  for (const word of words) sum += word.matched * Math.max(0, word.start - span.end, span.start - word.end);
  return sum;
}

const isAny = (spans: readonly Span[], run: Span): boolean => spans.some((span) => same(span, run));
const hasAny = (spans: readonly Span[], run: Span): boolean => spans.some((span) => within(span, run));

/** Which names, dates, figures and quotations it is, and which it has. */
function addForms(
  row: SpanSignalRow,
  { names, dates, numbers, quotes, words }: ReadSentence,
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
  row[at.numberHasFocus] = Number(hasFocus && isNumber);
  row[at.nameHasFocus] = Number(hasFocus && isName);
}

function addWords(row: SpanSignalRow, { read, newCount }: Prepared, run: WordRun): void {
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

/** What it runs over behind its first word. */
function addInside(row: SpanSignalRow, { words }: ReadSentence, run: WordRun): void {
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

/** What divides a sentence into clauses. */
const clauseMark = /[,;:()–—]/u;
const opensClause = (word: SentenceWord): boolean => clauseMark.test(word.gapBefore);
/** Words to either side whose matches count as around the run. */
const windowWords = 6;

function addMatchesAround(row: SpanSignalRow, { read: { words } }: Prepared, run: WordRun): void {
  let [before, behind, gapSum, weightSum] = [0, 0, 0, 0];
  let [gapBefore, gapBehind] = [Infinity, Infinity];
  for (let place = 0; place < words.length; place++) {
    const matched = words[place]?.matched ?? 0;
    if (matched === 0) continue;
    const gap = place < run.first ? run.first - place : place > run.last ? place - run.last : 0;
    gapSum += matched * Math.log2(1 + gap);
    weightSum += matched;
    if (gap === 0) continue;
    if (place < run.first) {
      gapBefore = Math.min(gapBefore, gap);
      if (gap <= windowWords) before += matched;
    } else {
      gapBehind = Math.min(gapBehind, gap);
      if (gap <= windowWords) behind += matched;
    }
  }
  row[at.matchedBefore] = Math.min(2, before);
  row[at.matchedBehind] = Math.min(2, behind);
  row[at.noneBefore] = Number(gapBefore === Infinity);
  row[at.noneBehind] = Number(gapBehind === Infinity);
  if (gapBefore < Infinity) row[at.gapBefore] = Math.log2(gapBefore);
  if (gapBehind < Infinity) row[at.gapBehind] = Math.log2(gapBehind);
  row[at.meanGap] = weightSum > 0 ? gapSum / weightSum : 0;
}

/** How much of what the sentence matches stands in the clauses of the run, and the thing asked for beside it. */
function addClause(row: SpanSignalRow, prepared: Prepared, run: WordRun): void {
  const { read, clauseStarts, nextClauses, matchedSum, clauseSums } = prepared;
  const { words } = read;
  const first = clauseStarts[run.first] ?? 0;
  const end = nextClauses[run.last] ?? words.length;
  const clause = first * words.length + end;
  let sum = clauseSums.get(clause);
  if (sum === undefined) {
    sum = 0;
    for (let place = first; place < end; place++) sum += words[place]?.matched ?? 0;
    clauseSums.set(clause, sum);
  }
  row[at.clauseMatched] = matchedSum === 0 ? 0 : sum / matchedSum;
  row[at.focusJustBefore] = Number(words[run.first - 1]?.isFocus ?? false);
  row[at.focusJustBehind] = Number(words[run.last + 1]?.isFocus ?? false);
  for (let place = Math.max(0, run.first - 3); place < run.first; place++) {
    if (words[place]?.isFocus === true) row[at.focusNearBefore] = 1;
  }
}

const beginSignals: Partial<Record<WordRole, number>> = {
  place: at.beginsPlace,
  time: at.beginsTime,
  cause: at.beginsCause,
  purpose: at.beginsPurpose,
  relative: at.beginsRelative,
  copula: at.beginsCopula,
  with: at.beginsWith,
  negation: at.beginsNegation,
  auxiliary: at.beginsAuxiliary,
  agent: at.beginsAgent,
  and: at.beginsAnd,
  contrast: at.beginsContrast,
  pronoun: at.beginsPronoun,
};
const afterSignals: Partial<Record<WordRole, number>> = {
  place: at.afterPlace,
  time: at.afterTime,
  cause: at.afterCause,
  purpose: at.afterPurpose,
  copula: at.afterCopula,
  naming: at.afterNaming,
  agent: at.afterAgent,
  with: at.afterWith,
  relative: at.afterRelative,
  about: at.afterAbout,
  says: at.afterSays,
  and: at.afterAnd,
  auxiliary: at.afterAuxiliary,
  content: at.afterContent,
  determiner: at.afterDeterminer,
};
const behindSignals: Partial<Record<WordRole, number>> = {
  content: at.beforeContent,
  relative: at.beforeRelative,
  and: at.beforeAnd,
  place: at.beforePlace,
  time: at.beforeTime,
  copula: at.beforeCopula,
  purpose: at.beforePurpose,
  contrast: at.beforeContrast,
  says: at.beforeSays,
  auxiliary: at.beforeAuxiliary,
  agent: at.beforeAgent,
};

/** How it begins and what stands before it. */
function addBeginning(row: SpanSignalRow, { words }: ReadSentence, run: WordRun): void {
  const first = words[run.first];
  const before = words[run.first - 1];
  if (first === undefined) return;
  row[at.beginsSmall] = Number(first.role !== 'content');
  const begins = beginSignals[first.role];
  if (begins !== undefined) row[begins] = 1;
  row[at.beginsVerb] = Number(first.isVerb);
  row[at.opensSentence] = Number(before === undefined);
  const hasMark = /[^\s]/u.test(first.gapBefore);
  const hasComma = first.gapBefore.includes(',');
  row[at.afterComma] = Number(hasComma);
  if (before === undefined) return;
  if (hasMark) {
    row[at.afterMark] = Number(!hasComma);
    return;
  }
  row[at.afterMatched] = Number(before.matched > 0);
  row[at.afterAsked] = Number(before.isAsked);
  row[at.afterVerb] = Number(before.isVerb);
  const after = afterSignals[before.role];
  if (after !== undefined) row[after] = 1;
}

/** How it ends and what stands behind it. */
function addEnd(row: SpanSignalRow, { words }: ReadSentence, run: WordRun): void {
  const next = words[run.last + 1];
  row[at.closesSentence] = Number(next === undefined);
  if (next === undefined) return;
  row[at.beforeVerb] = Number(next.isVerb);
  const hasComma = next.gapBefore.includes(',');
  row[at.beforeComma] = Number(hasComma);
  if (/[^\s]/u.test(next.gapBefore)) {
    row[at.beforeMark] = Number(!hasComma);
    return;
  }
  row[at.beforeMatched] = Number(next.matched > 0);
  const behind = behindSignals[next.role];
  if (behind !== undefined) row[behind] = 1;
}
