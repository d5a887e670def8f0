/** A sentence of an article enters, what stands in it whatever is asked leaves: its words, names, dates, figures and quotations. */
import type { Article, Span } from '../articles/article.ts';
import type { Language } from '../language/language.ts';
import { findAnswerSpans, findNames } from './answer-spans.ts';
import { readPlainWords, type PlainWord } from './plain-words.ts';

/** A sentence by itself. All spans are offsets into its text, in reading order. */
export interface SentenceParts {
  readonly text: string;
  /** The article it stands in: tells names from words that only begin a sentence. */
  readonly articleText: string;
  readonly language: Language;
  readonly words: readonly PlainWord[];
  readonly names: readonly Span[];
  /** Dates, and figures with their units, each with the words that make it less sharp. */
  readonly dates: readonly Span[];
  readonly numbers: readonly Span[];
  /** What stands between quotation marks, without them. */
  readonly quotes: readonly Span[];
}

/** The sentences of one article, each read when first asked for and then kept. */
export interface ArticleParts {
  partsOf(sentence: Span): SentenceParts;
}

/** The parts of the article's sentences. */
export function readArticleParts({ text, language }: Article): ArticleParts {
  const kept = new Map<number, SentenceParts>();
  return {
    partsOf({ start, end }) {
      const known = kept.get(start);
      if (known !== undefined) return known;
      const parts = readSentenceParts(text.slice(start, end), { articleText: text, language });
      kept.set(start, parts);
      return parts;
    },
  };
}

/** Reads one sentence; never throws. */
export function readSentenceParts(
  text: string,
  { articleText, language }: Pick<SentenceParts, 'articleText' | 'language'>,
): SentenceParts {
  const dates = joinRanges(findAnswerSpans(text, 'date'), text).map((date) =>
    withHedge(text, date, dateHedge),
  );
  const numbers = findAnswerSpans(text, 'number').filter(
    (number) => !dates.some((date) => date.start < number.end && number.start < date.end),
  );
  return {
    text,
    articleText,
    language,
    words: readPlainWords(text, language),
    names: findNames(text, articleText),
    dates,
    numbers: joinRanges(numbers, text).map((number) => withHedge(text, number, numberHedge)),
    quotes: findAnswerSpans(text, 'quote'),
  };
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
