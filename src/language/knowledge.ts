import type { ColloquialLists } from './colloquial/forms.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { TermVectorLookup } from './lexicon/term-vectors.ts';
import type { WordRarityLookup } from './lexicon/word-rarity.ts';

/** What is known of Indonesian and English beyond rules; loaded once by an entry file and handed in. */
export interface LanguageKnowledge {
  readonly lexicon: Lexicon;
  readonly colloquial: ColloquialLists;
  readonly vectorOf: TermVectorLookup;
  readonly rarityOf: WordRarityLookup;
}
