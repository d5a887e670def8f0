/** What speaks for a run of words being the answer: a number for every signal, in one fixed order. */
import type { Span } from '../articles/article.ts';
import type { ReadSentence, SentenceWord } from './read-sentence.ts';
import type { WordRun } from './span-candidates.ts';
import type { WordRole } from './word-roles.ts';

/** Signals of a run; each is 0 to about 1 unless its comment says more. */
export const spanSignals = [
  // Of the kind asked for: it is such a span, the only one, the one nearest to the question's words; has one, has two; log2 of the words beside it.
  'isExpected',
  'isOnlyExpected',
  'isNearestExpected',
  'hasExpected',
  'hasSeveralExpected',
  'wordsBesideExpected',
  // What it is made of.
  'isName',
  'hasName',
  'isDate',
  'hasDate',
  'isNumber',
  'hasNumber',
  'hasQuote',
  'isQuote',
  'isOnlyCapitals',
  // How long: log2 of its words; one each for more than 5, 10, 20; share of the sentence.
  'length',
  'over5',
  'over10',
  'over20',
  'sentenceShare',
  // What it repeats of the question, and how much of what is new it has.
  'askedShare',
  'askedWeight',
  'newShare',
  'isAllAsked',
  // Where it stands: log2 of the words to the nearest matched word before and behind; matched weight around.
  'matchedBefore',
  'matchedBehind',
  'gapBefore',
  'gapBehind',
  'noneBefore',
  'noneBehind',
  'meanGap',
  'clauseMatched',
  // The thing asked for.
  'beginsWithFocus',
  'focusJustBefore',
  'focusJustBehind',
  'focusNearBefore',
  'hasFocus',
  'numberHasFocus',
  'nameHasFocus',
  // How it begins and what stands before it.
  'opensSentence',
  'afterComma',
  'afterMark',
  'beginsSmall',
  'beginsPlace',
  'beginsTime',
  'beginsCause',
  'beginsPurpose',
  'beginsRelative',
  'beginsCopula',
  'beginsWith',
  'beginsNegation',
  'beginsAuxiliary',
  'beginsAgent',
  'beginsAnd',
  'beginsContrast',
  'beginsPronoun',
  'afterPlace',
  'afterTime',
  'afterCause',
  'afterPurpose',
  'afterCopula',
  'afterNaming',
  'afterAgent',
  'afterWith',
  'afterRelative',
  'afterAbout',
  'afterMatched',
  'afterAsked',
  'afterSays',
  'afterAnd',
  'afterAuxiliary',
  'afterContent',
  'afterVerb',
  'beginsVerb',
  'beforeVerb',
  'hasVerb',
  'afterDeterminer',
  // How it ends and what stands behind it.
  'closesSentence',
  'beforeComma',
  'beforeMark',
  'beforeMatched',
  'beforeContent',
  'beforeRelative',
  'beforeAnd',
  'beforePlace',
  'beforeTime',
  'beforeCopula',
  'beforePurpose',
  'beforeContrast',
  'beforeSays',
  'beforeAuxiliary',
  'beforeAgent',
  // What it runs over.
  'hasComma',
  'hasMark',
  'hasAnd',
  'hasRelative',
  'hasCause',
  'hasContrast',
  'hasNegation',
  'hasCopula',
  'hasPlace',
  'hasAuxiliary',
  'hasSays',
] as const;

export type SpanSignal = (typeof spanSignals)[number];

/** Signals of the run in the order of `spanSignals`. */
export function readSpanSignals(read: ReadSentence, run: WordRun): number[] {
  const signals = new Map<SpanSignal, number>();
  const set = (signal: SpanSignal, value: number | boolean): void => {
    const number = Number(value);
    if (number !== 0) signals.set(signal, number);
  };
  addExpected(read, run, set);
  addForms(read, run, set);
  addWords(read, run, set);
  addInside(read, run, set);
  addSurroundings(read, run, set);
  addEdges(read, run, set);
  return spanSignals.map((signal) => signals.get(signal) ?? 0);
}

type Set = (signal: SpanSignal, value: number | boolean) => void;

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

function addExpected({ expected, words }: ReadSentence, run: WordRun, set: Set): void {
  const inside = expected.filter((span) => within(span, run));
  const first = inside[0];
  if (first === undefined) return;
  set('hasExpected', 1);
  set('hasSeveralExpected', inside.length > 1);
  const beside = words
    .slice(run.first, run.last + 1)
    .filter((word) => !inside.some((span) => within(word, span)));
  set('wordsBesideExpected', Math.log2(1 + beside.length));
  if (!same(first, run)) return;
  set('isExpected', 1);
  set('isOnlyExpected', expected.length === 1);
  const distance = meanDistance(first, words);
  set(
    'isNearestExpected',
    expected.every((span) => meanDistance(span, words) >= distance),
  );
}

