import type { APIApplicationCommandOptionChoice } from 'discord.js';
import { choicesMax } from './limits.ts';

/** Indonesia's own zones, suggested before anything is typed. */
const nearZones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

/** IANA time zones that hold every word typed so far; at most 25. */
export function suggestTimeZones(typed: string): APIApplicationCommandOptionChoice<string>[] {
  const words = typed
    .toLowerCase()
    .split(/[\s/_]+/u)
    .filter(Boolean);
  const zones = [...new Set([...nearZones, ...Intl.supportedValuesOf('timeZone')])];
  return zones
    .filter((zone) => words.every((word) => zone.toLowerCase().includes(word)))
    .slice(0, choicesMax)
    .map((zone) => ({ name: zone, value: zone }));
}
