/** The words chosen as a reason enter; the clause that gives it leaves: from "karena" on, without what stood before. */
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
