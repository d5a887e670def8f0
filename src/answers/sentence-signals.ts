/** What speaks for a sentence of a passage being the one that answers: a number for every signal, in one fixed order. */
import type { Article, Sentence } from '../articles/article.ts';
import type { ExaminedPassage, QueryTerm } from '../retrieval/passage.ts';
import { findAnswerSpans } from './answer-spans.ts';
import type { ExpectedAnswer } from './expected-answer.ts';
import { isInQuestion } from './is-in-question.ts';

/** Signals of a sentence; each is 0 to about 1 unless its comment says more. */
export const sentenceSignals = [
  // The question's words, each by how rare it is in the corpus and within the passage: 0 to about 5.
  'rareWords',
  // Their share of the question's weight.
  'coverage',
  // Words that only the sentence before has, where this one goes on about the same: "Ia …", "Gedung itu …".
  'carriedWords',
  'goesOn',
  // Share of the question's weight in words that the block's first sentence does not have: what is asked about its subject.
  'aboutSubject',
  // Best among the sentences beside it, in rare words.
  'besideRareWords',
  'hasMostWords',
  // Words of the kind asked for that the question does not have: whether, and more than one.
  'hasExpected',
  'hasSeveralExpected',
  // Signs of a kind without a shape of its own.
  'hasCause',
  'hasCopula',
  'hasList',
  'hasNegation',
  'hasName',
  'hasFigure',
  'hasFocus',
  'isFirst',
  'isLast',
  // log2 of its length in words, over 6.
  'length',
] as const;

export type SentenceSignal = (typeof sentenceSignals)[number];

/** What the signals are read from. */
export interface SentenceContext {
  readonly article: Article;
  readonly expected: ExpectedAnswer;
  readonly questionForms: ReadonlySet<string>;
}

/** A sentence with its signals. */
export interface SignalledSentence {
  readonly passageId: string;
  readonly sentence: Sentence;
  readonly matches: readonly number[];
  /** In the order of `sentenceSignals`. */
  readonly signals: readonly number[];
}

const goingOn =
  /^["“'‘(]*(?:ia|dia|beliau|mereka|ini|itu|hal (?:ini|itu|tersebut)|menurutnya|\S+ (?:ini|itu|tersebut)|\S{3,}nya|he|she|it|they|his|her|its|their|this|these|those|the \S+|ketiganya|keduanya)(?![\p{L}\p{N}])/iu;
const causeWord =
  /(?<![\p{L}\p{N}])(?:karena|lantaran|sebab|disebabkan|akibat|untuk|agar|supaya|demi|sehingga|gara-gara|dipicu|berkat|because|since|due to|in order to|so that|caused|led to|therefore|to avoid|result)(?![\p{L}\p{N}])/iu;
const copulaWord =
  /(?<![\p{L}\p{N}])(?:adalah|ialah|merupakan|yaitu|yakni|artinya|berarti|is an?|is the|was an?|was the|are|were|means|refers to)(?![\p{L}\p{N}])/iu;
const negationWord =
  /(?<![\p{L}\p{N}])(?:tidak|tak|bukan|belum|tanpa|jangan|not|no|never|without|nobody|none|n['’]t)(?![\p{L}\p{N}])/iu;
const listOf = /,\s[^,]+,?\s(?:dan|serta|atau|and|or)\s/iu;
const capitalInside = /[\p{Ll}\p{N},]\s+\p{Lu}\p{L}/u;

/** Every sentence of a block's passages, given in reading order, with its signals. */
export function readSentenceSignals(
  passages: readonly ExaminedPassage[],
  terms: readonly QueryTerm[],
  context: SentenceContext,
): SignalledSentence[] {
  const placed = passages.flatMap(({ passage, sentenceMatches, contextMatches }) =>
    passage.sentences.map((sentence, number) => ({
      passageId: passage.id,
      sentence,
      matches: sentenceMatches[number] ?? [],
      contextMatches,
    })),
  );
  const allMatches = placed.map(({ matches }) => matches);
  const weightMax = terms.reduce((most, term) => Math.max(most, term.weight), 0);
  const weights = terms.map(({ weight }) => weight);
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  const rarity = terms.map((term, place) => (rarityWithin(allMatches, place) * term.weight) / weightMax);
  const rareWords = allMatches.map((matches) => weigh(matches, rarity));
  const besideSubject = weights.map((weight, place) => weight * (1 - (allMatches[0]?.[place] ?? 0)));
  const most = Math.max(...rareWords);
  return placed.map(({ passageId, sentence, matches, contextMatches }, number) => {
    const text = context.article.text.slice(sentence.start, sentence.end);
    const goesOn = goingOn.test(text);
    const before = allMatches[number - 1] ?? contextMatches;
    const carried = before.map((match, place) => Math.max(0, match - (matches[place] ?? 0)));
    const signals: Record<SentenceSignal, number> = {
      rareWords: rareWords[number] ?? 0,
      coverage: weigh(matches, weights) / weightSum,
      carriedWords: goesOn ? weigh(carried, weights) / weightSum : 0,
      goesOn: Number(goesOn),
      aboutSubject: number === 0 ? 0 : weigh(matches, besideSubject) / weightSum,
      besideRareWords: Math.max(rareWords[number - 1] ?? 0, rareWords[number + 1] ?? 0),
      hasMostWords: Number((rareWords[number] ?? 0) === most),
      ...readShape(text, context),
      isFirst: Number(number === 0),
      isLast: Number(number === placed.length - 1),
      length: Math.log2(text.split(/\s+/u).length) / 6,
    };
    return { passageId, sentence, matches, signals: sentenceSignals.map((signal) => signals[signal]) };
  });
}

function readShape(text: string, { article, expected, questionForms }: SentenceContext) {
  const spans = findAnswerSpans(text, expected.kind, article.text).filter(
    (span) => !isInQuestion(text.slice(span.start, span.end), questionForms),
  );
  return {
    hasExpected: Number(spans.length > 0),
    hasSeveralExpected: Number(spans.length > 1),
    hasCause: Number(causeWord.test(text)),
    hasCopula: Number(copulaWord.test(text)),
    hasList: Number(listOf.test(text)),
    hasNegation: Number(negationWord.test(text)),
    hasName: Number(capitalInside.test(text)),
    hasFigure: Number(/\d/u.test(text)),
    hasFocus: Number(hasFocus(text, expected)),
  };
}

function hasFocus(text: string, { focus }: ExpectedAnswer): boolean {
  if (focus.size === 0) return false;
  const lower = text.toLowerCase();
  for (const word of focus) if (word.length > 3 && lower.includes(word)) return true;
  return false;
}

function rarityWithin(allMatches: readonly (readonly number[])[], place: number): number {
  const count = allMatches.filter((matches) => (matches[place] ?? 0) > 0).length;
  return Math.log(1 + (allMatches.length - count + 0.5) / (count + 0.5));
}

function weigh(matches: readonly number[], weights: readonly number[]): number {
  return matches.reduce((sum, match, place) => sum + match * (weights[place] ?? 0), 0);
}
