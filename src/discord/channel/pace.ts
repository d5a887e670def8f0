/** How often the bot speaks: a rest after each answer, for the member who got it and for the channel. */

/** Whoever would have to wait longer than this is not answered at all. */
export const waitMaxMs = 30_000;
/** Rests remembered, at most; the oldest are long over by then. */
const restsMax = 10_000;

export interface Turn {
  readonly memberId: string;
  readonly channelId: string;
  readonly memberRestMs: number;
  readonly channelRestMs: number;
}

export interface Pace {
  /** Takes the turn and gives 0, or the milliseconds until it can be taken, and who holds it up. */
  take(turn: Turn, nowMs: number): { readonly waitMs: number; readonly restingOf?: 'member' | 'channel' };
}

/** Counts in this process's memory, which serves all of a server. */
export function createPace(): Pace {
  const members = new Map<string, number>();
  const channels = new Map<string, number>();
  return {
    take: ({ memberId, channelId, memberRestMs, channelRestMs }, nowMs) => {
      const memberKey = `${channelId}:${memberId}`;
      const memberWaitMs = (members.get(memberKey) ?? 0) - nowMs;
      const channelWaitMs = (channels.get(channelId) ?? 0) - nowMs;
      const waitMs = Math.max(memberWaitMs, channelWaitMs);
      if (waitMs > 0) return { waitMs, restingOf: memberWaitMs >= channelWaitMs ? 'member' : 'channel' };
      rest(members, memberKey, nowMs + memberRestMs);
      rest(channels, channelId, nowMs + channelRestMs);
      return { waitMs: 0 };
    },
  };
}

function rest(rests: Map<string, number>, key: string, untilMs: number): void {
  rests.delete(key);
  rests.set(key, untilMs);
  if (rests.size <= restsMax) return;
  const [oldest = ''] = rests.keys();
  rests.delete(oldest);
}
