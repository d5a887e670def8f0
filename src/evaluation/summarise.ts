/** Judgements enter; figures with intervals leave, for all questions and for every kind of them. */
import { drawResamples, interval, type Estimate } from './bootstrap.ts';
import type { Judgement } from './judge.ts';
import { toSample, type MetricName } from './metric.ts';
import { metrics } from './metrics.ts';

/** The figures of one kind of question. */
export interface GroupSummary {
  /** `all`, or a dimension and its value: `lang id`, `style typo`, `wording far`. */
  readonly group: string;
  readonly answerable: number;
  readonly unanswerable: number;
  /** Only what was asked for. */
  readonly estimates: ReadonlyMap<MetricName, Estimate>;
}

/** Which kinds a judgement belongs to, beside `all`. */
export function groupsOf(judgement: Judgement): string[] {
  const asked =
    judgement.lang === 'mixed' ? 'mixed' : `${judgement.lang} → ${judgement.articleLanguage} article`;
  const groups = [`lang ${judgement.lang}`, `from ${asked}`, `style ${judgement.style}`];
  if (judgement.wording !== null) {
    groups.push(`wording ${judgement.wording}`);
    if (judgement.lang === 'id' && judgement.articleLanguage === 'id') {
      groups.push(`wording ${judgement.wording}, id → id article`);
    }
  }
  if (judgement.unanswerable !== null) groups.push(`no answer: ${judgement.unanswerable}`);
  return [...groups, `article ${judgement.articleId}`];
}

const dimensions = ['lang', 'from', 'wording', 'style', 'no answer:', 'article'];

/** What is to be counted. */
export interface SummaryOptions {
  readonly metrics: readonly MetricName[];
  /** Whether each article is a kind of its own. */
  readonly byArticle: boolean;
}

/** The figures of all judgements, then of each kind: dimensions in a fixed order, kinds by name. */
export function summarise(judgements: readonly Judgement[], options: SummaryOptions): GroupSummary[] {
  const members = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    for (const group of groupsOf(judgement)) {
      const known = members.get(group);
      if (known === undefined) members.set(group, [judgement]);
      else known.push(judgement);
    }
  }
  const ordered = [...members]
    // A kind that holds every question says nothing new.
    .filter(([, some]) => some.length < judgements.length)
    .filter(([group]) => options.byArticle || !group.startsWith('article '))
    .sort(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return [
    summariseGroup('all', judgements, options.metrics),
    ...ordered.map(([group, some]) => summariseGroup(group, some, options.metrics)),
  ];
}

function rankOf(group: string): number {
  return dimensions.findIndex((dimension) => group.startsWith(`${dimension} `));
}

function summariseGroup(
  group: string,
  judgements: readonly Judgement[],
  names: readonly MetricName[],
): GroupSummary {
  const sample = toSample(judgements);
  const once = new Uint16Array(judgements.length).fill(1);
  const resamples = drawResamples(judgements.length);
  const estimates = new Map<MetricName, Estimate>();
  for (const metric of metrics) {
    if (!names.includes(metric.name)) continue;
    const measure = metric.over(sample);
    const value = measure(once);
    const ends = Number.isNaN(value) ? { low: value, high: value } : interval(resamples.map(measure));
    estimates.set(metric.name, { value, ...ends, n: metric.n(judgements) });
  }
  const unanswerable = judgements.filter((judgement) => judgement.unanswerable !== null).length;
  return { group, answerable: judgements.length - unanswerable, unanswerable, estimates };
}
