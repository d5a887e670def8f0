import { DiscordAPIError } from 'discord.js';
import type { Turn, TurnRevision } from '../../conversation/conversation-store.ts';
import { decideToLook, decideToSpeak, type SilenceReason } from '../../conversation/decide.ts';
import { channelSettings } from '../../guilds/settings.ts';
import { answerReply } from '../answer-reply.ts';
import { rememberTurn, toKeptQuestion } from '../remember-turn.ts';
import type { Reply } from '../reply.ts';
import type { Texts } from '../texts/texts.ts';
import { textsForMessage } from './channel-texts.ts';
import { readBurstQuestion } from './burst-question.ts';
import { deliverAnswer, removeAnswer } from './deliver-answer.ts';
import { heardTogether, type HeardMessage } from './heard-message.ts';
import { recoveredAgeMaxMs, type Hearing } from './hearing.ts';
import { claimAll } from './listen.ts';
import { overheardVerdict } from './overheard-verdict.ts';
import { waitMaxMs } from './pace.ts';
import { previousOf } from './previous-questions.ts';
import { readSituation, type Situation } from './situation.ts';
import { threadName } from './thread-name.ts';

/** What one member has said in one breath: looked up, answered once where it should be, and remembered. */
export async function answerBurst(
  hearing: Hearing,
  key: string,
  heard: readonly HeardMessage[],
): Promise<void> {
  const { work, services, claimed } = hearing;
  const burst = heard.filter(({ messageId }) => !work.isDeleted(messageId));
  if (burst.length === 0) return;
  const said = heardTogether(burst);
  const situation = await readSituation(hearing, said);
  const decision = decideToLook(situation.facts);
  if (decision.act === 'silent') {
    await staySilent(hearing, burst, decision.reason);
    return;
  }
  await claimAll(hearing, burst);
  if (!claimed.has(said.claimId)) return;
  const texts = await textsForMessage(said, services);
  const words =
    decision.act === 'greet'
      ? { reply: { content: texts.channel.greeting } }
      : await findWords(hearing, { burst, said, situation, texts });
  if (words === undefined) {
    await staySilent(hearing, burst, 'not-sure');
    return;
  }
  const wait = takeTurn(hearing, said, situation);
  if (wait.waitMs > 0) {
    const isTooLong = services.now() + wait.waitMs - said.askedAtMs > waitMaxMs;
    if (isTooLong) await staySilent(hearing, burst, `${wait.restingOf ?? 'channel'}-cools-down`);
    else hearing.bursts.hold(key, burst, wait.waitMs);
    return;
  }
  await speakOrRetry(hearing, key, { burst, said, situation, texts, ...words });
}

/** What the articles say to it; undefined where silence is better. Keeps an overheard question as a gap. */
async function findWords(
  hearing: Hearing,
  { burst, said, situation, texts }: Omit<Speech, 'reply' | 'turn'>,
): Promise<Pick<Speech, 'reply' | 'turn'> | undefined> {
  const { services } = hearing;
  const { guildId, channelId } = situation.place;
  const askedAt = { channelId, ...(guildId !== undefined && { guildId }) };
  const previous = await previousOf(hearing, said, situation);
  const question = await readBurstQuestion(burst, { previous, askedAt }, services);
  const answered = await answerReply(
    { ...question, ...askedAt, isQuestionShown: false, questionId: said.messageId, texts },
    services,
  );
  const verdict =
    answered.kind === 'answered'
      ? overheardVerdict({ turn: answered.turn, words: said.words, facts: situation.facts }, services)
      : 'does-not-say';
  if (decideToSpeak(situation.facts, verdict).act === 'speak') return answered;
  if (answered.kind === 'answered') await keepUnanswered(hearing, { said, situation, turn: answered.turn });
  return undefined;
}

/** After so long an answer that could not be sent is tried again; each time it is looked for first. */
const retryAfterMs = 3_000;

/** The connection may fail where nobody knows whether Discord heard: then the question waits once more. */
async function speakOrRetry(hearing: Hearing, key: string, speech: Speech): Promise<void> {
  const { said, burst } = speech;
  try {
    await speak(hearing, speech);
  } catch (error) {
    const isLasting =
      error instanceof DiscordAPIError || hearing.services.now() - said.askedAtMs > recoveredAgeMaxMs;
    if (isLasting) {
      await finishAll(hearing, burst);
      throw error;
    }
    hearing.services.log.warn({ err: error, messageId: said.messageId }, 'answer waits for the connection');
    hearing.recovered.add(said.messageId);
    hearing.bursts.hold(key, burst, retryAfterMs);
  }
}

