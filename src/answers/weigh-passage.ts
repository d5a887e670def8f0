/** What speaks for a passage beyond its words, and how all of it is weighed against other passages. */
import type { ExaminedPassage, PassageSignals } from '../retrieval/passage.ts';
import type { ChosenSentence } from './choose-sentence.ts';
import type { ExpectedAnswer } from './expected-answer.ts';
import { hasUnit, type ExpectedUnit } from './expected-unit.ts';
import { rankingWeights } from './fitted-weights.ts';
import { sentenceSignalPlaces } from './sentence-signals.ts';

/** Everything that passages are ranked by; each 0 to 1. */
export interface RankingSignals extends PassageSignals {
  /** A date or figure is asked for, and the best sentence has one that the question does not. */
  readonly expectedFigure: number;
  /** The same for the name of a person or place. */
  readonly expectedName: number;
  /** A figure of some unit is asked for, money or people or years, and the best sentence has one. */
  readonly unit: number;
  /** A reason is asked for, and the best sentence gives one. */
  readonly reason: number;
  /** It is the title or the summary: they name everything and say little. */
  readonly headline: number;
  /** Its sentence only leads to a list: the answer stands below. */
  readonly leadIn: number;
  /** Who or what something is, is asked for, and the best sentence says so. */
  readonly defines: number;
  /** Share of the letters of the question's words, four at a time, that it has; those that tell the passages apart count more. */
  readonly letters: number;
}

/** How much each signal counts; see `fitted-weights.ts`. */
export type RankingWeights = Readonly<Record<keyof RankingSignals, number>>;

const reasonMark =
  /(?<![\p{L}\p{N}])(?:karena|lantaran|sebab|penyebab\p{L}*|akibat\p{L}*|untuk|agar|supaya|demi|setelah|because|since|due|so that|after|caused?|sehingga)(?![\p{L}\p{N}])/iu;

/** What is asked of a passage. */
interface AskedPassage {
  readonly expected: ExpectedAnswer;
  readonly unit: ExpectedUnit | undefined;
  /** The chosen sentence's words. */
  readonly sentence: string;
  /** As `RankingSignals` has them. */
  readonly letters: number;
}

/** The signals of a passage whose best sentence has been chosen. */
export function readSignals(
  { passage, signals }: ExaminedPassage,
  chosen: ChosenSentence,
  { expected, unit, sentence, letters }: AskedPassage,
): RankingSignals {
  const isFigure = expected.kind === 'date' || expected.kind === 'number';
  return {
    ...signals,
    expectedFigure: isFigure && chosen.hasExpected ? 1 : 0,
    expectedName: !isFigure && chosen.hasExpected ? 1 : 0,
    unit: isFigure && unit !== undefined && hasUnit(sentence, unit) ? 1 : 0,
    reason: expected.kind === 'reason' && reasonMark.test(sentence) ? 1 : 0,
    headline: passage.kind === 'title' || passage.kind === 'summary' ? 1 : 0,
    leadIn: sentence.endsWith(':') ? 1 : 0,
    defines: chosen.signals[sentenceSignalPlaces.definesAsked] ?? 0,
    letters,
  };
}

/** What passages are put in order by: greater is better, comparable within one question. */
export function weighSignals(signals: RankingSignals, weights: RankingWeights = rankingWeights): number {
  let sum = 0;
  for (const name of signalNames) sum += weights[name] * signals[name];
  return sum;
}

/** All signals, in the order in which they are summed. */
export const signalNames: readonly (keyof RankingSignals)[] = [
  'frequency',
  'neighbours',
  'near',
  'alike',
  'alikeWhole',
  'askedAlike',
  'expectedFigure',
  'expectedName',
  'unit',
  'reason',
  'headline',
  'leadIn',
  'defines',
  'farthest',
  'pairs',
  'opening',
  'letters',
];
