/** The articles of a corpus enter, everything that the words of a query are looked up in leaves. */
import type { Article } from '../articles/article.ts';
import { consonantSkeleton } from '../language/colloquial/skeleton.ts';
import { compareTexts } from '../language/compare-texts.ts';
import type { LanguageKnowledge } from '../language/knowledge.ts';
import { buildConceptTerms, type ConceptTerms } from './concept-terms.ts';
import { findNameVariants, type NameVariants } from './name-variants.ts';
import { buildSimilarTerms, type SimilarTerms } from './similar-terms.ts';
import type { TermTable } from './term-table.ts';

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

const formStrengths: FormStrengths = {
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

/** What is known beside the words themselves. */
export interface VocabularyOptions {
  readonly knowledge: LanguageKnowledge | undefined;
  readonly strengths: Partial<FormStrengths> | undefined;
}

/** The vocabulary of the articles whose terms stand in the table. */
export function buildVocabulary(
  articles: Iterable<Article>,
  table: TermTable,
  { knowledge, strengths }: VocabularyOptions,
): Vocabulary {
  return {
    table,
    similarTerms: buildSimilarTerms(table.terms),
    conceptTerms: buildConceptTerms(table, knowledge),
    nameVariants: findNameVariants(articles),
    termsBySkeleton: buildSkeletons(table),
    knowledge,
    strengths: { ...formStrengths, ...strengths },
    passageCount: table.passageTerms.length,
  };
}

/** Whether a passage's own text has the term: titles and headings alone do not count. */
export function isInPassage(form: string, { numberOf, passageCounts }: TermTable): boolean {
  const number = numberOf.get(form);
  return number !== undefined && (passageCounts[number] ?? 0) > 0;
}

/** Words of the corpus by their consonants: what an abbreviation may stand for. */
function buildSkeletons({ terms, passageCounts, written }: TermTable): Map<string, string[]> {
  const bySkeleton = new Map<string, string[]>();
  const countOf = new Map(terms.map((term, number) => [term, passageCounts[number] ?? 0]));
  for (const [number, term] of terms.entries()) {
    if (!/^[a-z]{3,}$/.test(term) || !(written.id.has(number) || written.en.has(number))) continue;
    const skeleton = consonantSkeleton(term);
    const known = bySkeleton.get(skeleton);
    if (known === undefined) bySkeleton.set(skeleton, [term]);
    else known.push(term);
  }
  for (const known of bySkeleton.values()) {
    known.sort((a, b) => (countOf.get(b) ?? 0) - (countOf.get(a) ?? 0) || compareTexts(a, b));
  }
  return bySkeleton;
}
