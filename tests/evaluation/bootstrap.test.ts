import { describe, expect, test } from 'vitest';
import { drawResamples, interval, seededRandom } from '../../src/evaluation/bootstrap.ts';
import { metrics } from '../../src/evaluation/metrics.ts';
import { summarise } from '../../src/evaluation/summarise.ts';
import { judgement, unanswerable } from './fixtures.ts';

const everything = { metrics: metrics.map(({ name }) => name), byArticle: true };

function draw(seed: number): number[] {
  const random = seededRandom(seed);
  return [random(), random(), random()];
}

describe('the generator', () => {
  test('gives the same numbers for a seed, and others for another', () => {
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    for (const number of draw(7)) expect(number >= 0 && number < 1).toBe(true);
  });

  test('spreads evenly', () => {
    const random = seededRandom(1);
    const bins = [0, 0, 0, 0];
    for (let drawn = 0; drawn < 40_000; drawn += 1) {
      const bin = Math.floor(random() * 4);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    for (const bin of bins) expect(Math.abs(bin - 10_000)).toBeLessThan(400);
  });
});

describe('resamples', () => {
  test('draw as many questions as there are, with replacement, the same every time', () => {
    const resamples = drawResamples(5, { resamples: 50 });
    expect(resamples).toHaveLength(50);
    for (const counts of resamples) expect(counts.reduce((sum, one) => sum + one, 0)).toBe(5);
    expect(resamples.some((counts) => counts.includes(2))).toBe(true);
    expect(drawResamples(5, { resamples: 50 })).toEqual(resamples);
  });

  test('an interval is the middle 95 %, without what is no number', () => {
    const values = [Number.NaN, ...Array.from({ length: 201 }, (_, place) => place)];
    expect(interval(values)).toEqual({ low: 5, high: 195 });
    expect(interval([Number.NaN])).toEqual({ low: Number.NaN, high: Number.NaN });
  });
});

describe('a summary', () => {
  const judgements = [
    ...Array.from({ length: 60 }, (_, place) => judgement({ id: `a${place}`, hitRank: place % 2 })),
    ...Array.from({ length: 20 }, (_, place) =>
      unanswerable({ id: `u${place}`, lang: 'en', confidence: 0.1, answered: false }),
    ),
  ];

  test('puts the figure inside its interval and is the same every time', () => {
    const [all] = summarise(judgements, everything);
    const hit = all?.estimates.get('hit@1');
    expect(hit).toMatchObject({ value: 0.5, n: 60 });
    // The normal approximation gives 0.37 to 0.63.
    expect(hit?.low).toBeGreaterThan(0.33);
    expect(hit?.low).toBeLessThan(0.42);
    expect(hit?.high).toBeGreaterThan(0.58);
    expect(hit?.high).toBeLessThan(0.67);
    expect(summarise(judgements, everything)).toEqual(summarise(judgements, everything));
  });

  test('tells kinds apart and leaves out a kind that holds every question', () => {
    const groups = summarise(judgements, everything).map(({ group }) => group);
    expect(groups).toEqual([
      'all',
      'lang en',
      'lang id',
      'from en → id article',
      'from id → id article',
      'wording near',
      'wording near, id → id article',
      'no answer: absent',
    ]);
  });
});
