import { analyseText, questionAnalysis, type Token } from '../language/analyse-text.ts';
import { isListed, normaliseColloquial } from '../language/colloquial/normalise-colloquial.ts';
import { detectLanguage } from '../language/detect-language.ts';
import type { LanguageKnowledge } from '../language/knowledge.ts';
import type { Language } from '../language/language.ts';
import { isLightWord, isStopWord, longStopWords } from '../language/stop-words.ts';
import { nearSpellings } from '../language/lexicon/near-spellings.ts';
import { cognates } from '../language/lexicon/cognates.ts';
import type { TermVector } from '../language/lexicon/term-vectors.ts';
import type { WeightedConcept } from '../language/lexicon/lexicon.ts';
import type { ConceptTerms } from './concept-terms.ts';
import type { NameVariants } from './name-variants.ts';
import type { QueryTerm, WeightedText } from './passage.ts';
import { findPhrases, withFigures } from './read-terms.ts';
import { editDistance, type SimilarTerms } from './similar-terms.ts';
import type { TermTable } from './term-table.ts';

/** Longest text of a query that is read, in UTF-16 units; Discord allows a question of 6,000. */
export const queryLengthMax = 6_000;
/** Terms of a query that are looked for, the weightiest where there are more. */
export const queryTermsMax = 40;
/** Unknown words that are compared with the whole vocabulary: the rest stay unknown. */
const repairsMax = 8;
/** Other terms that one word may stand for by its meaning. */
const meaningsMax = 40;

/** How well a term of the corpus stands for a word of the query, by the way it was found, above 0 to 1. */
export interface FormStrengths {
  /** Another form of the word. */
  readonly stem: number;
  /** What the word is formally, where it is colloquial, shortened or stretched. */
  readonly colloquial: number;
  /** A word of the same meaning, before the certainty of both meanings. */
  readonly concept: number;
  /** What the certainties are raised to. */
  readonly conceptExponent: number;
  /** The word as the other language spells it. */
  readonly cognate: number;
  /** Another part of the name. */
  readonly nameVariant: number;
  /** A near spelling, before its similarity. */
  readonly repair: number;
}

export const formStrengths: FormStrengths = {
  stem: 1,
  colloquial: 0.9,
  concept: 0.8,
  conceptExponent: 0.5,
  cognate: 0.8,
  nameVariant: 0.6,
  repair: 0.9,
};

/** What a query is read against. */
export interface Vocabulary {
  readonly table: TermTable;
  readonly similarTerms: SimilarTerms;
  readonly conceptTerms: ConceptTerms;
  readonly nameVariants: NameVariants;
  readonly knowledge: LanguageKnowledge | undefined;
  /** Words of the corpus by their consonants, commonest first. */
  readonly termsBySkeleton: ReadonlyMap<string, readonly string[]>;
  readonly passageCount: number;
  readonly strengths: FormStrengths;
}

/** How rare a word is taken to be where nothing is known of the languages: as most words of a question are. */
const rarityUnknown = 0.6;

/** The informative words of the texts, each once, in the order first said. */
export function readQuery(texts: readonly WeightedText[], vocabulary: Vocabulary): QueryTerm[] {
  const terms = new Map<string, QueryTerm>();
  const budget = { repairs: repairsMax };
  for (const { text, weight } of texts) {
    const bounded = boundText(text);
    const language = detectLanguage(bounded);
    const tokens = withFigures(analyseText(bounded, questionAnalysis), bounded, language);
    const phrases = findPhrases(tokens, language, vocabulary.knowledge);
    for (const [place, token] of tokens.entries()) {
      if (token.isStop || terms.has(token.folded)) continue;
      const phraseConcepts = phrases
        .filter(({ start, end }) => start <= place && place < end)
        .flatMap(({ concepts }) => concepts);
      const isName = isWrittenAsName(token, text);
      const found = findForms(
        token,
        { language, phraseConcepts, isName, written: bounded, budget },
        vocabulary,
      );
      if (found === undefined) continue;
      terms.set(token.folded, {
        word: token.folded,
        forms: found.forms,
        weight: weight * weightOf(found, vocabulary),
        isKnown: found.forms.size > 0,
        isInLanguage: found.isInLanguage,
        isName,
        isNumber: token.isNumber,
        vector: found.vector,
        rarity: vocabulary.knowledge?.rarityOf(token.folded, language) ?? rarityUnknown,
        emphasis: weight,
      });
    }
  }
  return keepWeightiest([...terms.values()]);
}

