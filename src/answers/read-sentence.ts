/** A sentence enters with what is asked; its words, with everything that tells where an answer begins and ends, leave. */
import type { Span } from '../articles/article.ts';
import { analyseText, articleAnalysis } from '../language/analyse-text.ts';
import type { Language } from '../language/language.ts';
import type { QueryTerm } from '../retrieval/passage.ts';
import { findAnswerSpans, findNames } from './answer-spans.ts';
import type { AnswerKind, ExpectedAnswer } from './expected-answer.ts';
import { isInQuestion } from './is-in-question.ts';
import { roleOf, type WordRole } from './word-roles.ts';

/** A sentence of an article and the question put to it. */
export interface SentenceTask {
  readonly sentence: string;
  /** The article it stands in: tells names from words that only begin a sentence. */
  readonly articleText: string;
  readonly language: Language;
  readonly terms: readonly QueryTerm[];
  readonly expected: ExpectedAnswer;
  /** Every form of every word of the question. */
  readonly questionForms: ReadonlySet<string>;
}

/** A word of the sentence. Offsets into the sentence. */
export interface SentenceWord extends Span {
  readonly role: WordRole;
  /** What of the question it matches, as a share of the question's weightiest word, 0 to 1. */
  readonly matched: number;
  /** The asker said this word already. */
  readonly isAsked: boolean;
  /** It names the kind of thing asked for. */
  readonly isFocus: boolean;
  readonly isCapital: boolean;
  readonly hasDigit: boolean;
  /** Looks like a verb of its language by its form. */
  readonly isVerb: boolean;
  /** What stands between it and the word before: white space or punctuation; the sentence's beginning for the first. */
  readonly gapBefore: string;
}

/** A sentence read for answering. */
export interface ReadSentence {
  readonly text: string;
  readonly words: readonly SentenceWord[];
  /** Words behind the last one: the sentence's closing marks. */
  readonly gapAfter: string;
  readonly names: readonly Span[];
  /** Dates, and figures with their units. */
  readonly dates: readonly Span[];
  readonly numbers: readonly Span[];
  readonly quotes: readonly Span[];
  /** Those of the kind asked for that the question does not have already; empty for kinds without a form. */
  readonly expected: readonly Span[];
}

/** Verbs by their beginnings or endings; a few nouns look alike, which only adds a place where a span may end. */
const verbForms: Readonly<Record<Language, RegExp>> = {
  id: /^(?:me(?!reka|nteri|sin|dia|ter$)|di(?!a$|nas|rektur)|ber(?!sama|ita)|ter(?!hadap|sebut))[a-z]{4,}$/,
  en: /^[a-z]{3,}(?:ed|ing)$/,
};

