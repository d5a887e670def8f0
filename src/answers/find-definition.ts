/** A read sentence enters; the words that say who or what the asked name is leave: "Direktur Keuangan" for "siapa Melinda?". */
import type { Span } from '../articles/article.ts';
import { copulas, describes } from './definitions.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { SentenceWord } from './read-words.ts';
import { isThingWord, isTitleWord, isTradeWord, type WordRole } from './word-roles.ts';

/** Places of words, both included. */
interface Run {
  readonly first: number;
  readonly last: number;
}

const clauseMark = /[,;:()“”"–—]/u;

/** Short for what somebody is, part of the name: "Prof. Danu". */
const degree = /^(?:prof|dr|drs|ir|mr|mrs|ms|st)$/;

/** Words that no description begins with. */
const noBeginning: ReadonlySet<WordRole> = new Set([
  'says',
  'auxiliary',
  'contrast',
  'and',
  'time',
  'cause',
  'place',
]);

/** Words between a name and what says what it is. */
const betweenMax = 5;
const article = /^(?:sebuah|seorang|suatu|a|an)$/;

/** What a title does not reach over. */
const titleEnds: ReadonlySet<WordRole> = new Set([
  'says',
  'auxiliary',
  'copula',
  'cause',
  'purpose',
  'agent',
  'contrast',
  'negation',
  'with',
  'relative',
  'and',
  'pronoun',
  'naming',
  'time',
]);
/** Small words that a title does not begin with. */
const smallRoles: ReadonlySet<WordRole> = new Set(['place', 'about']);

/** Words between what something is and its name. */
const naming =
  /^(?:calling|calls?|itself|himself|herself|themselves|bernama|menamakan|menyebut|diri|dirinya|disebut|as)$/;

/** Nouns and adjectives that have the form of a verb. */
const looksLikeVerb =
  /^ter(?:dakwa|sangka|pidana|gugat|tinggi|besar|baik|kenal|akhir|baru|dekat|kemuka|muda|tua|kaya|lama|kuat)(?:nya)?$|^(?:retired|wounded|hired|leading)$/;

/** A share of something, told before who it is from: "sepertiga dari produser saya". */
const share = /^(?:se(?:per\w+|bagian|paruh|tengah)|separuh|half|third|quarter|part|some|most)$/;

/**
 * What the sentence says of the name that is asked about: behind a comma ("X, pendiri Y, …"), before it ("pendiri Y X",
 * "pendiri Y, X, …"), behind a copula, or behind "of". Offsets into the sentence; null where it says nothing of the kind.
 */
export function findDefinition(read: ReadSentence): Span | null {
  for (const name of findAskedNames(read)) {
    const run =
      findSpelledOut(read, name) ??
      findBehind(read, name) ??
      findBefore(read.words, name) ??
      findRelative(read, name);
    const [first, last] = [read.words[run?.first ?? -1], read.words[run?.last ?? -1]];
    if (first !== undefined && last !== undefined) return { start: first.start, end: last.end };
  }
  return null;
}

/** Every place where the whole name, as far as it is asked, stands; the longest first. */
function findAskedNames({ words, names }: ReadSentence): Run[] {
  const runs: Run[] = [];
  const endAt = (place: number): number => words[place]?.end ?? Infinity;
  for (let first = 0; first < words.length; first++) {
    if (!isNameWord(words[first])) continue;
    let last = first;
    while (isNameWord(words[last + 1]) && words[last + 1]?.gapBefore === ' ') last++;
    const asked = last;
    const nameEnd = names.find(({ start, end }) => start <= endAt(last) && endAt(last) <= end)?.end ?? 0;
    while (words[last + 1]?.isCapital === true && endAt(last + 1) <= nameEnd) last++;
    const hasDegree = degree.test(words[first - 1]?.folded ?? '') && words[first]?.gapBefore === '. ';
    runs.push({ first: hasDegree ? first - 1 : first, last });
    first = asked;
  }
  return runs.sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
}

function isNameWord(word: SentenceWord | undefined): boolean {
  return word !== undefined && word.isAsked && word.isCapital && word.role === 'content';
}

/** What stands behind the name: an apposition, a copula, "of". */
function findBehind({ words }: ReadSentence, { last }: Run): Run | undefined {
  let first = last + 1;
  // "Marsinah (52), warga …": an age or a party in brackets is passed over.
  if (words[first]?.gapBefore.endsWith('(') === true) {
    const closing = words.findIndex(({ gapBefore }, place) => place > first && gapBefore.startsWith(')'));
    if (closing < 0) return undefined;
    first = closing;
  }
  const next = words[first];
  if (next === undefined) return undefined;
  if (copulas.has(next.folded) && words[first + 1] !== undefined)
    return { first: first + 1, last: endOfClause(words, first + 1) };
  if (next.folded === 'of' && first === last + 1)
    return { first: first + 1, last: endOfClause(words, first + 1) };
  const isApposition =
    /^\)?,\s$|^\s[–—-]\s$/u.test(next.gapBefore) &&
    describes(next) &&
    !next.isVerb &&
    !noBeginning.has(next.role);
  if (isApposition && next.role !== 'relative') return { first, last: endOfClause(words, first) };
  // "AlphaStar pada tahun 2019, sebuah sistem …": when or where stands between.
  const comma = endOfClause(words, first) + 1;
  const isLater =
    comma - first <= betweenMax &&
    article.test(words[comma]?.folded ?? '') &&
    words[comma]?.gapBefore === ', ' &&
    words.slice(first, comma).every(({ isVerb }) => !isVerb);
  return isLater ? { first: comma, last: endOfClause(words, comma) } : undefined;
}

