/** A sentence enters with what is asked; its words, with everything that tells where an answer begins and ends, leave. */
import type { Span } from '../articles/article.ts';
import type { QueryTerm } from '../retrieval/passage.ts';
import { findAnswerSpans } from './answer-spans.ts';
import type { AnswerKind, ExpectedAnswer } from './expected-answer.ts';
import { hasUnit, type ExpectedUnit } from './expected-unit.ts';
import { isChoice, isInQuestion } from './is-in-question.ts';
import { readWords, type SentenceWord } from './read-words.ts';
import type { SentenceParts } from './sentence-parts.ts';

/** A sentence of an article and the question put to it. */
export interface SentenceTask {
  readonly sentence: SentenceParts;
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
  const { text, dates, numbers, names, quotes } = sentence;
  const words = readWords(task);
  return {
    text,
    words,
    gapAfter: text.slice(words.at(-1)?.end ?? 0),
    names,
    dates,
    numbers,
    measures: unit === undefined ? [] : [...dates, ...numbers].filter((span) => isMeasure(text, span, unit)),
    quotes,
    expected: spansOfKind(expected.kind, sentence).filter(
      (span) => isChoice(questionForms) || !isInQuestion(text.slice(span.start, span.end), questionForms),
    ),
  };
}

/** What stands before a figure of years may tell that it is an age: "berusia 27". */
const beforeAge = 9;

function isMeasure(sentence: string, { start, end }: Span, unit: ExpectedUnit): boolean {
  const from = unit === 'age' ? Math.max(0, start - beforeAge) : start;
  return hasUnit(sentence.slice(from, unit === 'age' ? end + 2 : end), unit);
}

function spansOfKind(kind: AnswerKind, parts: SentenceParts): readonly Span[] {
  const { text, articleText, dates, numbers, names } = parts;
  if (kind === 'date') return dates;
  if (kind === 'number') return numbers;
  if (kind === 'name' || kind === 'organisation') return names;
  const found = findAnswerSpans(text, kind, articleText);
  // "Negara mana yang …?" may be answered by a name that no "di" tells to be a place.
  return kind === 'place' && found.length === 0 ? names : found;
}
