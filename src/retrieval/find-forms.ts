/** One word of a query enters, every term of the corpus that it may stand for leaves. */
import type { Token } from '../language/analyse-text.ts';
import type { Language } from '../language/language.ts';
import { cognates } from '../language/lexicon/cognates.ts';
import type { WeightedConcept } from '../language/lexicon/lexicon.ts';
import { nearSpellings } from '../language/lexicon/near-spellings.ts';
import type { TermVector } from '../language/lexicon/term-vectors.ts';
import { isLightWord, longStopWords } from '../language/stop-words.ts';
import { conceptsOf, readFormally } from './read-formally.ts';
import { editDistance } from './similar-terms.ts';
import type { TermTable } from './term-table.ts';
import { isInPassage, type Vocabulary } from './vocabulary.ts';

/** Other terms that one word may stand for by its meaning. */
const meaningsMax = 40;

/** What a word is read with. */
export interface WordContext {
  readonly language: Language;
  readonly phraseConcepts: readonly WeightedConcept[];
  readonly isName: boolean;
  /** The text it stands in. */
  readonly written: string;
  /** What may still be spent on unknown words. */
  readonly budget: { repairs: number };
}

/** What a word may be found by, and what it says by itself. */
export interface FoundForms {
  readonly forms: Map<string, number>;
  readonly isInLanguage: boolean;
  /** Says little, as a light word or one that formally is one. */
  readonly isLight: boolean;
  readonly vector: TermVector | undefined;
}

/** Everything of the corpus that the word may stand for; undefined where it turns out to be a function word. */
export function findForms(
  token: Token,
  context: WordContext,
  vocabulary: Vocabulary,
): FoundForms | undefined {
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

/** Whether the word is a function word but for one letter: "dmana", "brapaa". */
function isMisspeltStopWord(word: string): boolean {
  if (word.length < 4) return false;
  return longStopWords.some(
    (stopWord) => Math.abs(stopWord.length - word.length) <= 1 && editDistance(word, stopWord) <= 1,
  );
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
  const isWord = languages.some((language) => bases.some((base) => lexicon.isWord(base, language)));
  if (isWord || concepts.some(({ weight }) => weight > guessedMax)) return;
  budget.repairs--;
  for (const language of languages) {
    for (const spelling of bases.flatMap(nearSpellings)) {
      if (!lexicon.isWord(spelling, language)) continue;
      const meant = lexicon
        .concepts(spelling, language)
        .filter(({ concept }) => conceptTerms.has(concept))
        .map(({ concept, weight }) => ({ concept, weight: weight * strengths.repair }));
      addMeanings(forms, meant, vocabulary);
      if (forms.size > 0) return;
    }
  }
}
