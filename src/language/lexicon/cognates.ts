import type { Language } from '../language.ts';
import { foldTerm } from './vocabulary-format.ts';

/** Candidates of one term, at most. */
export const cognatesMax = 64;

/** Shorter words are alike by chance; longer ones are not words. */
const lengthMin = 4;
const lengthMax = 40;

/**
 * How a borrowed word may be spelt in the other language: "inflation" → "inflasi", "universitas" → "university".
 * Candidates only, likeliest first, at most `cognatesMax`, never the term itself: keep those that the index's own
 * vocabulary (or a word list) knows. Empty for short terms and for terms with other than Latin letters. Never throws.
 */
export function cognates(term: string, language: Language): readonly string[] {
  const word = foldTerm(term);
  if (word.length < lengthMin || word.length > lengthMax || !/^[a-z]+$/u.test(word)) return [];
  const found = language === 'en' ? indonesianSpellings(word) : englishSpellings(word);
  found.delete(word);
  return [...found].slice(0, cognatesMax);
}

type Endings = readonly (readonly [RegExp, readonly string[]])[];

/** English ending → Indonesian endings. All that match are tried, the more specific first. */
const englishEndings: Endings = [
  [/i[sz]ations?$/u, ['isasi']],
  [/i[sz](?:e|es|ed|ing)$/u, ['isasi']],
  [/(?:t|s|ss)ions?$/u, ['si']],
  [/xions?$/u, ['ksi']],
  [/iti?es$/u, ['itas', 'iti']],
  [/ity$/u, ['itas']],
  [/ty$/u, ['tas', 'ti']],
  [/isms?$/u, ['isme']],
  [/(?:ists?|istic)$/u, ['is', '']],
  [/ically$/u, ['ik', 'is']],
  [/ical$/u, ['ik', 'is', 'ikal']],
  [/ics$/u, ['ika', 'ik']],
  [/ic$/u, ['ik', 'is', 'i']],
  [/(?:ology|ologies)$/u, ['ologi']],
  [/olog(?:ist|ists|ical)$/u, ['olog', 'ologi', 'ologis']],
  [/graph(?:y|ies|ic)$/u, ['grafi', 'grafis']],
  [/ivit(?:y|ies)$/u, ['ivitas']],
  [/ives?$/u, ['if']],
  [/(?:ency|encies|ence|ences)$/u, ['ensi', 'ens']],
  [/(?:ancy|ancies|ance|ances)$/u, ['ansi', 'ans']],
  [/ents?$/u, ['en']],
  [/ants?$/u, ['an']],
  [/(?:ary|aries)$/u, ['er', 'aris', 'ari']],
  [/ators?$/u, ['ator']],
  [/(?:ate|ates|ated|ating)$/u, ['at', 'asi']],
  [/al(?:s|ly)?$/u, ['al', 'is', '']],
  [/ct(?:s|ed|ing)?$/u, ['k']],
  [/pt(?:s|ed|ing)?$/u, ['p', 'psi']],
  [/rts?$/u, ['r']],
  [/rds?$/u, ['r', 'rd']],
  [/ures?$/u, ['ur']],
  [/ines?$/u, ['in', 'ina']],
  [/ians?$/u, ['ia', 'ian', 'iawan']],
  [/(?:que|ques)$/u, ['k']],
  [/ous$/u, ['us', 'is']],
  [/(?:y|ies)$/u, ['i']],
  [/es?$/u, ['', 'e', 'a']],
  [/(?:ed|ing)$/u, ['']],
  [/s$/u, ['']],
];

function indonesianSpellings(word: string): Set<string> {
  const found = new Set<string>();
  for (const stem of respellForIndonesian(word)) found.add(stem);
  for (const [ending, replacements] of englishEndings) {
    const match = ending.exec(word);
    if (match === null || match.index < 2) continue;
    // The consonant before an ending is spelt as it sounds before the Indonesian one: "politics" → "politik".
    for (const stem of respellForIndonesian(word.slice(0, match.index))) {
      for (const replacement of replacements)
        if ((stem + replacement).length >= lengthMin) found.add(stem + replacement);
    }
  }
  return found;
}

