/** Observations enter, the weights that explain them leave. Deterministic: no sampling, a fixed number of steps. */

/** Rows of numbers to choose among, and which of them are right. */
export interface Choice {
  readonly rows: readonly (readonly number[])[];
  /** By row; at least one true and one false, or nothing is learnt from it. */
  readonly right: readonly boolean[];
  /** How much it counts, above 0. */
  readonly weight: number;
}

/** One row of numbers, and how far it came true. */
export interface Event {
  readonly row: readonly number[];
  /** 0 or 1, or between them where both have something for them. */
  readonly truth: number;
  /** How much it counts, above 0. */
  readonly weight: number;
}

/** How a choice's weights are found. */
export interface ChoiceFitOptions {
  /** How strongly each weight is held near 0, times the spread of its column; above 0. */
  readonly hold: number;
  /** Steps down the slope; 500 are enough for weights that no longer change in three decimals. */
  readonly steps: number;
}

/** Weights that make the right rows of each choice the likely ones (softmax over the rows). */
export function fitChoices(choices: readonly Choice[], options: ChoiceFitOptions): number[] {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  // In columns of one spread a rare signal is found as soon as a common one, and held no more.
  const spreads = spreadsOf(choices.flatMap(({ rows }) => rows));
  const scaled = choices.map((choice) => ({
    ...choice,
    rows: choice.rows.map((row) => row.map((value, column) => value / (spreads[column] ?? 1))),
  }));
  const weights = descend(spreads.length, options, (held, slope) => {
    for (const choice of scaled) addSlope(slope, choice, { weights: held, share: choice.weight / total });
  });
  return weights.map((weight, column) => weight / (spreads[column] ?? 1));
}

/** Standard deviation of each column; 1 for one that never changes. */
function spreadsOf(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => {
    const mean = rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length;
    const square = rows.reduce((sum, row) => sum + ((row[column] ?? 0) - mean) ** 2, 0) / rows.length;
    return Math.sqrt(square) || 1;
  });
}

function addSlope(
  slope: number[],
  { rows, right }: Choice,
  { weights, share }: { readonly weights: readonly number[]; readonly share: number },
): void {
  const scores = rows.map((row) => dot(weights, row));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((sum, power) => sum + power, 0);
  const good = powers.reduce((sum, power, place) => sum + (right[place] === true ? power : 0), 0);
  if (good === 0 || good === all) return;
  for (const [place, row] of rows.entries()) {
    const power = powers[place] ?? 0;
    const pull = power / all - (right[place] === true ? power / good : 0);
    for (let column = 0; column < row.length; column++) add(slope, column, share * pull * (row[column] ?? 0));
  }
}

/** How an event's weights are found. */
export interface EventFitOptions {
  /** How strongly each weight is held near 0, times the spread of its column; above 0. */
  readonly hold: number;
  /** Newton steps; eight are enough for weights that no longer change. */
  readonly steps: number;
}

/**
 * Weights of a logistic regression, in the order of the columns; a column of ones gives the constant, which is not held.
 * @throws Error when there are no events.
 */
export function fitEvents(events: readonly Event[], { hold, steps }: EventFitOptions): number[] {
  const width = events[0]?.row.length;
  if (width === undefined) throw new Error('There is nothing to fit to.');
  const total = events.reduce((sum, { weight }) => sum + weight, 0);
  const holds = Array.from({ length: width }, (_, column) => hold * spreadOf(events, column, total));
  const rows = events.map(dropZeros);
  let weights = holds.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight, column) => (holds[column] ?? 0) * weight);
    const curve = weights.map((_, at) =>
      weights.map((__, column) => (at === column ? (holds[at] ?? 0) + tiny : 0)),
    );
    for (const { columns, values, truth, weight } of rows) {
      let odds = 0;
      for (const [at, column] of columns.entries()) odds += (values[at] ?? 0) * (weights[column] ?? 0);
      const chance = 1 / (1 + Math.exp(-odds));
      const pull = (weight / total) * (chance - truth);
      const bend = (weight / total) * chance * (1 - chance);
      for (let at = 0; at < columns.length; at++) {
        const value = values[at] ?? 0;
        add(slope, columns[at] ?? 0, pull * value);
        const line = curve[columns[at] ?? 0] ?? [];
        for (let before = 0; before <= at; before++)
          add(line, columns[before] ?? 0, bend * value * (values[before] ?? 0));
      }
    }
    const change = solve(curve, slope);
    weights = weights.map((weight, column) => weight - (change[column] ?? 0));
  }
  return weights;
}

/** Most columns of most rows are zero, and every pair of the others is gone through. */
function dropZeros({ row, truth, weight }: Event) {
  const columns = [...row.keys()].filter((column) => row[column] !== 0);
  return { columns, values: columns.map((column) => row[column] ?? 0), truth, weight };
}

/** Keeps the equations solvable where a column never changes. */
const tiny = 1e-6;

function spreadOf(events: readonly Event[], column: number, total: number): number {
  const mean = events.reduce((sum, { row, weight }) => sum + (weight / total) * (row[column] ?? 0), 0);
  return events.reduce(
    (sum, { row, weight }) => sum + (weight / total) * ((row[column] ?? 0) - mean) ** 2,
    0,
  );
}

/** Solves the symmetric equations whose lower half is given (Cholesky). */
function solve(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const root: number[][] = [];
  const half: number[] = [];
  for (const [at, line] of lower.entries()) {
    const own: number[] = [];
    for (let column = 0; column <= at; column++) {
      const other = column === at ? own : (root[column] ?? []);
      let rest = line[column] ?? 0;
      for (let before = 0; before < column; before++) rest -= (own[before] ?? 0) * (other[before] ?? 0);
      own.push(column === at ? Math.sqrt(rest) : rest / (other[column] ?? 1));
    }
    root.push(own);
    half.push(((right[at] ?? 0) - dot(half, own)) / (own[at] ?? 1));
  }
  const solved = [...half];
  for (let at = solved.length - 1; at >= 0; at--) {
    let rest = half[at] ?? 0;
    for (let below = at + 1; below < solved.length; below++)
      rest -= (root[below]?.[at] ?? 0) * (solved[below] ?? 0);
    solved[at] = rest / (root[at]?.[at] ?? 1);
  }
  return solved;
}

const momentum = 0.9;
const stepSize = 0.5;

function descend(
  width: number,
  { hold, steps }: ChoiceFitOptions,
  addSlopes: (weights: readonly number[], slope: number[]) => void,
): number[] {
  const weights = Array.from({ length: width }, () => 0);
  const speed = weights.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight) => hold * weight);
    addSlopes(weights, slope);
    for (const [column, value] of slope.entries()) {
      speed[column] = momentum * (speed[column] ?? 0) - stepSize * value;
      add(weights, column, speed[column] ?? 0);
    }
  }
  return weights;
}

function dot(weights: readonly number[], row: readonly number[]): number {
  let sum = 0;
  for (let column = 0; column < row.length; column++) sum += (weights[column] ?? 0) * (row[column] ?? 0);
  return sum;
}

function add(values: number[], place: number, more: number): void {
  values[place] = (values[place] ?? 0) + more;
}
