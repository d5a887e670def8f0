/** Parts of a process that dies at one of its steps, as by `kill -9`: what it did stays done, and nothing follows. */

/** When the process dies: at its `step`-th call (from 1), before that call has any effect or after it. */
export interface Death {
  readonly step: number;
  readonly moment: 'before' | 'after';
}

export interface Mortal {
  /** The same object, of which every method that gives a promise counts as one step. */
  readonly wrap: <Part extends object>(part: Part) => Part;
  /** Resolves when the process is dead. */
  readonly died: Promise<void>;
  readonly isDead: () => boolean;
  /** Calls so far. */
  readonly steps: () => number;
}

export function createMortal(death: Death | undefined): Mortal {
  const { promise: died, resolve: die } = Promise.withResolvers<void>();
  let steps = 0;
  let isDead = false;

  /** Never resolves. */
  async function end(): Promise<never> {
    isDead = true;
    die();
    return new Promise<never>(() => {});
  }

  async function live(call: () => Promise<unknown>): Promise<unknown> {
    if (isDead) return end();
    steps += 1;
    const isLast = steps === death?.step;
    if (isLast && death?.moment === 'before') return end();
    const result = await call();
    // Another call may have been the last one meanwhile.
    return isLast || isDead ? end() : result;
  }

  return {
    wrap: (part) =>
      new Proxy(part, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function') return member;
          return (...given: unknown[]) => {
            const call = (): unknown => Reflect.apply(member, target, given);
            return asynchronous.has(name) ? live(async () => call()) : call();
          };
        },
      }),
    died,
    isDead: () => isDead,
    steps: () => steps,
  };
}

/** Everything of the store and the board that reaches out of the process. */
const asynchronous: ReadonlySet<string | symbol> = new Set(
  `nextNumber wordsRevision write quote quoteOfMessage quotes count suggestionCounts history liveQuotesOf lease renewLease
  releaseLease oweEdits claimEdits settleEdits postponeEdits snapshot schedule schedules saveSchedule removeSchedule send ownMessages message edit remove`.split(
    /\s+/u,
  ),
);