interface Speech {
  readonly burst: readonly HeardMessage[];
  readonly said: HeardMessage;
  readonly situation: Situation;
  readonly texts: Texts;
  readonly reply: Reply;
  /** Absent where nothing could be answered. */
  readonly turn?: TurnRevision;
}

async function speak(hearing: Hearing, speech: Speech): Promise<void> {
  const { services, client, work, recovered } = hearing;
  const { said, situation, burst, turn: revision } = speech;
  const { place, settings, facts } = situation;
  const { conversations } = services.store;
  const answerIn = channelSettings(settings, place.channelId).answerIn;
  const opensThread = revision !== undefined && facts.place === 'channel' && answerIn === 'thread';
  const delivery = await deliverAnswer({
    question: said.message,
    reply: speech.reply,
    ...(opensThread && { newThreadName: threadName(said.words, speech.texts.channel.threadName) }),
    mayHaveBeenSent: recovered.has(said.messageId),
  });
  if (delivery === undefined || revision === undefined) {
    await finishAll(hearing, burst);
    return;
  }
  const { guildId, channelId } = place;
  const { threadId, answerId } = delivery;
  if (delivery.isNewThread && threadId !== undefined && guildId !== undefined) {
    await conversations.openThread({ threadId, channelId, guildId, atMs: services.now() });
  }
  const turn: Turn = {
    questionId: said.messageId,
    answerId,
    ...(guildId !== undefined && { guildId }),
    channelId,
    ...(threadId !== undefined && { threadId }),
    askedBy: said.authorId,
    askedAtMs: said.askedAtMs,
    ...revision,
  };
  await rememberTurn(turn, services);
  if (threadId === undefined) hearing.lastAnswered.note(channelId, said.authorId);
  if (facts.moderatorSteppedIn && threadId !== undefined) await conversations.stepOut(threadId);
  await finishAll(hearing, burst);
  rememberParts(hearing, burst);
  services.log.info(
    {
      messageId: said.messageId,
      guildId,
      channelId,
      threadId,
      verdict: turn.verdict,
      messages: burst.length,
    },
    'message answered',
  );
  if (work.isDeleted(said.messageId)) {
    await conversations.removeTurn(said.messageId);
    await services.store.guilds.dropQuestion(said.messageId);
    await removeAnswer(client, { channelId: threadId ?? channelId, answerId });
  }
}

function takeTurn({ pace, services }: Hearing, { authorId }: HeardMessage, { settings, place }: Situation) {
  return pace.take(
    {
      memberId: authorId,
      channelId: place.threadId ?? place.channelId,
      memberRestMs: settings.memberCooldownSeconds * 1_000,
      channelRestMs: settings.channelCooldownSeconds * 1_000,
    },
    services.now(),
  );
}

async function staySilent(
  hearing: Hearing,
  burst: readonly HeardMessage[],
  reason: SilenceReason,
): Promise<void> {
  const messageId = burst.at(-1)?.messageId;
  hearing.services.log.debug({ messageId, reason }, 'message left alone');
  await finishAll(hearing, burst);
}

/**
 * A question that was overheard and met with silence is a gap too, where the articles have a word
 * of it: else it was for the room, and nobody's business.
 */
async function keepUnanswered(
  { services }: Hearing,
  { said, situation, turn }: { said: HeardMessage; situation: Situation; turn: TurnRevision },
): Promise<void> {
  const { guildId, channelId } = situation.place;
  if (!situation.facts.isQuestion || guildId === undefined) return;
  if (services.index.search(said.words, 1).length === 0) return;
  const { messageId: questionId, authorId: askedBy, askedAtMs } = said;
  const kept = toKeptQuestion({ questionId, guildId, channelId, askedBy, askedAtMs, ...turn });
  if (kept !== undefined) await services.store.guilds.keepQuestion({ ...kept, unanswered: true });
}

async function finishAll(hearing: Hearing, burst: readonly HeardMessage[]): Promise<void> {
  for (const { claimId, messageId } of burst) {
    if (hearing.claimed.delete(claimId)) await hearing.services.store.conversations.finish(claimId);
    hearing.recovered.delete(messageId);
  }
}

/** Questions in several messages whose words are kept for edits, at most. */
const partsMax = 1_000;

function rememberParts({ parts }: Hearing, burst: readonly HeardMessage[]): void {
  if (burst.length < 2) return;
  for (const { messageId } of burst) parts.set(messageId, burst);
  while (parts.size > partsMax) {
    const [oldest = ''] = parts.keys();
    parts.delete(oldest);
  }
}
