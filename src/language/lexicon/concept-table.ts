import type { Language } from '../language.ts';
import { listSeparator } from './freedict.ts';
import { withoutMeN } from './indonesian-forms.ts';
import type { VocabularyLine } from './vocabulary-format.ts';

/** One reading of a term: the concept, and how much speaks for it before ambiguity is counted (0 to 1). */
export interface Entry {
  readonly concept: string;
  readonly evidence: number;
}

/** The lexicon's data, ready for lookup by terms in the form that `foldTerm` gives. */
export interface ConceptTable {
  /** Whether the term is an entry itself. */
  has(term: string, language: Language): boolean;
  /** Readings of a term that is an entry itself; empty otherwise. Unique by concept. */
  entries(term: string, language: Language): readonly Entry[];
  /** Readings of an Indonesian verb by its form without voice prefix ("dirikan"), where that is no entry itself. */
  voiceless(form: string): readonly Entry[];
  /** Words and phrases that name the concept, surest first. */
  members(concept: string, language: Language): readonly string[];
  /** Entries of several words, split at spaces and hyphens, by their first word. */
  phrasesFrom(word: string, language: Language): readonly (readonly string[])[];
  /** The readings of such an entry. */
  phraseEntries(words: readonly string[], language: Language): readonly Entry[];
}

/** What a source's word is worth: ours were chosen for a sense, FreeDict's lists mix senses. */
const worth = { chosen: 1, loose: 0.5, translated: 0.6, joined: 0.4 } as const;
/** The most that a term can be worth that is in no vocabulary line. */
export const translatedWorth: number = worth.translated;

/**
 * Joins our vocabulary and the translations in one space of concepts. An English headword of exactly one vocabulary
 * line brings its further translations into that concept; one of several lines, or of none, is a concept by itself.
 * Values stay flat strings and are only taken apart when asked for: most entries of a lexicon never are, and building
 * sixty thousand small objects takes longer than reading the files.
 */
export function buildConceptTable(
  vocabulary: readonly VocabularyLine[],
  translations: ReadonlyMap<string, string>,
): ConceptTable {
  const chosen = indexVocabulary(vocabulary);
  const translated = indexTranslations(translations);
  const lines = new Map(vocabulary.map((line) => [line.concept, line]));
  const phrases = { id: new Map<string, string>(), en: new Map<string, string>() };
  const hyphened = { id: new Map<string, string>(), en: new Map<string, string>() };
  const voicelessKeys = new Map<string, string>();
  for (const language of ['id', 'en'] as const) {
    const note = (term: string): void => {
      if (term.includes(' ') || term.includes('-')) notePhrase(term, phrases[language], hyphened[language]);
      else if (language === 'id') noteVoiceless(term, voicelessKeys);
    };
    for (const term of chosen[language].keys()) note(term);
    for (const term of translated[language].keys()) if (!chosen[language].has(term)) note(term);
  }
  const data = { chosen, translated, lines };
  const entries = (term: string, language: Language): readonly Entry[] => readEntries(term, language, data);
  return {
    has: (term, language) => chosen[language].has(term) || translated[language].has(term),
    entries,
    voiceless: (form) => valuesOf(voicelessKeys, form).flatMap((term) => entries(term, 'id')),
    members: (concept, language) => readMembers(concept, language, data),
    phrasesFrom: (word, language) => valuesOf(phrases[language], word).map((words) => words.split(' ')),
    phraseEntries: (words, language) =>
      [words.join(' '), ...valuesOf(hyphened[language], words.join(' '))].flatMap((term) =>
        entries(term, language),
      ),
  };
}

/** Several values of a key stand in one string, apart by `listSeparator`, which no term contains. */
type Index = ReadonlyMap<string, string>;
type IndexDraft = Map<string, string>;

interface Data {
  /** Term → concepts, loose ones marked. */
  readonly chosen: Readonly<Record<Language, Index>>;
  /** Headword → translations, and the reverse. */
  readonly translated: Readonly<Record<Language, Index>>;
  readonly lines: ReadonlyMap<string, VocabularyLine>;
}

function indexVocabulary(vocabulary: readonly VocabularyLine[]): Readonly<Record<Language, Index>> {
  const chosen = { id: new Map<string, string>(), en: new Map<string, string>() };
  for (const { concept, indonesian, english } of vocabulary) {
    for (const member of indonesian) noteMember(chosen.id, member, concept);
    for (const member of english) noteMember(chosen.en, member, concept);
  }
  return chosen;
}

