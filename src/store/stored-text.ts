/**
 * Text that both databases take: PostgreSQL refuses U+0000, and neither keeps half a surrogate pair.
 * Anything longer than `lengthMax` UTF-16 units is cut between characters and ends in "…".
 */
export function toStoredText(text: string, lengthMax: number): string {
  const clean = text.replaceAll('\u0000', '\uFFFD').toWellFormed();
  if (clean.length <= lengthMax) return clean;
  const cut = clean.slice(0, lengthMax - 1);
  // The cut may have halved the last pair.
  return `${/[\uD800-\uDBFF]$/u.test(cut) ? cut.slice(0, -1) : cut}…`;
}
