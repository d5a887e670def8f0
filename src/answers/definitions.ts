/** Who or what somebody is: what asks for it, and the words that say it. "Siapa Igor Babuschkin?" wants "salah satu pendiri xAI". */
import type { Span } from '../articles/article.ts';
import { analyseText, articleAnalysis, questionAnalysis } from '../language/analyse-text.ts';
import type { Language } from '../language/language.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { SentenceWord } from './read-words.ts';
import { isOffice, roleOf } from './word-roles.ts';

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

const copulas: ReadonlySet<string> = new Set(
  'adalah ialah merupakan yaitu yakni artinya berarti is are was were means'.split(' '),
);
const joint = /^,\s$|^\s[–—-]\s$/u;

/** Whether the sentence says what a word of the question is. */
export function definesAsked(
  sentence: string,
  { language, questionForms }: { readonly language: Language; readonly questionForms: ReadonlySet<string> },
): boolean {
  const tokens = analyseText(sentence, articleAnalysis(language));
  return tokens.some((token, place) => {
    const next = tokens[place + 1];
    if (next === undefined || token.isStop || !token.forms.some((form) => questionForms.has(form)))
      return false;
    if (copulas.has(next.folded)) return true;
    const isName = /^\p{Lu}/u.test(sentence.charAt(token.start));
    return isName && joint.test(sentence.slice(token.end, next.start)) && describes(sentence, next);
  });
}

/** Whether the word may begin what describes somebody, rather than another name of a list. */
function describes(sentence: string, { start, end, folded }: Span & { readonly folded: string }): boolean {
  const written = sentence.slice(start, end);
  return /^(?:\p{Ll}|\p{Lu}{2,}$)/u.test(written) ? roleOf(folded) !== 'and' : isOffice(folded);
}

/** Whether the run of words says what a name or word of the question beside it is. */
export function isDefining(
  { text, words }: ReadSentence,
  run: Span & { readonly first: number; readonly last: number },
): boolean {
  const before = words[run.first - 1];
  const first = words[run.first];
  const next = words[run.last + 1];
  if (first === undefined) return false;
  const endsClause = next === undefined || /[,;:)–—]/u.test(next.gapBefore);
  if (before !== undefined && copulas.has(before.folded))
    return endsClause && hasAsked(words.slice(0, run.first - 1));
  const isApposition = before?.isAsked === true && before.isCapital && joint.test(first.gapBefore);
  const inside = words.slice(run.first, run.last + 1);
  if (isApposition) return endsClause && describes(text, first) && isOneClause(inside);
  return next !== undefined && next.isAsked && next.isCapital && isTitle(inside, next);
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

/** "salah satu pendiri xAI, Igor Babuschkin", "pengacara terdakwa Budi": no verb, and nobody speaking. */
function isTitle(run: readonly SentenceWord[], name: SentenceWord): boolean {
  if (!/^,?\s$/u.test(name.gapBefore)) return false;
  const isNoun = run.every(({ isVerb, role }) => !isVerb && role !== 'says' && role !== 'auxiliary');
  return isNoun && run.some(({ role, isAsked, isCapital }) => role === 'content' && !isAsked && !isCapital);
}
