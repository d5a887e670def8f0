/** Observations enter, the weights that explain them leave. Deterministic: no sampling, a fixed number of steps. */

/** Rows of numbers to choose among, and which of them are right. */
export interface Choice {
  readonly rows: readonly (readonly number[])[];
  /** By row; at least one true and one false, or nothing is learnt from it. */
  readonly right: readonly boolean[];
  /** How much it counts, above 0. */
  readonly weight: number;
}

/** One row of numbers, and whether it came true. */
export interface Event {
  readonly row: readonly number[];
  readonly isTrue: boolean;
  /** How much it counts, above 0. */
  readonly weight: number;
}

/** Where to start and how far to go. */
export interface FitOptions {
  readonly start: readonly number[];
  /** How strongly weights are held near where they start, above 0. */
  readonly hold: number;
  readonly steps: number;
}

/** Weights that make the right rows of each choice the likely ones (softmax over the rows). */
export function fitChoices(choices: readonly Choice[], options: FitOptions): number[] {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  return descend(options, (weights, gradient) => {
    for (const { rows, right, weight } of choices) {
      const scores = rows.map((row) => dot(weights, row));
      const top = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - top));
      const all = shares.reduce((sum, share) => sum + share, 0);
      const good = shares.reduce((sum, share, place) => sum + (right[place] === true ? share : 0), 0);
      if (good === 0 || good === all) continue;
      for (const [place, row] of rows.entries()) {
        const share = shares[place] ?? 0;
        const pull = share / all - (right[place] === true ? share / good : 0);
        for (const [column, value] of row.entries()) add(gradient, column, (weight / total) * pull * value);
      }
    }
  });
}

/** Weights of a logistic regression; a column of ones gives the constant. */
export function fitEvents(events: readonly Event[], options: FitOptions): number[] {
  const total = events.reduce((sum, { weight }) => sum + weight, 0);
  return descend(options, (weights, gradient) => {
    for (const { row, isTrue, weight } of events) {
      const pull = 1 / (1 + Math.exp(-dot(weights, row))) - (isTrue ? 1 : 0);
      for (const [column, value] of row.entries()) add(gradient, column, (weight / total) * pull * value);
    }
  });
}

const momentum = 0.9;
const stepSize = 0.5;

function descend(
  { start, hold, steps }: FitOptions,
  addGradient: (weights: readonly number[], gradient: number[]) => void,
): number[] {
  const weights = [...start];
  const speed = weights.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, column) => hold * (weight - (start[column] ?? 0)));
    addGradient(weights, gradient);
    for (const [column, slope] of gradient.entries()) {
      speed[column] = momentum * (speed[column] ?? 0) - stepSize * slope;
      add(weights, column, speed[column] ?? 0);
    }
  }
  return weights;
}

function dot(weights: readonly number[], row: readonly number[]): number {
  return row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), 0);
}

function add(values: number[], place: number, more: number): void {
  values[place] = (values[place] ?? 0) + more;
}
