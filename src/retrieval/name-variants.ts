/** Who may be meant by part of a name: "Igor" where an article says "Igor Babuschkin" once and "Babuschkin" from then on. */
import type { Article } from '../articles/article.ts';
import { foldWord } from '../language/fold-word.ts';
import { isStopWord } from '../language/stop-words.ts';

/** By folded part of a name, the other parts that stand for the same name; in the order first said. */
export type NameVariants = ReadonlyMap<string, readonly string[]>;

const nameRun = /\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}+)*(?: \p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}+)*){0,3}/gu;
/** Longer texts are read to here. */
const textLengthMax = 200_000;

/** Variants by evidence of the articles: the full name stands there, and a part of it alone, too. */
export function findNameVariants(articles: Iterable<Article>): NameVariants {
  const variants = new Map<string, string[]>();
  const note = (part: string, other: string): void => {
    const known = variants.get(part) ?? [];
    if (part !== other && !known.includes(other)) variants.set(part, [...known, other]);
  };
  for (const { text } of articles) {
    const alone = new Set<string>();
    const full: string[][] = [];
    for (const [run] of text.slice(0, textLengthMax).matchAll(nameRun)) {
      const parts = run.split(' ').map(foldWord).filter((part) => !isStopWord(part));
      if (parts.length === 1 && parts[0] !== undefined) alone.add(parts[0]);
      if (parts.length > 1) full.push(parts);
    }
    for (const parts of full) {
      const spoken = parts.filter((part) => alone.has(part));
      for (const part of parts) for (const other of spoken) note(part, other);
    }
  }
  return variants;
}
