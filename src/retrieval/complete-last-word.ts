/** The terms of a query that is still being typed enter; its last word leaves as all that it may become. */
import { analyseText, plainAnalysis } from '../language/analyse-text.ts';
import type { QueryTerm } from './passage.ts';
import type { Postings } from './postings.ts';

/** How much a completed word counts beside one that is written out. */
const completionStrength = 0.8;

/** The terms with the last word also standing for every known word that begins so; a finished word stays as it is. */
export function completeLastWord(
  terms: readonly QueryTerm[],
  text: string,
  postings: Postings,
): readonly QueryTerm[] {
  const typed = analyseText(text, plainAnalysis).at(-1);
  if (typed === undefined || typed.end < text.length) return terms;
  const forms = new Map<string, number>([[typed.folded, 1]]);
  const completions = postings.complete(typed.folded);
  for (const form of completions) {
    if (!forms.has(form)) forms.set(form, completionStrength);
  }
  const known = terms.find((term) => term.word === typed.folded);
  const completed: QueryTerm = {
    word: typed.folded,
    forms: new Map([...(known?.forms ?? []), ...forms]),
    weight: known?.weight ?? 1,
    isKnown: completions.length > 0,
    isInLanguage: known?.isInLanguage ?? false,
    isName: known?.isName ?? false,
    isNumber: typed.isNumber,
    vector: known?.vector,
    rarity: known?.rarity ?? 1,
    emphasis: 1,
  };
  return [...terms.filter((term) => term.word !== typed.folded), completed];
}
