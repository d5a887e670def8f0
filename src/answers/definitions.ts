/** Who or what somebody is: what asks for it, and the words that say it. "Siapa Igor Babuschkin?" wants "salah satu pendiri xAI". */
import type { Span } from '../articles/article.ts';
import { analyseText, questionAnalysis } from '../language/analyse-text.ts';
import type { QueryTerm } from '../retrieval/passage.ts';
import type { PlainWord } from './plain-words.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { SentenceWord } from './read-words.ts';
import { isOffice } from './word-roles.ts';

const whoIs =
  /^(?:(?:siapa|sapa|spa|sp)(?:kah)?|who|whos)(?: (?:is|was|sih|itu|tuh|sebenarnya|sebenernya))* (.+?)(?: (?:itu|sih|ya|tuh|kak|min|bang))*$/;
const isWho =
  /^(?:si )?(.+?) (?:itu |tuh |ini )?(?:siapa|sapa|spa)(?:kah)?(?: (?:sih|ya|tuh|kak|min|bang|emang|emangnya))*$/;
const nameWordsMax = 4;
/** Shorter words are too often no names. */
const nameLengthMin = 3;

/**
 * Whether the question names somebody and asks who that is, however it writes the name: every word of it is
 * always written with a capital in the article. "siapa elon musk?" does, "siapa lawan kirana?" does not.
 */
export function asksWhoIs(question: string, articleText: string): boolean {
  const words = analyseText(question, questionAnalysis).map(({ folded }) => folded);
  const joined = words.join(' ');
  const name = (whoIs.exec(joined) ?? isWho.exec(joined))?.[1]?.split(' ') ?? [];
  if (name.length === 0 || name.length > nameWordsMax) return false;
  return name.every(
    (word) => word.length >= nameLengthMin && !isOffice(word) && isAlwaysName(word, articleText),
  );
}

function isAlwaysName(word: string, text: string): boolean {
  if (!/^\p{L}+$/u.test(word)) return false;
  const written = new RegExp(String.raw`(?<![\p{L}\p{N}])${word}(?![\p{L}\p{N}])`, 'giu');
  let count = 0;
  for (const [found] of text.matchAll(written)) {
    if (!/^\p{Lu}/u.test(found)) return false;
    count++;
  }
  return count > 0;
}

/** Words between a thing and what it is. */
export const copulas: ReadonlySet<string> = new Set(
  'adalah ialah merupakan yaitu yakni artinya berarti is are was were means'.split(' '),
);
const joint = /^,\s$|^\s[–—-]\s$/u;

/** Words of those who ask for a definition; not what is to be defined. */
const definingWords: ReadonlySet<string> = new Set(
  (
    'dimaksud dimaksudkan pengertian definisi arti artinya makna maksud maksudnya singkatan istilah kata ilmu proses ' +
    'mean means meaning define stand term'
  ).split(' '),
);

/** A word of what is to be defined. */
export type DefinedWord = Pick<QueryTerm, 'forms'>;

/** What is to be defined, word by word. */
export function readDefined(terms: readonly QueryTerm[]): DefinedWord[] {
  return terms.filter(({ word, emphasis }) => emphasis === 1 && !definingWords.has(word));
}

/** A weaker form is another word: of a name asked for whole every part must stand there, of one part another will do. */
const sameWordMin = 0.85;
const samePersonMin = 0.6;

/** Whether the sentence says what is to be defined: before a copula, before an apposition, or behind a title. */
export function definesAsked(words: readonly PlainWord[], defined: readonly DefinedWord[]): boolean {
  if (defined.length === 0) return false;
  const strengthMin = defined.length > 1 ? sameWordMin : samePersonMin;
  const isFor = (word: PlainWord, { forms }: DefinedWord): boolean =>
    word.forms.some((form) => (forms.get(form) ?? 0) >= strengthMin);
  return (
    beginsByDefining(words, defined, isFor) ||
    words.some((word, place) => isDefinedAt(words, place, word, defined, isFor))
  );
}

type IsFor = (word: PlainWord, defined: DefinedWord) => boolean;

