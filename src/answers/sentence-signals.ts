/** What speaks for a sentence of a passage being the one that answers: a number for every signal, in one fixed order. */
import type { Sentence } from '../articles/article.ts';
import type { ExaminedPassage, QueryTerm } from '../retrieval/passage.ts';
import { definesAsked } from './definitions.ts';
import type { ExpectedAnswer } from './expected-answer.ts';
import { hasUnit, type ExpectedUnit } from './expected-unit.ts';
import type { SentenceShapes } from './sentence-shapes.ts';

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
  // A figure of the unit asked for.
  'hasUnit',
  // Signs of a kind without a shape of its own.
  'hasCause',
  'hasCopula',
  // What is asked about stands before "adalah" or an apposition; for definitions only.
  'definesAsked',
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
  readonly signals: readonly number[];
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
  return placed.map(({ passageId, language, sentence, matches, contextMatches }, number) => {
    const { expected, unit, questionForms } = context;
    const { text, goesOn, length } = context.shapes.shapeOf(sentence);
    const signals: Record<SentenceSignal, number> = {
      rareWords: rareWords[number] ?? 0,
      coverage: weigh(matches, weights) / weightSum,
      carriedWords: goesOn
        ? weighCarried(allMatches[number - 1] ?? contextMatches, matches, weights) / weightSum
        : 0,
      goesOn: Number(goesOn),
      aboutSubject: number === 0 ? 0 : weigh(matches, besideSubject) / weightSum,
      besideRareWords: Math.max(rareWords[number - 1] ?? 0, rareWords[number + 1] ?? 0),
      hasMostWords: Number((rareWords[number] ?? 0) === most),
      ...readShape(sentence, context),
      hasUnit: Number(unit !== undefined && hasUnit(text, unit)),
      definesAsked: Number(
        expected.kind === 'definition' &&
          matches.some((match) => match > 0) &&
          definesAsked(text, { language, questionForms }),
      ),
      isFirst: Number(number === 0),
      isLast: Number(number === placed.length - 1),
      length: Math.log2(length) / 6,
    };
    return { passageId, sentence, matches, signals: sentenceSignals.map((signal) => signals[signal]) };
  });
}

function readShape(sentence: Sentence, { shapes, expected, questionForms }: SentenceContext) {
  const shape = shapes.shapeOf(sentence);
  const answers = shapes.answersIn(sentence, expected.kind).filter(
    // One whose every word the question has repeats it.
    (words) => !words.every((forms) => forms.some((form) => questionForms.has(form))),
  );
  return {
    hasExpected: Number(answers.length > 0),
    hasSeveralExpected: Number(answers.length > 1),
    hasCause: Number(shape.hasCause),
    hasCopula: Number(shape.hasCopula),
    hasList: Number(shape.hasList),
    hasNegation: Number(shape.hasNegation),
    hasName: Number(shape.hasName),
    hasFigure: Number(shape.hasFigure),
    hasFocus: Number(hasFocus(shape.text, expected)),
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

/** What the text before has of the question and the sentence itself has not. */
function weighCarried(
  before: readonly number[],
  matches: readonly number[],
  weights: readonly number[],
): number {
  return weigh(
    before.map((match, place) => Math.max(0, match - (matches[place] ?? 0))),
    weights,
  );
}

function weigh(matches: readonly number[], weights: readonly number[]): number {
  return matches.reduce((sum, match, place) => sum + match * (weights[place] ?? 0), 0);
}
