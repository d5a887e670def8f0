/** A sentence enters; its words leave, each with what it does in it whatever is asked. */
import type { Span } from '../articles/article.ts';
import { analyseText, articleAnalysis } from '../language/analyse-text.ts';
import type { Language } from '../language/language.ts';
import { roleOf, type WordRole } from './word-roles.ts';
import { isNegation } from '../language/negations.ts';

/** A word of a sentence by itself. Offsets into the sentence. */
export interface PlainWord extends Span {
  /** Without case and diacritics, as in `Token`. */
  readonly folded: string;
  /** Every form it is found by, as in `Token`. */
  readonly forms: readonly string[];
  /** Carries grammar rather than the subject. */
  readonly isStop: boolean;
  readonly role: WordRole;
  /** Begins with a capital or has one: "Igor", "xAI". */
  readonly isCapital: boolean;
  /** Capitals and nothing else. */
  readonly isAcronym: boolean;
  readonly hasDigit: boolean;
  /** Looks like a verb of its language by its form. */
  readonly isVerb: boolean;
  /** A verb whose subject something is done to. */
  readonly isPassive: boolean;
  /** What stands between it and the word before: white space or punctuation; the sentence's beginning for the first. */
  readonly gapBefore: string;
}

/** The words of the sentence, in reading order. */
export function readPlainWords(sentence: string, language: Language): PlainWord[] {
  const tokens = analyseText(sentence, articleAnalysis(language)).map((token) => ({
    ...token,
    end: endOfDoubled(sentence, token),
  }));
  return tokens.map(({ start, end, folded, forms, isStop, isNumber }, place): PlainWord => {
    const before = tokens[place - 1];
    const written = sentence.slice(start, end);
    const isCapital = /^\p{Ll}*\p{Lu}/u.test(written);
    return {
      start,
      end,
      folded,
      forms,
      isStop,
      role: isNegation(folded) ? 'negation' : roleOf(folded),
      isCapital,
      isAcronym: /^\p{Lu}{2,6}$/u.test(written),
      hasDigit: isNumber,
      isVerb: !isCapital && isVerb(folded, language),
      isPassive: !isCapital && isPassive(folded, before?.folded, language),
      // A sign that belongs to the word is no mark between two words.
      gapBefore: sentence.slice(before?.end ?? 0, start).replace(/[$€£#+]$/u, ''),
    };
  });
}

/** Behind "anak-anak": the doubled half is no token of its own. */
function endOfDoubled(sentence: string, { start, end }: Span): number {
  const half = sentence.slice(start, end).toLowerCase();
  const isDoubled =
    /^[-\u2010\u2011]$/u.test(sentence.charAt(end)) &&
    sentence.slice(end + 1, end + 1 + half.length).toLowerCase() === half &&
    !/^[\p{L}\p{N}]/u.test(sentence.slice(end + 1 + half.length));
  return isDoubled ? end + 1 + half.length : end;
}

/** Verbs by their beginnings or endings; a few nouns look alike, which only adds a place where a span may end. */
const verbForms: Readonly<Record<Language, RegExp>> = {
  id: /^(?:me(?!reka|nteri|sin|dia|ter$)|di(?!a$|nas|rektur)|ber(?!sama|ita)|ter(?!hadap|sebut))[a-z]{4,}$/,
  en: /^[a-z]{3,}(?:ed|ing)$/,
};

/** Frequent verbs that have no such form. */
const plainVerbs: ReadonlySet<string> = new Set(
  (
    'naik turun jadi pergi pindah tampil menang kalah datang masuk keluar lahir tewas mati punya mau minta makan minum tiba pulang ' +
    'kembali tinggal jatuh hilang rusak tetap ikut lulus mulai selesai gagal butuh perlu ' +
    'won lost made took gave got became began built left led met paid ran saw sold sent spent told held kept found brought bought wrote ' +
    'fell rose grew knew chose drew broke came went fought taught caught includes include contains needs wants plans makes gives takes'
  ).split(' '),
);

function isVerb(folded: string, language: Language): boolean {
  return verbForms[language].test(folded) || plainVerbs.has(folded);
}

const passiveBefore = /^(?:is|are|was|were|be|been|being)$/;

function isPassive(folded: string, before: string | undefined, language: Language): boolean {
  if (language === 'id') return /^(?:di|ter)/.test(folded) && verbForms.id.test(folded);
  return before !== undefined && passiveBefore.test(before) && /(?:ed|en|t|d)$/.test(folded);
}
