import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { aheadDaysMax, readClock, readDay, readMoment } from '../../src/quotes/read-moment.ts';

/** A Tuesday. */
const today = { year: 2026, month: 12, day: 1 };
const nowMs = Date.UTC(2026, 11, 1, 1);

function moment(date: string, time: string, timeZone = 'Asia/Jakarta', from = nowMs): string {
  const result = readMoment({ date, time, timeZone, nowMs: from });
  return result.ok ? new Date(result.atMs).toISOString() : result.reason;
}

describe('a date', () => {
  test.for([
    ['2026-12-31', '2026-12-31'],
    ['31/12', '2026-12-31'],
    ['1/12', '2026-12-01'],
    ['30/11', '2027-11-30'],
    ['31.12.2026', '2026-12-31'],
    ['29/2', '2028-02-29'],
    ['31 Desember', '2026-12-31'],
    ['31 des 2027', '2027-12-31'],
    ['December 31', '2026-12-31'],
    ['dec 31, 2026', '2026-12-31'],
    ['hari  ini', '2026-12-01'],
    ['Besok', '2026-12-02'],
    ['lusa', '2026-12-03'],
    ['tomorrow', '2026-12-02'],
    ['Senin', '2026-12-07'],
    ['selasa', '2026-12-08'],
    ['Rabu', '2026-12-02'],
    ['SUNDAY', '2026-12-06'],
  ] as const)('%s is %s', ([typed, expected]) => {
    const day = readDay(typed, today);
    expect(day && new Date(Date.UTC(day.year, day.month - 1, day.day)).toISOString().slice(0, 10)).toBe(
      expected,
    );
  });

  test.for(['', '31/2', '2026-13-01', '2027-02-29', 'kapan-kapan', '12', '32/1', 'constructor', '31 foo'])(
    '%j is none',
    (typed) => {
      expect(readDay(typed, today)).toBeUndefined();
    },
  );
});

describe('a time', () => {
  test.for([
    ['7', '7:0'],
    ['07:30', '7:30'],
    ['19.00', '19:0'],
    ['pukul 19.05', '19:5'],
    ['0:00', '0:0'],
    ['23:59', '23:59'],
    ['7:30 PM', '19:30'],
    ['12am', '0:0'],
    ['12 p.m.', '12:0'],
  ] as const)('%s is %s', ([typed, expected]) => {
    const clock = readClock(typed);
    expect(`${clock?.hour}:${clock?.minute}`).toBe(expected);
  });

  test.for(['', '24:00', '7:60', '13 pm', '0 am', '7:3', 'pagi', '-1', '7:30:00'])('%j is none', (typed) => {
    expect(readClock(typed)).toBeUndefined();
  });
});

describe('a moment', () => {
  test.for([
    ['besok', '07:30', 'Asia/Jakarta', '2026-12-02T00:30:00.000Z'],
    ['besok', '07:30', 'America/New_York', '2026-12-01T12:30:00.000Z'],
    ['2027-03-14', '02:30', 'America/New_York', 'no-such-moment'],
    ['2027-03-14', '03:00', 'America/New_York', '2027-03-14T07:00:00.000Z'],
    ['2027-10-31', '01:30', 'Europe/London', '2027-10-31T00:30:00.000Z'],
    ['x', '07:30', 'Asia/Jakarta', 'not-a-date'],
    ['besok', 'x', 'Asia/Jakarta', 'not-a-time'],
    ['hari ini', '08:00', 'Asia/Jakarta', 'in-past'],
    ['hari ini', '08:01', 'Asia/Jakarta', '2026-12-01T01:01:00.000Z'],
    ['2027-12-02', '08:00', 'Asia/Jakarta', '2027-12-02T01:00:00.000Z'],
    ['2027-12-02', '08:01', 'Asia/Jakarta', 'too-far'],
  ] as const)('%s at %s in %s is %s', ([date, time, zone, expected]) => {
    expect(moment(date, time, zone)).toBe(expected);
  });

  const zones = ['Asia/Jakarta', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia'];
  property.prop(
    [
      fc.constantFrom(...zones),
      fc.integer({ min: 1, max: aheadDaysMax - 2 }),
      fc.integer({ min: 0, max: 1439 }),
    ],
    { numRuns: 60 },
  )(
    'reads on that zone’s clock as it was written, or the clock never shows it',
    (timeZone, days, minutes) => {
      const date = new Date(nowMs + days * 86_400_000).toISOString().slice(0, 10);
      const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
      const result = readMoment({ date, time, timeZone, nowMs });
      if (!result.ok) {
        expect(result.reason).toBe('no-such-moment');
        return;
      }
      const shown = new Intl.DateTimeFormat('sv-SE', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'short',
      }).format(result.atMs);
      expect(shown).toBe(`${date} ${time.padStart(5, '0')}`);
    },
  );
});
