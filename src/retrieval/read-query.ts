/** The texts of a query enter, its informative words with everything they are found by leave. */
import { analyseText, questionAnalysis, type Token } from '../language/analyse-text.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { findForms, type FoundForms } from './find-forms.ts';
import type { QueryTerm, WeightedText } from './passage.ts';
import { findPhrases, withFigures } from './read-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Longest text of a query that is read, in UTF-16 units; Discord allows a question of 6,000. */
export const queryLengthMax = 6_000;
/** Terms of a query that are looked for, the weightiest where there are more. */
export const queryTermsMax = 40;
/** Unknown words that are compared with the whole vocabulary: the rest stay unknown. */
const repairsMax = 8;

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
  // Who writes everything in capitals names nobody by them.
  if (!/^\p{Lu}/u.test(written) || !/\p{Ll}/u.test(text)) return false;
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
