import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { confidenceWeights, verdictThresholds } from '../../src/answers/fitted-weights.ts';
import {
  evidenceNames,
  readVerdict,
  weighEvidence,
  type Evidence,
} from '../../src/answers/weigh-evidence.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const none = Object.fromEntries(evidenceNames.map((name) => [name, 0])) as unknown as Evidence;
const evidence = fc.record(
  Object.fromEntries(evidenceNames.map((name) => [name, share])),
) as unknown as fc.Arbitrary<Evidence>;

property.prop([evidence, share, fc.constantFrom(...evidenceNames)])(
  'more of a piece of evidence moves the confidence only the way its weight points',
  (given, other, name) => {
    const less = { ...given, [name]: Math.min(given[name], other) };
    const more = { ...given, [name]: Math.max(given[name], other) };
    const change = weighEvidence(more) - weighEvidence(less);
    expect(change * Math.sign(confidenceWeights[name])).toBeGreaterThanOrEqual(0);
    expect(weighEvidence(given)).toBeGreaterThanOrEqual(0);
    expect(weighEvidence(given)).toBeLessThanOrEqual(1);
  },
);

test('full coverage answers, a missing name with nothing covered does not say', () => {
  const full = { ...none, sentence: 1, passage: 1, direct: 1, ranking: 1.5 };
  expect(readVerdict(weighEvidence(full))).toBe('answers');
  const missing = { ...none, missingName: 1, missingMain: 1, unsaid: 1 };
  expect(readVerdict(weighEvidence(missing))).toBe('does-not-say');
});

test.for([
  [verdictThresholds.answers - 0.01, 'may-answer'],
  [verdictThresholds.answers, 'answers'],
  [verdictThresholds.mayAnswer - 0.01, 'does-not-say'],
  [verdictThresholds.mayAnswer, 'may-answer'],
] as const)('a confidence of %d reads %s', ([confidence, verdict]) => {
  expect(readVerdict(confidence)).toBe(verdict);
});
