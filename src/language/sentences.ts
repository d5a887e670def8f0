/**
 * Text enters, the places of its sentences leave. Nothing is rewritten; two neighbouring
 * sentences have nothing but white space, or nothing at all, between them.
 *
 * The question asked at every full stop is what a reader would want to see cited alone, so a short
 * quotation or bracket stays whole and an attribution stays with its quotation.
 */
import { exclaimedNames, sentenceWords } from './abbreviations.ts';
import type { SentenceWords } from './abbreviations.ts';
import { findEnclosures } from './enclosures.ts';
import type { Enclosure } from './enclosures.ts';
import type { Language } from './language.ts';

/** Up to this many UTF-16 units, what is quoted or bracketed is never split: about two lines on a phone. */
export const enclosureWholeMax = 240;
/** Pieces of a longer quotation are at least this long, so that `"Ya.` never stands alone. */
const quotedPieceMin = 40;
/** How far a word is read for a decision; no abbreviation or sentence opener is longer. */
const wordLengthMax = 40;

const terminators = '.!?…';
const closers = '"\'”’»)]}*_¹²³⁴⁵⁶⁷⁸⁹⁰';
const quoteClosers = /["'”’»]/u;
const leading = /["'“‘«„([{¿¡*_]/u;
const dashes = '-–—';
const space = /\s/u;
const enumerator = /^(?:\d{1,4}|\p{L}|[IVXLC]{1,7})$/u;
const initials = /^(?:\p{L}|(?:\p{L}\.)+\p{L}|(?:\p{Lu}\p{L}{0,4}\.)+\p{Lu}\p{L}{0,5})$/u;
const listMarker = /^(?:[-*+•‣◦▪·–—]|\d{1,3}[.)])[^\S\n]/u;

/** A possible end: the terminators stand at `[start, run)`, closing marks up to `end`. */
interface Candidate {
  readonly start: number;
  readonly run: number;
  readonly end: number;
  /** Where the next visible character stands, or the text's length. */
  readonly next: number;
}

/** The unbroken run of characters before a full stop, without opening marks. */
interface WordBefore {
  readonly word: string;
  readonly from: number;
  /** The word before it, or an empty text. */
  readonly previous: string;
}

/** What follows a possible end. */
interface Ahead {
  readonly dash: boolean;
  readonly word: string;
  readonly kind: 'lower' | 'upper' | 'digit' | 'other';
  /** The character after the word. */
  readonly after: string;
}

/**
 * The sentences of a text as half-open UTF-16 ranges: trimmed, in order, never overlapping, together
 * covering every visible character; at least one for a text that is not blank, none otherwise.
 * A blank line or a list marker on a new line always ends a sentence. Pure, linear in the text.
 */
export function splitSentences(text: string, language: Language): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  for (const piece of findPieces(text, language)) {
    const previous = sentences.at(-1);
    // A stray closing mark, three dots or a note such as [2] are no sentence: they go with the words before them.
    const words = text.slice(piece.start, piece.end);
    const isWordless = !/[\p{L}\p{N}]/u.test(words) || /^\[[^[\]\n]{1,20}\]$/.test(words);
    if (previous !== undefined && isWordless) previous.end = piece.end;
    else sentences.push(piece);
  }
  return sentences;
}

function findPieces(text: string, language: Language): { start: number; end: number }[] {
  const vocabulary = sentenceWords(language);
  const isWhole = enclosureGuard(findEnclosures(text));
  const pieces: { start: number; end: number }[] = [];
  let start = skipSpace(text, 0);
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    let end = at;
    if (terminators.includes(character)) {
      const candidate = readCandidate(text, at);
      at = candidate.end;
      end = candidate.end;
      if (!endsSentence(text, start, candidate, vocabulary) || isWhole(start, candidate)) continue;
    } else if (!space.test(character)) {
      at += 1;
      continue;
    } else if (!isLayoutBreak(text, at)) {
      at = skipSpace(text, at);
      continue;
    }
    pieces.push({ start, end });
    start = skipSpace(text, end);
    at = start;
  }
  if (start < text.length) pieces.push({ start, end: start + text.slice(start).trimEnd().length });
  return pieces;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && space.test(text.charAt(at))) at += 1;
  return at;
}

/** A blank line, or a new line that opens with a list marker. `at` is the first character of white space. */
function isLayoutBreak(text: string, at: number): boolean {
  const next = skipSpace(text, at);
  const gap = text.slice(at, next);
  const line = gap.indexOf('\n');
  if (line < 0 || next >= text.length) return false;
  return gap.includes('\n', line + 1) || listMarker.test(text.slice(next, next + 6));
}

