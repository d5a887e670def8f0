/** The terms of a corpus by what they mean: how a word finds others that say the same, in either language. */
import type { LanguageKnowledge } from '../language/knowledge.ts';
import { phraseTerm } from './read-terms.ts';
import type { TermTable } from './term-table.ts';

/** A term of the corpus that may mean a concept. */
export interface ConceptTerm {
  readonly term: number;
  /** How surely, above 0 to 1. */
  readonly weight: number;
}

/** By concept, the terms that may mean it, in the order of their numbers. */
export type ConceptTerms = ReadonlyMap<string, readonly ConceptTerm[]>;

/** How surely a phrase of the lexicon means what the lexicon says: there is little else it could mean. */
const phraseWeight = 0.95;

/** What every word of the corpus may mean; empty without a lexicon. */
export function buildConceptTerms(table: TermTable, knowledge: LanguageKnowledge | undefined): ConceptTerms {
  const byConcept = new Map<string, ConceptTerm[]>();
  if (knowledge === undefined) return byConcept;
  const note = (concept: string, term: ConceptTerm): void => {
    const known = byConcept.get(concept);
    if (known === undefined) byConcept.set(concept, [term]);
    else known.push(term);
  };
  for (const [term, word] of table.terms.entries()) {
    if (word.startsWith(phraseTerm(''))) {
      note(word.slice(phraseTerm('').length), { term, weight: phraseWeight });
      continue;
    }
    for (const language of ['id', 'en'] as const) {
      if (!table.written[language].has(term)) continue;
      for (const { concept, weight } of knowledge.lexicon.concepts(word, language)) {
        note(concept, { term, weight });
      }
    }
  }
  return byConcept;
}
