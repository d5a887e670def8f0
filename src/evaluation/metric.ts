/**
 * What a figure of the bench is: one pass over judgements with a count for each, so that a
 * bootstrap resample is nothing but other counts. Pure; NaN where a figure has no meaning.
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

/** One figure. */
export interface Metric {
  readonly name: MetricName;
  /** How many judgements it is counted from, before any resampling. */
  n(judgements: readonly Judgement[]): number;
  /** The figure of a sample for any counts: what the judgements say is read only once. */
  over(sample: Sample): (counts: Counts) => number;
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

/** The judgements in the order that the confidence figures need; ties stay in the order given. */
export function toSample(judgements: readonly Judgement[]): Sample {
  const sorted = [...judgements].sort((a, b) => b.confidence - a.confidence);
  const groupEnds = sorted.flatMap((judgement, place) =>
    sorted[place + 1]?.confidence === judgement.confidence ? [] : [place + 1],
  );
  return { judgements: sorted, groupEnds };
}

/** Whether the question's article answers it. */
export function isAnswerable(judgement: Judgement): boolean {
  return judgement.unanswerable === null;
}

/** 1 for each judgement that passes the test, 0 for the others: read once, counted a thousand times. */
export function flags(judgements: readonly Judgement[], test: (judgement: Judgement) => boolean): Uint8Array {
  return Uint8Array.from(judgements, (judgement) => Number(test(judgement)));
}