/** Sound by sound, for the sounds that Indonesian spells in one way; "ch" has two. */
function respellForIndonesian(word: string): readonly string[] {
  const respelt = word
    .replaceAll('ph', 'f')
    .replaceAll('rh', 'r')
    .replaceAll('th', 't')
    .replaceAll('sch', 'sk')
    .replaceAll(/cc(?=[eiy])/gu, 'ks')
    .replaceAll('cc', 'k')
    .replaceAll('ck', 'k')
    .replaceAll(/sc(?=[eiy])/gu, 's')
    .replaceAll(/c(?=[eiy])/gu, 's')
    .replaceAll(/c(?!h)/gu, 'k')
    .replaceAll('qu', 'ku')
    .replaceAll('x', 'ks')
    .replaceAll(/(?<=[bcdfghjklmnprstvwz])y/gu, 'i')
    .replaceAll(/ou|oo/gu, 'u')
    .replaceAll(/ae|oe(?!\b)/gu, 'e')
    .replaceAll(/([bdfgklmnprstz])\1/gu, '$1');
  const hard = respelt.replaceAll('ch', 'k');
  const soft = respelt.replaceAll('ch', 'c');
  return hard === soft ? [hard] : [hard, soft];
}

/** Indonesian ending → English endings. */
const indonesianEndings: Endings = [
  [/isasi$/u, ['ization', 'isation', 'ize']],
  [/asi$/u, ['ation', 'ate']],
  [/ksi$/u, ['ction', 'xion', 'ctions']],
  [/psi$/u, ['ption']],
  [/si$/u, ['tion', 'sion', 'ssion', 'cy']],
  [/ensi$/u, ['ence', 'ency']],
  [/ansi$/u, ['ance', 'ancy']],
  [/tas$/u, ['ty']],
  [/isme$/u, ['ism']],
  [/is$/u, ['ist', 'ic', 'ical']],
  [/ika$/u, ['ics']],
  [/ik$/u, ['ic', 'ics', 'ical']],
  [/logi$/u, ['logy']],
  [/grafi$/u, ['graphy']],
  [/if$/u, ['ive']],
  [/en$/u, ['ent']],
  [/an$/u, ['ant']],
  [/k$/u, ['ct', 'que']],
  [/p$/u, ['pt']],
  [/er$/u, ['ary', 'ere']],
  [/r$/u, ['rt', 'rd', 're']],
  [/i$/u, ['y', 'ies']],
];

function englishSpellings(word: string): Set<string> {
  const found = new Set<string>();
  for (const stem of respellForEnglish(word)) found.add(stem).add(`${stem}e`);
  for (const [ending, replacements] of indonesianEndings) {
    const match = ending.exec(word);
    if (match === null || match.index < 2) continue;
    for (const stem of respellForEnglish(word.slice(0, match.index))) {
      for (const replacement of replacements) found.add(stem + replacement);
    }
  }
  return found;
}

/** Indonesian spells several English sounds alike: the plain reading first, then each of the others by itself. */
function respellForEnglish(word: string): readonly string[] {
  const plain = word
    .replaceAll('ks', 'x')
    .replaceAll(/k(?![ei])/gu, 'c')
    .replaceAll(/cu(?=[aeio])/gu, 'qu');
  const others = [
    plain.replaceAll(/s(?=[ei])/gu, 'c'),
    plain.replaceAll('f', 'ph'),
    plain.replace('t', 'th'),
    plain.replace(/t(?!.*t)/u, 'th'),
    plain.replaceAll('k', 'ch'),
    word.replace('k', 'ch'),
    plain.replace('x', 'cc'),
    plain.replace(/i(?=[^aeiou])/u, 'y'),
    ...[...plain.matchAll(/(?<=[aeiou])([cflmnprst])(?=[aeiou])/gu)].map(
      (match) => plain.slice(0, match.index) + match[0] + plain.slice(match.index),
    ),
    word,
  ];
  return [...new Set([plain, ...others])];
}