/** Reads the sentence; never throws. */
export function readSentence(task: SentenceTask): ReadSentence {
  const { sentence, expected, questionForms, terms } = task;
  const weightMax = terms.reduce((most, term) => Math.max(most, term.weight), 0);
  const tokens = analyseText(sentence, articleAnalysis(task.language));
  let end = 0;
  const words = tokens.map((token): SentenceWord => {
    const written = sentence.slice(token.start, token.end);
    let matched = 0;
    for (const term of terms) {
      for (const form of token.forms) {
        matched = Math.max(matched, ((term.forms.get(form) ?? 0) * term.weight) / weightMax);
      }
    }
    const word = {
      start: token.start,
      end: token.end,
      role: roleOf(token.folded),
      matched: token.isStop ? 0 : matched,
      isAsked: token.forms.some((form) => questionForms.has(form)),
      isFocus: token.forms.some((form) => expected.focus.has(form)),
      isCapital: /^\p{Lu}/u.test(written),
      hasDigit: token.isNumber,
      isVerb: verbForms[task.language].test(token.folded) && !/^\p{Lu}/u.test(written),
      // A sign that belongs to the word is no mark between two words.
      gapBefore: sentence.slice(end, token.start).replace(/[$€£#+]$/u, ''),
    };
    end = token.end;
    return word;
  });
  const dates = joinRanges(findAnswerSpans(sentence, 'date'), sentence).map((date) =>
    withHedge(sentence, date, dateHedge),
  );
  const numbers = findAnswerSpans(sentence, 'number').filter(
    (number) => !dates.some((date) => date.start < number.end && number.start < date.end),
  );
  const ranges = joinRanges(numbers, sentence).map((number) => withHedge(sentence, number, numberHedge));
  const names = findNames(sentence, task.articleText);
  return {
    text: sentence,
    words,
    gapAfter: sentence.slice(end),
    names,
    dates,
    numbers: ranges,
    quotes: findQuotes(sentence),
    expected: spansOfKind(expected.kind, { dates, numbers: ranges, names, task }).filter(
      (span) => !isInQuestion(sentence.slice(span.start, span.end), questionForms),
    ),
  };
}

function spansOfKind(
  kind: AnswerKind,
  {
    dates,
    numbers,
    names,
    task,
  }: { dates: readonly Span[]; numbers: readonly Span[]; names: readonly Span[]; task: SentenceTask },
): readonly Span[] {
  if (kind === 'date') return dates;
  if (kind === 'number') return numbers;
  if (kind === 'name' || kind === 'organisation') return names;
  return findAnswerSpans(task.sentence, kind, task.articleText);
}

/** "5 hingga 18 Februari", "dari 31 menjadi 22": two figures that say one thing. */
const rangeJoint = /^\s?(?:hingga|sampai(?: dengan)?|sd|s\/d|menjadi|[-–—]|to|until|through|and)\s?$/iu;

function joinRanges(spans: readonly Span[], sentence: string): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isRange = last !== undefined && rangeJoint.test(sentence.slice(last.end, span.start));
    const isAnd = isRange && /and/iu.test(sentence.slice(last.end, span.start));
    // "between 5 and 7" is a range; "2019 and 2021" are two years.
    const isBetween = isAnd && /(?:between|antara)\s$/iu.test(sentence.slice(0, last.start));
    if (isRange && (!isAnd || isBetween)) joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined;
}

/** Words that make a figure or a date less sharp, or a bound: they are part of what is said. */
const numberHedge =
  /(?<![\p{L}\p{N}])(?:sekitar|kira-kira|kurang lebih|lebih kurang|hampir|nyaris|(?:lebih|kurang) dari|sedikitnya|setidaknya|paling (?:sedikit|banyak|lama|cepat|lambat)|maksimal|maksimum|minimal|minimum|tak sampai|about|around|roughly|approximately|nearly|almost|some|(?:more|less|fewer) than|at (?:least|most)|up to|over|under)\s$/iu;
const dateHedge =
  /(?<![\p{L}\p{N}])(?:(?:sejak|hingga|sampai|sekitar|mulai|setelah|sebelum|since|until|till|after|before|around|about|by) )?(?:(?:awal|akhir|pertengahan|penghujung|early|late|mid|the end of|the beginning of)[ -])?(?:tahun |bulan |tanggal |the )?$/iu;

function withHedge(sentence: string, span: Span, hedge: RegExp): Span {
  const from = Math.max(0, span.start - 40);
  const found = hedge.exec(sentence.slice(from, span.start));
  return found === null || found[0] === '' ? span : { start: from + found.index, end: span.end };
}

/** Longest quotation that is looked for, in UTF-16 units. */
const quotePattern = /[“"]([^“”"]{3,600})[”"]|(?<![\p{L}\p{N}])[‘']([^‘’']{8,600})[’'](?![\p{L}\p{N}])/gu;

/** What stands between quotation marks, without them. */
function findQuotes(sentence: string): Span[] {
  return [...sentence.matchAll(quotePattern)].map((match) => ({
    start: match.index + 1,
    // A comma before the closing mark belongs to who is speaking.
    end: match.index + match[0].length - (/,.$/u.test(match[0]) ? 2 : 1),
  }));
}
