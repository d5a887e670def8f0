/** What speaks for a sentence of a passage being the one that answers: a number for every signal, in one fixed order. */
import type { Sentence } from '../articles/article.ts';
import type { ExaminedPassage, QueryTerm } from '../retrieval/passage.ts';
import { definesAsked, readDefined } from './definitions.ts';
import type { ExpectedAnswer } from './expected-answer.ts';
import type { ExpectedUnit } from './expected-unit.ts';
import { readPlainWords } from './plain-words.ts';
import type { SentenceShapes } from './sentence-shapes.ts';

/** Signals of a sentence with their places in a row of them; each is 0 to about 1 unless its comment says more. */
export const sentenceSignalPlaces = {
  // The question's words, each by how rare it is in the corpus and within the passage: 0 to about 5.
  rareWords: 0,
  // Their share of the question's weight.
  coverage: 1,
  // Words that only the sentence before has, where this one goes on about the same: "Ia …", "Gedung itu …".
  carriedWords: 2,
  goesOn: 3,
  // Share of the question's weight in words that the block's first sentence does not have: what is asked about its subject.
  aboutSubject: 4,
  // Best among the sentences beside it, in rare words.
  besideRareWords: 5,
  hasMostWords: 6,
  // Words of the kind asked for that the question does not have: whether, and more than one.
  hasExpected: 7,
  hasSeveralExpected: 8,
  // A figure of the unit asked for.
  hasUnit: 9,
  // Signs of a kind without a shape of its own.
  hasCause: 10,
  hasCopula: 11,
  // What is asked about stands before "adalah" or an apposition; for definitions only.
  definesAsked: 12,
  hasList: 13,
  hasNegation: 14,
  hasName: 15,
  hasFigure: 16,
  hasFocus: 17,
  isFirst: 18,
  isLast: 19,
  // log2 of its length in words, over 6.
  length: 20,
} as const;

/** Their names, in the order of a row. */
export const sentenceSignals: readonly string[] = Object.keys(sentenceSignalPlaces);

const at = sentenceSignalPlaces;

/** What the signals are read from. */
export interface SentenceContext {
  /** Of the article that the sentences stand in. */
  readonly shapes: SentenceShapes;
  readonly expected: ExpectedAnswer;
  /** Of which unit the figure must be; undefined where the question does not tell. */
  readonly unit: ExpectedUnit | undefined;
  readonly questionForms: ReadonlySet<string>;
}

/** A sentence with its signals. */
export interface SignalledSentence {
  readonly passageId: string;
  readonly sentence: Sentence;
  readonly matches: readonly number[];
  /** In the order of `sentenceSignals`. */
  readonly signals: Float64Array;
}

/** Every sentence of a block's passages, given in reading order, with its signals. */
export function readSentenceSignals(
  passages: readonly ExaminedPassage[],
  terms: readonly QueryTerm[],
  context: SentenceContext,
): SignalledSentence[] {
  const placed = passages.flatMap(({ passage, sentenceMatches, contextMatches }) =>
    passage.sentences.map((sentence, number) => ({
      passageId: passage.id,
      language: passage.language,
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
  const defined = readDefined(terms);
  return placed.map(({ passageId, language, sentence, matches, contextMatches }, number) => {
    const { expected, unit } = context;
    const { text, goesOn, length } = context.shapes.shapeOf(sentence);
    const signals = new Float64Array(sentenceSignals.length);
    signals[at.rareWords] = rareWords[number] ?? 0;
    signals[at.coverage] = weigh(matches, weights) / weightSum;
    signals[at.goesOn] = Number(goesOn);
    if (goesOn)
      signals[at.carriedWords] =
        weighCarried(allMatches[number - 1] ?? contextMatches, matches, weights) / weightSum;
    if (number > 0) signals[at.aboutSubject] = weigh(matches, besideSubject) / weightSum;
    signals[at.besideRareWords] = Math.max(rareWords[number - 1] ?? 0, rareWords[number + 1] ?? 0);
    signals[at.hasMostWords] = Number((rareWords[number] ?? 0) === most);
    addShape(signals, sentence, context);
    signals[at.hasUnit] = Number(unit !== undefined && context.shapes.hasUnitIn(sentence, unit));
    signals[at.definesAsked] = Number(
      expected.kind === 'definition' &&
        matches.some((match) => match > 0) &&
        definesAsked(readPlainWords(text, language), defined),
    );
    signals[at.isFirst] = Number(number === 0);
    signals[at.isLast] = Number(number === placed.length - 1);
    signals[at.length] = Math.log2(length) / 6;
    return { passageId, sentence, matches, signals };
  });
}

function addShape(
  signals: Float64Array,
  sentence: Sentence,
  { shapes, expected, questionForms }: SentenceContext,
): void {
  const shape = shapes.shapeOf(sentence);
  const answers = shapes.answersIn(sentence, expected.kind).filter(
    // One whose every word the question has repeats it.
    (words) => !words.every((forms) => forms.some((form) => questionForms.has(form))),
  );
  signals[at.hasExpected] = Number(answers.length > 0);
  signals[at.hasSeveralExpected] = Number(answers.length > 1);
  signals[at.hasCause] = Number(shape.hasCause);
  signals[at.hasCopula] = Number(shape.hasCopula);
  signals[at.hasList] = Number(shape.hasList);
  signals[at.hasNegation] = Number(shape.hasNegation);
  signals[at.hasName] = Number(shape.hasName);
  signals[at.hasFigure] = Number(shape.hasFigure);
  signals[at.hasFocus] = Number(hasFocus(shape.lowerCase, expected));
}

function hasFocus(lowerCase: string, { focus }: ExpectedAnswer): boolean {
  for (const word of focus) if (word.length > 3 && lowerCase.includes(word)) return true;
  return false;
}

function rarityWithin(allMatches: readonly (readonly number[])[], place: number): number {
  const count = allMatches.filter((matches) => (matches[place] ?? 0) > 0).length;
  return Math.log(1 + (allMatches.length - count + 0.5) / (count + 0.5));
}

/** What the text before has of the question and the sentence itself has not. */
function weighCarried(
  before: readonly number[],
  matches: readonly number[],
  weights: readonly number[],
): number {
  let sum = 0;
  for (let place = 0; place < before.length; place++)
    sum += Math.max(0, (before[place] ?? 0) - (matches[place] ?? 0)) * (weights[place] ?? 0);
  return sum;
}

function weigh(matches: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let place = 0; place < matches.length; place++) sum += (matches[place] ?? 0) * (weights[place] ?? 0);
  return sum;
}