function readCandidate(text: string, start: number): Candidate {
  let run = start;
  while (run < text.length && terminators.includes(text.charAt(run))) run += 1;
  let end = run;
  while (end < text.length) {
    // A footnote mark such as [12] or [who?] stands after the full stop it belongs to.
    const note = text.charAt(end) === '[' ? /^\[[^[\]\n]{1,20}\]/.exec(text.slice(end, end + 22)) : null;
    if (note !== null) end += note[0].length;
    else if (closers.includes(text.charAt(end))) end += 1;
    else break;
  }
  return { start, run, end, next: skipSpace(text, end) };
}

/**
 * Says whether an end would cut what should stay whole. Called with growing offsets only: pairs are
 * sorted by opening, so the furthest closing mark seen so far is all that must be remembered.
 */
function enclosureGuard(enclosures: readonly Enclosure[]): (start: number, candidate: Candidate) => boolean {
  let reached = 0;
  let wholeUntil = -1;
  let quotedUntil = -1;
  return (start, candidate) => {
    for (let pair = enclosures[reached]; pair !== undefined && pair.open < candidate.end;) {
      if (pair.close - pair.open <= enclosureWholeMax) wholeUntil = Math.max(wholeUntil, pair.close);
      else quotedUntil = Math.max(quotedUntil, pair.close);
      reached += 1;
      pair = enclosures[reached];
    }
    if (candidate.end <= wholeUntil) return true;
    if (candidate.end > quotedUntil) return false;
    return candidate.end - start < quotedPieceMin || quotedUntil - candidate.next < quotedPieceMin;
  };
}

function endsSentence(text: string, start: number, candidate: Candidate, vocabulary: SentenceWords): boolean {
  if (candidate.next >= text.length) return true;
  if (candidate.next === candidate.end) return isForgottenSpace(text, candidate, vocabulary);
  const before = text.charAt(candidate.start - 1);
  // "(?)", "[...]", "[who?]": a remark on the words, not an end.
  if (text.charAt(candidate.run) === ']' || (before === '(' && text.charAt(candidate.run) === ')'))
    return false;
  const ahead = readAhead(text, candidate.next);
  const marks = text.slice(candidate.start, Math.min(candidate.run, candidate.start + wordLengthMax));
  const closing = text.slice(candidate.run, candidate.end);
  const isQuoted = quoteClosers.test(closing);
  if (terminators.includes(ahead.word.charAt(0) || text.charAt(candidate.next))) return false;
  if (isQuoted && ahead.dash) return false;
  if (ahead.kind === 'lower')
    return !isQuoted && !ahead.dash && endsBeforeLower(text, candidate, marks, vocabulary);
  if (marks === '!' && exclaimedNames.has(wordBefore(text, candidate.start).word.toLowerCase())) {
    return opensSentence(ahead, vocabulary);
  }
  if (marks !== '.') return !(isQuoted && isAttribution(text, candidate.next, vocabulary));
  return fullStopEnds(wordBefore(text, candidate.start), start, { ahead, isQuoted, vocabulary });
}

