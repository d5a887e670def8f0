import type { Span } from '../articles/article.ts';
import { analyseText, articleAnalysis } from '../language/analyse-text.ts';
import type { Language } from '../language/language.ts';
import type { QueryTerm } from '../retrieval/passage.ts';
import { cutsWord, findAnswerSpans } from './answer-spans.ts';
import { isInQuestion } from './choose-sentence.ts';
import type { ExpectedAnswer } from './expected-answer.ts';

/** A sentence to highlight in. */
export interface HighlightTask {
  readonly sentence: string;
  /** The article it stands in. */
  readonly articleText: string;
  readonly language: Language;
  readonly terms: readonly QueryTerm[];
  readonly expected: ExpectedAnswer;
  readonly questionForms: ReadonlySet<string>;
}

/** Longest share of a sentence that still stands out from it. */
const highlightShareMax = 0.85;

/**
 * The answering words, offsets into the sentence, or null where no part of it stands out: the span
 * of the expected kind nearest to the question's words, else the clause that gives the reason or
 * has most of the question's words. Never cuts a word or a number.
 */
export function chooseHighlight(task: HighlightTask): Span | null {
  const matched = findMatchedTokens(task);
  const span =
    nearestAnswerSpan(task, matched) ?? reasonClause(task) ?? coveredClause(task.sentence, matched);
  if (span === null || cutsWord(task.sentence, span)) return null;
  // Words that only repeat the question answer nothing.
  return isInQuestion(task.sentence.slice(span.start, span.end), task.questionForms) ? null : span;
}

interface MatchedToken extends Span {
  readonly weight: number;
}

function findMatchedTokens({ sentence, language, terms }: HighlightTask): MatchedToken[] {
  return analyseText(sentence, articleAnalysis(language)).flatMap((token) => {
    if (token.isStop) return [];
    const weight = terms.reduce(
      (most, term) => (token.forms.some((form) => term.forms.has(form)) ? Math.max(most, term.weight) : most),
      0,
    );
    return weight > 0 ? [{ start: token.start, end: token.end, weight }] : [];
  });
}

function nearestAnswerSpan(task: HighlightTask, matched: readonly MatchedToken[]): Span | null {
  let nearest: { span: Span; distance: number } | undefined;
  for (const span of findAnswerSpans(task.sentence, task.expected, task.articleText)) {
    if (isInQuestion(task.sentence.slice(span.start, span.end), task.questionForms)) continue;
    const distance = meanDistance(span, matched);
    if (nearest === undefined || distance < nearest.distance) nearest = { span, distance };
  }
  return nearest?.span ?? null;
}

/** Weighted mean of the gaps between a span and the matched words, in UTF-16 units. */
function meanDistance(span: Span, matched: readonly MatchedToken[]): number {
  let sum = 0;
  let weightSum = 0;
  for (const token of matched) {
    const gap = Math.max(0, token.start - span.end, span.start - token.end);
    sum += token.weight * gap;
    weightSum += token.weight;
  }
  return weightSum > 0 ? sum / weightSum : span.start;
}

const reasonOpening =
  /(?<![\p{L}\p{N}])(?:karena|lantaran|sebab|akibat|untuk|agar|supaya|demi|setelah|because|since|due to|in order to|so that|after)(?![\p{L}\p{N}])/iu;

function reasonClause({ sentence, expected }: HighlightTask): Span | null {
  if (expected !== 'reason') return null;
  const opening = reasonOpening.exec(sentence);
  if (opening === null) return null;
  return trimSpan(sentence, { start: opening.index, end: sentence.length });
}

function coveredClause(sentence: string, matched: readonly MatchedToken[]): Span | null {
  if (matched.length === 0) return null;
  let best: { span: Span; weight: number } | undefined;
  for (const span of splitClauses(sentence)) {
    const weight = matched
      .filter((token) => token.start >= span.start && token.end <= span.end)
      .reduce((sum, token) => sum + token.weight, 0);
    if (best === undefined || weight > best.weight) best = { span, weight };
  }
  if (best === undefined) return null;
  const span = trimSpan(sentence, best.span);
  return span !== null && span.end - span.start <= highlightShareMax * sentence.length ? span : null;
}

/** Runs between commas, semicolons and dashes; a comma inside a number is none. */
function splitClauses(sentence: string): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (const mark of sentence.matchAll(/[,;](?=\s)|\s[–—-]\s/gu)) {
    clauses.push({ start, end: mark.index });
    start = mark.index + mark[0].length;
  }
  clauses.push({ start, end: sentence.length });
  return clauses;
}

/** Without white space, closing marks and full stop at its ends; null where nothing is left. */
function trimSpan(sentence: string, span: Span): Span | null {
  const text = sentence.slice(span.start, span.end);
  const lead = /^[\s'"‘“(]*/u.exec(text)?.[0].length ?? 0;
  const tail = /[\s.'"’”)!?]*$/u.exec(text)?.[0].length ?? 0;
  const trimmed = { start: span.start + lead, end: span.end - tail };
  return trimmed.end > trimmed.start ? trimmed : null;
}
