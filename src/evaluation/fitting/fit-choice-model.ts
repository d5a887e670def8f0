/** Examples enter, the weights of a choice model leave as the table it is read from. Deterministic: no sampling. */
import { kindGroups, type KindGroup } from '../../answers/choice-model.ts';
import type { ChoiceExample } from './choice-examples.ts';

/** How the weights are found. */
export interface ChoiceFit {
  readonly signals: readonly string[];
  /** Times that every example is read. */
  readonly rounds: number;
  /** How strongly the shared weights, and the differences of groups, are held near 0. */
  readonly hold: { readonly shared: number; readonly group: number };
}

/** Greatest step of a weight in the first round; later rounds take smaller ones. */
const stepMax = 0.3;
const stepDecay = 0.5;

interface Weights {
  readonly values: Float64Array;
  /** Sum of the squared slopes so far: a signal that is often there takes smaller steps (AdaGrad). */
  readonly slopes: Float64Array;
}

/**
 * Weights under which the right rows are the likely ones (softmax over the rows of an example): a
 * table as `parseChoiceModel` reads it, two decimals.
 */
export function fitChoiceModel(examples: readonly ChoiceExample[], fit: ChoiceFit): string {
  const size = fit.signals.length;
  const shared = makeWeights(size);
  const groups = new Map(kindGroups.map((group) => [group, makeWeights(size)]));
  const ordered = mixOrder(examples);
  for (let round = 0; round < fit.rounds; round++) {
    const step = stepMax / (1 + round * stepDecay);
    for (const example of ordered) {
      const own = groups.get(example.group);
      if (own === undefined) continue;
      const slope = slopeOf(example, shared.values, own.values);
      take(shared, slope, { step, hold: fit.hold.shared });
      take(own, slope, { step, hold: fit.hold.group });
    }
  }
  return renderTable(fit.signals, shared.values, groups);
}

function makeWeights(size: number): Weights {
  return { values: new Float64Array(size), slopes: new Float64Array(size).fill(0.01) };
}

/** Neighbours come from one article: every example goes a fixed stride away from the one before. */
function mixOrder(examples: readonly ChoiceExample[]): ChoiceExample[] {
  const stride = 97;
  return Array.from({ length: stride }, (_, first) =>
    examples.filter((__, place) => place % stride === first),
  ).flat();
}

function slopeOf(example: ChoiceExample, shared: Float64Array, own: Float64Array): Float64Array {
  const scores = example.rows.map((row) =>
    row.reduce((sum, value, place) => sum + value * ((shared[place] ?? 0) + (own[place] ?? 0)), 0),
  );
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const rightCount = example.right.reduce((sum, right) => sum + right, 0);
  const slope = new Float64Array(shared.length);
  for (const [place, row] of example.rows.entries()) {
    const pull = example.weight * ((shares[place] ?? 0) / all - (example.right[place] ?? 0) / rightCount);
    for (const [signal, value] of row.entries()) slope[signal] = (slope[signal] ?? 0) + pull * value;
  }
  return slope;
}

function take(
  { values, slopes }: Weights,
  slope: Float64Array,
  { step, hold }: { step: number; hold: number },
): void {
  for (const [signal, value] of values.entries()) {
    const full = (slope[signal] ?? 0) + hold * value;
    const sum = (slopes[signal] ?? 0) + full * full;
    slopes[signal] = sum;
    values[signal] = value - (step * full) / Math.sqrt(sum);
  }
}

function renderTable(
  signals: readonly string[],
  shared: Float64Array,
  groups: ReadonlyMap<KindGroup, Weights>,
): string {
  const nameWidth = Math.max(...signals.map((signal) => signal.length));
  return signals
    .map((signal, place) => {
      const numbers = [shared, ...kindGroups.map((group) => groups.get(group)?.values)].map((values) =>
        renderNumber(values?.[place] ?? 0),
      );
      return `${signal.padEnd(nameWidth)} ${numbers.join(' ')}`;
    })
    .join('\n');
}

function renderNumber(value: number): string {
  const text = value.toFixed(2);
  return (text === '-0.00' ? '0.00' : text).padStart(5);
}
