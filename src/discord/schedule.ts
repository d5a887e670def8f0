/** Time as something handed in: the machine's clock, or a test's. */
export interface Schedule {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs it once, after that many milliseconds; calling what comes back prevents it. */
  after(delayMs: number, run: () => void): () => void;
}

/** The machine's clock; its timers keep no process alive. */
export const machineSchedule: Schedule = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
