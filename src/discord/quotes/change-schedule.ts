import type { QuoteStore, StoredSchedule } from '../../quotes/quote-store.ts';
import { emptyBag } from '../../quotes/quote-bag.ts';
import { nextRuns, type Schedule } from '../../quotes/schedule.ts';

const attemptsMax = 5;

export type ScheduleOutcome =
  | { readonly ok: true; readonly stored: StoredSchedule }
  /** `no-schedule`: there is none and not everything for a new one was given. */
  | { readonly ok: false; readonly reason: 'invalid' | 'no-schedule' | 'busy' };

export interface ScheduleChange {
  readonly guildId: string;
  readonly channelId?: string;
  /** What is not named stays. */
  readonly schedule: Partial<Schedule>;
}

/**
 * Makes a server's schedule or changes it. It counts from now on: neither what was paused over nor what
 * another hour would have been is caught up with; what was posted already is remembered. Writes.
 */
export async function changeSchedule(
  { guildId, channelId, schedule: change }: ScheduleChange,
  { quotes, now }: { readonly quotes: QuoteStore; readonly now: () => number },
): Promise<ScheduleOutcome> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const old = await quotes.schedule(guildId);
    const target = channelId ?? old?.channelId;
    const schedule = completeSchedule({ ...old?.schedule, ...change });
    if (schedule === undefined || target === undefined) return { ok: false, reason: 'no-schedule' };
    if (!isValid(schedule)) return { ok: false, reason: 'invalid' };
    const stored: StoredSchedule = {
      bag: emptyBag,
      ...old,
      guildId,
      channelId: target,
      schedule,
      lastRunMs: now(),
      revision: (old?.revision ?? 0) + 1,
    };
    if ((await quotes.saveSchedule(stored)) === 'written') return { ok: true, stored };
  }
  return { ok: false, reason: 'busy' };
}

function completeSchedule(given: Partial<Schedule>): Schedule | undefined {
  const { cadence, hour, minute, timeZone, missed = 'skip', isPaused = false } = given;
  if (cadence === undefined || hour === undefined || minute === undefined || timeZone === undefined) {
    return undefined;
  }
  return { cadence, hour, minute, timeZone, missed, isPaused };
}

function isValid(schedule: Schedule): boolean {
  try {
    return nextRuns({ ...schedule, isPaused: false }, 0, 1).length === 1;
  } catch {
    return false;
  }
}
