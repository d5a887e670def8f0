/**
 * The wall clocks of IANA time zones, across their changes: a zone and a moment enter, what its clocks
 * show leaves, and the other way round. What a clock shows is written as milliseconds, read as if it
 * were UTC.
 */

/** The clocks of one zone. Making it costs more than asking it. */
export interface ZoneClock {
  /** What the clocks show at that moment (milliseconds since 1970), in whole seconds. */
  readonly shownAt: (atMs: number) => number;
  /** When the clocks show this, the first time where they do twice; undefined where they jump over it. */
  readonly momentOf: (shownMs: number) => number | undefined;
  /** As `momentOf`; of a time that is jumped over, as long after the jump as it is into the gap. */
  readonly momentFrom: (shownMs: number) => number;
}

const dayMs = 86_400_000;

/** @throws {RangeError} where this machine does not know the zone. */
export function zoneClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const shownAt = (atMs: number): number => {
    const parts = format.formatToParts(atMs);
    const part = (type: Intl.DateTimeFormatPartTypes) =>
      Number(parts.find((each) => each.type === type)?.value ?? 0);
    const [year, month, day] = [part('year'), part('month') - 1, part('day')];
    return Date.UTC(year, month, day, part('hour'), part('minute'), part('second'));
  };
  const offsetAt = (atMs: number): number => shownAt(atMs) - Math.floor(atMs / 1_000) * 1_000;
  const momentOf = (shownMs: number): number | undefined => {
    // The offset there is one of those a day before and after; the larger one is the earlier moment.
    const offsets = [offsetAt(shownMs - dayMs), offsetAt(shownMs + dayMs)];
    return offsets
      .toSorted((a, b) => b - a)
      .map((offset) => shownMs - offset)
      .find((atMs) => atMs + offsetAt(atMs) === shownMs);
  };
  return {
    shownAt,
    momentOf,
    momentFrom: (shownMs) => momentOf(shownMs) ?? shownMs - offsetAt(shownMs - dayMs),
  };
}

/** The names that this machine lists; it knows older ones besides. */
const listed: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));

/** The zone's name as this machine writes it; undefined for what is no IANA zone, as a bare offset is. */
export function canonicalTimeZone(timeZone: string): string | undefined {
  if (listed.has(timeZone)) return timeZone;
  if (!/^[a-z]/iu.test(timeZone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
