const vowels = ['a', 'e', 'i', 'u', 'o'] as const;
/** Abbreviations up to this long are filled in letter by letter: beyond, the readings run into thousands. */
const fillLengthMax = 4;

/** The consonants of a lower-case term, doubled ones once: "perusahaan" and "prshn" → "prshn". "ng" and "ny" stay. */
export function consonantSkeleton(term: string): string {
  return term.replaceAll(/[^\p{L}]|[aeiou]/gu, '').replaceAll(/(\p{L})\1+/gu, '$1');
}

/**
 * Readings of a short abbreviation with vowels put between and behind its letters, at most one at each place: "skrg" →
 * "sekarang" among others. At most 6⁴ readings, in a fixed order; empty for longer terms and for fewer than two letters.
 */
export function fillVowels(term: string): readonly string[] {
  if (term.length < 2 || term.length > fillLengthMax) return [];
  let readings = [''];
  for (const letter of term) {
    const isVowel = /[aeiou]/u.test(letter);
    readings = readings.flatMap((reading) =>
      isVowel ? [reading + letter] : [reading + letter, ...vowels.map((vowel) => reading + letter + vowel)],
    );
  }
  return readings.filter((reading) => reading !== term);
}
