/** Who may be meant by part of a name: "Igor" where an article says "Igor Babuschkin" once and "Babuschkin" from then on. */
import type { Article } from '../articles/article.ts';
import { foldWord } from '../language/fold-word.ts';
import { isStopWord } from '../language/stop-words.ts';

/** By folded part of a name, the other parts that stand for the same name; in the order first said. */
export type NameVariants = ReadonlyMap<string, readonly string[]>;

const nameRun = /\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}+)*(?: \p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}+)*){0,3}/gu;
/** Longer texts are read to here. */
const textLengthMax = 200_000;

/**
 * Variants by evidence of the articles: the full name stands there, and a part of it alone, too. Only where most
 * articles that have the part mean that name by it: in a large corpus "Wijaya" alone is many people.
 */
export function findNameVariants(articles: Iterable<Article>): NameVariants {
  const pairs = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (const { text } of articles) {
    const alone = new Set<string>();
    const full: string[][] = [];
    for (const [run] of text.slice(0, textLengthMax).matchAll(nameRun)) {
      const parts = run
        .split(' ')
        .map(foldWord)
        .filter((part) => !isStopWord(part));
      if (parts.length === 1 && parts[0] !== undefined) alone.add(parts[0]);
      if (parts.length > 1) full.push(parts);
    }
    for (const part of new Set([...alone, ...full.flat()])) counts.set(part, (counts.get(part) ?? 0) + 1);
    const said = new Set(
      full.flatMap((parts) =>
        parts.flatMap((part) =>
          parts.filter((other) => other !== part && alone.has(other)).map((other) => `${part} ${other}`),
        ),
      ),
    );
    for (const pair of said) {
      const [part = '', other = ''] = pair.split(' ');
      const known = pairs.get(part) ?? new Map<string, number>();
      pairs.set(part, known.set(other, (known.get(other) ?? 0) + 1));
    }
  }
  const variants = new Map<string, string[]>();
  for (const [part, others] of pairs) {
    const meant = [...others]
      .filter(([other, count]) => count * 2 > (counts.get(other) ?? 0))
      .map(([other]) => other);
    if (meant.length > 0) variants.set(part, meant);
  }
  return variants;
}
