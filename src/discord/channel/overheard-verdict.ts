import { isGoingOn, type MessageFacts } from '../../conversation/decide.ts';
import type { TurnRevision } from '../../conversation/conversation-store.ts';
import type { Services } from '../services.ts';

/** Informative words with which a question stands by itself. */
const ownWordsMin = 2;

/**
 * The verdict as far as the bot goes by it unasked. Small talk meets an article in a single word
 * ("udah makan belum?" and a dinner): with fewer words the question must name what the passage names,
 * and what is no question must always.
 */
export function overheardVerdict(
  {
    turn,
    words,
    facts,
  }: { readonly turn: TurnRevision; readonly words: string; readonly facts: MessageFacts },
  { index, questionTerms }: Pick<Services, 'index' | 'questionTerms'>,
): TurnRevision['verdict'] {
  const isAddressed =
    facts.place === 'dm' ||
    facts.place === 'answer-thread' ||
    facts.mentionsBot ||
    facts.repliesToBot ||
    isGoingOn(facts);
  if (turn.verdict !== 'answers' || isAddressed) return turn.verdict;
  if (facts.isQuestion && new Set(questionTerms(words)).size >= ownWordsMin) return turn.verdict;
  const passage = turn.shown && index.passage(turn.shown.passageId);
  const text = passage && index.articles.get(passage.articleId)?.text.slice(passage.start, passage.end);
  return text !== undefined && namesSomethingOf(text, words) ? turn.verdict : 'may-answer';
}

/** Whether the words say a name of the text: one written with a capital inside a sentence. */
function namesSomethingOf(text: string, words: string): boolean {
  const names = [...text.matchAll(/(?<=[\p{L}\p{N},]\s)[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*/gu)].map(([name]) =>
    name.toLowerCase(),
  );
  const said = new Set(words.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return names.some((name) => name.length > 1 && said.has(name));
}
