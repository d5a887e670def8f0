/** What people put between quotation marks; single ones are apostrophes too often. */
const marked = /“([^“”]+)”|"([^"]+)"|«([^«»]+)»|„([^„“”]+)[“”]/gu;
/** Fewer words are a name or an expression, and no quote that could be checked. */
const wordsMin = 4;

/**
 * The longest words that a text has between double quotation marks; undefined where it has none, or
 * nothing but them.
 */
export function longestQuotation(text: string): string | undefined {
  const quotations = [...text.matchAll(marked)].map((match) => match.slice(1).find(Boolean)?.trim() ?? '');
  const [longest] = quotations
    .filter((words) => words.split(/\s+/u).length >= wordsMin && words.length + 2 < text.trim().length)
    .toSorted((a, b) => b.length - a.length);
  return longest;
}
