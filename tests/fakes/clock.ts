import type { Schedule } from '../../src/discord/schedule.ts';

/** A clock that stands still until it is moved, and timers that fire as it passes them. */
export interface FakeClock extends Schedule {
  /** When the next timer is due; undefined where none is. */
  nextAtMs(): number | undefined;
  /** Moves the clock, firing in order what is due on the way. */
  moveTo(atMs: number): void;
}

export function createFakeClock(startMs: number): FakeClock {
  let time = startMs;
  let count = 0;
  const timers = new Map<number, { readonly atMs: number; readonly run: () => void }>();
  const next = () => [...timers].toSorted(([a, one], [b, other]) => one.atMs - other.atMs || a - b)[0];
  return {
    now: () => time,
    after: (delayMs, run) => {
      count += 1;
      const id = count;
      timers.set(id, { atMs: time + delayMs, run });
      return () => timers.delete(id);
    },
    nextAtMs: () => next()?.[1].atMs,
    moveTo: (atMs) => {
      for (let due = next(); due !== undefined && due[1].atMs <= atMs; due = next()) {
        timers.delete(due[0]);
        time = Math.max(time, due[1].atMs);
        due[1].run();
      }
      time = Math.max(time, atMs);
    },
  };
}