/** "Bank Sentral Serunai (BSS)": what the letters stand for. */
function findSpelledOut({ words }: ReadSentence, { first }: Run): Run | undefined {
  const word = words[first];
  if (word?.isAcronym !== true || !word.gapBefore.endsWith('(')) return undefined;
  let start = first;
  while (words[start - 1]?.isCapital === true && (start === first || words[start]?.gapBefore === ' '))
    start--;
  return start < first ? { first: start, last: first - 1 } : undefined;
}

/** "Tamarind Capital, yang menguasai 22 persen saham, …": where nothing else is said. */
function findRelative({ words }: ReadSentence, { last }: Run): Run | undefined {
  const next = words[last + 1];
  return next?.role === 'relative' && words[last + 2] !== undefined
    ? { first: last + 2, last: endOfClause(words, last + 2) }
    : undefined;
}

function endOfClause(words: readonly SentenceWord[], first: number): number {
  let last = first;
  while (last + 1 < words.length && !clauseMark.test(words[last + 1]?.gapBefore ?? '')) last++;
  return last;
}

/** What stands right before the name, or before a comma and the name. */
function findBefore(words: readonly SentenceWord[], { first, last }: Run): Run | undefined {
  const gap = words[first]?.gapBefore;
  const isSetApart = gap === ', ';
  if (!isSetApart && gap !== ' ') return undefined;
  // "Menurut jaksa, Suryo menerima uang": a comma on one side only sets nothing apart.
  const behind = words[last + 1]?.gapBefore;
  if (isSetApart && behind !== undefined && !/^[,;.()]/u.test(behind)) return undefined;
  let start = first;
  // "A group calling itself Pale Lantern".
  while (naming.test(words[start - 1]?.folded ?? '') || words[start - 1]?.role === 'naming') start--;
  const end = start;
  while (start > 0) {
    const word = words[start - 1];
    if (word === undefined || (word.isVerb && !looksLikeVerb.test(word.folded))) break;
    // "Produser saya, Hasan": whose it is may stand behind it.
    if (titleEnds.has(word.role) && !(word.role === 'pronoun' && start === end)) break;
    if (start < end && !/^[ -]$/.test(words[start]?.gapBefore ?? '')) break;
    start--;
  }
  // "Bukan pelatih Sulistyo" says what he is not.
  if (words[start - 1]?.role === 'negation') return undefined;
  if (isSetApart && isWhoever(words.slice(0, first))) start = 0;
  const beginsSentence = start === 0;
  if (beginsSentence && smallRoles.has(words[0]?.role ?? 'content')) return undefined;
  if (share.test(words[start]?.folded ?? '') && start + 1 < first) start++;
  while (start < first && smallRoles.has(words[start]?.role ?? 'content')) start++;
  const title = words.slice(start, end);
  const content = title.filter(({ role, isAsked }) => role === 'content' && !isAsked);
  if (content.length === 0) return undefined;
  const thing = title.findLastIndex(({ folded, isCapital }) => !isCapital && isThingWord(folded));
  // "CEO aplikasi kesehatan Sembuhin": what stands right before the name is the thing itself.
  if (!isSetApart && thing > 0 && title.slice(0, thing).some(({ folded }) => isTradeWord(folded)))
    start += thing;
  const isNamed = isSetApart
    ? content.some(({ isCapital, folded }) => !isCapital || isTitleWord(folded)) || beginsSentence
    : content.some(({ folded }) => isTitleWord(folded));
  if (!isNamed) return undefined;
  // "Startup xAI milik Elon Musk": without its owner that is half a phrase.
  return { first: start, last: words[end - 1]?.folded === 'milik' ? last : end - 1 };
}

/** "Yang menolak": a clause instead of a noun. */
function isWhoever([first, ...others]: readonly SentenceWord[]): boolean {
  return (
    first?.role === 'relative' &&
    others.every(({ gapBefore, role }) => !clauseMark.test(gapBefore) && role !== 'copula')
  );
}
