import type { Language } from '../language.ts';
import type { ColloquialLists } from './forms.ts';
import { consonantSkeleton, fillVowels } from './skeleton.ts';
import { formalVerbs, unstretched, withFormalVowel } from './spoken-indonesian.ts';

/** What the normaliser has to know about the words around it. */
export interface ColloquialContext {
  readonly lists: ColloquialLists;
  /** Language of the question, where known; `unknown` tries Indonesian first. */
  readonly language: Language | 'unknown';
  /**
   * Whether a lower-case term is a word of its own: of the articles, or of formal Indonesian or English. Such a token is
   * left alone, and what the rules derive counts only where it is such a word. Listed forms (`isListed`) that the
   * articles do not use should not count as known.
   */
  isKnown(term: string): boolean;
  /** Known terms with that `consonantSkeleton`, best first; without it only short abbreviations are filled in. */
  termsBySkeleton?(skeleton: string): readonly string[];
}

/** Candidates of one token, at most. */
export const candidatesMax = 6;
/** Longer tokens are left alone. */
const tokenLengthMax = 40;

/**
 * What a colloquial, abbreviated or stretched token may stand for in formal words, likeliest first, at most
 * `candidatesMax`; a candidate may have several words ("ortu" → "orang tua"). Never the token itself; empty for known
 * words, for capitalised words that are not listed (names), for numbers and links, and where nothing fits. Never throws.
 */
export function normaliseColloquial(token: string, context: ColloquialContext): readonly string[] {
  const term = token.normalize('NFC').toLowerCase();
  if (term.length > tokenLengthMax || !/^\p{L}[\p{L}\p{N}'’;/-]*$|^\d\p{L}+$/u.test(term)) return [];
  if (context.isKnown(term)) return [];
  const listed = fromLists(term, context);
  const found = listed.length > 0 ? listed : isName(token) ? [] : fromRules(term, context);
  return [...new Set(found)].filter((candidate) => candidate !== term).slice(0, candidatesMax);
}

/** Whether the token is a listed colloquial or abbreviated form of that language. */
export function isListed(token: string, language: Language, lists: ColloquialLists): boolean {
  return lists[language].has(token.toLowerCase());
}

/** "Ngurah" is taken for a name, "NGAPAIN" for shouting. */
function isName(token: string): boolean {
  return /^\p{Lu}/u.test(token) && !/^\p{Lu}{2,}$/u.test(token);
}

function fromLists(term: string, { lists, language }: ColloquialContext): readonly string[] {
  const order: readonly Language[] = language === 'en' ? ['en', 'id'] : ['id', 'en'];
  for (const each of order) {
    const candidates = lists[each].get(term);
    if (candidates !== undefined) return candidates;
  }
  return [];
}

/** The first rule that gives a known word wins: later ones are bolder. */
function fromRules(term: string, context: ColloquialContext): readonly string[] {
  const rules = [reduplicated, stretched, withoutClitic, spokenVerb, spokenVowel, abbreviated];
  for (const rule of rules) {
    const candidates = rule(term, context);
    if (candidates.length > 0) return candidates;
  }
  return [];
}

/** "anak2" → "anak-anak", "anak"; "org2nya" → "orang". */
function reduplicated(term: string, context: ColloquialContext): readonly string[] {
  const base = /^(\p{L}{2,})2(?:an|nya)?$/u.exec(term)?.[1];
  if (base === undefined) return [];
  const words = context.isKnown(base) ? [base] : resolve(base, context);
  return words.flatMap((word) => [`${word}-${word}`, word]);
}

/** "bangeeet" → "banget" → "sangat"; "xaiii" → "xai" where that is known. */
function stretched(term: string, context: ColloquialContext): readonly string[] {
  return unstretched(term).flatMap((short) => resolve(short, context));
}

/** "bokapnya" → "ayah", "gmnsih" → "bagaimana". */
function withoutClitic(term: string, context: ColloquialContext): readonly string[] {
  const base = /^(\p{L}{2,})(?:nya|ny|ku|mu|lah|kah|sih|dong|deh|kok|lho)$/u.exec(term)?.[1];
  return base === undefined ? [] : resolve(base, context);
}

function spokenVerb(term: string, context: ColloquialContext): readonly string[] {
  return formalVerbs(term).filter((form) => context.isKnown(form));
}

/** "dateng" → "datang", "pinter" → "pintar". */
function spokenVowel(term: string, context: ColloquialContext): readonly string[] {
  return withFormalVowel(term).filter((form) => context.isKnown(form));
}

/** "prshn" → "perusahaan", "mslh" → "masalah": the vowels left out. */
function abbreviated(term: string, context: ColloquialContext): readonly string[] {
  if (!/^[a-z]{2,}$/u.test(term) || (term.match(/[aeiou]/gu)?.length ?? 0) > 1) return [];
  const known = context.termsBySkeleton?.(consonantSkeleton(term)) ?? [];
  if (known.length > 0) return known.filter((candidate) => candidate.startsWith(term.slice(0, 1)));
  return fillVowels(term).filter((form) => context.isKnown(form));
}

/** The word itself where it is known, else what the lists say; empty where neither helps. */
function resolve(term: string, context: ColloquialContext): readonly string[] {
  const listed = fromLists(term, context);
  return listed.length > 0 ? listed : context.isKnown(term) ? [term] : [];
}
