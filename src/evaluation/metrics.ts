/**
 * Every figure of the bench as one pass over judgements with a count for each, so that a bootstrap
 * resample is nothing but other counts. Pure; NaN where a figure has no meaning.
 */
import type { Judgement } from './judge.ts';

/**
 * Judgements by falling confidence, and how often each counts.
 * `groupEnds` holds the index behind the last judgement of each run of equal confidence.
 */
export interface Sample {
  readonly judgements: readonly Judgement[];
  readonly groupEnds: readonly number[];
}

/** How often each judgement of a sample counts, in the sample's order. */
export type Counts = ArrayLike<number>;

/** One figure. `n` says how many judgements it is counted from, before any resampling. */
export interface Metric {
  readonly name: MetricName;
  /** Whether more is better. */
  readonly direction: 'up' | 'down';
  n(judgements: readonly Judgement[]): number;
  value(sample: Sample, counts: Counts): number;
}

/** The figures, in the order in which they are reported. */
export type MetricName =
  | 'hit@1'
  | 'hit@3'
  | 'hit@5'
  | 'mrr'
  | 'sentence'
  | 'highlight-contains'
  | 'highlight-within'
  | 'abstain-precision'
  | 'abstain-recall'
  | 'abstain-f1'
  | 'abstain-f1-best'
  | 'auroc'
  | 'aurc';

/** The deepest rank that counts for the mean reciprocal rank. */
export const reciprocalRankMax = 10;

/** The judgements in the order that the confidence figures need; ties stay in the order given. */
export function toSample(judgements: readonly Judgement[]): Sample {
  const sorted = [...judgements].sort((a, b) => b.confidence - a.confidence);
  const groupEnds = sorted.flatMap((judgement, place) =>
    sorted[place + 1]?.confidence === judgement.confidence ? [] : [place + 1],
  );
  return { judgements: sorted, groupEnds };
}

const isAnswerable = (judgement: Judgement): boolean => judgement.unanswerable === null;

/** A mean over the judgements for which `read` gives a number. */
function meanMetric(name: MetricName, read: (judgement: Judgement) => number | null): Metric {
  return {
    name,
    direction: 'up',
    n: (judgements) => judgements.filter((judgement) => read(judgement) !== null).length,
    value({ judgements }, counts) {
      let sum = 0;
      let n = 0;
      for (const [place, judgement] of judgements.entries()) {
        const value = read(judgement);
        if (value === null) continue;
        sum += value * (counts[place] ?? 0);
        n += counts[place] ?? 0;
      }
      return sum / n;
    },
  };
}

function hitMetric(name: MetricName, rankMax: number): Metric {
  return meanMetric(name, (judgement) =>
    isAnswerable(judgement) ? Number(judgement.hitRank >= 1 && judgement.hitRank <= rankMax) : null,
  );
}

function truthMetric(
  name: MetricName,
  field: 'sentenceHit' | 'highlightContains' | 'highlightWithin',
): Metric {
  return meanMetric(name, (judgement) => (judgement[field] === null ? null : Number(judgement[field])));
}

