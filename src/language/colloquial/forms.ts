import type { Language } from '../language.ts';

/** Listed colloquial and abbreviated forms of one language with their formal candidates, likeliest first. */
export type ColloquialForms = ReadonlyMap<string, readonly string[]>;

/** The lists of both languages. */
export type ColloquialLists = Readonly<Record<Language, ColloquialForms>>;

/**
 * Reads a list of lines `form form … = candidate, candidate`; empty lines and lines that start with `#` are skipped.
 * @throws {Error} when a line is malformed or a form stands twice: the lists are ours, so this is a bug.
 */
export function parseColloquialForms(text: string): ColloquialForms {
  const forms = new Map<string, readonly string[]>();
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [left = '', right = '', ...rest] = line.split(' = ');
    const candidates = right.split(',').map((candidate) => candidate.trim());
    if (rest.length > 0 || candidates.includes(''))
      throw new Error(`malformed line of colloquial forms: ${line}`);
    for (const form of left.trim().split(/ +/u)) {
      if (form === '' || forms.has(form))
        throw new Error(`colloquial form "${form}" missing or twice: ${line}`);
      forms.set(form, candidates);
    }
  }
  return forms;
}
