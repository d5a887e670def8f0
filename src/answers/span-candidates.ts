/** A read sentence enters; every span of whole words that might be the answer leaves. */
import type { Span } from '../articles/article.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { SentenceWord } from './read-words.ts';
import { findWholes, isBeginning, isDenied, isInside, isMark, limitRuns } from './span-limits.ts';
import type { WordRole } from './word-roles.ts';

/** A run of words. Offsets into the sentence; `first` and `last` are places of words, both included. */
export interface WordRun extends Span {
  readonly first: number;
  readonly last: number;
}

/** Words looked at in one sentence; longer ones are lists of names or tables. */
const wordsMax = 90;
/** Words in one span. */
const runWordsMax = 40;
/** Spans of one sentence. */
const runsMax = 600;

/**
 * Runs that begin and end where something begins and ends: at punctuation, small words, words of
 * the question, capitals or figures. None cuts a name, a date, a figure with its unit, a negation
 * from what it denies, or a bracket or quotation from its other half; none runs on from what
 * somebody said to who said it. In reading order.
 */
export function findWordRuns(read: ReadSentence): WordRun[] {
  const words = read.words.slice(0, wordsMax);
  const wholes = findWholes(read, words);
  const begins = words.flatMap((word, place) => {
    if (isInPhrase(read.text, word, words[place - 1]) || isDenied(words, place)) return [];
    if (wholes.some((whole) => isInside(whole, place))) return [];
    return canBegin(words, place) || wholes.some((whole) => isBeginning(whole, place)) ? [place] : [];
  });
  const ends = words.flatMap((_, place) => {
    if (wholes.some(({ first, last }) => first <= place && place < last)) return [];
    return canEnd(words, place) || wholes.some(({ last }) => last === place) ? [place] : [];
  });
  const isAllowed = limitRuns(read, words);
  const isPaired = pairedMark.test(read.text);
  const runs: WordRun[] = [];
  for (const first of begins) {
    const start = startOf(read, first);
    for (const last of ends) {
      if (last < first) continue;
      if (last - first >= runWordsMax || runs.length >= runsMax) break;
      const plain = { first, last, start, end: endOf(read, last) };
      const run = isPaired ? withPairs(read.text, plain) : plain;
      if (run !== undefined && isAllowed(run)) runs.push(run);
    }
  }
  return runs;
}

/** Whether the word stands inside "salah satu", of which half says something else. */
function isInPhrase(text: string, word: SentenceWord, before: SentenceWord | undefined): boolean {
  return before !== undefined && /^salah\ssatu$/iu.test(text.slice(before.start, word.end));
}

/** Where the word begins, with a sign that belongs to it: "$5", "Rp 5", "#1". */
function startOf({ text, words }: ReadSentence, first: number): number {
  const start = words[first]?.start ?? 0;
  const sign = /(?:[$€£#+]|Rp\.?\s?)$/u.exec(text.slice(Math.max(0, start - 4), start));
  return start - (sign?.[0].length ?? 0);
}

/** Where the word ends, with a sign that belongs to it: "5 %", "5²". */
function endOf({ words, gapAfter }: ReadSentence, last: number): number {
  const behind = words[last + 1]?.gapBefore ?? gapAfter;
  return (words[last]?.end ?? 0) + (/^(?:\s?[%°]|[²³])/u.exec(behind)?.[0].length ?? 0);
}

/** Marks that stand in pairs. */
const pairedMark = /[()[\]“”"]/u;

/** The run with the mark beside it that its other half needs: "(mantan VP)"; undefined where it has only one half. */
function withPairs(text: string, run: WordRun): WordRun | undefined {
  const inside = text.slice(run.start, run.end);
  if (isBalanced(inside)) return run;
  const opening = /[("“‘[]$/u.exec(text.slice(Math.max(0, run.start - 1), run.start))?.[0];
  const closing = /^[.,!?]?[)"”’\]]/u.exec(text.slice(run.end))?.[0];
  if (closing !== undefined && isBalanced(inside + closing)) return { ...run, end: run.end + closing.length };
  if (opening !== undefined && isBalanced(opening + inside))
    return { ...run, start: run.start - opening.length };
  return undefined;
}

/** Whether every bracket and quotation that opens in the text closes in it, and the reverse. */
export function isBalanced(text: string): boolean {
  let round = 0;
  let square = 0;
  let curly = 0;
  let straight = 0;
  for (const mark of text) {
    if (mark === '(') round++;
    else if (mark === ')') round--;
    else if (mark === '[') square++;
    else if (mark === ']') square--;
    else if (mark === '“') curly++;
    else if (mark === '”') curly--;
    else if (mark === '"') straight++;
    if (round < 0 || square < 0 || curly < 0) return false;
  }
  return round === 0 && square === 0 && curly === 0 && straight % 2 === 0;
}

/** What such a word says is told by the words behind it, or before it: no answer begins, or ends, with one. */
const neverFirst: ReadonlySet<WordRole> = new Set(['and', 'relative', 'agent']);
const neverFirstWords: ReadonlySet<string> = new Set(
  'of per than adalah ialah merupakan yaitu yakni is are was were'.split(' '),
);
const neverLast: ReadonlySet<WordRole> = new Set([
  'and',
  'relative',
  'place',
  'cause',
  'purpose',
  'agent',
  'contrast',
  'with',
  'about',
  'copula',
  'naming',
]);

function canBegin(words: readonly SentenceWord[], place: number): boolean {
  const word = words[place];
  const before = words[place - 1];
  if (word === undefined || neverFirst.has(word.role) || neverFirstWords.has(word.folded)) return false;
  if (before === undefined || isMark(word.gapBefore)) return true;
  // Half of anak-anak is no word.
  if (word.gapBefore === '' || /^[-\u2010\u2011'’]$/u.test(word.gapBefore)) return false;
  if (word.role !== 'content' || before.role !== 'content') return true;
  return (
    word.matched > 0 !== before.matched > 0 ||
    before.isVerb ||
    word.isVerb ||
    word.isFocus !== before.isFocus ||
    (word.isCapital && !before.isCapital) ||
    (word.hasDigit && !before.hasDigit)
  );
}

function canEnd(words: readonly SentenceWord[], place: number): boolean {
  const word = words[place];
  const next = words[place + 1];
  if (word === undefined || neverLast.has(word.role)) return false;
  if (next === undefined || isMark(next.gapBefore)) return true;
  if (word.role !== 'content') return false;
  if (next.gapBefore === '' || /^[-\u2010\u2011'’]$/u.test(next.gapBefore)) return false;
  if (next.role !== 'content') return true;
  return (
    word.matched > 0 !== next.matched > 0 ||
    next.isVerb ||
    (word.isCapital && !next.isCapital) ||
    (word.hasDigit && !next.hasDigit) ||
    (!word.isCapital && next.isCapital)
  );
}
