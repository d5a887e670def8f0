/**
 * Messages come in, answers go out: what is heard becomes facts, the facts a decision, the decision
 * an act. Every message is dealt with once, whatever is delivered twice; nothing here rejects.
 */
import type { Client, Message } from 'discord.js';
import type { Schedule } from '../schedule.ts';
import type { Services } from '../services.ts';
import { answerBurst } from './answer-burst.ts';
import { createBursts } from './bursts.ts';
import { followDeletion, followEdit } from './follow-changes.ts';
import type { HeardMessage } from './heard-message.ts';
import { keyOf, type Hearing } from './hearing.ts';
import { createLastAnswered } from './last-answered.ts';
import { listen } from './listen.ts';
import { createPace } from './pace.ts';
import { recoverClaims } from './recover-claims.ts';
import { createWork } from './work.ts';

export interface ChannelAnswers {
  onMessage(message: Message): void;
  onEdit(message: Message): void;
  /** Every message of a bulk deletion too. */
  onDeletion(messageId: string, place: { readonly isInGuild: boolean }): void;
  /** Looks again at what an earlier process left unfinished. */
  recover(): Promise<void>;
  /** Waits until nothing is being worked on; what waits for its author's pause goes on waiting. */
  settle(): Promise<void>;
  /** Answers what waits, then hears nothing more. */
  close(): Promise<void>;
}

export interface ChannelAnswersOptions {
  readonly client: Client;
  readonly services: Services;
  readonly schedule: Schedule;
}

export function createChannelAnswers({ client, services, schedule }: ChannelAnswersOptions): ChannelAnswers {
  const work = createWork(services.log);
  const bursts = createBursts<HeardMessage>(schedule, (key, burst) => {
    work.run(key, () => answerBurst(hearing, key, burst));
  });
  const hearing: Hearing = {
    client,
    services,
    schedule,
    bursts,
    pace: createPace(),
    lastAnswered: createLastAnswered(),
    work,
    claimed: new Set(),
    recovered: new Set(),
    parts: new Map(),
  };
  let isClosed = false;
  return {
    onMessage: (message) => {
      if (isClosed || !work.isNew(message.id)) return;
      if (message.author.id !== client.user?.id) {
        hearing.lastAnswered.heard(message.channelId, message.author.id);
      }
      work.run(keyOf(message), () => listen(hearing, message));
    },
    onEdit: (message) => {
      if (isClosed) return;
      work.run(keyOf(message), () => followEdit(hearing, message, () => listen(hearing, message)));
    },
    onDeletion: (messageId, place) => {
      if (isClosed) return;
      work.noteDeletion(messageId);
      bursts.remove(messageId);
      work.run(messageId, () => followDeletion(hearing, messageId, place));
    },
    recover: () => recoverClaims(hearing),
    settle: () => work.settle(),
    close: async () => {
      isClosed = true;
      await work.settle();
      bursts.flush();
      await work.settle();
    },
  };
}
