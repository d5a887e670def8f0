import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { drawQuote, emptyBag, isQueueLow } from '../../src/quotes/quote-bag.ts';
import type { Bag } from '../../src/quotes/quote-bag.ts';
import { dueRuns, nextRuns, runLatenessMaxMs } from '../../src/quotes/schedule.ts';
import type { Schedule } from '../../src/quotes/schedule.ts';

const minuteMs = 60_000;
const daily: Schedule = {
  cadence: { kind: 'daily' },
  hour: 9,
  minute: 30,
  timeZone: 'Asia/Jakarta',
  missed: 'skip',
  isPaused: false,
};

// A formatter costs far more to make than to use, and a year looks at the clock a thousand times.
const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** `2025-03-09 03:00`, as a clock on the wall there shows. */
function wallClock(ms: number, timeZone: string): string {
  const format =
    wallClocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  wallClocks.set(timeZone, format);
  return format.format(ms);
}

/** Every day of that year, as a calendar has it. */
function daysOf(year: number): string[] {
  const first = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000;
  return Array.from({ length: days }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
}

/** A worker that looks a minute before every run and soon after it, for a year; gives the runs it posted. */
function watchYear(schedule: Schedule, year: number): { runs: number[]; numbers: number[] } {
  const from = Date.UTC(year - 1, 11, 30);
  let lastRunMs = nextRuns(schedule, from, 3).findLast(
    (run) => wallClock(run, schedule.timeZone) < `${year}`,
  )!;
  const runs: number[] = [];
  const numbers: number[] = [];
  let bag: Bag = emptyBag;
  const quotes = Array.from({ length: 100 }, (_, index) => index + 1);
  for (let nowMs = lastRunMs + 1; wallClock(nowMs, schedule.timeZone) < `${year + 1}`;) {
    const due = dueRuns(schedule, lastRunMs, nowMs);
    // Between runs nothing can happen: the clock may jump to just around the next one.
    const next = nextRuns(schedule, nowMs, 1)[0]!;
    nowMs = nowMs < next - minuteMs ? next - minuteMs : next + minuteMs / 2;
    ({ lastRunMs } = due);
    if (due.runMs === undefined) continue;
    runs.push(due.runMs);
    const drawn = drawQuote('7001', bag, quotes)!;
    ({ bag } = drawn);
    numbers.push(drawn.number);
  }
  return { runs, numbers };
}

describe('a year of daily posts', () => {
  test.for([
    ['Asia/Jakarta', 2025, 9, 30],
    ['Australia/Lord_Howe', 2025, 9, 30],
    ['America/Sao_Paulo', 2018, 9, 30],
    ['America/New_York', 2025, 1, 30],
    ['Europe/London', 2025, 1, 30],
  ] as const)(
    'in %s in %i at %i:%i: one a day at the local time, none twice, none repeated early',
    ([timeZone, year, hour, minute]) => {
      const { runs, numbers } = watchYear({ ...daily, timeZone, hour, minute }, year);
      const days = daysOf(year);
      expect(runs.map((run) => wallClock(run, timeZone).slice(0, 10))).toEqual(days);
      expect(runs).toHaveLength(365);
      const times = new Map<string, number>();
      for (const run of runs) {
        const time = wallClock(run, timeZone).slice(11);
        times.set(time, (times.get(time) ?? 0) + 1);
      }
      const wanted = `${String(hour).padStart(2, '0')}:${minute}`;
      // In London 01:30 does not exist on one day: the first moment after the jump is 02:00.
      const expected =
        timeZone === 'Europe/London' && hour === 1
          ? [
              [wanted, 364],
              ['02:00', 1],
            ]
          : [[wanted, 365]];
      expect([...times].toSorted((a, b) => b[1] - a[1])).toEqual(expected);
      for (let round = 0; round < 365; round += 100) {
        const drawn = numbers.slice(round, round + 100);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(numbers[round]).not.toBe(numbers[round - 1]);
      }
    },
  );
});

describe('clocks that jump', () => {
  test.for([
    ['America/New_York', 2, 30, '2025-03-08T12:00:00Z', ['2025-03-09 03:00', '2025-03-10 02:30']],
    ['Australia/Lord_Howe', 2, 15, '2025-10-04T00:00:00Z', ['2025-10-05 02:30', '2025-10-06 02:15']],
    ['America/Sao_Paulo', 0, 0, '2018-11-03T12:00:00Z', ['2018-11-04 01:00', '2018-11-05 00:00']],
  ] as const)(
    'in %s a time that is skipped runs at the next moment there is',
    ([timeZone, hour, minute, from, wanted]) => {
      const runs = nextRuns({ ...daily, timeZone, hour, minute }, Date.parse(from), 2);
      expect(runs.map((run) => wallClock(run, timeZone))).toEqual(wanted);
    },
  );

  property.prop([fc.integer({ min: 0, max: 26 * 60 })])(
    'a time that comes twice runs once, from wherever one looks',
    (minutes) => {
      const schedule = { ...daily, timeZone: 'America/New_York', hour: 1, minute: 30 };
      const first = Date.parse('2025-11-02T05:30:00Z');
      const next = Date.parse('2025-11-03T06:30:00Z');
      const from = Date.parse('2025-11-02T05:30:00Z') + (minutes - 60) * minuteMs;
      const [run] = nextRuns(schedule, from, 1);
      expect(run).toBe(from < first ? first : from < next ? next : run);
    },
  );
});

const dayOf = (ms: number) => new Date(ms).getUTCDay();

describe('what is due', () => {
  const run = Date.parse('2025-03-10T02:30:00Z');
  const before = run - 24 * 60 * minuteMs;

  test.for([
    [-1, undefined, 0],
    [0, run, 0],
    [runLatenessMaxMs, run, 0],
    [runLatenessMaxMs + 1, undefined, 1],
  ] as const)('skips a run that is seen %i ms late: %s', ([late, runMs, missedCount]) => {
    const due = dueRuns(daily, before, run + late);
    expect(due.runMs).toBe(runMs);
    expect(due.missedCount).toBe(missedCount);
    expect(due.lastRunMs).toBe(late < 0 ? before : run);
  });

  test('posts one for all that were missed, and counts the others', () => {
    const due = dueRuns({ ...daily, missed: 'post-one' }, before, run + 3 * 86_400_000 - 1);
    expect(due).toEqual({ runMs: run + 2 * 86_400_000, lastRunMs: run + 2 * 86_400_000, missedCount: 2 });
    const years = dueRuns({ ...daily, missed: 'post-one' }, 0, run);
    expect(years).toEqual({ runMs: run, lastRunMs: run, missedCount: 400 });
  });

  test('a pause posts nothing, and nothing afterwards for what it passed over', () => {
    const paused = dueRuns({ ...daily, isPaused: true, missed: 'post-one' }, before, run + minuteMs);
    expect(paused).toEqual({ lastRunMs: run + minuteMs, missedCount: 0 });
    expect(
      dueRuns({ ...daily, missed: 'post-one' }, paused.lastRunMs, run + 2 * minuteMs).runMs,
    ).toBeUndefined();
    expect(nextRuns({ ...daily, isPaused: true }, before, 3)).toEqual([]);
  });

  test('weekdays leave the weekend out, weekly keeps its day', () => {
    const from = Date.parse('2025-03-07T03:00:00Z');
    const weekdays = nextRuns({ ...daily, cadence: { kind: 'weekdays' } }, from, 10);
    expect(weekdays.map(dayOf)).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
    const sundays = nextRuns({ ...daily, cadence: { kind: 'weekly', weekday: 7 } }, from, 3);
    expect(sundays.map(dayOf)).toEqual([0, 0, 0]);
    expect(sundays[1]! - sundays[0]!).toBe(7 * 86_400_000);
  });

  test('refuses what is no time and no zone', () => {
    for (const wrong of [
      { hour: 24 },
      { hour: -1 },
      { minute: 60 },
      { minute: 1.5 },
      { timeZone: 'Asia/Kutip' },
    ]) {
      expect(() => nextRuns({ ...daily, ...wrong }, 0, 1)).toThrow(RangeError);
    }
  });
});

const draw = (bag: Bag, available: readonly number[]) => drawQuote('7001', bag, available)!;

describe('the bag', () => {
  property.prop([
    fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 }),
    fc.integer({ min: 1, max: 5 }),
  ])(
    'every round holds every quote once and does not begin with the last of the round before',
    (numbers, rounds) => {
      let bag = emptyBag;
      let last: number | undefined;
      for (let round = 0; round < rounds; round += 1) {
        const drawn = numbers.map(() => {
          const next = draw(bag, numbers);
          ({ bag } = next);
          return next.number;
        });
        expect(drawn.toSorted((a, b) => a - b)).toEqual(numbers.toSorted((a, b) => a - b));
        if (numbers.length > 1) expect(drawn[0]).not.toBe(last);
        last = drawn.at(-1);
      }
    },
  );

  test('what is added in mid-round joins it, what is withdrawn leaves, what comes back has had its turn', () => {
    const first = draw(emptyBag, [1, 2]);
    const left = first.number === 1 ? 2 : 1;
    expect([left, 3]).toContain(draw(first.bag, [1, 2, 3]).number);
    expect(draw(first.bag, [first.number, 3]).number).toBe(3);
    expect(draw(first.bag, [1, 2]).number).toBe(left);
    expect(drawQuote('7001', emptyBag, [])).toBeUndefined();
  });

  test('the order is another one in another server and another round, and always the same', () => {
    const numbers = Array.from({ length: 30 }, (_, index) => index + 1);
    const order = (guildId: string, round: number) => {
      let bag: Bag = { round, drawn: [] };
      return numbers.map(() => {
        const next = drawQuote(guildId, bag, numbers)!;
        ({ bag } = next);
        return next.number;
      });
    };
    expect(order('1', 1)).toEqual(order('1', 1));
    expect(order('1', 1)).not.toEqual(order('2', 1));
    expect(order('1', 1)).not.toEqual(order('1', 2));
  });

  test('the queue is low at three, not at four', () => {
    expect([2, 3, 4].map((count) => isQueueLow(count))).toEqual([true, true, false]);
  });
});