function isDefinedAt(
  words: readonly PlainWord[],
  place: number,
  word: PlainWord,
  defined: readonly DefinedWord[],
  isFor: IsFor,
): boolean {
  if (!defined.some((wanted) => isFor(word, wanted))) return false;
  const whole = words.slice(Math.max(0, place - defined.length), place + 1);
  if (!defined.every((wanted) => whole.some((one) => isFor(one, wanted)))) return false;
  const next = words[place + 1];
  if (next !== undefined && copulas.has(next.folded)) return true;
  if (!word.isCapital) return false;
  if (isShortened(words, place)) return true;
  const isApposition = next !== undefined && joint.test(next.gapBefore) && describes(next);
  return isApposition || isTitled(words.slice(0, place + 1));
}

/** Words of a subject beside those that are defined: "Asma (dalam bahasa Yunani …) atau bengek merupakan". */
const subjectMore = 6;
/** First words of it among which what is defined begins. */
const subjectStart = 3;

/** Whether it begins by saying what something is, brackets left out. */
function beginsByDefining(
  words: readonly PlainWord[],
  defined: readonly DefinedWord[],
  isFor: IsFor,
): boolean {
  const subject = subjectOf(words, defined.length + subjectMore);
  if (subject === undefined) return false;
  const begins = subject.slice(0, subjectStart).some((word) => defined.some((wanted) => isFor(word, wanted)));
  return begins && defined.every((wanted) => subject.some((word) => isFor(word, wanted)));
}

/** The words before the sentence's copula; undefined where that is farther away or none. */
function subjectOf(words: readonly PlainWord[], lengthMax: number): PlainWord[] | undefined {
  const subject: PlainWord[] = [];
  let depth = 0;
  for (const word of words) {
    for (const mark of word.gapBefore)
      depth = '(['.includes(mark) ? depth + 1 : ')]'.includes(mark) ? Math.max(0, depth - 1) : depth;
    if (depth > 0) continue;
    if (copulas.has(word.folded)) return subject;
    if (subject.push(word) > lengthMax) return undefined;
  }
  return undefined;
}

/** "Bank Sentral Serunai (BSS)": letters in brackets behind the name that they stand for. */
function isShortened(words: readonly PlainWord[], place: number): boolean {
  const [before, word, next] = [words[place - 1], words[place], words[place + 1]];
  if (before?.isCapital !== true || word?.isAcronym !== true) return false;
  return word.gapBefore.endsWith('(') && (next === undefined || next.gapBefore.startsWith(')'));
}

/** Whether a noun stands right before the name that the words end with: "mantan pelaut Burhan Salim". */
function isTitled(words: readonly PlainWord[]): boolean {
  const place = words.findLastIndex(({ isCapital }) => !isCapital);
  const title = words[place];
  if (title === undefined || words[place + 1]?.gapBefore !== ' ') return false;
  return !title.isVerb && !title.isStop && title.role === 'content';
}

/** Whether the word may begin what describes somebody, rather than another name of a list. */
export function describes({ isCapital, isAcronym, role, folded }: PlainWord): boolean {
  return isCapital && !isAcronym ? isOffice(folded) : role !== 'and';
}

/** Whether the run of words says what a name or word of the question beside it is. */
export function isDefining(
  { words }: ReadSentence,
  run: Span & { readonly first: number; readonly last: number },
): boolean {
  const before = words[run.first - 1];
  const first = words[run.first];
  const next = words[run.last + 1];
  if (first === undefined) return false;
  const endsClause = next === undefined || /[,;:)–—]/u.test(next.gapBefore);
  if (before !== undefined && copulas.has(before.folded))
    return endsClause && hasAsked(words.slice(0, run.first - 1));
  if (next?.isAsked === true && isShortened(words, run.last + 1))
    return first.isCapital && before?.isCapital !== true;
  const isApposition = before?.isAsked === true && before.isCapital && joint.test(first.gapBefore);
  const inside = words.slice(run.first, run.last + 1);
  return isApposition && endsClause && describes(first) && isOneClause(inside);
}

/** An apposition ends at the next comma, unless it is a list. */
function isOneClause([, ...behind]: readonly SentenceWord[]): boolean {
  return (
    behind.every(({ gapBefore }) => !/[,;:()–—]/u.test(gapBefore)) ||
    behind.some(({ role }) => role === 'and')
  );
}

const hasAsked = (words: readonly SentenceWord[]): boolean =>
  words.some(({ isAsked, role }) => isAsked && role === 'content');
