import type { Language } from '../language.ts';

/** What a mention fixes. */
export type DateKind = 'date' | 'day' | 'month' | 'year' | 'decade' | 'century' | 'time' | 'weekday';

/** A date or time of day in a text. */
export interface DateMention {
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: DateKind;
  /**
   * The same in both languages: `d:2025-08-13`, `d:--08-13` (no year), `d:2025-08`, `d:2025`, `d:1950s`, `d:c19`
   * (19th century), `t:09:30`, `w:3` (Wednesday; Monday is 1).
   */
  readonly canonical: string;
}

/** Longer texts are read to here. */
const textLengthMax = 100_000;

const monthNames: readonly string[] = [
  'januari|january|jan',
  'februari|pebruari|february|feb',
  'maret|march|mar',
  'april|apr',
  'mei|may',
  'juni|june|jun',
  'juli|july|jul',
  'agustus|august|agu|agt|agst|aug',
  'september|sept|sep',
  'oktober|october|okt|oct',
  'november|nopember|nov',
  'desember|december|des|dec',
];
const weekdayNames: readonly string[] = [
  'senin|monday',
  'selasa|tuesday',
  'rabu|wednesday',
  'kamis|thursday',
  "jumat|jum'at|friday",
  'sabtu|saturday',
  'sunday|ahad',
];
const month = `(?<month>${monthNames.join('|')})\\.?`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`(?<year>[12]\d{3})`;
const edge = String.raw`(?<![\p{L}\p{N}.,/:-])`;
const close = String.raw`(?![\p{L}\p{N}])(?![.,/:-]\d)`;

/** What a match says, or undefined where it is no date after all (day 32). */
type Reader = (
  groups: Readonly<Record<string, string | undefined>>,
  language: Language,
) => Reading | undefined;
interface Reading {
  readonly kind: DateKind;
  readonly canonical: string;
}

