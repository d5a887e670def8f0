import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { QueryTerm } from '../../src/retrieval/passage.ts';
import { compareWithAll, nearnessOf } from '../../src/retrieval/weigh-nearness.ts';
import { propertyRuns } from '../property-runs.ts';

const vector = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 64, maxLength: 64 })
  .map((numbers) => {
    const length = Math.hypot(...numbers) || 1;
    return Float32Array.from(numbers, (number) => number / length);
  });

function termOf(of: Float32Array | undefined): QueryTerm {
  return {
    word: 'kata',
    forms: new Map(),
    weight: 1,
    isKnown: true,
    isInLanguage: true,
    isName: false,
    isNumber: false,
    vector: of,
    rarity: 1,
    emphasis: 1,
  };
}

test.prop([fc.array(fc.option(vector, { nil: undefined }), { maxLength: 10 }), vector], {
  numRuns: propertyRuns(60),
})('comparing with all terms at once gives what comparing with each does', (vectors, word) => {
  const together = compareWithAll(vectors.map(termOf))(word);
  expect(together).toEqual(Float64Array.from(vectors, (each) => Math.fround(nearnessOf(each, word))));
});
