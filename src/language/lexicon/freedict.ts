import { foldTerm } from './vocabulary-format.ts';

/** One English headword with its Indonesian translations, in the dictionary's order. */
export interface Translation {
  readonly headword: string;
  /** Never empty; unique. */
  readonly translations: readonly string[];
}

/** Between the translations of one headword. */
export const listSeparator = ', ';
/** Longer entries are definitions or proverbs, not terms that an article uses. */
const wordsMax = 3;
const skippedKinds = new Set([
  'suffix',
  'prefix',
  'phraseologicalUnit',
  'proverb',
  'interjection',
  'preposition',
  'conjunction',
  'pronoun',
  'determiner',
  'particle',
  'article',
  'symbol',
]);
/** Function words: they carry no concept, and as translations they would tie unrelated headwords together. */
const functionWords = new Set(
  (
    'di ke dari dan atau yang itu ini pada untuk dengan oleh dalam sebagai adalah akan telah sudah ada tidak bukan ' +
    'saya aku kamu dia ia kami kita mereka apa siapa mana the a an of to in on at by for with from and or be is are ' +
    'was do have not it he she they we you i this that what who which when where why how'
  ).split(' '),
);

/**
 * Reads FreeDict's English–Indonesian dictionary in the plain text of its dictd package (`.dict`, unpacked):
 * a headword line `crew //kɹuː// <n>`, then lines of translations (numbered by sense where there are several), each
 * followed by glosses. Function words, affixes, proverbs and long definitions are left out; entries of one headword are
 * merged. Sorted by headword; deterministic.
 */
export function parseFreedict(text: string): readonly Translation[] {
  const entries = new Map<string, Set<string>>();
  let current: Set<string> | undefined;
  let expectsTranslations = false;
  for (const line of text.split('\n')) {
    const head = /^(?<headword>\S[^/<]*?) (?:[/[].*)?<(?<kind>\w+)>$/u.exec(line);
    if (head?.groups !== undefined) {
      current = entryOf(entries, head.groups['headword'] ?? '', head.groups['kind'] ?? '');
      expectsTranslations = true;
      continue;
    }
    const numbered = /^\d+\. (?<list>.*)$/u.exec(line)?.groups?.['list'];
    if (current !== undefined && (numbered !== undefined || expectsTranslations)) {
      for (const term of parseTranslations(numbered ?? line)) current.add(term);
    }
    expectsTranslations = false;
  }
  return [...entries]
    .filter(([, translations]) => translations.size > 0)
    .map(([headword, translations]) => ({ headword, translations: [...translations] }))
    .sort((a, b) => (a.headword < b.headword ? -1 : 1));
}

/** One line a headword, `headword<TAB>translation, translation`: small, and readable in a diff. */
export function formatTranslations(translations: readonly Translation[]): string {
  return translations
    .map((entry) => `${entry.headword}\t${entry.translations.join(listSeparator)}\n`)
    .join('');
}

/** Lines of `formatTranslations` by headword, each list left as it is written. Takes time in step with the text only. */
export function parseTranslationTable(text: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  let start = 0;
  while (start < text.length) {
    const tab = text.indexOf('\t', start);
    const end = text.indexOf('\n', start);
    const lineEnd = end === -1 ? text.length : end;
    if (tab !== -1 && tab < lineEnd) table.set(text.slice(start, tab), text.slice(tab + 1, lineEnd));
    start = lineEnd + 1;
  }
  return table;
}

function entryOf(entries: Map<string, Set<string>>, written: string, kind: string): Set<string> | undefined {
  const headword = cleanTerm(written);
  if (headword === undefined || skippedKinds.has(kind)) return undefined;
  const known = entries.get(headword);
  if (known !== undefined) return known;
  const fresh = new Set<string>();
  entries.set(headword, fresh);
  return fresh;
}

function parseTranslations(list: string): readonly string[] {
  return (
    list
      .replace(/ \d+\.$/u, '')
      .split(/[,;]/u)
      // "orang (Finlandia)" does not mean "orang".
      .filter((written) => !/[()[\]]/u.test(written))
      .map(cleanTerm)
      .filter((term) => term !== undefined)
  );
}

/** The folded term, or undefined where it is no word or short phrase of Latin letters, or is a function word. */
function cleanTerm(written: string): string | undefined {
  const term = foldTerm(written);
  if (!/^[\p{Script=Latin}][\p{Script=Latin}' -]*[\p{Script=Latin}.]$/u.test(term)) return undefined;
  return term.split(' ').length > wordsMax || functionWords.has(term) ? undefined : term;
}
