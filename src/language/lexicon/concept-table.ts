import type { Language } from '../language.ts';
import type { Translation } from './freedict.ts';
import { withoutVoice } from './indonesian-forms.ts';
import type { Member, VocabularyLine } from './vocabulary-format.ts';

/** One reading of a term: the concept, and how much speaks for it before ambiguity is counted (0 to 1). */
export interface Entry {
  readonly concept: string;
  readonly evidence: number;
}

type TermMap = ReadonlyMap<string, readonly Entry[]>;

/** The lexicon's data, ready for lookup. */
export interface ConceptTable {
  readonly terms: Readonly<Record<Language, TermMap>>;
  /** Indonesian verbs without their voice prefix, where that is no entry itself: "dirikan" for "mendirikan". */
  readonly voiceless: TermMap;
  /** Terms by concept, surest first. */
  readonly members: Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>>;
  /** Terms of several words by their first word; hyphens count as spaces. */
  readonly phrases: Readonly<Record<Language, ReadonlyMap<string, readonly Phrase[]>>>;
}

/** An entry of several words. */
export interface Phrase {
  readonly words: readonly string[];
  readonly entries: readonly Entry[];
}

/** What a source's word is worth: ours were chosen for a sense, FreeDict's lists mix senses. */
const evidence = { chosen: 1, loose: 0.5, translated: 0.6, joined: 0.4 } as const;

interface Draft {
  readonly terms: Record<Language, Map<string, Entry[]>>;
  readonly members: Record<Language, Map<string, string[]>>;
}

/**
 * Joins our vocabulary and the translations in one space of concepts. An English headword of exactly one vocabulary
 * line brings its further translations into that concept; one of several lines, or of none, is a concept by itself.
 */
export function buildConceptTable(
  vocabulary: readonly VocabularyLine[],
  translations: readonly Translation[],
): ConceptTable {
  const draft: Draft = { terms: { id: new Map(), en: new Map() }, members: { id: new Map(), en: new Map() } };
  const addAll = (members: readonly Member[], language: Language, concept: string): void => {
    for (const { term, loose } of members) {
      add(draft, language, term, { concept, evidence: loose ? evidence.loose : evidence.chosen });
    }
  };
  for (const { concept, indonesian, english } of vocabulary) {
    addAll(indonesian, 'id', concept);
    addAll(english, 'en', concept);
  }
  const chosen = new Map([...draft.terms.en].map(([term, entries]) => [term, [...entries]]));
  for (const translation of translations) addTranslation(draft, translation, chosen.get(translation.headword) ?? []);
  return {
    ...draft,
    voiceless: findVoiceless(draft.terms.id),
    phrases: { id: findPhrases(draft.terms.id), en: findPhrases(draft.terms.en) },
  };
}

function addTranslation(draft: Draft, translation: Translation, chosen: readonly Entry[]): void {
  const { headword, translations } = translation;
  const fresh = translations.filter((term) => !sharesConcept(draft.terms.id.get(term), chosen));
  if (fresh.length === 0) return;
  const only = chosen.length === 1 ? chosen[0] : undefined;
  if (only !== undefined) {
    for (const term of fresh) {
      add(draft, 'id', term, { concept: only.concept, evidence: evidence.joined * only.evidence });
    }
    return;
  }
  // A headword with several chosen senses keeps its other translations in a sense apart.
  const concept = chosen.length === 0 ? headword : `${headword}~`;
  const strength = chosen.length === 0 ? evidence.translated : evidence.joined;
  add(draft, 'en', headword, { concept, evidence: strength });
  for (const term of fresh) add(draft, 'id', term, { concept, evidence: strength });
}

function sharesConcept(entries: readonly Entry[] | undefined, chosen: readonly Entry[]): boolean {
  return entries?.some(({ concept }) => chosen.some((sense) => sense.concept === concept)) ?? false;
}

function add(draft: Draft, language: Language, term: string, entry: Entry): void {
  const entries = draft.terms[language].get(term);
  if (entries === undefined) draft.terms[language].set(term, [entry]);
  else if (!entries.some(({ concept }) => concept === entry.concept)) entries.push(entry);
  const members = draft.members[language].get(entry.concept);
  if (members === undefined) draft.members[language].set(entry.concept, [term]);
  else if (!members.includes(term)) members.push(term);
}

function findVoiceless(terms: TermMap): TermMap {
  const voiceless = new Map<string, Entry[]>();
  for (const [term, entries] of terms) {
    if (!term.startsWith('me') || term.includes(' ')) continue;
    for (const form of withoutVoice(term)) {
      if (terms.has(form)) continue;
      const known = voiceless.get(form);
      if (known === undefined) voiceless.set(form, [...entries]);
      else known.push(...entries.filter(({ concept }) => known.every((other) => other.concept !== concept)));
    }
  }
  return voiceless;
}

function findPhrases(terms: TermMap): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const [term, entries] of terms) {
    const words = term.split(/[ -]/u);
    const [first] = words;
    if (first === undefined || words.length < 2) continue;
    const phrase = { words, entries };
    const known = phrases.get(first);
    if (known === undefined) phrases.set(first, [phrase]);
    else known.push(phrase);
  }
  return phrases;
}
