import type { Language } from '../language.ts';
import type { Lexicon } from './lexicon.ts';

/** How rare a folded word is in general use, whatever the corpus, 0 to 1; 1 where neither it nor its meaning is known. */
export type WordRarityLookup = (term: string, language: Language) => number;

/** From this place on a word is as rare as can be. */
const rarestPlace = 60_000;
/** Meanings of a word that are looked at: its commonest one decides. */
const meaningsMax = 4;

/**
 * Looks rarities up by the place of English words in a list, commonest first; an Indonesian word is as rare as what it
 * means. The logarithm of the place: about the information that a word carries (Zipf).
 */
export function buildWordRarities(words: readonly string[], lexicon: Lexicon): WordRarityLookup {
  const placeOf = new Map(words.map((word, place) => [word, place]));
  const rarityOf = (text: string): number[] => {
    const places = text.split(' ').flatMap((word) => placeOf.get(word) ?? []);
    return places.length === 0 ? [] : [Math.log(1 + Math.max(...places)) / Math.log(rarestPlace)];
  };
  return (term, language) => {
    const meanings = lexicon
      .concepts(term, language)
      .slice(0, meaningsMax)
      .flatMap(({ concept }) => rarityOf(concept.replace(/#.*$/, '')));
    const own = language === 'en' || meanings.length === 0 ? rarityOf(term) : [];
    return Math.min(1, ...own, ...meanings);
  };
}