/** What a system did about questions without an answer; "positive" is to abstain. */
interface Abstention {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

function countAbstentions({ judgements }: Sample, counts: Counts): Abstention {
  let truePositives = 0;
  let falsePositives = 0;
  let falseNegatives = 0;
  for (const [place, judgement] of judgements.entries()) {
    const count = counts[place] ?? 0;
    if (judgement.answered && !isAnswerable(judgement)) falseNegatives += count;
    if (!judgement.answered && !isAnswerable(judgement)) truePositives += count;
    if (!judgement.answered && isAnswerable(judgement)) falsePositives += count;
  }
  return { truePositives, falsePositives, falseNegatives };
}

/** Harmonic mean of precision and recall; 0 where nothing was found, NaN where there was nothing to find. */
function f1({ truePositives, falsePositives, falseNegatives }: Abstention): number {
  if (truePositives + falseNegatives === 0) return Number.NaN;
  return (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives);
}

/** F1 of abstaining at the threshold that suits these very judgements best: an upper bound. */
function bestF1({ judgements, groupEnds }: Sample, counts: Counts): number {
  // Everything is withheld at first; then one run of equal confidence after another is answered.
  const withheld = { answerable: 0, unanswerable: 0 };
  for (const [place, judgement] of judgements.entries()) {
    withheld[isAnswerable(judgement) ? 'answerable' : 'unanswerable'] += counts[place] ?? 0;
  }
  const unanswerable = withheld.unanswerable;
  const score = (): number =>
    f1({
      truePositives: withheld.unanswerable,
      falsePositives: withheld.answerable,
      falseNegatives: unanswerable - withheld.unanswerable,
    });
  let best = score();
  let start = 0;
  for (const end of groupEnds) {
    for (let place = start; place < end; place += 1) {
      const judgement = judgements[place];
      if (judgement === undefined) continue;
      withheld[isAnswerable(judgement) ? 'answerable' : 'unanswerable'] -= counts[place] ?? 0;
    }
    best = Math.max(best, score());
    start = end;
  }
  return best;
}

/** The chance that an answerable question has more confidence than an unanswerable one; ties count half. */
function auroc({ judgements, groupEnds }: Sample, counts: Counts): number {
  let above = 0;
  let below = 0;
  let pairs = 0;
  let start = 0;
  for (const end of groupEnds) {
    let answerable = 0;
    let unanswerable = 0;
    for (let place = start; place < end; place += 1) {
      const judgement = judgements[place];
      if (judgement === undefined) continue;
      if (isAnswerable(judgement)) answerable += counts[place] ?? 0;
      else unanswerable += counts[place] ?? 0;
    }
    pairs += unanswerable * above + (answerable * unanswerable) / 2;
    above += answerable;
    below += unanswerable;
    start = end;
  }
  return above * below === 0 ? Number.NaN : pairs / (above * below);
}

/** Answering this question would mislead: nothing answers it, or the place shown first does not. */
function misleads(judgement: Judgement): boolean {
  return !isAnswerable(judgement) || judgement.hitRank !== 1;
}

/** Share of misleading answers when only the surest `coverage` of all questions are answered. */
export interface RiskPoint {
  /** 0 to 1. */
  readonly coverage: number;
  /** 0 to 1. */
  readonly risk: number;
}

/**
 * The risk after each question, surest first: as many points as questions. Within a run of equal
 * confidence the errors are spread evenly, which is the mean over all orders of the run.
 */
export function riskCoverage({ judgements, groupEnds }: Sample, counts: Counts): RiskPoint[] {
  const points: RiskPoint[] = [];
  let total = 0;
  for (const place of judgements.keys()) total += counts[place] ?? 0;
  let answered = 0;
  let errors = 0;
  let start = 0;
  for (const end of groupEnds) {
    let size = 0;
    let wrong = 0;
    for (let place = start; place < end; place += 1) {
      const judgement = judgements[place];
      const count = counts[place] ?? 0;
      size += count;
      if (judgement !== undefined && misleads(judgement)) wrong += count;
    }
    for (let taken = 1; taken <= size; taken += 1) {
      const risk = (errors + (wrong * taken) / size) / (answered + taken);
      points.push({ coverage: (answered + taken) / total, risk });
    }
    answered += size;
    errors += wrong;
    start = end;
  }
  return points;
}

/** Area under the risk–coverage curve: the mean risk over all coverages. */
function aurc(sample: Sample, counts: Counts): number {
  const points = riskCoverage(sample, counts);
  return points.reduce((sum, { risk }) => sum + risk, 0) / points.length;
}

const countAll = (judgements: readonly Judgement[]): number => judgements.length;
const countUnanswerable = (judgements: readonly Judgement[]): number =>
  judgements.filter((judgement) => !isAnswerable(judgement)).length;

function ratio(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}

/** Every figure, in the order of reports. */
export const metrics: readonly Metric[] = [
  hitMetric('hit@1', 1),
  hitMetric('hit@3', 3),
  hitMetric('hit@5', 5),
  meanMetric('mrr', (judgement) => {
    if (!isAnswerable(judgement)) return null;
    return judgement.hitRank >= 1 && judgement.hitRank <= reciprocalRankMax ? 1 / judgement.hitRank : 0;
  }),
  truthMetric('sentence', 'sentenceHit'),
  truthMetric('highlight-contains', 'highlightContains'),
  truthMetric('highlight-within', 'highlightWithin'),
  {
    name: 'abstain-precision',
    direction: 'up',
    n: (judgements) => judgements.filter((judgement) => !judgement.answered).length,
    value(sample, counts) {
      const { truePositives, falsePositives } = countAbstentions(sample, counts);
      return ratio(truePositives, truePositives + falsePositives);
    },
  },
  {
    name: 'abstain-recall',
    direction: 'up',
    n: countUnanswerable,
    value(sample, counts) {
      const { truePositives, falseNegatives } = countAbstentions(sample, counts);
      return ratio(truePositives, truePositives + falseNegatives);
    },
  },
  {
    name: 'abstain-f1',
    direction: 'up',
    n: countAll,
    value: (sample, counts) => f1(countAbstentions(sample, counts)),
  },
  { name: 'abstain-f1-best', direction: 'up', n: countAll, value: bestF1 },
  { name: 'auroc', direction: 'up', n: countAll, value: auroc },
  { name: 'aurc', direction: 'down', n: countAll, value: aurc },
];