/** Weighted mean of the gaps between a span and the matched words, in UTF-16 units. */
function meanDistance(span: Span, words: readonly SentenceWord[]): number {
  let sum = 0;
  for (const word of words) sum += word.matched * Math.max(0, word.start - span.end, span.start - word.end);
  return sum;
}

/** Which names, dates, figures and quotations it is, and which it has. */
function addForms(read: ReadSentence, run: WordRun, set: Set): void {
  const is = (spans: readonly Span[]): boolean => spans.some((span) => same(span, run));
  const has = (spans: readonly Span[]): boolean => spans.some((span) => within(span, run));
  const hasFocus = read.words.slice(run.first, run.last + 1).some(({ isFocus }) => isFocus);
  set('isName', is(read.names));
  set('hasName', has(read.names));
  set('isDate', is(read.dates));
  set('hasDate', has(read.dates));
  set('isNumber', is(read.numbers));
  set('hasNumber', has(read.numbers));
  set(
    'isQuote',
    is(read.quotes) || is(read.quotes.map(({ start, end }) => ({ start: start - 1, end: end + 1 }))),
  );
  set('hasQuote', has(read.quotes));
  set('hasFocus', hasFocus);
  set('numberHasFocus', hasFocus && is(read.numbers));
  set('nameHasFocus', hasFocus && is(read.names));
}

function addWords(read: ReadSentence, run: WordRun, set: Set): void {
  const words = read.words.slice(run.first, run.last + 1);
  const content = words.filter(({ role }) => role === 'content');
  const asked = content.filter(({ isAsked }) => isAsked);
  const matched = words.reduce((sum, word) => sum + word.matched, 0);
  set('isOnlyCapitals', content.length > 0 && content.every(({ isCapital }) => isCapital));
  set('length', Math.log2(words.length));
  set('over5', words.length > 5);
  set('over10', words.length > 10);
  set('over20', words.length > 20);
  set('sentenceShare', (run.end - run.start) / Math.max(1, read.text.length));
  set('askedShare', content.length === 0 ? 1 : asked.length / content.length);
  set('isAllAsked', asked.length === content.length);
  set('askedWeight', Math.min(2, matched));
  set('newShare', countNew(words) / Math.max(1, countNew(read.words)));
  set('beginsWithFocus', words[0]?.isFocus ?? false);
}

