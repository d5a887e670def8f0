import type { Language } from '../language.ts';
import { buildConceptTable, translatedWorth } from './concept-table.ts';
import type { ConceptTable, Entry } from './concept-table.ts';
import { englishForms } from './english-forms.ts';
import type { IrregularForms, WordForms } from './english-forms.ts';
import { remember } from '../remember.ts';
import { indonesianForms } from './indonesian-forms.ts';
import { matchPhrases } from './phrases.ts';
import { foldTerm } from './vocabulary-format.ts';
import type { VocabularyLine } from './vocabulary-format.ts';

/** A meaning that words of both languages share, and how surely the term means it. */
export interface WeightedConcept {
  /** Stable name, an English word or phrase; for indexing and for explaining, not for showing as anybody's words. */
  readonly concept: string;
  /** Above 0, at most 1; lower where the term has several meanings, or was reached through its root. */
  readonly weight: number;
}

/** The language a term is known to stand in; `unknown` looks in both. */
export type TermLanguage = Language | 'unknown';

/**
 * Indonesian and English words that meet in shared concepts. Pure and immutable once built; lookups never throw and
 * give the same list for the same term.
 */
export interface Lexicon {
  /**
   * What one token may mean, surest first, at most `conceptsMax`; empty where the lexicon does not know it. Looked up as
   * it stands, then by its dictionary form, then by its root, then in the other language (articles borrow words).
   * Case and typographic apostrophes do not matter. Function words have no concepts.
   */
  concepts(term: string, language: TermLanguage): readonly WeightedConcept[];
  /**
   * Entries of several words ("salah satu pendiri", "stepped down") in a run of tokens, by first token; the longest at
   * each place, none inside another. Hand in the tokens with their function words still among them.
   */
  phrases(tokens: readonly string[], language: TermLanguage): readonly PhraseMatch[];
  /** Words and phrases of one language that name the concept, surest first; empty for an unknown concept. */
  members(concept: string, language: Language): readonly string[];
  /** Whether the language has the term itself as an entry, not only a form or root of it. */
  has(term: string, language: Language): boolean;
  /** Whether the language has the term as an entry or, in English, as a regular form of one: "screens", "involved". */
  isWord(term: string, language: Language): boolean;
}

/** Several tokens that name concepts together. */
export interface PhraseMatch {
  /** Index of the first token. */
  readonly start: number;
  /** Index behind the last token. */
  readonly end: number;
  /** Surest first, never empty. */
  readonly concepts: readonly WeightedConcept[];
}

/** What a lexicon is made of; see `loadLexicon` for the files it ships with. */
export interface LexiconSources {
  readonly vocabulary: readonly VocabularyLine[];
  /** As `parseTranslationTable` gives them. */
  readonly translations: ReadonlyMap<string, string>;
  readonly irregular: IrregularForms;
}

/** Concepts of one term, at most: further ones are rare senses that only add noise. */
export const conceptsMax = 6;
/** Longer "words" are not words; looking for their forms would only cost time. */
const termLengthMax = 60;

/** How sure a reading is by the way it was found. */
const certainty = { inflected: 0.95, derived: 0.7, otherLanguage: 0.8 } as const;
/** A weaker reading than this is left out. */
const weightMin = 0.08;

/** Builds the lexicon. Results of recent lookups are kept, a bounded number of them: texts repeat their words. */
export function buildLexicon(sources: LexiconSources): Lexicon {
  const table = buildConceptTable(sources.vocabulary, sources.translations);
  const formsOf = (term: string, language: Language): WordForms =>
    language === 'en' ? englishForms(term, sources.irregular) : indonesianForms(term);
  const lookup = { table, formsOf, irregular: sources.irregular };
  const conceptsOf = remember((term: string, language: TermLanguage) => {
    const folded = foldTerm(term);
    return folded === '' || folded.length > termLengthMax ? [] : weigh(lookUp(folded, language, lookup));
  });
  const readings = remember((word: string, language: Language) => [
    word,
    ...formsOf(word, language).inflected,
  ]);
  const phrasesFrom = remember((word: string, language: Language) =>
    readings(word, language).flatMap((reading) => table.phrasesFrom(reading, language)),
  );
  return {
    concepts: conceptsOf,
    phrases: (tokens, language) =>
      matchPhrases(tokens, phraseLanguages(language), { table, readings, phrasesFrom }).map(
        ({ entries, start, end }) => ({
          start,
          end,
          concepts: weigh(entries),
        }),
      ),
    members: (concept, language) => table.members(concept, language),
    has: (term, language) => table.has(foldTerm(term), language),
    isWord: (term, language) => {
      const folded = foldTerm(term);
      if (table.has(folded, language)) return true;
      if (language !== 'en' || !/(?:s|ed|ing)$/.test(folded)) return false;
      return formsOf(folded, language).inflected.some((form) => table.has(form, language));
    },
  };
}

