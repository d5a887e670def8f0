import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  buildCustomId,
  gapActs,
  gapViews,
  parseCustomId,
  settingFields,
  type ButtonMeaning,
} from '../../src/discord/custom-id.ts';
import { customIdLengthMax, searchTermsLengthMax } from '../../src/discord/limits.ts';
import {
  momentLengthMax,
  queueViews,
  quoteActs,
  quoteDialogs,
  scheduleActs,
  sentenceSteps,
} from '../../src/discord/quotes/quote-button.ts';
import { hostileText } from './hostile-text.ts';
import { propertyRuns } from '../property-runs.ts';

const key = fc.stringMatching(/^[A-Za-z0-9_-]{8}$/);
const reference = fc.record({
  articleKey: key,
  versionPrefix: fc.stringMatching(/^[0-9a-f]{6}$/),
  ordinal: fc.nat({ max: 36 ** 5 - 1 }),
});
const snowflake = fc.stringMatching(/^[0-9]{1,20}$/);
const page = fc.integer({ min: 1, max: 36 ** 5 - 1 });
const terms = fc
  .oneof(fc.string({ unit: 'binary' }), hostileText)
  .map((text) => text.slice(0, searchTermsLengthMax))
  .filter((text) => text.trim() !== '');

const meaning: fc.Arbitrary<ButtonMeaning> = fc.oneof(
  fc.record({ kind: fc.constant('context' as const), passage: reference }),
  fc.record({
    kind: fc.constant('context' as const),
    passage: reference,
    highlight: fc
      .tuple(fc.nat({ max: 30_000_000 }), fc.integer({ min: 1, max: 30_000_000 }))
      .map(([start, length]) => ({ start, end: start + length })),
  }),
  fc.record({ kind: fc.constant('search' as const), page, terms }),
  fc.record({ kind: fc.constant('search' as const), page, terms, articleKey: key }),
  fc.record({ kind: fc.constant('articles' as const), page }),
  fc.record({
    kind: fc.constant('vote' as const),
    value: fc.constantFrom('up' as const, 'down' as const),
    questionId: snowflake,
  }),
  fc.record({ kind: fc.constant('reason' as const), questionId: snowflake }),
  fc.record(
    {
      kind: fc.constant('setting' as const),
      field: fc.constantFrom(...settingFields),
      channelId: snowflake,
    },
    { requiredKeys: ['kind', 'field'] },
  ),
  fc.record({ kind: fc.constant('gaps' as const), view: fc.constantFrom(...gapViews), page }),
  fc.record(
    {
      kind: fc.constant('gap' as const),
      act: fc.constantFrom(...gapActs),
      id: fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
    },
    { requiredKeys: ['kind', 'act'] },
  ),
  fc.record({ kind: fc.constant('gap-search' as const), gapId: snowflake }),
  fc.record({ kind: fc.constant('privacy' as const), page }),
  fc.record({ kind: fc.constant('forget' as const), isSure: fc.boolean() }),
  quoteMeaning(),
);

