/** How an answer came about, as lines for whoever looks after the articles; signals go by their names in the code. */
import type { ExplainedCandidate, Explanation, WeighedSignal } from '../answers/explain-question.ts';
import type { QueryTerm } from '../retrieval/passage.ts';
import { namePlace, showControls } from './render-outcome.ts';
import { terminalTexts, type ExplainTexts, type TerminalTexts } from './terminal-texts.ts';
import type { Language } from '../language/language.ts';

/** Forms of one word that are listed; the strongest. */
const formsShownMax = 8;
/** Words listed: a question has seldom more. */
const termsShownMax = 40;
/** Longest text of a question that is repeated, in UTF-16 units. */
const questionShownMax = 300;

/** Lines below the answer, ending in a line break. */
export function renderExplanation(explanation: Explanation, language: Language): string {
  const texts = terminalTexts[language];
  const { explain } = texts;
  const lines = [
    explain.title,
    '',
    explain.soughtFor(explanation.expected),
    ...explanation.texts.map(({ text, weight }) => `  ${weight.toFixed(2)} × ${shorten(text)}`),
    '',
    explain.terms,
    ...renderTerms(explanation.terms, explain),
    '',
    explanation.isOverview ? explain.overview : explain.candidates,
    ...explanation.candidates.flatMap((candidate, place) =>
      renderCandidate(candidate, { number: place + 1, terms: explanation.terms, texts }),
    ),
    '',
    ...renderVerdict(explanation, explain),
  ];
  return `${lines.map(showControls).join('\n')}\n`;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > questionShownMax ? `${line.slice(0, questionShownMax)} […]` : line;
}

function renderTerms(terms: readonly QueryTerm[], explain: ExplainTexts): string[] {
  if (terms.length === 0) return [`  ${explain.none}`];
  const shown = terms.slice(0, termsShownMax);
  const width = Math.max(...shown.map(({ word }) => word.length));
  const lines = shown.map((term) => {
    const forms = [...term.forms]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([form, strength]) => `${form} ${strength.toFixed(2)}`);
    const further = forms.length - formsShownMax;
    const found = forms.slice(0, formsShownMax).join(', ') + (further > 0 ? `, +${further}` : '');
    return `  ${term.word.padEnd(width)}  ${term.weight.toFixed(2)}  ${describeTerm(term, explain)}${found}`;
  });
  return shown.length < terms.length ? [...lines, `  +${terms.length - shown.length}`] : lines;
}

function describeTerm({ isKnown, isInLanguage, isName, isNumber }: QueryTerm, explain: ExplainTexts): string {
  const notes = [
    ...(isName ? [explain.name] : []),
    ...(isNumber ? [explain.number] : []),
    ...(isKnown ? [] : [isInLanguage ? explain.unsaid : explain.strange]),
  ];
  return notes.length === 0 ? '' : `(${notes.join(', ')}) `;
}

function renderCandidate(
  { passage, chosen, matches, signals, score, likeness }: ExplainedCandidate,
  { number, terms, texts }: { number: number; terms: readonly QueryTerm[]; texts: TerminalTexts },
): string[] {
  const { explain } = texts;
  const place = `${passage.articleId}, ${namePlace(passage.kind, { paragraph: passage.paragraph, sentence: chosen.sentence.number }, texts)}`;
  const alike = likeness === undefined ? '' : ` · ${explain.likeness} ${likeness.toFixed(2)}`;
  const found = terms.flatMap(({ word }, at) => {
    const [inPassage = 0, inSentence = 0] = [matches[at], chosen.matches[at]];
    if (inPassage === 0) return [];
    return [`${word} ${inPassage.toFixed(2)}${inSentence === 0 ? ` ${explain.elsewhere}` : ''}`];
  });
  const missing = terms.flatMap(({ word }, at) => ((matches[at] ?? 0) === 0 ? [word] : []));
  return [
    `  [${number}] ${place} · ${explain.score} ${score.toFixed(2)}${alike}`,
    `      ${explain.found}: ${found.join(', ') || explain.none}; ${explain.missing}: ${missing.join(', ') || explain.none}`,
    `      ${renderSignals(signals)}`,
  ];
}

/** What weighs most first; what weighs nothing is left out. */
function renderSignals(signals: readonly WeighedSignal[]): string {
  return signals
    .map(({ name, value, weight }) => ({ name, value, weight, pull: value * weight }))
    .filter(({ pull }) => Math.abs(pull) >= 0.005)
    .sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull))
    .map(({ name, value, weight, pull }) => {
      const sign = pull < 0 ? '−' : '+';
      return `${name} ${value.toFixed(2)} × ${weight.toFixed(2)} = ${sign}${Math.abs(pull).toFixed(2)}`;
    })
    .join(' · ');
}

function renderVerdict(
  { outcome, evidence, limit, thresholds }: Explanation,
  explain: ExplainTexts,
): string[] {
  return [
    explain.verdict(outcome.confidence, outcome.verdict, thresholds),
    ...(evidence.length === 0 ? [] : [`  ${renderSignals(evidence)}`]),
    ...(limit === undefined ? [] : [`  ${explain.limits[limit]}`]),
  ];
}