interface Lookup {
  readonly table: ConceptTable;
  readonly formsOf: (term: string, language: Language) => WordForms;
  readonly irregular: IrregularForms;
}

/** Articles borrow English phrases ("state of the art"), questions Indonesian ones: own language first, then the other. */
function phraseLanguages(language: TermLanguage): readonly Language[] {
  return language === 'en' ? ['en', 'id'] : ['id', 'en'];
}

function lookUp(term: string, language: TermLanguage, lookup: Lookup): readonly Entry[] {
  if (language === 'unknown') return [...lookUpIn(term, 'id', lookup), ...lookUpIn(term, 'en', lookup)];
  const own = lookUpIn(term, language, lookup);
  if (own.length > 0) return own;
  return scale(lookUpIn(term, language === 'id' ? 'en' : 'id', lookup), certainty.otherLanguage);
}

function lookUpIn(term: string, language: Language, lookup: Lookup): readonly Entry[] {
  const { table, irregular } = lookup;
  // "left" and "found" are words of their own besides being forms of "leave" and "find".
  const lemmas = language === 'en' ? (irregular.get(term) ?? []) : [];
  const own = [term, ...lemmas].flatMap((form) => table.entries(form, language));
  // A word of our own vocabulary is what it is; a headword like "resigned" (as in sighing) also is a form of "resign".
  if (own.some(({ evidence }) => evidence > translatedWorth)) return own;
  const passive = language === 'id' ? passiveOf(term, table) : [];
  if (passive.length > 0) return [...own, ...scale(passive, certainty.inflected)];
  const forms = lookup.formsOf(term, language);
  const inflected = firstFound([...(own.length > 0 ? [] : [term]), ...forms.inflected], language, table);
  if (own.length > 0) return [...own, ...scale(inflected, certainty.inflected)];
  if (inflected.length > 0) return scale(inflected, certainty.inflected);
  return scale(firstFound(forms.derived, language, table), certainty.derived);
}

function firstFound(forms: readonly string[], language: Language, table: ConceptTable): readonly Entry[] {
  for (const form of forms) {
    const entries = table.entries(form, language);
    if (entries.length > 0) return entries;
    const voiceless = language === 'id' ? table.voiceless(form) : [];
    if (voiceless.length > 0) return voiceless;
  }
  return [];
}

/** "dibangun" is the passive of "membangun" (build) before it is anything of "bangun" (wake up). */
function passiveOf(term: string, table: ConceptTable): readonly Entry[] {
  const base = /^(?:di|ku|kau)(.{3,})$/u.exec(term)?.[1];
  if (base === undefined) return [];
  return (
    [base, ...indonesianForms(base).inflected]
      .map((form) => table.voiceless(form))
      .find((it) => it.length > 0) ?? []
  );
}

function scale(entries: readonly Entry[], factor: number): readonly Entry[] {
  return entries.map(({ concept, evidence }) => ({ concept, evidence: evidence * factor }));
}

/**
 * Evidence to weights: the meanings of a term share its mass, softened by a square root, because a passage seldom
 * plays with two senses of a word and a true sense should not vanish among rare ones.
 */
function weigh(entries: readonly Entry[]): readonly WeightedConcept[] {
  const best = new Map<string, number>();
  for (const { concept, evidence } of entries) best.set(concept, Math.max(best.get(concept) ?? 0, evidence));
  const total = [...best.values()].reduce((sum, evidence) => sum + evidence, 0);
  const share = Math.sqrt(Math.max(1, total));
  return [...best]
    .map(([concept, evidence]) => ({ concept, weight: Math.round((evidence / share) * 1000) / 1000 }))
    .filter(({ weight }) => weight >= weightMin)
    .sort((a, b) => b.weight - a.weight || (a.concept < b.concept ? -1 : 1))
    .slice(0, conceptsMax);
}