/** Cut between words, so that the last one is not read as another. */
function boundText(text: string): string {
  if (text.length <= queryLengthMax) return text;
  const cut = text.slice(0, queryLengthMax);
  const lastSpace = cut.search(/\s\S*$/);
  return lastSpace > 0 ? cut.slice(0, lastSpace) : cut;
}

interface WordContext {
  readonly language: Language;
  readonly phraseConcepts: readonly WeightedConcept[];
  readonly isName: boolean;
  /** The text it stands in. */
  readonly written: string;
  /** What may still be spent on unknown words. */
  readonly budget: { repairs: number };
}

interface FoundForms {
  readonly forms: Map<string, number>;
  readonly isInLanguage: boolean;
  /** Says little, as a light word or one that formally is one. */
  readonly isLight: boolean;
  readonly vector: TermVector | undefined;
}

/** Everything of the corpus that the word may stand for; undefined where it turns out to be a function word. */
function findForms(token: Token, context: WordContext, vocabulary: Vocabulary): FoundForms | undefined {
  const { strengths } = vocabulary;
  const forms = new Map<string, number>();
  const formal = readFormally(token, context, vocabulary);
  if (formal?.length === 0) return undefined;
  addKnown(forms, token.forms, { strength: 1, otherStrength: strengths.stem }, vocabulary.table);
  const concepts = [...context.phraseConcepts, ...conceptsOf(token.folded, context.language, vocabulary)];
  for (const other of formal ?? []) {
    const strength = strengths.colloquial;
    addKnown(forms, other.forms, { strength, otherStrength: strength * strengths.stem }, vocabulary.table);
    for (const { concept, weight } of conceptsOf(other.folded, 'id', vocabulary)) {
      concepts.push({ concept, weight: weight * strength });
    }
  }
  addMeanings(forms, concepts, vocabulary);
  if (forms.has(token.folded)) {
    for (const other of vocabulary.nameVariants.get(token.folded) ?? []) {
      if (isInPassage(other, vocabulary.table)) note(forms, other, strengths.nameVariant);
    }
  }
  const isInLanguage = concepts.length > 0 || formal !== undefined || isLightWord(token.folded);
  if (forms.size === 0 && !isInLanguage) addCognates(forms, token.folded, context.language, vocabulary);
  if (forms.size === 0 && !isInLanguage && context.budget.repairs > 0) {
    context.budget.repairs--;
    addRepairs(forms, token, vocabulary);
    if (forms.size === 0 && !context.isName && isMisspeltStopWord(token.folded)) return undefined;
  }
  if (forms.size === 0 && !context.isName && formal === undefined) {
    addMisspeltMeanings(forms, { word: token.folded, concepts, budget: context.budget }, vocabulary);
  }
  const vector = vectorOf([...(formal ?? []), token], context.language, vocabulary);
  return { forms, isInLanguage, isLight: isLight(token, formal), vector };
}

function isLight(token: Token, formal: readonly Token[] | undefined): boolean {
  const words = formal === undefined ? [token] : [token, ...formal];
  return words.some(({ folded }) => isLightWord(folded) || isLightWord(folded.replace(/nya?$/, '')));
}

/** What the first of the words that has a vector is used like: in the question's language, or else in the other. */
function vectorOf(
  words: readonly Token[],
  language: Language,
  { knowledge }: Vocabulary,
): TermVector | undefined {
  if (knowledge === undefined) return undefined;
  const other = language === 'id' ? 'en' : 'id';
  for (const { folded } of words) {
    const vector = knowledge.vectorOf(folded, language) ?? knowledge.vectorOf(folded, other);
    if (vector !== undefined) return vector;
  }
  return undefined;
}

