import type { Fault } from '../local-discord.ts';
import type { Route } from './router.ts';

export interface Faults {
  inject(fault: Fault): void;
  /** The fault for this request, used up by one; undefined for none. */
  take(route: Route): Fault | undefined;
}

/** Keeps injected faults in order; the first that matches strikes. */
export function createFaults(): Faults {
  const waiting: { fault: Fault; left: number }[] = [];
  return {
    inject(fault) {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    take(route) {
      const index = waiting.findIndex(
        ({ fault }) =>
          (fault.method === undefined || fault.method.toUpperCase() === route.method) &&
          (fault.route === undefined || fault.route === route.template),
      );
      const entry = waiting[index];
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) waiting.splice(index, 1);
      return entry.fault;
    },
  };
}
