/** Judgements enter; figures with intervals leave, for all questions and for every kind of them. */
import { drawResamples, interval, type Estimate } from './bootstrap.ts';
import type { Judgement } from './judge.ts';
import { metrics, toSample, type MetricName } from './metrics.ts';

/** The figures of one kind of question. */
export interface GroupSummary {
  /** `all`, or a dimension and its value: `lang id`, `style typo`, `wording far`. */
  readonly group: string;
  readonly answerable: number;
  readonly unanswerable: number;
  readonly estimates: Readonly<Record<MetricName, Estimate>>;
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

/** The figures of all judgements, then of each kind: dimensions in a fixed order, kinds by name. */
export function summarise(judgements: readonly Judgement[]): GroupSummary[] {
  const members = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    for (const group of groupsOf(judgement)) {
      const known = members.get(group);
      if (known === undefined) members.set(group, [judgement]);
      else known.push(judgement);
    }
  }
  const rankOf = (group: string): number =>
    dimensions.findIndex((dimension) => group.startsWith(`${dimension} `));
  const ordered = [...members].sort(
    ([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1),
  );
  const all = summariseGroup('all', judgements);
  return [
    all,
    // A kind that holds every question says nothing new.
    ...ordered
      .filter(([, some]) => some.length < judgements.length)
      .map(([group, some]) => summariseGroup(group, some)),
  ];
}

function summariseGroup(group: string, judgements: readonly Judgement[]): GroupSummary {
  const sample = toSample(judgements);
  const once = new Uint16Array(judgements.length).fill(1);
  const resamples = drawResamples(judgements.length);
  const estimates = metrics.map((metric): [MetricName, Estimate] => {
    const value = metric.value(sample, once);
    const n = metric.n(judgements);
    if (Number.isNaN(value)) return [metric.name, { value, low: value, high: value, n }];
    const ends = interval(resamples.map((counts) => metric.value(sample, counts)));
    return [metric.name, { value, ...ends, n }];
  });
  const unanswerable = judgements.filter((judgement) => judgement.unanswerable !== null).length;
  return {
    group,
    answerable: judgements.length - unanswerable,
    unanswerable,
    estimates: Object.fromEntries(estimates) as Record<MetricName, Estimate>,
  };
}
