import type { BaseInteraction } from 'discord.js';
import type { Services } from '../services.ts';
import { textsFor } from '../texts/texts.ts';
import { changeSchedule } from './change-schedule.ts';

/**
 * Puts the server's schedule on the server's clock, after that was changed; gives back what to say about
 * it, or undefined where there is nothing to move. Writes to the quote store.
 */
export async function moveSchedule(
  { guildId, locale }: BaseInteraction,
  { store, now }: Services,
): Promise<string | undefined> {
  if (guildId === null) return undefined;
  const { schedule: words } = textsFor(locale).quotes;
  const { timeZone } = (await store.guilds.settings(guildId)).settings;
  const stored = await store.quotes.schedule(guildId);
  if (stored === undefined || stored.schedule.timeZone === timeZone) return undefined;
  const moved = await changeSchedule(
    { guildId, schedule: { timeZone } },
    { quotes: store.quotes, now: () => now() },
  );
  return moved.ok ? words.moved(timeZone) : words.notMoved(stored.schedule.timeZone);
}
