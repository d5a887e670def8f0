import { stemmer } from '@orama/stemmers/indonesian';

/**
 * Possible stems of a folded Indonesian word, without repeats, never empty.
 *
 * The Snowball stemmer drops the prefixes meN- and peN- but cannot know which initial the nasal
 * swallowed (menulis → ulis), so every initial that it may stand for is offered: menulis and
 * penulis both give `tulis`. A form that is no word matches nothing and does no harm.
 */
export function stemIndonesian(word: string): string[] {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return [word];
  const stem = stemmer(word);
  const stems = new Set<string>([stem]);
  const nasal = /^(?:di|ku|kau)?[mp]e(ny|ng|n|m)([aeiou])/.exec(word);
  if (nasal?.[1] !== undefined) addNasalInitials(stems, { stem, nasal: nasal[1] });
  return [...stems].filter((form) => form.length >= 2);
}

/** Which consonant a nasal prefix stands for, before a vowel. */
const swallowedInitial: Readonly<Record<string, string>> = { ny: 's', ng: 'k', n: 't', m: 'p' };

function addNasalInitials(stems: Set<string>, parts: { stem: string; nasal: string }): void {
  const swallowed = swallowedInitial[parts.nasal] ?? '';
  // Snowball restores s and p by itself; elsewhere it leaves the bare vowel.
  const rest = /^[aeiou]/.test(parts.stem) ? parts.stem : parts.stem.slice(1);
  if (!/^[aeiou]/.test(rest)) return;
  stems.add(swallowed + rest);
  // The nasal may also be the stem's own: memakan → makan, menanti → nanti, menyanyi → nyanyi.
  if (parts.nasal !== 'ng') stems.add(parts.nasal + rest);
}
