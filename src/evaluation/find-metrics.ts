/** The figures of finding: is the right place first, and are its words pointed at. */
import type { Judgement } from './judge.ts';
import { isAnswerable, type Metric, type MetricName } from './metric.ts';

/** The deepest rank that counts for the mean reciprocal rank. */
export const reciprocalRankMax = 10;

/** A mean over the judgements for which `read` gives a number. */
function meanMetric(name: MetricName, read: (judgement: Judgement) => number | null): Metric {
  return {
    name,
    n: (judgements) => judgements.filter((judgement) => read(judgement) !== null).length,
    over({ judgements }) {
      const readings = judgements.map(read);
      const places = Uint32Array.from(readings.flatMap((value, place) => (value === null ? [] : [place])));
      const values = Float64Array.from(readings.flatMap((value) => (value === null ? [] : [value])));
      return (counts) => {
        let sum = 0;
        let n = 0;
        for (let i = 0; i < places.length; i += 1) {
          const count = counts[places[i] ?? 0] ?? 0;
          sum += (values[i] ?? 0) * count;
          n += count;
        }
        return sum / n;
      };
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

/** The figures of finding, in the order of reports. */
export const findMetrics: readonly Metric[] = [
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
];
