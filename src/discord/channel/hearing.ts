import type { Client } from 'discord.js';
import type { Schedule } from '../schedule.ts';
import type { Services } from '../services.ts';
import type { Bursts } from './bursts.ts';
import type { HeardMessage } from './heard-message.ts';
import type { LastAnswered } from './last-answered.ts';
import type { Pace } from './pace.ts';
import type { Work } from './work.ts';

/** What listening, answering and following changes share. */
export interface Hearing {
  readonly client: Client;
  readonly services: Services;
  readonly schedule: Schedule;
  readonly bursts: Bursts<HeardMessage>;
  readonly pace: Pace;
  readonly lastAnswered: LastAnswered;
  readonly work: Work;
  /** Claims that this process holds and has not finished. */
  readonly claimed: Set<string>;
  /** Questions whose answer an earlier process may have sent. */
  readonly recovered: Set<string>;
  /** The words of questions asked in several messages, by each message's ID, while they may be edited. */
  readonly parts: Map<string, readonly HeardMessage[]>;
}

/** Older questions are not answered any more: whoever asked has gone on. */
export const recoveredAgeMaxMs = 5 * 60_000;

/** One member's messages in one place are dealt with in order. */
export function keyOf({ channelId, author }: { channelId: string; author: { id: string } }): string {
  return `${channelId}:${author.id}`;
}
