/** A sentence enters with what is asked; its words, with everything that tells where an answer begins and ends, leave. */
import type { Span } from '../articles/article.ts';
import type { Language } from '../language/language.ts';
import type { QueryTerm } from '../retrieval/passage.ts';
import { findAnswerSpans, findNames } from './answer-spans.ts';
import type { AnswerKind, ExpectedAnswer } from './expected-answer.ts';
import { hasUnit, type ExpectedUnit } from './expected-unit.ts';
import { isChoice, isInQuestion } from './is-in-question.ts';
import { readWords, type SentenceWord } from './read-words.ts';

/** A sentence of an article and the question put to it. */
export interface SentenceTask {
  readonly sentence: string;
  /** The article it stands in: tells names from words that only begin a sentence. */
  readonly articleText: string;
  readonly language: Language;
  readonly terms: readonly QueryTerm[];
  /** How alike in use a folded word is to the question's words, 0 to 1. */
  readonly nearness: (folded: string) => number;
  readonly expected: ExpectedAnswer;
  /** Of which unit the figure must be that is asked for, where the question tells. */
  readonly unit: ExpectedUnit | undefined;
  /** Every form of every word of the question. */
  readonly questionForms: ReadonlySet<string>;
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
  /** Dates and figures of the unit asked for. */
  readonly measures: readonly Span[];
  readonly quotes: readonly Span[];
  /** Those of the kind asked for that the question does not have already; empty for kinds without a form. */
  readonly expected: readonly Span[];
}

/** Reads the sentence; never throws. */
export function readSentence(task: SentenceTask): ReadSentence {
  const { sentence, expected, questionForms, unit } = task;
  const words = readWords(task);
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
    gapAfter: sentence.slice(words.at(-1)?.end ?? 0),
    names,
    dates,
    numbers: ranges,
    measures:
      unit === undefined ? [] : [...dates, ...ranges].filter((span) => isMeasure(sentence, span, unit)),
    quotes: findAnswerSpans(sentence, 'quote'),
    expected: spansOfKind(expected.kind, { dates, numbers: ranges, names, task }).filter(
      (span) => isChoice(questionForms) || !isInQuestion(sentence.slice(span.start, span.end), questionForms),
    ),
  };
}

/** What stands before a figure of years may tell that it is an age: "berusia 27". */
const beforeAge = 9;

function isMeasure(sentence: string, { start, end }: Span, unit: ExpectedUnit): boolean {
  const from = unit === 'age' ? Math.max(0, start - beforeAge) : start;
  return hasUnit(sentence.slice(from, unit === 'age' ? end + 2 : end), unit);
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
  const found = findAnswerSpans(task.sentence, kind, task.articleText);
  // "Negara mana yang …?" may be answered by a name that no "di" tells to be a place.
  return kind === 'place' && found.length === 0 ? names : found;
}

/** "5 hingga 18 Februari", "dari 31 menjadi 22": two figures that say one thing. */
const rangeJoint = /^\s?(?:hingga|sampai(?: dengan)?|sd|s\/d|menjadi|[-–—]|to|until|through|and)\s?$/iu;

function joinRanges(spans: readonly Span[], sentence: string): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isRange = last !== undefined && rangeJoint.test(sentence.slice(last.end, span.start));
    const isChange = isRange && /menjadi|\bto\b/iu.test(sentence.slice(last.end, span.start));
    const isAnd = isRange && /and/iu.test(sentence.slice(last.end, span.start));
    // "between 5 and 7" is a range; "2019 and 2021" are two years.
    const isBetween = isAnd && /(?:between|antara)\s$/iu.test(sentence.slice(0, last.start));
    // "dari 31 menjadi 22" is one change; "naik 12,6 persen menjadi Rp 2 triliun" are two figures.
    const isFrom = isChange && /(?:dari|from)\s$/iu.test(sentence.slice(0, last.start));
    if (isRange && (!isAnd || isBetween) && (!isChange || isFrom))
      joined[joined.length - 1] = { start: last.start, end: span.end };
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
