/**
 * What a moderator writes for a date and a time, in Indonesian or English, as a moment on the clock of
 * an IANA zone. Nothing is guessed: what is not understood is said.
 */

import { zoneClock } from '../calendar/time-zone.ts';

/** A day of the calendar; `month` from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface ClockTime {
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
}

/** So far ahead may something be planned. */
export const aheadDaysMax = 366;

export type MomentResult =
  | { readonly ok: true; readonly atMs: number }
  | { readonly ok: false; readonly reason: 'not-a-date' | 'not-a-time' | 'no-such-moment' }
  /** `atMs`: what was understood. */
  | { readonly ok: false; readonly reason: 'in-past' | 'too-far'; readonly atMs: number };

const dayMs = 86_400_000;

const months: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'ags', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['desember', 'december', 'des', 'dec'],
];

/** Monday first, as in ISO 8601. */
const weekdays: readonly (readonly string[])[] = [
  ['senin', 'sen', 'monday', 'mon'],
  ['selasa', 'sel', 'tuesday', 'tue', 'tues'],
  ['rabu', 'rab', 'wednesday', 'wed'],
  ['kamis', 'kam', 'thursday', 'thu', 'thurs'],
  ['jumat', "jum'at", 'jum', 'friday', 'fri'],
  ['sabtu', 'sab', 'saturday', 'sat'],
  ['minggu', 'min', 'ahad', 'sunday', 'sun'],
];

const daysAhead: Readonly<Record<string, number>> = {
  'hari ini': 0,
  today: 0,
  besok: 1,
  tomorrow: 1,
  lusa: 2,
  'day after tomorrow': 2,
};

export interface MomentRequest {
  readonly date: string;
  readonly time: string;
  /** IANA. */
  readonly timeZone: string;
  readonly nowMs: number;
}

/** The moment that is meant, in milliseconds since 1970; of a local time that comes twice, the first. */
export function readMoment({ date, time, timeZone, nowMs }: MomentRequest): MomentResult {
  const zone = zoneClock(timeZone);
  const day = readDay(date, dayOf(zone.shownAt(nowMs)));
  if (day === undefined) return { ok: false, reason: 'not-a-date' };
  const clock = readClock(time);
  if (clock === undefined) return { ok: false, reason: 'not-a-time' };
  const atMs = zone.momentOf(utcOf(day) + (clock.hour * 60 + clock.minute) * 60_000);
  if (atMs === undefined) return { ok: false, reason: 'no-such-moment' };
  if (atMs <= nowMs) return { ok: false, reason: 'in-past', atMs };
  return atMs - nowMs > aheadDaysMax * dayMs ? { ok: false, reason: 'too-far', atMs } : { ok: true, atMs };
}

/** `7`, `07:30`, `19.00`, `7:30 pm`; undefined for anything else. */
export function readClock(typed: string): ClockTime | undefined {
  const [, hours, minutes = '0', half] =
    /^(?:pukul |jam )?(\d{1,2})(?:[:.](\d{2}))?(?: ?([ap])\.?m\.?)?$/u.exec(fold(typed)) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (hours === undefined || minute > 59) return undefined;
  if (half === undefined) return hour < 24 ? { hour, minute } : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return { hour: (hour % 12) + (half === 'p' ? 12 : 0), minute };
}

/** The day that is meant, seen from that day; a date without a year is the next one to come. */
export function readDay(typed: string, today: CalendarDay): CalendarDay | undefined {
  const text = fold(typed);
  const ahead = Object.hasOwn(daysAhead, text) ? daysAhead[text] : undefined;
  if (ahead !== undefined) return plusDays(today, ahead);
  const weekday = weekdays.findIndex((names) => names.includes(text));
  if (weekday >= 0) return plusDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text);
  if (iso) return validDay({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  const numeric = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/u.exec(text);
  if (numeric) return comingDay(Number(numeric[1]), Number(numeric[2]), numeric[3], today);
  const [, day, name, year] =
    /^(\d{1,2}) ([a-z]+)(?: (\d{4}))?$/u.exec(text) ??
    swapped(/^([a-z]+) (\d{1,2})(?:,? (\d{4}))?$/u.exec(text)) ??
    [];
  const month = months.findIndex((names) => name !== undefined && names.includes(name)) + 1;
  return day === undefined || month === 0 ? undefined : comingDay(Number(day), month, year, today);
}

/** `December 31` is read as `31 December`. */
function swapped(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return match === null ? undefined : [match[0], match[2], match[1], match[3]];
}

function comingDay(
  day: number,
  month: number,
  year: string | undefined,
  today: CalendarDay,
): CalendarDay | undefined {
  if (year !== undefined) return validDay({ year: Number(year), month, day });
  // Four years hold a 29 February, wherever one begins.
  return [0, 1, 2, 3, 4]
    .map((later) => validDay({ year: today.year + later, month, day }))
    .find((coming) => coming !== undefined && utcOf(coming) >= utcOf(today));
}

function validDay(day: CalendarDay): CalendarDay | undefined {
  const date = new Date(utcOf(day));
  const isReal = date.getUTCMonth() + 1 === day.month && date.getUTCDate() === day.day;
  return isReal && day.year >= 1970 ? day : undefined;
}

function plusDays(day: CalendarDay, count: number): CalendarDay {
  return dayOf(utcOf(day) + count * dayMs);
}

/** 0 is Monday. */
function weekdayOf(day: CalendarDay): number {
  return (new Date(utcOf(day)).getUTCDay() + 6) % 7;
}

function utcOf({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day);
}

/** Of a moment as the wall clock shows it. */
function dayOf(shownMs: number): CalendarDay {
  const shown = new Date(shownMs);
  return { year: shown.getUTCFullYear(), month: shown.getUTCMonth() + 1, day: shown.getUTCDate() };
}

function fold(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
