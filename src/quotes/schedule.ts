/**
 * When a server's quotes are posted by themselves: a schedule and two moments enter, the runs between
 * them leave. Times are the wall clock's of an IANA zone, whatever its offset is that day.
 */
import { Cron } from 'croner';
import { canonicalTimeZone } from '../calendar/time-zone.ts';

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface Schedule {
  readonly cadence:
    | { readonly kind: 'daily' }
    | { readonly kind: 'weekdays' }
    | { readonly kind: 'weekly'; readonly weekday: Weekday };
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
  /** IANA, such as `Asia/Jakarta`; `canonicalTimeZone` tells. */
  readonly timeZone: string;
  /** What happens to runs that nobody was there for: nothing, or one post for all of them. */
  readonly missed: 'skip' | 'post-one';
  readonly isPaused: boolean;
}

/** A run that is this late counts as missed. */
export const runLatenessMaxMs = 15 * 60_000;
/** Runs listed by `nextRuns`, at most. */
export const nextRunsMax = 50;

/**
 * The next runs after a moment, ascending, in milliseconds since 1970; empty while paused. A local
 * time that the clocks jump over runs at the first moment after the jump; one that comes twice runs
 * the first time.
 * @throws {RangeError} where the zone is unknown or the time is none.
 */
export function nextRuns(schedule: Schedule, afterMs: number, count: number): readonly number[] {
  if (schedule.isPaused) return [];
  const cron = cronOf(schedule);
  const runs: number[] = [];
  let after = afterMs;
  while (runs.length < Math.min(count, nextRunsMax)) {
    const run = cron.nextRun(new Date(after))?.getTime();
    if (run === undefined) break;
    after = run;
    runs.push(run);
  }
  return runs;
}

export interface DueRuns {
  /** The run to post for now; undefined where there is none. */
  readonly runMs?: number;
  /** What `lastRunMs` becomes once that is done, also where nothing is posted. */
  readonly lastRunMs: number;
  /** Runs passed over, by the policy or because one post stands for all of them; at most `missedCountMax`. */
  readonly missedCount: number;
}

/** Missed runs that are counted; beyond, the count stays there. */
export const missedCountMax = 400;

/**
 * What is due at `nowMs` where everything up to `lastRunMs` is done. While paused nothing is due, and
 * what was paused over is not missed.
 * @throws {RangeError} as `nextRuns`.
 */
export function dueRuns(schedule: Schedule, lastRunMs: number, nowMs: number): DueRuns {
  if (schedule.isPaused) return { lastRunMs: Math.max(lastRunMs, nowMs), missedCount: 0 };
  const cron = cronOf(schedule);
  let latest: number | undefined;
  let count = 0;
  let after = lastRunMs;
  for (;;) {
    const run = cron.nextRun(new Date(after))?.getTime();
    if (run === undefined || run > nowMs) break;
    latest = run;
    after = run;
    count += 1;
    // After years of silence: go on from shortly before now.
    if (count > missedCountMax) after = Math.max(after, nowMs - 8 * 24 * 60 * 60_000);
  }
  if (latest === undefined) return { lastRunMs, missedCount: 0 };
  const isOnTime = nowMs - latest <= runLatenessMaxMs;
  const isPosted = isOnTime || schedule.missed === 'post-one';
  const missedCount = Math.min(missedCountMax, isPosted ? count - 1 : count);
  return { ...(isPosted && { runMs: latest }), lastRunMs: latest, missedCount };
}

function cronOf({ cadence, hour, minute, timeZone }: Schedule): Cron {
  const isTime =
    Number.isInteger(hour) &&
    hour >= 0 &&
    hour < 24 &&
    Number.isInteger(minute) &&
    minute >= 0 &&
    minute < 60;
  if (!isTime || canonicalTimeZone(timeZone) === undefined)
    throw new RangeError('The schedule has no valid time or time zone');
  const days = cadence.kind === 'daily' ? '*' : cadence.kind === 'weekdays' ? '1-5' : `${cadence.weekday}`;
  // Without a function to call it starts no timer: it only computes.
  return new Cron(`0 ${minute} ${hour} * * ${days}`, { timezone: timeZone, paused: true });
}