/** Sets the form's strength where it is greater than what is known. */
function note(forms: Map<string, number>, form: string, strength: number): void {
  if (strength > (forms.get(form) ?? 0)) forms.set(form, strength);
}

function addKnown(
  forms: Map<string, number>,
  [first, ...others]: readonly string[],
  { strength, otherStrength }: { strength: number; otherStrength: number },
  table: TermTable,
): void {
  if (first !== undefined && isInPassage(first, table)) note(forms, first, strength);
  for (const other of others) if (isInPassage(other, table)) note(forms, other, otherStrength);
}

function isInPassage(form: string, { numberOf, passageCounts }: TermTable): boolean {
  const number = numberOf.get(form);
  return number !== undefined && (passageCounts[number] ?? 0) > 0;
}

/**
 * What a colloquial word is formally, word by word: the readings that the corpus has, or all of them where it has none.
 * Empty where it reads as a function word, undefined where it is not colloquial.
 */
function readFormally(
  token: Token,
  { language, written }: WordContext,
  vocabulary: Vocabulary,
): Token[] | undefined {
  const { knowledge, table, termsBySkeleton } = vocabulary;
  if (knowledge === undefined) return undefined;
  const { lexicon, colloquial: lists } = knowledge;
  const isKnown = (term: string): boolean =>
    isInPassage(term, table) ||
    (!isListed(term, language, lists) &&
      (isStopWord(term) || lexicon.has(term, 'id') || lexicon.has(term, 'en')));
  const candidates = normaliseColloquial(written.slice(token.start, token.end), {
    lists,
    language,
    isKnown,
    termsBySkeleton: (skeleton) => termsBySkeleton.get(skeleton) ?? [],
  });
  if (candidates.length === 0) return undefined;
  const readings = candidates.map((candidate) => analyseText(candidate, questionAnalysis));
  const isSaid = (word: Token): boolean =>
    word.forms.some((form) => isInPassage(form, table)) ||
    conceptsOf(word.folded, 'id', vocabulary).some(({ concept }) => vocabulary.conceptTerms.has(concept));
  const said = readings.filter((words) => words.some((word) => !word.isStop && isSaid(word)));
  if (said.length === 0 && readings.some((words) => words.every(({ isStop }) => isStop))) return [];
  return (said.length > 0 ? said : readings).flat().filter(({ isStop }) => !isStop);
}

/** Whether the word is a function word but for one letter: "dmana", "brapaa". */
function isMisspeltStopWord(word: string): boolean {
  return word.length >= 4 && longStopWords.some((stopWord) => editDistance(word, stopWord) <= 1);
}

function conceptsOf(word: string, language: Language, { knowledge }: Vocabulary): readonly WeightedConcept[] {
  return knowledge === undefined ? [] : knowledge.lexicon.concepts(word, language);
}

function addMeanings(
  forms: Map<string, number>,
  concepts: readonly WeightedConcept[],
  { conceptTerms, table, strengths }: Vocabulary,
): void {
  const meanings = new Map<string, number>();
  for (const { concept, weight } of concepts) {
    for (const { term, weight: certainty } of conceptTerms.get(concept) ?? []) {
      const form = table.terms[term] ?? '';
      if ((table.passageCounts[term] ?? 0) === 0) continue;
      note(meanings, form, strengths.concept * (weight * certainty) ** strengths.conceptExponent);
    }
  }
  const strongest = [...meanings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, meaningsMax);
  for (const [form, strength] of strongest) note(forms, form, strength);
}

function addCognates(
  forms: Map<string, number>,
  word: string,
  language: Language,
  { table, strengths, knowledge }: Vocabulary,
): void {
  if (knowledge === undefined) return;
  for (const source of language === 'en' ? (['en', 'id'] as const) : (['id', 'en'] as const)) {
    const found = cognates(word, source).find((spelling) => isInPassage(spelling, table));
    if (found !== undefined) {
      note(forms, found, strengths.cognate);
      return;
    }
  }
}

