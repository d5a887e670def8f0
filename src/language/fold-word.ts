/** Longest word the index tells apart; what is longer is noise or hostile, and compared by its beginning. */
export const wordLengthMax = 64;

/**
 * The word without case, compatibility forms and Latin diacritics: `Déjà` → `deja`, `ﬁ` → `fi`.
 * Marks of other scripts stay, because there they carry vowels. At most `wordLengthMax` UTF-16 units.
 */
export function foldWord(word: string): string {
  const bounded = word.slice(0, wordLengthMax);
  // Nearly every word is plain ASCII; normalising those would cost more than all else here.
  if (/^[\w'-]*$/.test(bounded)) return bounded.toLowerCase();
  return bounded
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll(/[\u2010\u2011]/g, '-')
    .replaceAll('\u2019', "'")
    .slice(0, wordLengthMax);
}