function noteMember(index: IndexDraft, member: string, concept: string): void {
  if (member.startsWith('~')) append(index, member.slice(1), `~${concept}`);
  else append(index, member, concept);
}

function indexTranslations(translations: ReadonlyMap<string, string>): Readonly<Record<Language, Index>> {
  const reverse = new Map<string, string>();
  for (const [headword, list] of translations) {
    if (!list.includes(listSeparator)) append(reverse, list, headword);
    else for (const term of list.split(listSeparator)) append(reverse, term, headword);
  }
  return { id: reverse, en: translations };
}

function append(index: IndexDraft, key: string, value: string): void {
  const known = index.get(key);
  index.set(key, known === undefined ? value : `${known}${listSeparator}${value}`);
}

function valuesOf(index: Index, key: string): readonly string[] {
  return index.get(key)?.split(listSeparator) ?? [];
}

/** A phrase stands under its first word, once, however its words are joined; spellings with hyphens are kept apart. */
function notePhrase(term: string, phrases: IndexDraft, hyphened: IndexDraft): void {
  const words = term.replaceAll('-', ' ');
  if (words !== term) append(hyphened, words, term);
  const first = words.slice(0, words.indexOf(' '));
  if (words === term || !valuesOf(phrases, first).includes(words)) append(phrases, first, words);
}

function noteVoiceless(term: string, keys: IndexDraft): void {
  if (!term.startsWith('me')) return;
  for (const form of withoutMeN(term)) append(keys, form, term);
}

function readEntries(term: string, language: Language, data: Data): readonly Entry[] {
  const chosen = readChosen(term, language, data);
  const further = valuesOf(data.translated[language], term).flatMap((other) =>
    language === 'en' ? [] : readTranslation(other, chosen, data),
  );
  if (language === 'en' && data.translated.en.has(term)) further.push(...readHeadword(term, chosen, data));
  const entries = [...chosen];
  for (const entry of further)
    if (entries.every(({ concept }) => concept !== entry.concept)) entries.push(entry);
  return entries;
}

function readChosen(term: string, language: Language, data: Data): readonly Entry[] {
  return valuesOf(data.chosen[language], term).map((concept) =>
    concept.startsWith('~')
      ? { concept: concept.slice(1), evidence: worth.loose }
      : { concept, evidence: worth.chosen },
  );
}

/** What a translation of the headword means, beyond the senses we chose for it. */
function readTranslation(headword: string, chosen: readonly Entry[], data: Data): readonly Entry[] {
  const senses = readChosen(headword, 'en', data);
  if (senses.some((sense) => chosen.some(({ concept }) => concept === sense.concept))) return [];
  const [only] = senses;
  if (only === undefined) return [{ concept: headword, evidence: worth.translated }];
  if (senses.length > 1) return [{ concept: `${headword}~`, evidence: worth.joined }];
  return [{ concept: only.concept, evidence: worth.joined * only.evidence }];
}

/** What a headword means beyond our own senses: a headword of several keeps its other translations in a sense apart. */
function readHeadword(headword: string, chosen: readonly Entry[], data: Data): readonly Entry[] {
  if (chosen.length === 0) return [{ concept: headword, evidence: worth.translated }];
  if (chosen.length === 1) return [];
  const isFresh = (term: string): boolean =>
    !readChosen(term, 'id', data).some(({ concept }) => chosen.some((sense) => sense.concept === concept));
  const hasFurther = valuesOf(data.translated.en, headword).some(isFresh);
  return hasFurther ? [{ concept: `${headword}~`, evidence: worth.joined }] : [];
}

function readMembers(concept: string, language: Language, data: Data): readonly string[] {
  const headword = concept.endsWith('~') ? concept.slice(0, -1) : concept;
  const line = data.lines.get(concept);
  const own = (line === undefined ? [] : language === 'id' ? line.indonesian : line.english).map((member) =>
    member.startsWith('~') ? member.slice(1) : member,
  );
  const headwords = line === undefined ? [headword] : line.english.map((member) => member.replace('~', ''));
  const candidates =
    language === 'en' ? headwords : headwords.flatMap((word) => valuesOf(data.translated.en, word));
  const further = candidates.filter((term) =>
    readEntries(term, language, data).some((entry) => entry.concept === concept),
  );
  return [...new Set([...own, ...further])];
}
