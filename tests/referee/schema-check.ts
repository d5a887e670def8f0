/** Holds a body against published schemas: what does not fit, which keys nobody knows, what is excused and why. */
import { z } from 'zod';

/** A place in a body, from its root. */
export type Place = readonly (string | number)[];

/** Problems of a body that must fit one of the schemas; empty when it fits. */
export function checkAgainst(schemas: readonly z.core.$ZodType[], body: unknown): string[] {
  const outcomes = schemas.map((schema) => problemsWith(schema, body));
  return outcomes.sort((a, b) => a.length - b.length)[0] ?? [];
}

/** As `checkAgainst`, and every key must be known to the schema or allowed by `isAllowedKey`. */
export function checkStrictly(
  schemas: readonly z.core.$ZodType[],
  body: unknown,
  isAllowedKey: (place: Place) => boolean,
): string[] {
  const outcomes = schemas.map((schema) => {
    const problems = problemsWith(schema, body);
    if (problems.length > 0) return problems;
    const read = z.safeParse(schema, body);
    const unknown = read.success ? unknownKeys(body, read.data, []) : [];
    return unknown
      .filter((place) => !isAllowedKey(place))
      .map((place) => `${describePlace(place)}: unknown to the published spec`);
  });
  return outcomes.sort((a, b) => a.length - b.length)[0] ?? [];
}

function problemsWith(schema: z.core.$ZodType, body: unknown): string[] {
  const read = z.safeParse(schema, body);
  if (read.success) return [];
  return read.error.issues
    .flatMap((issue) => deepestIssues(issue, []))
    .filter(({ issue, place }) => !isSpecMistake(issue, place, valueAt(body, place)))
    .map(({ issue, place }) => `${describePlace(place)}: ${issue.message}`);
}

interface PlacedIssue {
  readonly issue: z.core.$ZodIssue;
  readonly place: Place;
}

/** Of a union's alternatives the one that came furthest: the others only say that the type is another. */
function deepestIssues(issue: z.core.$ZodIssue, above: Place): PlacedIssue[] {
  const place: Place = [...above, ...issue.path.filter((part) => typeof part !== 'symbol')];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, place }];
  const alternatives = issue.errors.map((issues) => issues.flatMap((inner) => deepestIssues(inner, place)));
  const unlike = (placed: readonly PlacedIssue[]) =>
    placed.some((each) => each.place.length === place.length + 1 && each.place.at(-1) === 'type') ? 1 : 0;
  const depth = (placed: readonly PlacedIssue[]) => Math.max(...placed.map((each) => each.place.length));
  return alternatives.sort((a, b) => unlike(a) - unlike(b) || depth(b) - depth(a))[0] ?? [];
}

/**
 * Where the published spec itself is wrong, by Discord's documentation:
 * - `default_member_permissions` is a bit set written as text, in requests and answers
 *   (https://docs.discord.com/developers/interactions/application-commands), not a number;
 * - times carry the offset `+00:00` (https://docs.discord.com/developers/reference, ISO 8601), where
 *   the schema generated from the spec accepts only `Z`.
 */
function isSpecMistake(issue: z.core.$ZodIssue, place: Place, value: unknown): boolean {
  if (place.at(-1) === 'default_member_permissions') return typeof value === 'string' && /^\d+$/u.test(value);
  return (
    issue.code === 'invalid_format' &&
    issue.format === 'datetime' &&
    typeof value === 'string' &&
    z.iso.datetime({ offset: true }).safeParse(value).success
  );
}

function valueAt(body: unknown, place: Place): unknown {
  let value = body;
  for (const part of place) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}

/** A schema that does not know a key leaves it out of what it gives back. */
function unknownKeys(sent: unknown, kept: unknown, above: Place): Place[] {
  if (Array.isArray(sent) && Array.isArray(kept)) {
    return sent.flatMap((value, index) => unknownKeys(value, kept[index], [...above, index]));
  }
  if (typeof sent !== 'object' || sent === null || typeof kept !== 'object' || kept === null) return [];
  return Object.entries(sent).flatMap(([key, value]) => {
    const place = [...above, key];
    return Object.hasOwn(kept, key) ? unknownKeys(value, Reflect.get(kept, key), place) : [place];
  });
}

/** `data.embeds[0].title`, or "the body" for the root. */
function describePlace(place: Place): string {
  if (place.length === 0) return 'the body';
  return place.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}
