/** Whom the bot has just answered in each channel, as long as nobody else has spoken there since. */

export interface LastAnswered {
  /** The bot has answered that member there. */
  note(channelId: string, askedBy: string): void;
  /** Somebody has spoken there. */
  heard(channelId: string, authorId: string): void;
  isFor(channelId: string, memberId: string): boolean;
}

/** Channels remembered, at most; of the others nobody goes on without a reply. */
const channelsMax = 1_000;

/** Counts in this process's memory: after a restart whoever goes on replies or mentions. */
export function createLastAnswered(): LastAnswered {
  const answered = new Map<string, string>();
  return {
    note: (channelId, askedBy) => {
      answered.delete(channelId);
      answered.set(channelId, askedBy);
      if (answered.size <= channelsMax) return;
      const [oldest = ''] = answered.keys();
      answered.delete(oldest);
    },
    heard: (channelId, authorId) => {
      if (answered.get(channelId) !== authorId) answered.delete(channelId);
    },
    isFor: (channelId, memberId) => answered.get(channelId) === memberId,
  };
}
