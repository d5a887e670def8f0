/** A small linear model that chooses among sentences or spans: a weight for every signal, shared by all questions, and a difference for each group of kinds. */
import type { AnswerKind } from './expected-answer.ts';

/** Kinds of answer that share their weights. */
export const kindGroups = [
  'who',
  'name',
  'when',
  'count',
  'where',
  'why',
  'what',
  'list',
  'definition',
  'whether',
] as const;

export type KindGroup = (typeof kindGroups)[number];

/** The group of a kind. */
export const groupOfKind: Readonly<Record<AnswerKind, KindGroup>> = {
  person: 'who',
  organisation: 'name',
  name: 'name',
  date: 'when',
  number: 'count',
  place: 'where',
  reason: 'why',
  manner: 'why',
  list: 'list',
  definition: 'definition',
  quote: 'what',
  'yes-no': 'whether',
  other: 'what',
};

/** Weights by group, in the order of the model's signals. */
export type ChoiceModel = Readonly<Record<KindGroup, readonly number[]>>;

/**
 * The model of a table: a line per signal with its name, the weight all groups share, and the
 * difference of each group in the order of `kindGroups`.
 * @throws Error when the table has other signals than those named.
 */
export function parseChoiceModel(table: string, signals: readonly string[]): ChoiceModel {
  const rows = new Map(
    table
      .trim()
      .split('\n')
      .map((line): [string, number[]] => {
        const [name = '', ...numbers] = line.trim().split(/\s+/);
        return [name, numbers.map(Number)];
      }),
  );
  if (rows.size !== signals.length)
    throw new Error(`The table has ${rows.size} signals, not ${signals.length}.`);
  const ofGroup = (column: number): number[] =>
    signals.map((signal) => {
      const row = rows.get(signal);
      if (row?.length !== kindGroups.length + 1) throw new Error(`The table has no full row for ${signal}.`);
      return (row[0] ?? 0) + (row[column + 1] ?? 0);
    });
  return {
    who: ofGroup(0),
    name: ofGroup(1),
    when: ofGroup(2),
    count: ofGroup(3),
    where: ofGroup(4),
    why: ofGroup(5),
    what: ofGroup(6),
    list: ofGroup(7),
    definition: ofGroup(8),
    whether: ofGroup(9),
  };
}

/** Weighted sum of the signals. */
export function scoreSignals(weights: readonly number[], signals: ArrayLike<number>): number {
  let score = 0;
  for (let place = 0; place < weights.length; place++) score += (weights[place] ?? 0) * (signals[place] ?? 0);
  return score;
}

/** Scores as probabilities that add up to 1. */
export function toProbabilities(scores: readonly number[]): number[] {
  const most = scores.reduce((max, score) => Math.max(max, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
