const letters = 'abcdefghijklmnopqrstuvwxyz';
/** Shorter words have too many neighbours. */
const wordLengthMin = 5;
const wordLengthMax = 24;

/**
 * Spellings one slip away from a folded word: a letter too few, too many, wrong, or two swapped; the first letter is
 * taken to be right. Likeliest slips first, a fixed order. Empty for short words and for anything but plain letters.
 */
export function nearSpellings(word: string): readonly string[] {
  if (word.length < wordLengthMin || word.length > wordLengthMax || !/^[a-z]+$/.test(word)) return [];
  const near = new Set<string>();
  for (let at = 1; at < word.length - 1; at++) {
    near.add(word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));
  }
  for (let at = 1; at < word.length; at++) near.add(word.slice(0, at) + word.slice(at + 1));
  for (let at = 1; at <= word.length; at++) {
    for (const letter of letters) near.add(word.slice(0, at) + letter + word.slice(at));
  }
  for (let at = 1; at < word.length; at++) {
    for (const letter of letters) near.add(word.slice(0, at) + letter + word.slice(at + 1));
  }
  near.delete(word);
  return [...near];
}