/** What it runs over behind its first word. */
function addInside(read: ReadSentence, run: WordRun, set: Set): void {
  const inner = read.words.slice(run.first + 1, run.last + 1);
  const has = (role: WordRole): boolean => inner.some((word) => word.role === role);
  set(
    'hasComma',
    inner.some(({ gapBefore }) => gapBefore.includes(',')),
  );
  set(
    'hasMark',
    inner.some(({ gapBefore }) => /[;:()–—"“”]/u.test(gapBefore)),
  );
  set('hasAnd', has('and'));
  set('hasRelative', has('relative'));
  set('hasCause', has('cause') || has('purpose'));
  set('hasContrast', has('contrast'));
  set('hasNegation', has('negation') || read.words[run.first]?.role === 'negation');
  set('hasCopula', has('copula'));
  set('hasPlace', has('place'));
  set('hasAuxiliary', has('auxiliary'));
  set('hasSays', has('says'));
  set(
    'hasVerb',
    inner.some(({ isVerb }) => isVerb),
  );
}

function countNew(words: readonly SentenceWord[]): number {
  return words.filter(({ role, isAsked }) => role === 'content' && !isAsked).length;
}

/** What divides a sentence into clauses. */
const clauseMark = /[,;:()–—]/u;
const opensClause = (word: SentenceWord): boolean => clauseMark.test(word.gapBefore);
/** Words to either side whose matches count as around the run. */
const windowWords = 6;

function addSurroundings({ words }: ReadSentence, run: WordRun, set: Set): void {
  let before = 0;
  let behind = 0;
  let gapBefore = Infinity;
  let gapBehind = Infinity;
  let gapSum = 0;
  let weightSum = 0;
  for (const [place, word] of words.entries()) {
    if (word.matched === 0) continue;
    const gap = place < run.first ? run.first - place : place > run.last ? place - run.last : 0;
    gapSum += word.matched * Math.log2(1 + gap);
    weightSum += word.matched;
    if (gap === 0) continue;
    if (place < run.first) {
      gapBefore = Math.min(gapBefore, gap);
      if (gap <= windowWords) before += word.matched;
    } else {
      gapBehind = Math.min(gapBehind, gap);
      if (gap <= windowWords) behind += word.matched;
    }
  }
  set('matchedBefore', Math.min(2, before));
  set('matchedBehind', Math.min(2, behind));
  set('noneBefore', gapBefore === Infinity);
  set('noneBehind', gapBehind === Infinity);
  if (gapBefore < Infinity) set('gapBefore', Math.log2(gapBefore));
  if (gapBehind < Infinity) set('gapBehind', Math.log2(gapBehind));
  set('meanGap', weightSum > 0 ? gapSum / weightSum : 0);
  const clauseFirst = words.findLastIndex((word, place) => place <= run.first && opensClause(word));
  const clauseEnd = words.findIndex((word, place) => place > run.last && opensClause(word));
  const clause = words.slice(Math.max(0, clauseFirst), clauseEnd === -1 ? words.length : clauseEnd);
  set(
    'clauseMatched',
    weightSum === 0 ? 0 : clause.reduce((sum, { matched }) => sum + matched, 0) / weightSum,
  );
  set('focusJustBefore', words[run.first - 1]?.isFocus ?? false);
  set('focusJustBehind', words[run.last + 1]?.isFocus ?? false);
  set(
    'focusNearBefore',
    words.slice(Math.max(0, run.first - 3), run.first).some(({ isFocus }) => isFocus),
  );
}

const beginSignals: Partial<Record<WordRole, SpanSignal>> = {
  place: 'beginsPlace',
  time: 'beginsTime',
  cause: 'beginsCause',
  purpose: 'beginsPurpose',
  relative: 'beginsRelative',
  copula: 'beginsCopula',
  with: 'beginsWith',
  negation: 'beginsNegation',
  auxiliary: 'beginsAuxiliary',
  agent: 'beginsAgent',
  and: 'beginsAnd',
  contrast: 'beginsContrast',
  pronoun: 'beginsPronoun',
};
const afterSignals: Partial<Record<WordRole, SpanSignal>> = {
  place: 'afterPlace',
  time: 'afterTime',
  cause: 'afterCause',
  purpose: 'afterPurpose',
  copula: 'afterCopula',
  naming: 'afterNaming',
  agent: 'afterAgent',
  with: 'afterWith',
  relative: 'afterRelative',
  about: 'afterAbout',
  says: 'afterSays',
  and: 'afterAnd',
  auxiliary: 'afterAuxiliary',
  content: 'afterContent',
  determiner: 'afterDeterminer',
};
const behindSignals: Partial<Record<WordRole, SpanSignal>> = {
  content: 'beforeContent',
  relative: 'beforeRelative',
  and: 'beforeAnd',
  place: 'beforePlace',
  time: 'beforeTime',
  copula: 'beforeCopula',
  purpose: 'beforePurpose',
  contrast: 'beforeContrast',
  says: 'beforeSays',
  auxiliary: 'beforeAuxiliary',
  agent: 'beforeAgent',
};

function addEdges({ words, gapAfter }: ReadSentence, run: WordRun, set: Set): void {
  const first = words[run.first];
  const before = words[run.first - 1];
  const next = words[run.last + 1];
  if (first === undefined) return;
  set('beginsSmall', first.role !== 'content');
  const begins = beginSignals[first.role];
  if (begins !== undefined) set(begins, 1);
  const hasMarkBefore = /[^\s]/u.test(first.gapBefore);
  set('opensSentence', before === undefined);
  set('afterComma', first.gapBefore.includes(','));
  set('afterMark', before !== undefined && hasMarkBefore && !first.gapBefore.includes(','));
  set('afterMatched', (before?.matched ?? 0) > 0 && !hasMarkBefore);
  set('afterAsked', before?.isAsked === true && !hasMarkBefore);
  const after = before === undefined || hasMarkBefore ? undefined : afterSignals[before.role];
  if (after !== undefined) set(after, 1);
  set('afterVerb', before?.isVerb === true && !hasMarkBefore);
  set('beginsVerb', first.isVerb);
  set('beforeVerb', next?.isVerb === true);
  const gap = next?.gapBefore ?? gapAfter;
  const hasMarkBehind = /[^\s]/u.test(gap);
  set('closesSentence', next === undefined);
  set('beforeComma', next !== undefined && gap.includes(','));
  set('beforeMark', next !== undefined && hasMarkBehind && !gap.includes(','));
  set('beforeMatched', (next?.matched ?? 0) > 0 && !hasMarkBehind);
  const behind = next === undefined || hasMarkBehind ? undefined : behindSignals[next.role];
  if (behind !== undefined) set(behind, 1);
}
