import { analyseText, questionAnalysis } from '../language/analyse-text.ts';
import type { WeightedText } from '../retrieval/passage.ts';
import type { Question } from './answer.ts';

/** How much the words of an earlier question count beside the question's own, for each step back. */
const carryDecay = 0.3;
/** Earlier questions that are carried into an incomplete one. */
const carriedMax = 2;
/** Informative words that a question needs to stand by itself. */
const ownWordsMin = 2;

/** Words that point back at what was said before. */
const pointingBack =
  /(?:^| )(?:dia|ia|beliau|mereka|itu|tersebut|nya|tadi|satunya|lainnya|terus|trus|lalu|lha|he|she|it|they|him|her|his|them|their|that|those|this)(?: |$)/;

/** What to look for: the question, with the earlier ones behind it where it is incomplete by itself. */
export function gatherQuestion(question: Question): WeightedText[] {
  const texts: WeightedText[] = [{ text: question.text, weight: 1 }];
  if (!isIncomplete(question.text)) return texts;
  const carried = question.previous.slice(-carriedMax).toReversed();
  for (const [step, text] of carried.entries()) texts.push({ text, weight: carryDecay ** (step + 1) });
  return texts;
}

/** Whether the question leaves out what it is about: few words of its own, or a word that points back. */
export function isIncomplete(text: string): boolean {
  const tokens = analyseText(text, questionAnalysis);
  const own = tokens.filter((token) => !token.isStop).length;
  if (own < ownWordsMin) return true;
  const words = tokens.map((token) => token.folded).join(' ');
  // A question that names somebody stands by itself, pronoun or not.
  const namesSomebody = /[\p{Ll}\p{N},]\s+\p{Lu}/u.test(text);
  return !namesSomebody && (pointingBack.test(words) || /\p{L}{3}nya(?:kah)?(?:[^\p{L}]|$)/u.test(text));
}
