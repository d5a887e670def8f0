import { loadColloquialForms } from './colloquial/load-colloquial.ts';
import type { LanguageKnowledge } from './knowledge.ts';
import { loadLexicon, loadWordVectors } from './lexicon/load-lexicon.ts';
import { remember } from './remember.ts';
import { buildTermVectors } from './lexicon/term-vectors.ts';
import { buildWordRarities } from './lexicon/word-rarity.ts';

/**
 * Reads and builds what ships with Kutip about its two languages: called once, by an entry file.
 * @throws {Error} when a shipped file is missing or malformed.
 */
export function loadKnowledge(): LanguageKnowledge {
  const lexicon = loadLexicon();
  const stored = loadWordVectors();
  return {
    lexicon,
    colloquial: loadColloquialForms(),
    vectorOf: remember(buildTermVectors(stored, lexicon)),
    rarityOf: buildWordRarities(stored.words, lexicon),
  };
}
