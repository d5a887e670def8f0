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
const none: Evidence = {
  sentence: 0,
  passage: 0,
  direct: 0,
  neighbours: 0,
  elsewhere: 0,
  unsaid: 0,
  unsaidAcross: 0,
  strange: 0,
  missingName: 0,
  missingFigure: 0,
  missingMain: 0,
  missingFocus: 0,
  expectedMet: 0,
  expectedUnmet: 0,
  crossLanguage: 0,
  shortQuestion: 0,
  ranking: 0,
};
const evidence = fc
  .array(share, { minLength: evidenceNames.length, maxLength: evidenceNames.length })
  .map((shares) =>
    evidenceNames.reduce<Evidence>((all, name, place) => ({ ...all, [name]: shares[place] ?? 0 }), none),
  );

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
