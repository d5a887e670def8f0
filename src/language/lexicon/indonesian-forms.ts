import type { WordForms } from './english-forms.ts';

/** A root is at least this long ("uang"→ yes, "an" → no): shorter leftovers are accidents of stripping. */
const rootLengthMin = 3;
/** With more than a voice prefix taken off, three letters are mostly an accident: "terjun" (dive) is no form of "Jun". */
const derivedLengthMin = 4;
const suffixes = ['kan', 'an', 'i'] as const;

/**
 * Dictionary forms that an affixed Indonesian word may come from; all of them are guesses, to be checked against
 * known words. `inflected` keeps the word's sense: clitics (-nya, -lah …), reduplication, and voice (mendirikan,
 * didirikan, kudirikan → dirikan). `derived` goes on to the root (pendirian → diri). Lower case in, never throws.
 */
export function indonesianForms(word: string): WordForms {
  const inflected = new Set<string>();
  const starts = [word, ...withoutClitics(word)];
  for (const start of starts) {
    inflected.add(start);
    for (const single of withoutReduplication(start)) inflected.add(single);
  }
  const bases = [...inflected];
  for (const start of bases) for (const form of withoutVoice(start)) inflected.add(form);
  const derived = new Set<string>();
  for (const start of inflected) for (const root of roots(start)) derived.add(root);
  for (const form of inflected) derived.delete(form);
  inflected.delete(word);
  derived.delete(word);
  return { inflected: [...inflected], derived: [...derived] };
}

function withoutClitics(word: string): string[] {
  const forms: string[] = [];
  const particle = /^(.{3,})(?:lah|kah|pun|tah)$/u.exec(word)?.[1];
  if (particle !== undefined) forms.push(particle);
  for (const base of [word, ...forms]) {
    const owner = /^(.{3,})(?:nya|ku|mu)$/u.exec(base)?.[1];
    if (owner !== undefined) forms.push(owner);
  }
  return forms;
}

/** "anak-anak" → "anak", "buah-buahan" → "buah", "obat-obatan" → "obat"; also "anak2". */
function withoutReduplication(word: string): string[] {
  const digit = /^(\p{L}{2,})2(?:an)?$/u.exec(word)?.[1];
  if (digit !== undefined) return [digit];
  const parts = word.split('-');
  const [first, second] = parts;
  if (parts.length !== 2 || first === undefined || second === undefined || first.length < 2) return [];
  return second.includes(first) ? [first] : [];
}

/**
 * What stands behind an active or passive voice prefix, initials restored: "menulis" → "tulis", "nulis";
 * "ditulis" → "tulis". Most likely first; empty where there is no such prefix.
 */
function withoutVoice(word: string): readonly string[] {
  const passive = /^(?:di|ku|kau)(.{3,})$/u.exec(word)?.[1];
  const forms = passive === undefined ? [] : [passive];
  const causative = /^(?:mem|di)per(.{3,})$/u.exec(word)?.[1];
  if (causative !== undefined) forms.push(causative);
  forms.push(...withoutMeN(word));
  return forms.filter((form) => form.length >= rootLengthMin);
}

/** The same for active verbs only. */
export function withoutMeN(word: string): readonly string[] {
  if (!word.startsWith('me')) return [];
  return withoutNasal(word.slice(2)).filter((form) => form.length >= rootLengthMin);
}

/** Undoes the nasal of meN- and peN-, given the part behind "me" or "pe". Most likely first. */
function withoutNasal(rest: string): string[] {
  if (/^nge[bcdfghjklmnprstz][aiueo]\p{L}{1,2}$/u.test(rest)) return [rest.slice(3), rest.slice(2)];
  if (rest.startsWith('ng'))
    return /^ng[aiueo]/u.test(rest) ? [rest.slice(2), `k${rest.slice(2)}`] : [rest.slice(2)];
  if (rest.startsWith('ny')) return [`s${rest.slice(2)}`, rest];
  if (/^n[aiueo]/u.test(rest)) return [`t${rest.slice(1)}`, rest];
  if (/^n[cdjtsz]/u.test(rest)) return [rest.slice(1)];
  if (/^m[aiueo]/u.test(rest)) return [`p${rest.slice(1)}`, rest];
  if (/^m[bfpv]/u.test(rest)) return [rest.slice(1)];
  return /^[lrwy]/u.test(rest) ? [rest] : [];
}

function roots(word: string): string[] {
  const found = new Set<string>();
  for (const base of withoutPrefixes(word)) {
    found.add(base);
    for (const suffix of suffixes) {
      if (base.endsWith(suffix)) found.add(base.slice(0, -suffix.length));
    }
  }
  return [...found].filter((root) => root.length >= derivedLengthMin);
}

function withoutPrefixes(word: string): string[] {
  const forms = [word];
  const plain = /^(?:ber|ter|per|pe|ke|se|be|te|bel|pel)(.{3,})$/u.exec(word)?.[1];
  if (plain !== undefined) forms.push(plain);
  const two = /^(?:keber|keter|kese|sepe|seper|menge|menye|memper|pember|pemer|penge)(.{3,})$/u.exec(
    word,
  )?.[1];
  if (two !== undefined) forms.push(two);
  if (/^(?:bel|pel)ajar/u.test(word)) forms.push(word.slice(3));
  if (/^(?:ber|ter|per)/u.test(word)) forms.push(word.slice(3));
  if (word.startsWith('pe')) forms.push(...withoutNasal(word.slice(2)));
  return forms;
}
