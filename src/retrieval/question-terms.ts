import { analyseText, questionAnalysis } from '../language/analyse-text.ts';

/** The informative words of a question in one spelling each, in order: what two questions may share. */
export function questionTerms(text: string): readonly string[] {
  return analyseText(text, questionAnalysis)
    .filter((token) => !token.isStop)
    .map((token) => token.forms.at(-1) ?? token.folded);
}
