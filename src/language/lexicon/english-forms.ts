/** Dictionary forms that an inflected or derived English word may come from. All of them are guesses. */
export interface WordForms {
  /** The same word otherwise inflected: "stepped" → "step". Most likely first; never the word itself. */
  readonly inflected: readonly string[];
  /** Words it is derived from: "governmental" → "government". Most likely first. */
  readonly derived: readonly string[];
}

/** Irregular forms by the form itself, as read from `irregular-english.txt`: "left" → ["leave"]. */
export type IrregularForms = ReadonlyMap<string, readonly string[]>;

/**
 * Reads lines of the shape `leave left` or `go went gone`: the dictionary form first, its irregular forms after it.
 * Lines that start with `#` and empty lines are skipped.
 */
export function parseIrregularForms(text: string): IrregularForms {
  const forms = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [lemma = '', ...irregular] = line.trim().split(/\s+/u);
    for (const form of irregular) {
      const lemmas = forms.get(form);
      if (lemmas === undefined) forms.set(form, [lemma]);
      else if (!lemmas.includes(lemma)) lemmas.push(lemma);
    }
  }
  return forms;
}

/** Shorter stems are left alone: stripping "s" from "gas" or "ed" from "bed" only makes noise. */
const stemLengthMin = 3;

/** Suffix → what stands in its place in the dictionary form, most likely first. */
const inflections: readonly (readonly [string, readonly string[]])[] = [
  ["'s", ['']],
  ['’s', ['']],
  ["s'", ['s', '']],
  ['ies', ['y', 'ie']],
  ['ied', ['y', 'ie']],
  ['ying', ['y', 'ie']],
  ['sses', ['ss']],
  ['ves', ['f', 'fe', 've']],
  ['es', ['', 'e', 'is']],
  ['s', ['']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['iest', ['y']],
  ['est', ['', 'e']],
  ['ier', ['y']],
];

const derivations: readonly (readonly [string, readonly string[]])[] = [
  ['isation', ['ise', 'ize', '']],
  ['ization', ['ize', 'ise', '']],
  ['ation', ['e', '', 'ate']],
  ['ition', ['e', 'ish', '']],
  ['ssion', ['t', 'ss', 'd']],
  ['sion', ['d', 'de', 's', 'se']],
  ['tion', ['t', 'te']],
  ['ers', ['', 'e']],
  ['ors', ['', 'e']],
  ['er', ['', 'e']],
  ['or', ['', 'e']],
  ['ment', ['']],
  ['ments', ['']],
  ['ness', ['']],
  ['iness', ['y']],
  ['ily', ['y']],
  ['ally', ['al', 'ic', '']],
  ['ly', ['', 'le']],
  ['al', ['', 'e']],
  ['ful', ['']],
  ['able', ['', 'e']],
  ['ity', ['', 'e']],
  ['ance', ['', 'e']],
  ['ence', ['', 'e']],
  ['ing', ['', 'e']],
  ['ship', ['']],
  ['hood', ['']],
];

/** Both kinds of forms of one lower-case English word; both lists may be empty. Never throws. */
export function englishForms(word: string, irregular: IrregularForms): WordForms {
  const inflected = new Set(irregular.get(word));
  const derived = new Set<string>();
  for (const form of strip(word, inflections)) inflected.add(form);
  for (const base of [word, ...inflected]) for (const form of strip(base, derivations)) derived.add(form);
  inflected.delete(word);
  derived.delete(word);
  return { inflected: [...inflected], derived: [...derived].filter((form) => !inflected.has(form)) };
}

function strip(word: string, rules: readonly (readonly [string, readonly string[]])[]): string[] {
  const forms: string[] = [];
  for (const [suffix, endings] of rules) {
    if (!word.endsWith(suffix) || (suffix === 's' && /[su]s$/u.test(word))) continue;
    const stem = word.slice(0, -suffix.length);
    if (stem.length < stemLengthMin - 1) continue;
    for (const ending of endings) {
      const form = stem + ending;
      if (form.length >= stemLengthMin) forms.push(form);
    }
    const undoubled = undouble(stem);
    if (undoubled !== undefined && /^[aeiouy]/u.test(suffix)) forms.push(undoubled);
  }
  return forms;
}

/** "stepp" → "step"; undefined where the stem does not end in a doubled consonant. */
function undouble(stem: string): string | undefined {
  return stem.length > stemLengthMin && /([bdfgklmnprtvz])\1$/u.test(stem) ? stem.slice(0, -1) : undefined;
}