/** Everything about quotes; at most five runs of sentences, as a quote has at most five parts. */
function quoteMeaning(): fc.Arbitrary<ButtonMeaning> {
  const number = fc.integer({ min: 1, max: 36 ** 5 - 1 });
  const stand = { number, revision: number };
  const typedMoment = fc.string({ maxLength: momentLengthMax }).map((typed) => typed.replaceAll('~', ':'));
  const versionPrefix = fc.stringMatching(/^[0-9a-f]{6}$/);
  const selection = fc
    .array(fc.tuple(fc.nat({ max: 9_000 }), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 5 })
    .map((runs) => {
      const ordinals = runs.flatMap(([from, count]) => Array.from({ length: count }, (_, at) => from + at));
      return [...new Set(ordinals)].sort((a, b) => a - b);
    });
  return fc.oneof(
    fc.record({ kind: fc.constant('quote-suggest' as const) }),
    fc.record({ kind: fc.constant('quote-passage' as const) }),
    fc.record({
      kind: fc.constant('quote-sentences' as const),
      step: fc.constantFrom(...sentenceSteps),
      target: fc.oneof(
        fc.record({
          kind: fc.constant('draft' as const),
          articleKey: key,
          versionPrefix,
        }),
        fc.record({ kind: fc.constant('review' as const), ...stand }),
      ),
      from: fc.nat({ max: 9_000 }),
      selection,
    }),
    fc.record({ kind: fc.constant('quote-act' as const), act: fc.constantFrom(...quoteActs), ...stand }),
    fc.record({
      kind: fc.constant('quote-dialog' as const),
      dialog: fc.constantFrom(...quoteDialogs),
      ...stand,
    }),
    fc.record({
      kind: fc.constant('quote-dialog' as const),
      dialog: fc.constantFrom(...quoteDialogs),
      ...stand,
      typed: fc.record({ date: typedMoment, time: typedMoment }),
    }),
    fc.record({
      kind: fc.constant('quote-queue' as const),
      view: fc.constantFrom(...queueViews),
      side: fc.constantFrom('after' as const, 'before' as const),
      number: fc.nat({ max: 36 ** 5 - 1 }),
    }),
    fc.record({ kind: fc.constant('quote-open' as const), number }, { requiredKeys: ['kind'] }),
    fc.record({ kind: fc.constant('quote-preview' as const), number }),
    fc.record({ kind: fc.constant('quote-history' as const), page, number }),
    fc.record({ kind: fc.constant('quote-find' as const), page, terms }),
    fc.record({
      kind: fc.constant('quote-schedule' as const),
      act: fc.constantFrom(...scheduleActs),
    }),
    fc.record({ kind: fc.constant('quote-outcomes' as const), isWanted: fc.boolean() }),
    fc.record({ kind: fc.constant('quote-changes' as const), number }),
    fc.record({
      kind: fc.constant('quote-correct' as const),
      choice: fc.constantFrom('correct' as const, 'take-over' as const),
      ...stand,
      versionPrefix,
    }),
    fc.record({ kind: fc.constant('quote-keep' as const), ...stand, versionPrefix }),
  );
}

