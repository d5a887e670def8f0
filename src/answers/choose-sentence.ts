import type { Article, Sentence } from '../articles/article.ts';
import { analyseText, questionAnalysis } from '../language/analyse-text.ts';
import type { ExaminedPassage, QueryTerm } from '../retrieval/passage.ts';
import { findAnswerSpans } from './answer-spans.ts';
import type { ExpectedAnswer } from './expected-answer.ts';

/** The sentence of a passage that answers best, and what speaks for it. */
export interface ChosenSentence {
  readonly sentence: Sentence;
  /** By query term: how well the sentence matches it, 0 to 1. */
  readonly matches: readonly number[];
  /** Whether it has words of the expected kind that the question does not have already; false for kinds without a shape. */
  readonly hasExpected: boolean;
}

/** How much words of the expected kind count, in the weight of one rare word of the passage. */
const expectedBonus: Readonly<Record<ExpectedAnswer, number>> = {
  date: 1.8,
  number: 1.8,
  person: 0.8,
  place: 0.5,
  reason: 0,
  'yes-no': 0,
  other: 0,
};

/**
 * The best sentence of the passage. A query word counts by its rarity in the corpus and *within* the
 * passage: the name that stands in every sentence tells none of them apart. Ties go to the earlier sentence.
 */
export function chooseSentence(
  candidate: ExaminedPassage,
  terms: readonly QueryTerm[],
  context: {
    readonly article: Article;
    readonly expected: ExpectedAnswer;
    readonly questionForms: ReadonlySet<string>;
  },
): ChosenSentence {
  const weightMax = terms.reduce((most, term) => Math.max(most, term.weight), 0);
  const rarity = terms.map((term, place) => (rarityWithin(candidate, place) * term.weight) / weightMax);
  let best: (ChosenSentence & { score: number }) | undefined;
  for (const [number, sentence] of candidate.passage.sentences.entries()) {
    const matches = candidate.sentenceMatches[number] ?? [];
    let local = 0;
    for (const [place, match] of matches.entries()) local += (rarity[place] ?? 0) * match;
    const hasExpected = hasNewSpan(sentence, context);
    const score = local + (hasExpected ? expectedBonus[context.expected] : 0);
    if (best === undefined || score > best.score) best = { sentence, matches, hasExpected, score };
  }
  if (best === undefined) throw new Error(`Passage ${candidate.passage.id} has no sentence.`);
  return best;
}

function rarityWithin(candidate: ExaminedPassage, place: number): number {
  const sentences = candidate.sentenceMatches;
  const count = sentences.filter((matches) => (matches[place] ?? 0) > 0).length;
  return Math.log(1 + (sentences.length - count + 0.5) / (count + 0.5));
}

function hasNewSpan(
  { start, end }: Sentence,
  context: {
    readonly article: Article;
    readonly expected: ExpectedAnswer;
    readonly questionForms: ReadonlySet<string>;
  },
): boolean {
  const { text } = context.article;
  const sentence = text.slice(start, end);
  return findAnswerSpans(sentence, context.expected, text).some(
    (span) => !isInQuestion(sentence.slice(span.start, span.end), context.questionForms),
  );
}

/** Whether every word of the text stands in the question too: then it repeats the question and answers nothing. */
export function isInQuestion(text: string, questionForms: ReadonlySet<string>): boolean {
  return analyseText(text, questionAnalysis).every((token) =>
    token.forms.some((form) => questionForms.has(form)),
  );
}
