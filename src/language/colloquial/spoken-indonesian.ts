/** What is left of a word is at least this long. */
const baseLengthMin = 3;

/** Letter runs shortened: three or more always, two at the end too. Shortest reading last; never the term itself. */
export function unstretched(term: string): readonly string[] {
  const forms = new Set<string>();
  if (/(\p{L})\1\1/u.test(term)) {
    forms.add(term.replaceAll(/(\p{L})\1{2,}/gu, '$1$1'));
    forms.add(term.replaceAll(/(\p{L})\1{2,}/gu, '$1'));
    forms.add(term.replaceAll(/(\p{L})\1+/gu, '$1'));
  }
  forms.add(term.replace(/(\p{L})\1+$/u, '$1'));
  forms.delete(term);
  return [...forms];
}

/** Spoken "e" for "a" in the last syllable: "dateng" → "datang". Empty where there is none. */
export function withFormalVowel(term: string): readonly string[] {
  return /e[^aeiou]{1,2}$/u.test(term) && term.length > baseLengthMin
    ? [term.replace(/e([^aeiou]{1,2})$/u, 'a$1')]
    : [];
}

/**
 * Formal forms that a spoken Indonesian verb may have: "nyari" → "mencari", "ngebantu" → "membantu",
 * "bukain" → "bukakan", "ketangkep" → "tertangkap", "dibeliin" → "dibelikan". Guesses, likeliest first; the plain base
 * comes after the verb with its prefix. Check each against known words.
 */
export function formalVerbs(term: string): readonly string[] {
  const forms = new Set<string>();
  for (const ending of [term, ...withFormalEnding(term)]) {
    for (const form of withFormalPrefix(ending)) {
      forms.add(form);
      for (const vowel of withFormalVowel(form)) forms.add(vowel);
    }
    if (ending !== term) forms.add(ending);
  }
  // "nyariin" may simply be "mencari": said for somebody, but the same deed.
  const plain = /^(.{3,})in$/u.exec(term)?.[1];
  if (plain !== undefined) {
    for (const form of withFormalPrefix(plain)) forms.add(form);
    forms.add(plain);
    for (const vowel of withFormalVowel(plain)) forms.add(vowel);
  }
  forms.delete(term);
  return [...forms];
}

/** -in → -kan, -i, with "e" for "a" before it ("dengerin" → "dengarkan"). */
function withFormalEnding(term: string): readonly string[] {
  const base = /^(.{3,})in$/u.exec(term)?.[1];
  if (base === undefined) return [];
  return [base, ...withFormalVowel(base)].flatMap((stem) => [`${stem}kan`, `${stem}i`]);
}

function withFormalPrefix(term: string): readonly string[] {
  if (/^nge.{2,}/u.test(term)) return [...withMen(term.slice(3)), `me${term}`, term.slice(3)];
  if (/^ng[aiueo]/u.test(term)) return [`me${term}`, term.slice(2), `k${term.slice(2)}`];
  if (/^ny[aiueo]/u.test(term)) {
    const rest = term.slice(2);
    return [`menc${rest}`, `me${term}`, `c${rest}`, `s${rest}`];
  }
  if (/^n[aiueo]/u.test(term)) return [`me${term}`, `t${term.slice(1)}`];
  if (/^n[cdjt]/u.test(term) || /^m[bp]/u.test(term)) return [`me${term}`, term.slice(1)];
  if (/^m[aiueo]/u.test(term)) return [`me${term}`, `p${term.slice(1)}`];
  if (/^ke.{3,}/u.test(term)) return [`ter${term.slice(2)}`];
  return withMen(term);
}

/** The base with meN-, in its usual shape before each initial: "bantu" → "membantu", "tulis" → "menulis". */
function withMen(base: string): readonly string[] {
  const rest = base.slice(1);
  if (base.length < baseLengthMin) return [];
  if (/^[bfv]/u.test(base)) return [`mem${base}`];
  if (base.startsWith('p')) return [`mem${rest}`];
  if (base.startsWith('t')) return [`men${rest}`];
  if (base.startsWith('s')) return [`meny${rest}`];
  if (base.startsWith('k')) return [`meng${rest}`];
  if (/^[cdjz]/u.test(base)) return [`men${base}`];
  if (/^[aiueogh]/u.test(base)) return [`meng${base}`];
  return /^[lmnrwy]/u.test(base) ? [`me${base}`] : [];
}
