import { loadColloquialForms } from './colloquial/load-colloquial.ts';
import type { LanguageKnowledge } from './knowledge.ts';
import { loadLexicon } from './lexicon/load-lexicon.ts';

/**
 * Reads and builds what ships with Kutip about its two languages: called once, by an entry file.
 * @throws {Error} when a shipped file is missing or malformed.
 */
export function loadKnowledge(): LanguageKnowledge {
  return { lexicon: loadLexicon(), colloquial: loadColloquialForms() };
}