describe('custom IDs', () => {
  property.prop([meaning], { numRuns: propertyRuns(300) })(
    'mean the same after building and parsing',
    (built) => {
      const id = buildCustomId(built);
      expect(id.length).toBeLessThanOrEqual(customIdLengthMax);
      expect(parseCustomId(id)).toEqual(built);
    },
  );

  property.prop([fc.integer({ min: 1, max: 60 }), fc.array(reference, { minLength: 1, maxLength: 40 })])(
    'keep the first passages where not all fit',
    (firstNumber, passages) => {
      const id = buildCustomId({ kind: 'more', firstNumber, passages });
      expect(id.length).toBeLessThanOrEqual(customIdLengthMax);
      const parsed = parseCustomId(id);
      const kept = parsed?.kind === 'more' ? parsed.passages : [];
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(3, passages.length));
      expect(parsed).toEqual({ kind: 'more', firstNumber, passages: passages.slice(0, kept.length) });
    },
  );

  test('hold two dozen passages of one article', () => {
    const passages = Array.from({ length: 24 }, (_, ordinal) => ({
      articleKey: 'aB3_-xyz',
      versionPrefix: '0a1b2c',
      ordinal,
    }));
    expect(parseCustomId(buildCustomId({ kind: 'more', firstNumber: 3, passages }))).toEqual({
      kind: 'more',
      firstNumber: 3,
      passages,
    });
  });

  property.prop([
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `k1:${text}`),
    ),
  ])('are stable under parsing whatever a client sends', (id) => {
    const parsed = parseCustomId(id);
    if (parsed) {
      expect(parseCustomId(buildCustomId(parsed))).toEqual(parsed);
    }
  });

  test.for([
    '',
    'k1',
    'k1:',
    'k0:l:1',
    'k2:l:1',
    'k1:l:0',
    'k1:l:01',
    'k1:l:-1',
    'k1:l:1:2',
    'k1:l:1e99999',
    'k1:v:x:1',
    'k1:v:u:',
    'k1:v:u:12a',
    'k1:v:u:123456789012345678901',
    'k1:r:-',
    'k1:t:mode:',
    'k1:t:constructor:-',
    'k1:g:open:0',
    'k1:h:show',
    'k1:h:search:',
    'k1:h:show:a b',
    'k1:f:x',
    'k1:qs:',
    'k1:qe:0:daB3_-xyz0a1b2c:0:',
    'k1:qe:0:daB3_-xyz0a1b2c:0:2.1',
    'k1:qe:0:daB3_-xyz0a1b2c:0:1.2',
    'k1:qe:0:daB3_-xyz0a1b2c:0:1-1',
    'k1:qe:0:daB3_-xyz0a1b2c:0:3-1',
    'k1:qe:0:daB3_-xyz0a1b2c:0:0-zzzz',
    'k1:qe:9:daB3_-xyz0a1b2c:0:1',
    'k1:qe:0:r1:0:1',
    'k1:qa:approve:1',
    'k1:qa:approve:0.1',
    'k1:qa:constructor:1.1',
    'k1:qd:reject:1.1.1',
    'k1:ql:suggested:beside:1',
    'k1:qo:0',
    'k1:qf:1: ',
    'k1:qt:show',
    'k1:qm:x',
    'k1:qc:0',
    'k1:qk:correct:1.1:abc',
    'k1:qk:delete:1.1:abcdef',
    'k1:qn:1:abcdef',
    'k1:c:aB3_-xyz0a1b2c',
    'k1:c:aB3_-xyz0A1B2C1',
    'k1:c:aB3_-xyz0a1b2c1:5',
    'k1:c:aB3_-xyz0a1b2c1:5.0',
    'k1:c:aB3_-xyz0a1b2c1:5.1.1',
    'k1:c:aB3_-xyz0a1b2c1:5.1:x',
    'k1:m:1:',
    'k1:m:0:aB3_-xyz0a1b2c1',
    'k1:m:1ao9r:aB3_-xyz0a1b2c1',
    'k1:m:2r:aB3_-xyz0a1b2c1.2',
    'k1:m:1:aB3_-xyz0a1b2c1~',
    'k1:m:1:aB3_-xyz0a1b2c1..2',
    'k1:s:1:-:',
    'k1:s:1:-:   ',
    'k1:s:1:short:kata',
    'k1:s:x!:-:kata',
    `k1:s:1:-:${'a'.repeat(searchTermsLengthMax + 1)}`,
    `k1:l:${' '.repeat(200)}`,
    'constructor',
    '__proto__',
  ])('take %j for nothing of ours', (id) => {
    expect(parseCustomId(id)).toBeUndefined();
  });

  test.for([searchTermsLengthMax - 1, searchTermsLengthMax, searchTermsLengthMax + 1])(
    'carry search terms of up to 80 units: %i',
    (length) => {
      const build = () =>
        buildCustomId({
          kind: 'search',
          page: 36 ** 5 - 1,
          articleKey: 'aB3_-xyz',
          terms: 'a'.repeat(length),
        });
      if (length <= searchTermsLengthMax) {
        expect(build().length).toBe(20 + length);
      } else {
        expect(build).toThrow(RangeError);
      }
    },
  );

  test('refuse numbers out of range and no passages at all', () => {
    expect(() => buildCustomId({ kind: 'articles', page: 0 })).toThrow(RangeError);
    expect(() => buildCustomId({ kind: 'articles', page: 1.5 })).toThrow(RangeError);
    expect(() => buildCustomId({ kind: 'articles', page: 36 ** 5 })).toThrow(RangeError);
    expect(() => buildCustomId({ kind: 'more', firstNumber: 1, passages: [] })).toThrow(RangeError);
  });
});
