/** What the bot does by itself: the daily sweep, the weekly digest, forgetting a server that it left. */
import type { Client } from 'discord.js';
import { sendDueDigests } from './digest-message.ts';
import type { Schedule } from './schedule.ts';
import type { Services } from './services.ts';

export interface Housekeeping {
  /** Once connected. */
  start(): void;
  /** The bot left that server, or was put out. */
  onLeft(guildId: string): void;
  stop(): void;
}

export const sweepEveryMs = 24 * 3_600_000;
/** How late a digest may be; weeks are claimed, so that looking often sends none twice. */
export const digestLookEveryMs = 10 * 60_000;

interface HousekeepingOptions {
  readonly client: Client;
  readonly services: Services;
  readonly schedule: Schedule;
}

export function startHousekeeping({ client, services, schedule }: HousekeepingOptions): Housekeeping {
  const { log, store, knowledge } = services;
  const cancels = new Set<() => void>();

  function every(delayMs: number, task: () => Promise<void>): void {
    const run = () => {
      void task().catch((err: unknown) => log.error({ err }, 'housekeeping failed'));
      const cancel = schedule.after(delayMs, () => {
        cancels.delete(cancel);
        run();
      });
      cancels.add(cancel);
    };
    run();
  }

  return {
    start: () => {
      every(sweepEveryMs, async () => {
        const rows = await store.privacy.sweep(services.now());
        log.info({ rows }, 'swept');
      });
      every(digestLookEveryMs, () => sendDueDigests(client, services));
    },
    onLeft: (guildId) => {
      knowledge.refresh(guildId);
      void store.privacy
        .forgetGuild(guildId)
        .then((rows) => log.info({ guildId, rows }, 'server forgotten'))
        .catch((err: unknown) => log.error({ err, guildId }, 'server could not be forgotten'));
    },
    stop: () => {
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}
