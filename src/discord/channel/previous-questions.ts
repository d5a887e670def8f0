import { previousQuestionsMax } from '../../conversation/conversation-store.ts';
import { followUpWindowMs } from '../answer-interaction.ts';
import { isGoingOn } from '../../conversation/decide.ts';
import type { HeardMessage } from './heard-message.ts';
import type { Hearing } from './hearing.ts';
import type { Situation } from './situation.ts';

/** A thread's conversation is over after a day's silence, as the thread itself is. */
const threadWindowMs = 24 * 3_600_000;

/**
 * The conversation so far: the thread's; or what the answer that is replied to was about; or what the
 * member has just asked by name or goes on with. Whoever else is overheard starts anew.
 */
export async function previousOf(
  { services }: Pick<Hearing, 'services'>,
  said: HeardMessage,
  { place, facts }: Situation,
): Promise<readonly string[]> {
  const { conversations } = services.store;
  const now = services.now();
  if (place.threadId !== undefined) {
    const range = { sinceMs: now - threadWindowMs, count: previousQuestionsMax };
    return conversations.previousQuestions({ threadId: place.threadId }, range);
  }
  const own = async () =>
    conversations.previousQuestions(
      { channelId: place.channelId, askedBy: said.authorId },
      { sinceMs: now - followUpWindowMs, count: previousQuestionsMax },
    );
  if (facts.repliesToBot) {
    const turn = await repliedTurn(services, said);
    if (turn === undefined) return [];
    const earlier = turn.askedBy === said.authorId ? await own() : [];
    return [...earlier.filter((question) => question !== turn.question), turn.question];
  }
  return facts.mentionsBot || facts.place === 'dm' || isGoingOn(facts) ? own() : [];
}

/** The turn whose answer is replied to; answers of commands are known by the interaction they answered. */
async function repliedTurn({ store }: Hearing['services'], { message }: HeardMessage) {
  const answerId = message.reference?.messageId;
  if (answerId === undefined) return undefined;
  const turn = await store.conversations.turnOfAnswer(answerId);
  if (turn !== undefined) return turn;
  const answer = await message.fetchReference().catch(() => undefined);
  const interactionId = answer?.interactionMetadata?.id;
  return interactionId === undefined ? undefined : store.conversations.turnOfQuestion(interactionId);
}
