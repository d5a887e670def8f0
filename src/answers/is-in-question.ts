import { analyseText, questionAnalysis } from '../language/analyse-text.ts';

/** Whether every word of the text stands in the question too: then it repeats the question and answers nothing. */
export function isInQuestion(text: string, questionForms: ReadonlySet<string>): boolean {
  return analyseText(text, questionAnalysis).every((token) =>
    token.forms.some((form) => questionForms.has(form)),
  );
}

/** Whether the question offers answers of its own: "Persija atau Persib?". */
export function isChoice(questionForms: ReadonlySet<string>): boolean {
  return questionForms.has('atau') || questionForms.has('or');
}
