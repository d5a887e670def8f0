/** Two reports over the same questions enter; what changed leaves, with paired intervals. */
import { drawResamples, interval } from './bootstrap.ts';
import type { Judgement } from './judge.ts';
import { toSample, type Counts, type Metric, type MetricName } from './metric.ts';
import { metrics } from './metrics.ts';
import { renderValue } from './report-markdown.ts';
import type { EvaluationReport } from './report.ts';
import { groupsOf } from './summarise.ts';

/** One figure before and after. */
export interface Difference {
  readonly run: string;
  readonly group: string;
  readonly metric: MetricName;
  readonly before: number;
  readonly after: number;
  /** 95 % interval of `after - before` over resamples of the same questions in both. */
  readonly low: number;
  readonly high: number;
  /** Questions in both reports. */
  readonly n: number;
}

/** A question whose right place came first in only one of the reports. */
export interface Flip {
  readonly run: string;
  readonly id: string;
  readonly change: 'gained' | 'lost';
}

/** What changed in the first system of each run; only questions that both reports have. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly flips: readonly Flip[];
}

interface Pair {
  readonly before: Judgement;
  readonly after: Judgement;
}

const comparedDimensions = ['lang ', 'from ', 'wording ', 'style '];

/** Compares run by run, by name. */
export function compareReports(before: EvaluationReport, after: EvaluationReport): Comparison {
  const differences: Difference[] = [];
  const flips: Flip[] = [];
  for (const run of after.runs) {
    const earlier = before.runs.find(({ name }) => name === run.name)?.systems[0];
    const later = run.systems[0];
    if (earlier === undefined || later === undefined) continue;
    const byId = new Map(earlier.judgements.map((judgement) => [judgement.id, judgement]));
    const pairs = later.judgements.flatMap((judgement): Pair[] => {
      const known = byId.get(judgement.id);
      return known === undefined ? [] : [{ before: known, after: judgement }];
    });
    const compared = metrics.filter(({ name }) => run.metrics.includes(name));
    for (const [group, members] of groupPairs(pairs)) {
      differences.push(
        ...comparePairs(members, compared).map((change) => ({ run: run.name, group, ...change })),
      );
    }
    flips.push(...findFlips(pairs).map((flip) => ({ run: run.name, ...flip })));
  }
  return { differences, flips };
}

function groupPairs(pairs: readonly Pair[]): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>([['all', [...pairs]]]);
  for (const pair of pairs) {
    for (const group of groupsOf(pair.after)) {
      if (!comparedDimensions.some((dimension) => group.startsWith(dimension))) continue;
      groups.set(group, [...(groups.get(group) ?? []), pair]);
    }
  }
  return groups;
}

function comparePairs(
  pairs: readonly Pair[],
  compared: readonly Metric[],
): Omit<Difference, 'run' | 'group'>[] {
  const before = toOrderedSample(pairs.map((pair) => pair.before));
  const after = toOrderedSample(pairs.map((pair) => pair.after));
  const once = new Uint16Array(pairs.length).fill(1);
  const resamples = drawResamples(pairs.length);
  return compared.flatMap((metric) => {
    const measureBefore = before(metric);
    const measureAfter = after(metric);
    const values = { before: measureBefore(once), after: measureAfter(once) };
    if (Number.isNaN(values.before) || Number.isNaN(values.after)) return [];
    const changes = resamples.map((counts) => measureAfter(counts) - measureBefore(counts));
    return [{ metric: metric.name, ...values, ...interval(changes), n: pairs.length }];
  });
}

/** Figures of these judgements for counts in *their* order, whatever order their confidence gives. */
function toOrderedSample(judgements: readonly Judgement[]): (metric: Metric) => (counts: Counts) => number {
  const sample = toSample(judgements);
  const places = new Map(judgements.map((judgement, place) => [judgement, place]));
  const order = Uint32Array.from(sample.judgements, (judgement) => places.get(judgement) ?? 0);
  return (metric) => {
    const measure = metric.over(sample);
    return (counts) => measure(order.map((place) => counts[place] ?? 0));
  };
}

function findFlips(pairs: readonly Pair[]): Omit<Flip, 'run'>[] {
  return pairs.flatMap(({ before, after }): Omit<Flip, 'run'>[] => {
    if (after.unanswerable !== null || (before.hitRank === 1) === (after.hitRank === 1)) return [];
    return [{ id: after.id, change: after.hitRank === 1 ? 'gained' : 'lost' }];
  });
}

/** The comparison as Markdown; of single kinds only the figures that changed. */
export function renderComparison({ differences, flips }: Comparison): string {
  const told = differences.filter(({ group, before, after }) => group === 'all' || before !== after);
  const rows = told.map(({ run, group, metric, before, after, low, high, n }) => {
    const sign = after >= before ? '+' : '−';
    const size = renderValue(metric, Math.abs(after - before));
    const clear = low > 0 || high < 0 ? ' *' : '';
    const ends = `${renderValue(metric, low)} to ${renderValue(metric, high)}`;
    return `| ${run} | ${group} | ${n} | ${metric} | ${renderValue(metric, before)} | ${renderValue(metric, after)} | ${sign}${size} (${ends})${clear} |`;
  });
  const list = (change: Flip['change']): string => {
    const ids = flips.filter((flip) => flip.change === change).map(({ run, id }) => `${id} (${run})`);
    return `First place ${change}: ${ids.length}${ids.length === 0 ? '' : `: ${ids.join(', ')}`}`;
  };
  return [
    '# Compared with the earlier run',
    '',
    'An asterisk marks a difference whose 95 % paired interval leaves out 0.',
    '',
    '| run | questions | n | figure | before | after | difference |',
    '| --- | --- | ---: | --- | ---: | ---: | ---: |',
    ...rows,
    '',
    list('gained'),
    '',
    list('lost'),
    '',
  ].join('\n');
}