function readAhead(text: string, next: number): Ahead {
  let at = next;
  let dash = false;
  if (dashes.includes(text.charAt(at)) && space.test(text.charAt(at + 1))) {
    dash = true;
    at = skipSpace(text, at + 1);
  }
  while (at < text.length && leading.test(text.charAt(at))) at += 1;
  const near = text.slice(at, at + wordLengthMax);
  const word = /^[\p{L}\p{M}\p{N}'’-]*/u.exec(near)?.[0] ?? '';
  return { dash, word, kind: kindOf(word), after: near.charAt(word.length) };
}

function kindOf(word: string): Ahead['kind'] {
  // iPhone, eBay, xAI: a small first letter that says nothing.
  if (/^\p{Lu}|^\p{Ll}{1,3}\p{Lu}/u.test(word)) return 'upper';
  if (/^\p{Ll}/u.test(word)) return 'lower';
  return /^\p{N}/u.test(word) ? 'digit' : 'other';
}

/** Careless writing: a new sentence without its capital. Only where nothing speaks for an abbreviation. */
function endsBeforeLower(
  text: string,
  candidate: Candidate,
  marks: string,
  vocabulary: SentenceWords,
): boolean {
  if (marks.includes('?')) return true;
  if (marks !== '.') return false;
  const { word } = wordBefore(text, candidate.start);
  return /^\p{L}{4,}$/u.test(word) && !isAbbreviation(word.toLowerCase(), vocabulary);
}

function isAbbreviation(word: string, vocabulary: SentenceWords): boolean {
  const { neverLast, beforeNumber, oftenLast, seldomLast } = vocabulary;
  return neverLast.has(word) || beforeNumber.has(word) || oftenLast.has(word) || seldomLast.has(word);
}

/** "selesai.Dia pergi": a full stop between a plain word and a capitalised one, and no address. */
function isForgottenSpace(text: string, candidate: Candidate, vocabulary: SentenceWords): boolean {
  if (candidate.run - candidate.start !== 1 || candidate.end !== candidate.run) return false;
  const { word } = wordBefore(text, candidate.start);
  if (!/^\p{Ll}{3,}$/u.test(word) || isAbbreviation(word, vocabulary)) return false;
  const next = /^(\p{Lu}\p{Ll}+)[\s,]/u.exec(text.slice(candidate.end, candidate.end + wordLengthMax));
  return next !== null && !/^(?:com|co|id|net|org|tv|io|ai)$/iu.test(next[1] ?? '');
}

function wordBefore(text: string, end: number): WordBefore {
  let from = end;
  while (from > 0 && end - from < wordLengthMax && !space.test(text.charAt(from - 1))) from -= 1;
  while (from < end && leading.test(text.charAt(from))) from += 1;
  const previous = /([\p{L}\p{N}]+)\s+$/u.exec(text.slice(Math.max(0, from - wordLengthMax), from));
  return { word: text.slice(from, end), from, previous: previous?.[1] ?? '' };
}

function isAttribution(text: string, next: number, vocabulary: SentenceWords): boolean {
  const name = /^(?:\p{Lu}[\p{L}.'’-]{0,30}\s){1,3}(\p{Ll}{1,20})(?=\W)/u.exec(text.slice(next, next + 120));
  return name !== null && vocabulary.attributions.has(name[1] ?? '');
}

function fullStopEnds(
  before: WordBefore,
  start: number,
  context: { ahead: Ahead; isQuoted: boolean; vocabulary: SentenceWords },
): boolean {
  const { ahead, isQuoted, vocabulary } = context;
  const { word, from, previous } = before;
  // "1. Bawa KTP", "a. Syarat", "IV. Penutup": the number of what follows. Opening marks may precede it.
  if (from - start < 2 && enumerator.test(word)) return false;
  // "ke BPK. Uang" ends with an agency's name, not with "Bpk." for "Bapak"; in "PROF. BUDI" all is capital.
  if (/^\p{Lu}{3,}$/u.test(word) && !/^\p{Lu}{2}/u.test(ahead.word)) return true;
  const plain = word.toLowerCase();
  const last = plain.slice(
    Math.max(plain.lastIndexOf('-'), plain.lastIndexOf('/'), plain.lastIndexOf('(')) + 1,
  );
  if (vocabulary.neverLast.has(plain) || vocabulary.neverLast.has(last)) return false;
  if (vocabulary.beforeNumber.has(plain) && (ahead.kind === 'digit' || /^[IVXLC]+$/.test(ahead.word)))
    return false;
  if (vocabulary.oftenLast.has(plain)) return ahead.kind !== 'digit';
  // "Rp 913.179. 000": groups of one number, carelessly typed.
  if (ahead.kind === 'digit' && /^\d{3}$/.test(ahead.word) && /^\p{L}*\d{1,3}(?:\.\d{3})*$/u.test(word))
    return false;
  if (isLetterName(word, previous, vocabulary)) return true;
  // A closing quotation mark rules out "J." + "K. Rowling".
  if (vocabulary.seldomLast.has(plain) || (!isQuoted && initials.test(word)))
    return opensSentence(ahead, vocabulary);
  return !(ahead.kind === 'digit' && /^\d{1,3}$/.test(word));
}

/** "di X.", "rencana B.", "Rp2 M.": a letter that stands for itself. X alone is the network, not a first name. */
function isLetterName(word: string, previous: string, vocabulary: SentenceWords): boolean {
  if (!/^\p{Lu}$/u.test(word) || previous === '') return false;
  if (vocabulary.beforeLetter.has(previous.toLowerCase()) || /\p{N}$/u.test(previous)) return true;
  return word === 'X' && /^\p{Ll}/u.test(previous);
}

/** A full stop behind the word makes it an initial: "K. A. Foo". */
function opensSentence(ahead: Ahead, vocabulary: SentenceWords): boolean {
  return ahead.kind === 'upper' && ahead.after !== '.' && vocabulary.starters.has(ahead.word.toLowerCase());
}
