/**
 * Text enters, tokens with the forms they are found by leave. The same analysis serves articles and
 * questions, or they would not meet. Nothing here depends on locale, clock or earlier calls.
 */
import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { foldWord } from './fold-word.ts';
import type { Language } from './language.ts';
import { remember } from './remember.ts';
import { stemIndonesian } from './stem-indonesian.ts';
import { isStopWord } from './stop-words.ts';

/** One word or number of a text. Offsets are UTF-16 code units into the analysed text, end exclusive. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** The word without case and diacritics; numbers with one spelling for their separators. */
  readonly folded: string;
  /** Every form the token is indexed and found by, the folded word first; no repeats, never empty. */
  readonly forms: readonly string[];
  /** Carries grammar or the asking rather than the subject. */
  readonly isStop: boolean;
  /** Contains a digit. */
  readonly isNumber: boolean;
}

/** How words are read: whose stems are given, and whether StarCraft is also found by `star` and `craft`. */
interface AnalysisOptions {
  readonly languages: readonly Language[];
  readonly innerWords: boolean;
}

const analyses = {
  id: { languages: ['id'], innerWords: true },
  en: { languages: ['en'], innerWords: true },
  question: { languages: ['id', 'en'], innerWords: false },
  plain: { languages: [], innerWords: false },
} as const satisfies Record<string, AnalysisOptions>;

/** Which way a text is read. */
export type Analysis = keyof typeof analyses;

/** How an article's text is read: in its own language. */
export function articleAnalysis(language: Language): Analysis {
  return language;
}

/** How a question is read: it may be in either language, whatever the article is in. */
export const questionAnalysis: Analysis = 'question';

/** How a word is read that is still being typed: as it stands. */
export const plainAnalysis: Analysis = 'plain';

// A number keeps its inner separators (2,75; 09.30; 1.000.000); a word keeps inner apostrophes and hyphens.
// The repetitions are bounded so that a hostile run of `1.1.1.…a` cannot make matching quadratic.
// A currency written to its figure (Rp2,75) is a word of its own.
const tokenPattern =
  /(?<![\p{L}\p{M}\p{N}])(?:Rp|IDR|USD|US)(?=\.?\p{Nd})|\p{Nd}{1,40}(?:[.,:/]\p{Nd}{1,40}){0,6}(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['\u2019\-\u2010\u2011][\p{L}\p{M}\p{N}]+)*/gu;

/** Tokens in reading order. A hyphenated word gives a token per part, the whole being a form of its last part. */
export function analyseText(text: string, analysis: Analysis): Token[] {
  const tokens: Token[] = [];
  const hasLowerCase = /\p{Ll}/u.test(text);
  for (const match of text.matchAll(tokenPattern)) {
    const found = { word: match[0], start: match.index, hasLowerCase, analysis };
    if (/[-\u2010\u2011]/.test(found.word)) addHyphenated(tokens, found);
    else tokens.push(makeToken(found));
  }
  return tokens;
}

interface WordAt {
  readonly word: string;
  readonly start: number;
  /** Whether the text has lower case at all: only then do capitals tell something. */
  readonly hasLowerCase: boolean;
  readonly analysis: Analysis;
}

function addHyphenated(tokens: Token[], found: WordAt): void {
  let offset = found.start;
  const parts = found.word.split(/[-\u2010\u2011]/);
  const whole = foldWord(parts.join(''));
  for (const [place, part] of parts.entries()) {
    const token = makeToken({ ...found, word: part, start: offset });
    offset += part.length + 1;
    const isLast = place === parts.length - 1;
    // A doubled word (skandal-skandal) is a plural: one word, said once.
    if (isLast && place > 0 && foldWord(parts[place - 1] ?? '') === token.folded) continue;
    tokens.push(isLast ? { ...token, forms: [...new Set([...token.forms, whole])] } : token);
  }
}

function makeToken({ word, start, hasLowerCase, analysis }: WordAt): Token {
  const { folded, forms, isNumber, isFunctionWord, isAllCapitals } = readWord(word, analysis);
  // AS, IT and WHO are names among other words, though `as`, `it` and `who` are not.
  const isStop = isFunctionWord && !(hasLowerCase && isAllCapitals);
  return { start, end: start + word.length, folded, forms, isStop, isNumber };
}

/** What a word is wherever it stands. */
interface WordReading extends Pick<Token, 'folded' | 'forms' | 'isNumber'> {
  readonly isFunctionWord: boolean;
  readonly isAllCapitals: boolean;
}

/** A question is read a dozen times on its way to an answer, and its articles' words come again and again. */
const readWord = remember((word: string, analysis: Analysis): WordReading => {
  const { languages, innerWords }: AnalysisOptions = analyses[analysis];
  const isNumber = /\p{Nd}/u.test(word);
  const bare = foldWord(word).replace(/'s$/, '').replaceAll("'", '');
  const folded = isNumber ? foldNumber(bare) : bare;
  const forms = new Set<string>([folded]);
  if (isNumber) addNumberForms(forms, folded);
  else {
    for (const language of languages) for (const form of stemWord(folded, language)) forms.add(form);
    if (innerWords) for (const inner of innerWordsOf(word)) forms.add(inner);
  }
  return {
    folded,
    forms: [...forms],
    isNumber,
    isFunctionWord: isStopWord(folded),
    isAllCapitals: word.length > 1 && /^\p{Lu}+$/u.test(word),
  };
});

/** Stems of a folded word in that language, never empty. */
export function stemWord(folded: string, language: Language): string[] {
  if (language === 'id') return stemIndonesian(folded);
  return /^[a-z]{3,}$/.test(folded) ? [stemEnglish(folded)] : [folded];
}

/** One spelling for the same figure: 1.000 and 1,000 → 1000; 2,75 → 2.75; 09:30 and 09.30 → 9.30. */
function foldNumber(word: string): string {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(word)) return word.replaceAll(/[.,]/g, '');
  if (!/^[\d.,:]+$/.test(word)) return word;
  return word.replaceAll(/[,:]/g, '.').replace(/^0+(?=\d)/, '');
}

/** 2010an and 1990s are also found by the figure alone, anak2 (anak-anak) by the word it doubles. */
function addNumberForms(forms: Set<string>, folded: string): void {
  const figure = /^(\d+)(?:an|nya|s|th|st|nd|rd)$/.exec(folded)?.[1];
  if (figure !== undefined) forms.add(figure);
  const doubled = /^([a-z]{3,})2(?:an|nya)?$/.exec(folded)?.[1];
  if (doubled !== undefined) for (const form of stemIndonesian(doubled)) forms.add(form);
}

/** The words inside a name written in one: StarCraft → star, craft. Empty for ordinary words. */
function innerWordsOf(word: string): string[] {
  if (!/\p{Ll}\p{Lu}\p{Ll}/u.test(word)) return [];
  const parts = word.slice(0, 64).match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu) ?? [];
  return parts.length > 1 ? parts.filter((part) => part.length > 2).map(foldWord) : [];
}
