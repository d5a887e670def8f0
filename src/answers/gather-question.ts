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

/** Beginnings that go on with what was said before: "yang kebawa arus?", "and the second one?". */
const beginsInTheMiddle =
  /^\s*(?:yang|yg|kalau|kalo|klo|kalu|terus|trus|trs|lalu|lha|nah|dan|sama|lah|and|what about|how about|so|then|or|but)(?![\p{L}\p{N}])/iu;

/** What to look for: the question, with the earlier ones behind it where it is incomplete by itself. */
export function gatherQuestion(question: Question): WeightedText[] {
  const carried = carriedQuestions(question).toReversed();
  return [
    ...splitPreamble(dropOpening(question.text)),
    ...carried.map((text, step) => ({ text, weight: carryDecay ** (step + 1), isEarlier: true as const })),
  ];
}

/** The earlier questions that count for this one, oldest first; none where it is complete by itself. */
export function carriedQuestions({ text, previous }: Question): readonly string[] {
  return previous.length === 0 || !isIncomplete(text) ? [] : previous.slice(-carriedMax);
}

/** Saying that one is about to ask: "min mau nanya", "permisi kak, numpang tanya dong". */
const opening =
  /^\s*(?:(?:eh|halo|hai|hi|permisi|min|mimin|admin|kak|bang|gan|bro|guys|maaf|sorry|om|mas|mbak)[\s,!.]+)*(?:(?:aku|saya|gue|gua|gw|ak)\s+)?(?:mau|mo|numpang|izin|ijin|boleh|pengen|pgn|ingin)\s+(?:nanya|tanya|bertanya)(?:\s+(?:dong|donk|nih|ya|kak|min|bang|gan))*[\s,.:;!?-]+/iu;

/** The text without such an opening, which no article says; as it is where nothing stands behind. */
function dropOpening(text: string): string {
  const rest = text.replace(opening, '');
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

/** How much what is told around a question counts beside it. */
const preambleWeight = 0.3;
/** Shorter texts are asked as a whole, in UTF-16 units. */
const preambleLengthMin = 100;

/** In a long text of several sentences, those that ask first, and the rest with less weight. */
function splitPreamble(text: string): WeightedText[] {
  const sentences = text.length < preambleLengthMin ? [] : text.split(/(?<=[.?!…])\s+|\n+/u);
  const asking = sentences.filter((sentence) => sentence.includes('?'));
  if (sentences.length < 2 || asking.length === 0 || asking.length === sentences.length)
    return [{ text, weight: 1 }];
  const rest = sentences.filter((sentence) => !sentence.includes('?'));
  return [
    { text: asking.join(' '), weight: 1 },
    { text: rest.join(' '), weight: preambleWeight },
  ];
}

/** Whether the question leaves out what it is about: few words of its own, or a word that points back. */
export function isIncomplete(text: string): boolean {
  const tokens = analyseText(text, questionAnalysis);
  const own = tokens.filter((token) => !token.isStop).length;
  if (own < ownWordsMin || beginsInTheMiddle.test(text)) return true;
  const words = tokens.map((token) => token.folded).join(' ');
  // A question that names somebody stands by itself, pronoun or not.
  const namesSomebody = /[\p{Ll}\p{N},]\s+\p{Lu}/u.test(text);
  return !namesSomebody && (pointingBack.test(words) || /\p{L}{3}nya(?:kah)?(?:[^\p{L}]|$)/u.test(text));
}
