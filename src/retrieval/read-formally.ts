/** A colloquial or shortened word of a query enters; what it says formally, as far as the corpus has it, leaves. */
import { analyseText, questionAnalysis, type Token } from '../language/analyse-text.ts';
import { isListed, normaliseColloquial } from '../language/colloquial/normalise-colloquial.ts';
import type { Language } from '../language/language.ts';
import type { WeightedConcept } from '../language/lexicon/lexicon.ts';
import { isStopWord } from '../language/stop-words.ts';
import { isInPassage, type Vocabulary } from './vocabulary.ts';

/**
 * What a colloquial word is formally, word by word: the readings that the corpus has, or all of them where it has none.
 * Empty where it reads as a function word, undefined where it is not colloquial.
 */
export function readFormally(
  token: Token,
  { language, written }: { readonly language: Language; readonly written: string },
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

/** What the lexicon says the word may mean; empty without a lexicon. */
export function conceptsOf(
  word: string,
  language: Language,
  { knowledge }: Vocabulary,
): readonly WeightedConcept[] {
  return knowledge === undefined ? [] : knowledge.lexicon.concepts(word, language);
}
