import { expect, test } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';

const { rarityOf } = loadKnowledge();

test.for<[[string, Language], [string, Language]]>([
  [
    ['lighthouse', 'en'],
    ['house', 'en'],
  ],
  [
    ['mercusuar', 'id'],
    ['rumah', 'id'],
  ],
  [
    ['babuschkin', 'id'],
    ['perusahaan', 'id'],
  ],
])('%j is rarer than %j', ([rare, common]) => {
  expect(rarityOf(...rare)).toBeGreaterThan(rarityOf(...common));
});

test('what is in no list is as rare as can be', () => {
  expect(rarityOf('qzxv', 'en')).toBe(1);
});