function addRepairs(
  forms: Map<string, number>,
  token: Token,
  { table, similarTerms, strengths }: Vocabulary,
): void {
  if (token.isNumber) return;
  for (const { term, similarity } of similarTerms.find(token.folded)) {
    const form = table.terms[term];
    if (form !== undefined && (table.passageCounts[term] ?? 0) > 0)
      note(forms, form, strengths.repair * similarity);
  }
}

/** A reading this sure or less was only guessed at from affixes: "pengcara" is hardly a form of "cara". */
const guessedMax = 0.7;

/** A word of the languages misspelt, where the corpus says it in other words: "pengcaranya" for its "kuasa hukum". */
function addMisspeltMeanings(
  forms: Map<string, number>,
  {
    word,
    concepts,
    budget,
  }: { word: string; concepts: readonly WeightedConcept[]; budget: WordContext['budget'] },
  vocabulary: Vocabulary,
): void {
  const { knowledge, conceptTerms, strengths } = vocabulary;
  if (knowledge === undefined || budget.repairs <= 0) return;
  const { lexicon } = knowledge;
  const bases = [...new Set([word.replace(/nya?$/, ''), word])];
  const languages = ['id', 'en'] as const;
  const isWord = languages.some((language) => bases.some((base) => lexicon.has(base, language)));
  if (isWord || concepts.some(({ weight }) => weight > guessedMax)) return;
  budget.repairs--;
  for (const language of languages) {
    for (const spelling of bases.flatMap(nearSpellings)) {
      if (!lexicon.has(spelling, language)) continue;
      const meant = lexicon
        .concepts(spelling, language)
        .filter(({ concept }) => conceptTerms.has(concept))
        .map(({ concept, weight }) => ({ concept, weight: weight * strengths.repair }));
      addMeanings(forms, meant, vocabulary);
      if (forms.size > 0) return;
    }
  }
}

/** What a light word's weight is multiplied by. */
const lightWordFactor = 0.4;

function weightOf({ forms, isLight: saysLittle }: FoundForms, vocabulary: Vocabulary): number {
  return inverseFrequency(forms, vocabulary) * (saysLittle ? lightWordFactor : 1);
}

/**
 * BM25's IDF over passages, above 0; an unknown word gets the value of a term in no passage.
 * The commonest form decides, because any of them would have matched.
 */
function inverseFrequency(forms: ReadonlyMap<string, number>, { table, passageCount }: Vocabulary): number {
  let count = 0;
  const best = Math.max(...forms.values());
  for (const [form, strength] of forms) {
    const number = table.numberOf.get(form);
    if (number !== undefined && strength >= best * 0.999)
      count = Math.max(count, table.passageCounts[number] ?? 0);
  }
  return Math.log(1 + (passageCount - count + 0.5) / (count + 0.5));
}

function isWrittenAsName(token: Token, text: string): boolean {
  const written = text.slice(token.start, token.end);
  if (/\p{Ll}\p{Lu}|^\p{Lu}{2,}$/u.test(written) && /\p{Ll}/u.test(text)) return true;
  if (!/^\p{Lu}/u.test(written)) return false;
  // A capital that begins a sentence says nothing about the word.
  return /[\p{L}\p{N},'"(]\s*$/u.test(text.slice(Math.max(0, token.start - 4), token.start));
}

function keepWeightiest(terms: QueryTerm[]): QueryTerm[] {
  if (terms.length <= queryTermsMax) return terms;
  const byWeight = terms
    .map((term, place) => ({ term, place }))
    .sort((a, b) => b.term.weight - a.term.weight || a.place - b.place);
  return byWeight
    .slice(0, queryTermsMax)
    .sort((a, b) => a.place - b.place)
    .map(({ term }) => term);
}
