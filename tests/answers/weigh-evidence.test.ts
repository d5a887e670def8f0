import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import {
  answersConfidenceMin,
  mayAnswerConfidenceMin,
  readVerdict,
  weighEvidence,
} from '../../src/answers/weigh-evidence.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const evidence = fc.record({
  sentenceCoverage: share,
  passageCoverage: share,
  missingNames: share,
  hasExpected: fc.constantFrom(true, false, undefined),
});

property.prop([evidence, share])(
  'more coverage and fewer missing names never lower the confidence',
  (given, other) => {
    const confidence = weighEvidence(given);
    const { sentenceCoverage, passageCoverage, missingNames } = given;
    expect(
      weighEvidence({ ...given, sentenceCoverage: Math.max(sentenceCoverage, other) }),
    ).toBeGreaterThanOrEqual(confidence);
    expect(
      weighEvidence({ ...given, passageCoverage: Math.max(passageCoverage, other) }),
    ).toBeGreaterThanOrEqual(confidence);
    expect(weighEvidence({ ...given, missingNames: Math.min(missingNames, other) })).toBeGreaterThanOrEqual(
      confidence,
    );
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  },
);

test('full coverage answers, none does not say', () => {
  const full = { sentenceCoverage: 1, passageCoverage: 1, missingNames: 0, hasExpected: undefined };
  expect(readVerdict(weighEvidence(full))).toBe('answers');
  const none = { sentenceCoverage: 0, passageCoverage: 0, missingNames: 0, hasExpected: undefined };
  expect(readVerdict(weighEvidence(none))).toBe('does-not-say');
});

test.for([
  [answersConfidenceMin - 0.01, 'may-answer'],
  [answersConfidenceMin, 'answers'],
  [mayAnswerConfidenceMin - 0.01, 'does-not-say'],
  [mayAnswerConfidenceMin, 'may-answer'],
] as const)('a confidence of %d reads %s', ([confidence, verdict]) => {
  expect(readVerdict(confidence)).toBe(verdict);
});
