import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often one member may act, by what they do. */
export interface CooldownOptions {
  /** Seconds between two commands; 0 turns every limit off. */
  readonly commandSeconds: number;
}

export interface Cooldown {
  /**
   * Undefined where the member may go on (and it has been counted), else whole seconds from 1 until
   * they may.
   */
  wait(act: Act, userId: string): Promise<number | undefined>;
}

export type Act = 'command' | 'button' | 'autocomplete';

/** Pages are turned faster than questions are asked, and every key typed asks for suggestions. */
const gentleLimits = {
  button: { points: 6, duration: 6 },
  autocomplete: { points: 20, duration: 5 },
} as const;

/**
 * Counts in this process's memory. It holds one entry for each member who acted within the last few
 * seconds: an entry goes by itself when its time is over.
 */
export function createCooldown({ commandSeconds }: CooldownOptions): Cooldown {
  if (commandSeconds === 0) {
    return { wait: async () => undefined };
  }
  const limiters = {
    command: new RateLimiterMemory({ points: 1, duration: commandSeconds }),
    button: new RateLimiterMemory(gentleLimits.button),
    autocomplete: new RateLimiterMemory(gentleLimits.autocomplete),
  };
  return {
    wait: async (act, userId) => {
      try {
        await limiters[act].consume(userId);
        return undefined;
      } catch (thrown) {
        if (thrown instanceof RateLimiterRes) {
          return Math.max(1, Math.ceil(thrown.msBeforeNext / 1000));
        }
        throw thrown;
      }
    },
  };
}
