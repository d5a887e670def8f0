import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Judgement } from '../../src/evaluation/judge.ts';
import { riskCoverage } from '../../src/evaluation/abstain-metrics.ts';
import { toSample, type MetricName } from '../../src/evaluation/metric.ts';
import { metrics } from '../../src/evaluation/metrics.ts';
import { judgement, unanswerable } from './fixtures.ts';

function value(name: MetricName, judgements: readonly Judgement[], counts?: readonly number[]): number {
  const metric = metrics.find((one) => one.name === name);
  if (metric === undefined) throw new Error(`no metric ${name}`);
  return metric.over(toSample(judgements))(counts ?? judgements.map(() => 1));
}

function size(name: MetricName, judgements: readonly Judgement[]): number | undefined {
  return metrics.find((one) => one.name === name)?.n(judgements);
}

describe('finding', () => {
  const ranked = [1, 2, 4, 0, 11].map((hitRank) => judgement({ hitRank }));

  test.for([
    ['hit@1', 1 / 5],
    ['hit@3', 2 / 5],
    ['hit@5', 3 / 5],
    // 1 + 1/2 + 1/4, nothing for a miss and nothing beyond rank ten.
    ['mrr', 1.75 / 5],
  ] as const)('counts %s by hand', ([name, expected]) => {
    expect(value(name, ranked)).toBeCloseTo(expected, 12);
  });

  test('leaves unanswerable questions out', () => {
    expect(value('hit@1', [judgement(), unanswerable()])).toBe(1);
    expect(size('hit@1', [judgement(), unanswerable()])).toBe(1);
    expect(value('hit@1', [unanswerable()])).toBeNaN();
  });

  test('leaves out of the sentence figure what cannot be judged', () => {
    const judgements = [judgement(), judgement({ sentenceHit: false }), judgement({ sentenceHit: null })];
    expect(value('sentence', judgements)).toBe(0.5);
    expect(size('sentence', judgements)).toBe(2);
  });
});

describe('abstaining', () => {
  const judgements = [
    judgement({ answered: true }),
    judgement({ answered: true }),
    judgement({ answered: false }),
    unanswerable({ answered: false }),
    unanswerable({ answered: false }),
    unanswerable({ answered: true }),
    unanswerable({ answered: true }),
  ];

  test('counts precision, recall and F1 of withholding', () => {
    expect(value('abstain-precision', judgements)).toBeCloseTo(2 / 3, 12);
    expect(value('abstain-recall', judgements)).toBeCloseTo(2 / 4, 12);
    expect(value('abstain-f1', judgements)).toBeCloseTo((2 * 2) / (2 * 2 + 1 + 2), 12);
  });

  test('has no precision where nothing is withheld, and F1 0', () => {
    const answering = [judgement(), unanswerable()];
    expect(value('abstain-precision', answering)).toBeNaN();
    expect(value('abstain-f1', answering)).toBe(0);
  });

  test('finds the best threshold between runs of equal confidence', () => {
    const sorted = [
      judgement({ confidence: 0.9 }),
      judgement({ confidence: 0.4 }),
      unanswerable({ confidence: 0.4 }),
      unanswerable({ confidence: 0.1 }),
    ];
    // Withholding 0.4 and 0.1: two right, one wrong. Withholding 0.1 only: one right, one missed.
    expect(value('abstain-f1-best', sorted)).toBeCloseTo(4 / 5, 12);
  });
});

function auroc(answerable: readonly number[], none: readonly number[]): number {
  return value('auroc', [
    ...answerable.map((confidence) => judgement({ confidence })),
    ...none.map((confidence) => unanswerable({ confidence })),
  ]);
}

describe('AUROC', () => {
  test.for([
    ['apart', [0.9, 0.8], [0.1, 0.2], 1],
    ['the wrong way round', [0.1], [0.9], 0],
    ['all equal', [0.5, 0.5], [0.5], 0.5],
    // Pairs: 0.8 beats both; 0.5 ties one and beats one.
    ['with a tie', [0.8, 0.5], [0.5, 0.2], 3.5 / 4],
  ] as const)('is right for confidences %s', ([, answerable, none, expected]) => {
    expect(auroc(answerable, none)).toBeCloseTo(expected, 12);
  });

  test('has no meaning without both kinds', () => {
    expect(auroc([0.5], [])).toBeNaN();
    expect(auroc([], [0.5])).toBeNaN();
  });

  const confidences = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });
  property.prop([confidences, confidences])('equals counting every pair', (answerable, none) => {
    const pairs = answerable.flatMap((a) => none.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
    const expected = pairs.reduce<number>((sum, one) => sum + one, 0) / pairs.length;
    expect(auroc(answerable, none)).toBeCloseTo(expected, 10);
  });
});

describe('risk and coverage', () => {
  test('walks from the surest question down', () => {
    const judgements = [
      judgement({ confidence: 0.9 }),
      judgement({ confidence: 0.8, hitRank: 2 }),
      judgement({ confidence: 0.7 }),
      unanswerable({ confidence: 0.6 }),
    ];
    const points = riskCoverage(toSample(judgements), [1, 1, 1, 1]);
    expect(points.map(({ coverage }) => coverage)).toEqual([0.25, 0.5, 0.75, 1]);
    expect(points.map(({ risk }) => risk)).toEqual([0, 1 / 2, 1 / 3, 2 / 4]);
    expect(value('aurc', judgements)).toBeCloseTo((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4, 12);
  });

  test('spreads errors evenly over equal confidence, whatever the order given', () => {
    const judgements = [judgement(), unanswerable()];
    expect(value('aurc', judgements)).toBeCloseTo(0.5, 12);
    expect(value('aurc', judgements.toReversed())).toBeCloseTo(0.5, 12);
  });
});

describe('counts', () => {
  const kinds = fc.record({
    confidence: fc.integer({ min: 0, max: 4 }).map((tenths) => tenths / 10),
    hitRank: fc.integer({ min: 0, max: 4 }),
    answered: fc.boolean(),
    isOpen: fc.boolean(),
    count: fc.integer({ min: 0, max: 3 }),
  });

  property.prop([fc.array(kinds, { minLength: 1, maxLength: 12 })])(
    'weigh like as many copies of the question, for every figure',
    (some) => {
      const made = some.map(({ isOpen, confidence, hitRank, answered }) =>
        isOpen ? judgement({ confidence, hitRank, answered }) : unanswerable({ confidence, answered }),
      );
      const counts = new Map(made.map((one, place) => [one, some[place]?.count ?? 0]));
      const copies = made.flatMap((one) => Array.from({ length: counts.get(one) ?? 0 }, () => ({ ...one })));
      const weights = toSample(made).judgements.map((one) => counts.get(one) ?? 0);
      for (const { name } of metrics) {
        const weighed = value(name, made, weights);
        const copied = value(name, copies);
        if (Number.isNaN(copied)) expect(weighed, name).toBeNaN();
        else expect(weighed, name).toBeCloseTo(copied, 10);
      }
    },
  );
});
