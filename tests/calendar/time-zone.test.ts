import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { canonicalTimeZone, zoneClock } from '../../src/calendar/time-zone.ts';

const iso = (ms: number | undefined) => ms && new Date(ms).toISOString().slice(0, 16);
const zones = ['Asia/Jakarta', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Africa/Cairo'];

describe('the clocks of a zone', () => {
  test.for([
    ['Asia/Jakarta', '2026-11-26T08:00Z', '2026-11-26T01:00'],
    // Summer time begins: there is no 02:30, and it is as long after the jump as it is into the gap.
    ['America/New_York', '2026-03-08T02:30Z', undefined, '2026-03-08T07:30'],
    // It ends: 01:30 comes twice, the first time still in summer time.
    ['America/New_York', '2026-11-01T01:30Z', '2026-11-01T05:30'],
    ['Africa/Cairo', '2026-04-24T00:00Z', undefined, '2026-04-23T22:00'],
  ] as const)('of %s show %s at one moment', ([zone, shown, moment, from = moment]) => {
    const clock = zoneClock(zone);
    expect(iso(clock.momentOf(Date.parse(shown)))).toBe(moment);
    expect(iso(clock.momentFrom(Date.parse(shown)))).toBe(from);
  });

  property.prop([fc.constantFrom(...zones), fc.integer({ min: 0, max: Date.UTC(2045, 0, 1) })])(
    'show at that moment what led to it, the first time',
    (zone, atMs) => {
      const clock = zoneClock(zone);
      const shown = clock.shownAt(atMs);
      const moment = clock.momentOf(shown) ?? Infinity;
      expect(clock.shownAt(moment)).toBe(shown);
      expect(moment).toBeLessThanOrEqual(atMs);
      expect(clock.momentFrom(shown)).toBe(moment);
    },
  );
});

test.for([
  ['Asia/Jakarta', 'Asia/Jakarta'],
  ['asia/jakarta', 'Asia/Jakarta'],
  ['UTC', 'UTC'],
  ['+07:00', undefined],
  ['Asia/Kutip', undefined],
  ['', undefined],
] as const)('%s is written as %s', ([given, canonical]) => {
  expect(canonicalTimeZone(given)).toBe(canonical);
});
