/** Numbers come in, the few figures that tell something go out. Pure. */

/** The middle value; of an even count the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  return (percentile(values, 50, Math.floor) + percentile(values, 50, Math.ceil)) / 2;
}

/**
 * The value below or at which `share` per cent of the values lie (nearest rank); `share` from 0 to 100.
 * NaN for none.
 */
export function percentile(
  values: readonly number[],
  share: number,
  round: (place: number) => number = Math.round,
): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[round((share / 100) * (sorted.length - 1))] ?? Number.NaN;
}

/** Rows as a table of aligned columns; the first column left, the others right. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
