import { analyseText, questionAnalysis, type Token } from '../language/analyse-text.ts';
import type { QueryTerm, WeightedText } from './passage.ts';
import type { SimilarTerms } from './similar-terms.ts';
import type { TermTable } from './term-table.ts';

/** Longest text of a query that is read, in UTF-16 units; Discord allows a question of 6,000. */
export const queryLengthMax = 6_000;
/** Terms of a query that are looked for, the weightiest where there are more. */
export const queryTermsMax = 40;
/** Unknown words that are compared with the whole vocabulary: the rest stay unknown. */
const repairsMax = 8;
/** How much a near spelling counts for beside the right one, before its similarity. */
const repairStrength = 0.9;

/** What a query is read against. */
export interface Vocabulary {
  readonly table: TermTable;
  readonly similarTerms: SimilarTerms;
  readonly passageCount: number;
}

/** The informative words of the texts, each once, in the order first said. */
export function readQuery(texts: readonly WeightedText[], vocabulary: Vocabulary): QueryTerm[] {
  const terms = new Map<string, QueryTerm>();
  let repairsLeft = repairsMax;
  for (const { text, weight } of texts) {
    for (const token of analyseText(boundText(text), questionAnalysis)) {
      if (token.isStop || terms.has(token.folded)) continue;
      const known = knownForms(token, vocabulary.table);
      const forms = known.size > 0 || repairsLeft === 0 ? known : repairForms(token, vocabulary);
      if (known.size === 0) repairsLeft = Math.max(0, repairsLeft - 1);
      terms.set(token.folded, {
        word: token.folded,
        forms,
        weight: weight * inverseFrequency(forms, vocabulary),
        isKnown: forms.size > 0,
        isName: isWrittenAsName(token, text),
        isNumber: token.isNumber,
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

function knownForms(token: Token, table: TermTable): Map<string, number> {
  const forms = new Map<string, number>();
  for (const form of token.forms) {
    const number = table.numberOf.get(form);
    if (number !== undefined && (table.passageCounts[number] ?? 0) > 0) forms.set(form, 1);
  }
  return forms;
}

function repairForms(token: Token, { table, similarTerms }: Vocabulary): Map<string, number> {
  const forms = new Map<string, number>();
  if (token.isNumber) return forms;
  for (const { term, similarity } of similarTerms.find(token.folded)) {
    const form = table.terms[term];
    if (form !== undefined && (table.passageCounts[term] ?? 0) > 0)
      forms.set(form, repairStrength * similarity);
  }
  return forms;
}

/**
 * BM25's IDF over passages, above 0; an unknown word gets the value of a term in no passage.
 * The commonest form decides, because any of them would have matched.
 */
function inverseFrequency(forms: ReadonlyMap<string, number>, { table, passageCount }: Vocabulary): number {
  let count = 0;
  for (const form of forms.keys()) {
    const number = table.numberOf.get(form);
    if (number !== undefined) count = Math.max(count, table.passageCounts[number] ?? 0);
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
