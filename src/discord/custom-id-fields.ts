/** The fields that custom IDs are made of; each has one way of being written, so that parsing and building are inverse. */

/** Larger numbers are nobody's page, offset or quote. */
export const numberMax = 36 ** 5 - 1;

/** The number in base 36; `!`, which parses as nothing, where it is out of range. */
export function base36(number: number): string {
  return Number.isSafeInteger(number) && number >= 0 && number <= numberMax ? number.toString(36) : '!';
}

/** Only the one way of writing a number that `base36` uses. Undefined for anything else, and below `least`. */
export function parseNumber(field: string | undefined, least: number): number | undefined {
  if (field === undefined || !/^(?:0|[1-9a-z][0-9a-z]{0,4})$/.test(field)) {
    return undefined;
  }
  const number = Number.parseInt(field, 36);
  return number >= least ? number : undefined;
}

/** Ascending ordinals as runs, `3-7.9.b-d`; at most about as long as there are runs times ten. */
export function writeOrdinals(ordinals: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const ordinal of ordinals) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === ordinal - 1) run[1] = ordinal;
    else runs.push([ordinal, ordinal]);
  }
  return runs
    .map(([first, last]) => (first === last ? base36(first) : `${base36(first)}-${base36(last)}`))
    .join('.');
}

/** The ordinals of such runs, ascending; undefined for anything that `writeOrdinals` does not write. */
export function parseOrdinals(field: string, countMax: number): readonly number[] | undefined {
  const ordinals: number[] = [];
  for (const run of field.split('.')) {
    const [first, last, ...rest] = run.split('-');
    const start = parseNumber(first, 0);
    const end = last === undefined ? start : parseNumber(last, 0);
    if (start === undefined || end === undefined || rest.length > 0) return undefined;
    if (end < start || ordinals.length + end - start >= countMax) return undefined;
    for (let ordinal = start; ordinal <= end; ordinal += 1) ordinals.push(ordinal);
  }
  return writeOrdinals(ordinals) === field &&
    ordinals.every((each, place) => each > (ordinals[place - 1] ?? -1))
    ? ordinals
    : undefined;
}
