/** Order by UTF-16 code units, for sorting: the same on every machine, unlike an order by locale. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
