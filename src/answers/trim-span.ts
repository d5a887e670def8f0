/** The words chosen as the answer enter; what of them is the answer by itself leaves. */
import type { Span } from '../articles/article.ts';
import type { ReadSentence } from './read-sentence.ts';

/** Words that begin a reason and nothing else. */
const surely =
  /^(?:karena|lantaran|akibat|gara|agar|supaya|demi|berkat|disebabkan|dipicu|because|due|thanks)$/;
/** Words that may begin one. */
const maybe = /^(?:setelah|usai|untuk|guna|after)$/;
/** Words before such a one that are a rest of what stands before the span. */
const restMax = 2;
/** Said before it, and part of it: "mainly because". */
const hedge = /^(?:terutama|hanya|justru|semata|mainly|only|partly|largely|just|simply)$/;

/**
 * The part of the span that begins with the reason; the span itself where it begins with it or has none. A word that
 * only may begin a reason counts where hardly anything stands before it.
 */
export function trimReason({ words }: ReadSentence, span: Span): Span {
  const inside = words.filter(({ start, end }) => span.start <= start && end <= span.end);
  if (surely.test(inside[0]?.folded ?? '') || maybe.test(inside[0]?.folded ?? '')) return span;
  const isSure = inside.some(({ folded }) => surely.test(folded));
  const place = inside.findIndex(({ folded }) => (isSure ? surely : maybe).test(folded));
  // A reason has a word behind the one that begins it.
  if (place < 1 || (!isSure && place > restMax) || place + 1 >= inside.length) return span;
  const first = hedge.test(inside[place - 1]?.folded ?? '') ? inside[place - 1] : inside[place];
  return { start: first?.start ?? span.start, end: span.end };
}

/** "Engineer Tobias Crane": of who it was the name alone, where nothing but what they are stands before it. */
export function trimToName({ words, names }: ReadSentence, span: Span): Span {
  const name = names.find(({ start, end }) => span.start < start && end === span.end);
  if (name === undefined) return span;
  const before = words.filter(({ start, end }) => span.start <= start && end <= name.start);
  const isTitle = before.every(
    ({ isCapital, isVerb, role, gapBefore }, place) =>
      !isCapital && !isVerb && role === 'content' && (place === 0 || gapBefore === ' '),
  );
  return isTitle ? name : span;
}

const compoundBefore = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}]+)*[-\u2010\u2011]$/u;
const compoundBehind = /^(?:[-\u2010\u2011][\p{L}\p{M}\p{N}]+)+/u;
/** Letters that may be looked back over for the beginning of a compound. */
const compoundMax = 60;

/** The span with all of the compounds that it would cut: "1500-77", "six-week", "Hari-H". */
export function wholeCompounds(text: string, { start, end }: Span): Span {
  const before = compoundBefore.exec(text.slice(Math.max(0, start - compoundMax), start))?.[0] ?? '';
  const behind = compoundBehind.exec(text.slice(end, end + compoundMax))?.[0] ?? '';
  return { start: start - before.length, end: end + behind.length };
}
