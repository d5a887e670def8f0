/** A text of an article or a question enters, what it is found by leaves: words, phrases, figures. */
import { analyseText, type Analysis, type Token } from '../language/analyse-text.ts';
import type { LanguageKnowledge } from '../language/knowledge.ts';
import type { Language } from '../language/language.ts';
import type { PhraseMatch } from '../language/lexicon/lexicon.ts';
import { findFigures, numberForms } from '../language/numbers.ts';
import { numberWords, ordinalWords } from '../language/numbers/number-words.ts';

/** A word, or several words that mean one thing together. */
export interface ReadToken {
  /** The word or phrase as written (folded) first, then its other forms. */
  readonly forms: readonly string[];
  /** Several words together, which stand as words of their own, too. */
  readonly isPhrase: boolean;
}

export interface TermReading {
  readonly language: Language;
  readonly analysis: Analysis;
  readonly knowledge: LanguageKnowledge | undefined;
}

/** The informative words in reading order, then the phrases that the lexicon knows. */
export function readTerms(text: string, { language, analysis, knowledge }: TermReading): ReadToken[] {
  const tokens = withFigures(analyseText(text, analysis), text, language);
  const read = tokens.flatMap(({ forms, isStop }): ReadToken[] =>
    isStop ? [] : [{ forms, isPhrase: false }],
  );
  for (const { concepts } of findPhrases(tokens, language, knowledge)) {
    read.push({ forms: concepts.map(({ concept }) => phraseTerm(concept)), isPhrase: true });
  }
  return read;
}

const wordsOfNumbers = [...numberWords.keys(), ...ordinalWords.keys()].join('|');
/** Looking for numbers and dates costs more than all else of an article's analysis; most sentences have none. */
const maybeNumber = new RegExp(String.raw`\d|(?<!\p{L})(?:ke)?(?:${wordsOfNumbers})(?!\p{L})`, 'iu');

/** The tokens, those of a number or date with its canonical forms, so that words and figures meet. */
export function withFigures(tokens: readonly Token[], text: string, language: Language): readonly Token[] {
  if (!maybeNumber.test(text)) return tokens;
  const { quantities, dates } = findFigures(text, language);
  // A date without a figure is a weekday or a month, which the lexicon knows as words.
  const mentions = (/\d/.test(text) ? [...quantities, ...dates] : quantities).map(({ start, end }) => ({
    start,
    end,
    forms: numberForms(text.slice(start, end), language),
  }));
  if (mentions.length === 0) return tokens;
  return tokens.map((token) => {
    if (token.isStop) return token;
    const inside = mentions.filter(({ start, end }) => start <= token.start && token.end <= end);
    if (inside.length === 0) return token;
    return { ...token, forms: [...new Set([...token.forms, ...inside.flatMap(({ forms }) => forms)])] };
  });
}

/** The term under which any phrase with that meaning is indexed; no word of a text looks like it. */
export function phraseTerm(concept: string): string {
  return `§${concept}`;
}

/** Entries of the lexicon with several words among the tokens. */
export function findPhrases(
  tokens: readonly Token[],
  language: Language,
  knowledge: LanguageKnowledge | undefined,
): readonly PhraseMatch[] {
  if (knowledge === undefined || tokens.length < 2) return [];
  const words = tokens.map(({ folded }) => folded);
  return knowledge.lexicon.phrases(words, language).filter(({ start, end }) => end - start > 1);
}
