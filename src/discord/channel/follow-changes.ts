/** The answer follows its question: edited with it, and gone with it. */
import type { Message } from 'discord.js';
import { editWindowMs, type Turn } from '../../conversation/conversation-store.ts';
import { answerReply } from '../answer-reply.ts';
import { toKeptQuestion } from '../remember-turn.ts';
import { readBurstQuestion } from './burst-question.ts';
import { textsForMessage } from './channel-texts.ts';
import { changeAnswer, removeAnswer } from './deliver-answer.ts';
import { hear, heardTogether, type HeardMessage } from './heard-message.ts';
import type { Hearing } from './hearing.ts';
import { previousOf } from './previous-questions.ts';
import { readSituation, type Situation } from './situation.ts';

/**
 * An edited message. `listenAnew` is for one that was no question before. After the edit window
 * nothing happens.
 */
export async function followEdit(
  hearing: Hearing,
  message: Message,
  listenAnew: () => Promise<void>,
): Promise<void> {
  const { services, bursts, parts } = hearing;
  // Discord also says "updated" when it has only added a link preview.
  if (message.editedTimestamp === null || message.author.bot) return;
  if (services.now() - message.createdTimestamp > editWindowMs) return;
  const said = hear(message, services.readsMessages);
  if (bursts.replace(said)) return;
  const burst = (parts.get(message.id) ?? [said]).map((each) =>
    each.messageId === message.id ? said : each,
  );
  for (const each of burst) if (parts.has(each.messageId)) parts.set(each.messageId, burst);
  const whole = heardTogether(burst);
  const turn = await services.store.conversations.turnOfQuestion(whole.messageId);
  if (turn === undefined) await listenAnew();
  else if (/[\p{L}\p{N}]/u.test(whole.words)) await reviseAnswer(hearing, burst, turn);
  else await withdraw(hearing, whole.messageId);
}

async function reviseAnswer(hearing: Hearing, burst: readonly HeardMessage[], turn: Turn): Promise<void> {
  const { services, client } = hearing;
  const said = heardTogether(burst);
  const { conversations, guilds } = services.store;
  const situation = await readSituation(hearing, said);
  const previous = await previousBefore(hearing, { said, situation, turn });
  const { guildId, channelId, questionId } = turn;
  const askedAt = { channelId, ...(guildId !== undefined && { guildId }) };
  const question = await readBurstQuestion(burst, { previous, askedAt }, services);
  const texts = await textsForMessage(said, services);
  const answered = await answerReply(
    { ...question, ...askedAt, isQuestionShown: false, questionId, texts },
    services,
  );
  const isSame = answered.kind === 'problem' || answered.turn.question === turn.question;
  if (isSame || turn.answerId === undefined) return;
  const place = { channelId: turn.threadId ?? turn.channelId, answerId: turn.answerId };
  const isChanged = await changeAnswer(client, place, answered.reply);
  if (!isChanged) {
    await conversations.removeTurn(turn.questionId);
    return;
  }
  await conversations.reviseTurn(turn.questionId, answered.turn);
  const kept = toKeptQuestion({ ...turn, ...answered.turn });
  if (kept?.unanswered === true) await guilds.keepQuestion(kept);
  else if (turn.verdict === 'does-not-say') await guilds.dropQuestion(turn.questionId);
  services.log.info({ messageId: turn.questionId, verdict: answered.turn.verdict }, 'answer follows an edit');
}

/** What was asked before the question itself, which is among the conversation's questions by now. */
async function previousBefore(
  hearing: Hearing,
  { said, situation, turn }: { said: HeardMessage; situation: Situation; turn: Turn },
): Promise<readonly string[]> {
  const all = await previousOf(hearing, said, situation);
  const own = all.lastIndexOf(turn.question);
  return own === -1 ? all : all.slice(0, own);
}

/** A deleted message: its answer goes, and so does what was kept of it. */
export async function followDeletion(
  hearing: Hearing,
  messageId: string,
  { isInGuild }: { readonly isInGuild: boolean },
): Promise<void> {
  const { parts } = hearing;
  const burst = parts.get(messageId);
  // Of a question in several messages the answer stands as long as the last of them does.
  const questionId = burst?.at(-1)?.messageId ?? messageId;
  if (questionId !== messageId) return;
  const isKnown = await withdraw(hearing, questionId);
  if (!isKnown && isInGuild) await hearing.services.store.guilds.dropQuestion(questionId);
}

async function withdraw({ services, client }: Hearing, questionId: string): Promise<boolean> {
  const turn = await services.store.conversations.removeTurn(questionId);
  if (turn === undefined) return false;
  await services.store.guilds.dropQuestion(questionId);
  if (turn.answerId === undefined) return true;
  await removeAnswer(client, { channelId: turn.threadId ?? turn.channelId, answerId: turn.answerId });
  services.log.info({ messageId: questionId }, 'answer went with its question');
  return true;
}
