import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { verdictThresholds } from '../../src/answers/fitted-weights.ts';
import {
  evidenceNames,
  readVerdict,
  weighEvidence,
  weightOf,
  type Evidence,
} from '../../src/answers/weigh-evidence.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const none: Evidence = {
  frequency: 0,
  neighbours: 0,
  alike: 0,
  askedAlike: 0,
  unsaid: 0,
  missingRare: 0,
  farMeaning: 0,
  missingNames: 0,
  missingLast: 0,
  missingNumber: 0,
  missingFigure: 0,
  otherYear: 0,
  opening: 0,
  hasName: 0,
  hasFigure: 0,
  opposite: 0,
  deniesSaid: 0,
  negationAsked: 0,
  negationSaid: 0,
  defines: 0,
  otherSpeaker: 0,
  timeless: 0,
  commands: 0,
  asksWhy: 0,
  asksList: 0,
  asksName: 0,
  asksWhether: 0,
  lead: 0,
  standsOut: 0,
  articleSize: 1,
};
const evidence = fc
  .tuple(fc.array(share, { minLength: evidenceNames.length, maxLength: evidenceNames.length }), share)
  .map(([shares, articleSize]) =>
    evidenceNames.reduce<Evidence>((all, name, place) => ({ ...all, [name]: shares[place] ?? 0 }), {
      ...none,
      articleSize,
    }),
  );

property.prop([evidence, share, fc.constantFrom(...evidenceNames)])(
  'more of a piece of evidence moves the confidence only the way its weight points',
  (given, other, name) => {
    const less = { ...given, [name]: Math.min(given[name], other) };
    const more = { ...given, [name]: Math.max(given[name], other) };
    const change = weighEvidence(more) - weighEvidence(less);
    expect(change * Math.sign(weightOf(name, given.articleSize))).toBeGreaterThanOrEqual(0);
    expect(weighEvidence(given)).toBeGreaterThanOrEqual(0);
    expect(weighEvidence(given)).toBeLessThanOrEqual(1);
  },
);

test('full coverage by a passage of its own answers, a missing name with nothing covered does not say', () => {
  const full = { ...none, frequency: 0.8, lead: 0.6, standsOut: 1 };
  expect(readVerdict(weighEvidence(full))).toBe('answers');
  const missing = { ...none, missingNames: 1, unsaid: 1, missingRare: 0.6, farMeaning: 1, hasName: 1 };
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

property.prop([evidence])('a passage with no word of the question never answers for sure', (given) => {
  expect(readVerdict(weighEvidence({ ...given, frequency: 0 }))).not.toBe('answers');
});

property.prop([evidence, fc.constantFrom('otherSpeaker', 'timeless')])(
  'a passage without the speaker or the time that is asked for is never given as surely as others',
  (given, lack) => {
    const confidence = weighEvidence({ ...given, [lack]: 1 });
    expect(confidence).toBeLessThan(verdictThresholds.answers);
    expect(confidence).toBeLessThanOrEqual(weighEvidence(given));
  },
);
