/** The figures of abstaining: does confidence tell what the article says from what it does not. */
import type { Judgement } from './judge.ts';
import { flags, isAnswerable, type Counts, type Metric, type MetricName, type Sample } from './metric.ts';

/** What a system did about questions without an answer; "positive" is to abstain. */
interface Abstention {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

function abstentionMetric(
  name: MetricName,
  n: (judgements: readonly Judgement[]) => number,
  value: (abstention: Abstention) => number,
): Metric {
  return {
    name,
    n,
    over({ judgements }) {
      const answerable = flags(judgements, isAnswerable);
      const answered = flags(judgements, (judgement) => judgement.answered);
      return (counts) => {
        let truePositives = 0;
        let falsePositives = 0;
        let falseNegatives = 0;
        for (let place = 0; place < judgements.length; place += 1) {
          const count = counts[place] ?? 0;
          if (answered[place] === 0) {
            if (answerable[place] === 0) truePositives += count;
            else falsePositives += count;
          } else if (answerable[place] === 0) falseNegatives += count;
        }
        return value({ truePositives, falsePositives, falseNegatives });
      };
    },
  };
}

/** Harmonic mean of precision and recall; 0 where nothing was found, NaN where there was nothing to find. */
function f1({ truePositives, falsePositives, falseNegatives }: Abstention): number {
  if (truePositives + falseNegatives === 0) return Number.NaN;
  return (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives);
}

/** How many of each kind stand in each run of equal confidence, surest first. */
interface ConfidenceRun {
  readonly answerable: number;
  readonly unanswerable: number;
}

/** Counts a sample's runs of equal confidence: what every figure of order is made of. */
function confidenceRuns({ judgements, groupEnds }: Sample): (counts: Counts) => ConfidenceRun[] {
  const isOpen = flags(judgements, isAnswerable);
  return (counts) => {
    const runs: ConfidenceRun[] = [];
    let start = 0;
    for (const end of groupEnds) {
      let answerable = 0;
      let unanswerable = 0;
      for (let place = start; place < end; place += 1) {
        const count = counts[place] ?? 0;
        if (isOpen[place] === 1) answerable += count;
        else unanswerable += count;
      }
      runs.push({ answerable, unanswerable });
      start = end;
    }
    return runs;
  };
}

/** F1 of abstaining at the threshold that suits these very judgements best: an upper bound. */
function bestF1(runs: readonly ConfidenceRun[]): number {
  // Everything is withheld at first; then one run of equal confidence after another is answered.
  let truePositives = runs.reduce((sum, run) => sum + run.unanswerable, 0);
  let falsePositives = runs.reduce((sum, run) => sum + run.answerable, 0);
  const unanswerable = truePositives;
  let best = f1({ truePositives, falsePositives, falseNegatives: 0 });
  for (const run of runs) {
    truePositives -= run.unanswerable;
    falsePositives -= run.answerable;
    best = Math.max(
      best,
      f1({ truePositives, falsePositives, falseNegatives: unanswerable - truePositives }),
    );
  }
  return best;
}

/** The chance that an answerable question has more confidence than an unanswerable one; ties count half. */
function auroc(runs: readonly ConfidenceRun[]): number {
  let answerable = 0;
  let unanswerable = 0;
  let pairs = 0;
  for (const run of runs) {
    pairs += run.unanswerable * answerable + (run.answerable * run.unanswerable) / 2;
    answerable += run.answerable;
    unanswerable += run.unanswerable;
  }
  return answerable * unanswerable === 0 ? Number.NaN : pairs / (answerable * unanswerable);
}

function orderMetric(name: MetricName, value: (runs: readonly ConfidenceRun[]) => number): Metric {
  return {
    name,
    n: countAll,
    over(sample) {
      const count = confidenceRuns(sample);
      return (counts) => value(count(counts));
    },
  };
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
export function riskCoverage(sample: Sample, counts: Counts): RiskPoint[] {
  const points: RiskPoint[] = [];
  const total = walkRisk(sample)(counts, (coverage, risk) => points.push({ coverage, risk }));
  return points.map(({ coverage, risk }) => ({ coverage: coverage / total, risk }));
}

/** Calls back with how many questions are answered so far and the risk; returns how many there are. */
function walkRisk({
  judgements,
  groupEnds,
}: Sample): (counts: Counts, step: (answered: number, risk: number) => void) => number {
  const misleading = flags(judgements, misleads);
  return (counts, step) => {
    let answered = 0;
    let errors = 0;
    let start = 0;
    for (const end of groupEnds) {
      let size = 0;
      let wrong = 0;
      for (let place = start; place < end; place += 1) {
        size += counts[place] ?? 0;
        if (misleading[place] === 1) wrong += counts[place] ?? 0;
      }
      for (let taken = 1; taken <= size; taken += 1) {
        step(answered + taken, (errors + (wrong * taken) / size) / (answered + taken));
      }
      answered += size;
      errors += wrong;
      start = end;
    }
    return answered;
  };
}

function countAll(judgements: readonly Judgement[]): number {
  return judgements.length;
}

function countUnanswerable(judgements: readonly Judgement[]): number {
  return judgements.filter((judgement) => !isAnswerable(judgement)).length;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}

/** The figures of abstaining, in the order of reports. */
export const abstainMetrics: readonly Metric[] = [
  abstentionMetric(
    'abstain-precision',
    (judgements) => judgements.filter((judgement) => !judgement.answered).length,
    ({ truePositives, falsePositives }) => ratio(truePositives, truePositives + falsePositives),
  ),
  abstentionMetric('abstain-recall', countUnanswerable, ({ truePositives, falseNegatives }) =>
    ratio(truePositives, truePositives + falseNegatives),
  ),
  abstentionMetric('abstain-f1', countAll, f1),
  orderMetric('abstain-f1-best', bestF1),
  orderMetric('auroc', auroc),
  {
    // Area under the risk–coverage curve: the mean risk over all coverages.
    name: 'aurc',
    n: countAll,
    over(sample) {
      const walk = walkRisk(sample);
      return (counts) => {
        let sum = 0;
        const total = walk(counts, (_, risk) => {
          sum += risk;
        });
        return sum / total;
      };
    },
  },
];