/** In order: what matches earlier in this list takes its characters first. */
const rules: readonly (readonly [RegExp, Reader])[] = [
  [rule(String.raw`${year}-(?<monthNumber>\d{2})-(?<day>\d{2})`), readDate],
  [rule(`${day}(?: of)?[ -]${month},?[ -]${year}`), readDate],
  [rule(`${month} ${day},? ${year}`), readDate],
  [rule(String.raw`(?<day>\d{1,2})(?<separator>[/.-])(?<monthNumber>\d{1,2})\k<separator>${year}`), readDate],
  [rule(`${day}(?: of)? ${month}`), readDate],
  [rule(`${month} ${day}`), readDate],
  [rule(`${month},? ${year}`), readDate],
  [rule(String.raw`(?<=\()(?<day>\d{1,2})/(?<monthNumber>\d{1,2})(?=\))`), readDate],
  [
    rule(String.raw`(?:pukul|jam|at) (?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?(?: ?(?<half>[ap])\.?m\.?)?`),
    readTime,
  ],
  [rule(String.raw`(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))? ?(?<half>[ap])\.?m\b\.?`), readTime],
  [rule(String.raw`(?<hour>\d{1,2})[.:](?<minute>\d{2}) (?:wib|wita|wit|gmt|utc)`), readTime],
  [rule(String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})`), readTime],
  [rule(String.raw`(?:abad ke-?|abad )(?<century>\d{1,2})`), readCentury],
  [rule(String.raw`(?<century>\d{1,2})(?:st|nd|rd|th)[ -]century`), readCentury],
  [rule(String.raw`(?<decade>[12]\d{2}0)(?:-?an|['’]?s)`), readDecade],
  [rule(String.raw`(?:tahun|thn|year|in|since|sejak|pada|until|hingga|by) (?<year>[12]\d{3})`), readDate],
  [
    // A bare year: four digits that count nothing and cost nothing.
    rule(
      String.raw`(?<!(?:rp\.?|\$|€|£|usd|idr)\s?)(?<year>(?:1[5-9]|20)\d{2})(?! ?(?:%|persen|percent|orang|people|unit|ribu|juta|miliar|thousand|million|billion|meter|km|kilometer|hektare?|ton|kg|jiwa|rupiah|dolar|dollars?|kali|times|rumah|houses|warga|karyawan|employees|MW|megawatt))`,
    ),
    readDate,
  ],
  [/(?<![\p{L}\p{N}.,/:-])(?<year>(?:1[5-9]|20)\d{2})(?=[-–](?:1[5-9]|20)?\d{2}(?![\d-]))/gu, readDate],
  [/(?<=(?<![\d-])(?:1[5-9]|20)\d{2}[-–])(?<year>(?:1[5-9]|20)\d{2})(?![\d-])/gu, readDate],
  [rule(`(?<weekday>${weekdayNames.join('|')})`), readWeekday],
  [rule(String.raw`hari (?<weekday>minggu)`), readWeekday],
];

/** What a text must have for any pattern to match: looking for that costs little, and most texts have none of it. */
const figureSign = /\d/u;
const yearSign = /\d{4}/u;
const monthSign = new RegExp(monthNames.join('|'), 'iu');
const weekdaySign = new RegExp(`${weekdayNames.join('|')}|minggu`, 'iu');
/** By a part of a pattern's source, what a text must have for it to match. */
const signsByPart: readonly (readonly [string, RegExp])[] = [
  ['(?<year>', yearSign],
  ['(?<decade>', yearSign],
  ['(?<month>', monthSign],
  ['(?<monthNumber>', /\d[/.-]\d/u],
  ['(?<weekday>', weekdaySign],
  ['(?<hour>', /\d[.:]\d|\d ?[ap]\.?m|(?:pukul|jam|at) \d/iu],
  ['(?<century>', /abad|century/iu],
];

const patterns = rules.map(([pattern, reader]) => ({
  pattern,
  reader,
  needed: signsByPart.filter(([part]) => pattern.source.includes(part)).map(([, sign]) => sign),
}));
const signs = [...new Set(patterns.flatMap(({ needed }) => needed))];

function rule(source: string): RegExp {
  return new RegExp(edge + source + close, 'giu');
}

/** Dates and times of a text in order, never overlapping. Day before month in Indonesian figures; never throws. */
export function findDates(text: string, language: Language): readonly DateMention[] {
  const read = text.slice(0, textLengthMax);
  const found: DateMention[] = [];
  const taken = new Uint8Array(read.length);
  const hasFigure = figureSign.test(read);
  const missing = new Set(signs.filter((sign) => (!hasFigure && sign !== weekdaySign) || !sign.test(read)));
  for (const { pattern, reader, needed } of patterns) {
    if (needed.some((sign) => missing.has(sign))) continue;
    for (const match of read.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.subarray(start, end).includes(1)) continue;
      const reading = reader(match.groups ?? {}, language);
      if (reading === undefined) continue;
      found.push({ start, end, ...reading });
      taken.fill(1, start, end);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function readDate(
  groups: Readonly<Record<string, string | undefined>>,
  language: Language,
): Reading | undefined {
  let dayNumber = groups['day'] === undefined ? undefined : Number(groups['day']);
  let monthNumber = groups['month'] === undefined ? undefined : numberOf(groups['month'], monthNames);
  if (groups['monthNumber'] !== undefined) monthNumber = Number(groups['monthNumber']);
  const isIso = groups['separator'] === undefined;
  // "8/13/2025" can only be American; "8/9/2025" is so in English texts.
  if (!isIso && dayNumber !== undefined && monthNumber !== undefined && dayNumber <= 12) {
    const isAmerican = groups['separator'] === '/' && (monthNumber > 12 || language === 'en');
    if (isAmerican) [dayNumber, monthNumber] = [monthNumber, dayNumber];
  }
  if (dayNumber !== undefined && (dayNumber < 1 || dayNumber > 31)) return undefined;
  if (monthNumber !== undefined && (monthNumber < 1 || monthNumber > 12)) return undefined;
  const yearText = groups['year'];
  const monthText = monthNumber === undefined ? undefined : two(monthNumber);
  if (monthText === undefined)
    return yearText === undefined ? undefined : { kind: 'year', canonical: `d:${yearText}` };
  if (dayNumber === undefined) return { kind: 'month', canonical: `d:${yearText ?? '-'}-${monthText}` };
  if (yearText === undefined) return { kind: 'day', canonical: `d:--${monthText}-${two(dayNumber)}` };
  return { kind: 'date', canonical: `d:${yearText}-${monthText}-${two(dayNumber)}` };
}

function readTime(groups: Readonly<Record<string, string | undefined>>): Reading | undefined {
  const half = groups['half']?.toLowerCase();
  const minute = Number(groups['minute'] ?? 0);
  let hour = Number(groups['hour']);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  return hour > 24 || minute > 59 ? undefined : { kind: 'time', canonical: `t:${two(hour)}:${two(minute)}` };
}

function readCentury(groups: Readonly<Record<string, string | undefined>>): Reading {
  return { kind: 'century', canonical: `d:c${Number(groups['century'])}` };
}

function readDecade(groups: Readonly<Record<string, string | undefined>>): Reading {
  return { kind: 'decade', canonical: `d:${groups['decade'] ?? ''}s` };
}

function readWeekday(groups: Readonly<Record<string, string | undefined>>): Reading | undefined {
  const name = groups['weekday']?.toLowerCase() ?? '';
  const number = name === 'minggu' ? 7 : numberOf(name, weekdayNames);
  return number === undefined ? undefined : { kind: 'weekday', canonical: `w:${number}` };
}

/** Place of the name among the lists of names, from 1. */
function numberOf(name: string, lists: readonly string[]): number | undefined {
  const index = lists.findIndex((list) => list.split('|').includes(name.toLowerCase()));
  return index === -1 ? undefined : index + 1;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
