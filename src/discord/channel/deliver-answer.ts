/** An answer is sent, found again, changed or taken back. The only place of channel answers that speaks to Discord. */
import {
  ChannelType,
  DiscordAPIError,
  RESTJSONErrorCodes,
  ThreadAutoArchiveDuration,
  type AnyThreadChannel,
  type Channel,
  type Client,
  type Message,
} from 'discord.js';
import { toMessagePayload, type Reply } from '../reply.ts';
import { missingPermissions } from './speak-permission.ts';

export interface Delivery {
  readonly answerId: string;
  /** Where the conversation goes on, where it is a thread. */
  readonly threadId?: string;
  /** The thread was opened for this question. */
  readonly isNewThread: boolean;
}

export interface DeliveryOrder {
  readonly question: Message;
  readonly reply: Reply;
  /** Undefined: as a reply where the question stands. */
  readonly newThreadName?: string;
  /** An earlier process may have sent it: look before sending. */
  readonly mayHaveBeenSent: boolean;
}

/**
 * Sends the answer once, however often it is ordered: the nonce holds for some minutes, and looking
 * for an earlier answer for longer. Undefined where the question is gone meanwhile.
 */
export async function deliverAnswer(order: DeliveryOrder): Promise<Delivery | undefined> {
  const { question, reply, newThreadName } = order;
  try {
    if (order.mayHaveBeenSent) {
      const sent = await findAnswer(question);
      if (sent !== undefined) return sent;
    }
    const payload = { ...toMessagePayload(reply), nonce: question.id, enforceNonce: true };
    const thread = newThreadName === undefined ? undefined : await openThread(question, newThreadName);
    if (thread !== undefined) {
      const answer = await thread.send(payload);
      return { answerId: answer.id, threadId: thread.id, isNewThread: true };
    }
    const answer = await question.reply({ ...payload, failIfNotExists: true });
    return { answerId: answer.id, ...threadOf(question), isNewThread: false };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Puts another answer in its place; false where it is gone. */
export async function changeAnswer(client: Client, place: AnswerPlace, reply: Reply): Promise<boolean> {
  const channel = await client.channels.fetch(place.channelId).catch(ignoreGone);
  if (channel?.isTextBased() !== true) return false;
  try {
    await inOpenThread(channel, async () => channel.messages.edit(place.answerId, toMessagePayload(reply)));
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

/** Takes an answer back; does nothing where it is gone. */
export async function removeAnswer(client: Client, place: AnswerPlace): Promise<void> {
  const channel = await client.channels.fetch(place.channelId).catch(ignoreGone);
  if (channel?.isTextBased() !== true) return;
  await inOpenThread(channel, async () => channel.messages.delete(place.answerId)).catch(ignoreGone);
}

/** In an archived thread nothing can be changed: it is opened for the moment that takes. */
async function inOpenThread(channel: Channel, act: () => Promise<unknown>): Promise<void> {
  const isArchived = channel.isThread() && channel.archived === true;
  if (isArchived) await channel.setArchived(false);
  await act();
  if (isArchived) await channel.setArchived(true);
}

export interface AnswerPlace {
  /** The channel or thread in which the answer stands. */
  readonly channelId: string;
  readonly answerId: string;
}

async function openThread(question: Message, name: string): Promise<AnyThreadChannel | undefined> {
  if (!question.inGuild() || question.channel.isThread()) return undefined;
  const { type } = question.channel;
  const takesThreads = type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement;
  if (!takesThreads || missingPermissions(question.channel, 'thread').length > 0) return undefined;
  try {
    return await question.startThread({ name, autoArchiveDuration: ThreadAutoArchiveDuration.OneDay });
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    // A thread begun at a message has the message's ID.
    if (error.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return fetchThread(question);
    if (error.code === RESTJSONErrorCodes.MaximumActiveThreads) return undefined;
    throw error;
  }
}

async function fetchThread(question: Message<true>): Promise<AnyThreadChannel | undefined> {
  const channel = await question.client.channels.fetch(question.id).catch(ignoreGone);
  return channel?.isThread() === true ? channel : undefined;
}

/** Messages looked through for an answer that an earlier process sent. */
const searchedMax = 100;

async function findAnswer(question: Message): Promise<Delivery | undefined> {
  const botId = question.client.user.id;
  const thread = question.inGuild() && question.hasThread ? await fetchThread(question) : undefined;
  if (thread !== undefined) {
    const [first] = (await thread.messages.fetch({ after: question.id, limit: searchedMax }))
      .filter(({ author, system }) => author.id === botId && !system)
      .sort((a, b) => a.createdTimestamp - b.createdTimestamp)
      .values();
    if (first !== undefined) return { answerId: first.id, threadId: thread.id, isNewThread: true };
  }
  const later = await question.channel.messages.fetch({ after: question.id, limit: searchedMax });
  const answer = later.find(
    ({ author, reference }) => author.id === botId && reference?.messageId === question.id,
  );
  return answer && { answerId: answer.id, ...threadOf(question), isNewThread: false };
}

function threadOf({ channel }: Message): { threadId?: string } {
  return channel.isThread() ? { threadId: channel.id } : {};
}

/** Message, thread or channel were deleted meanwhile; a reply to a deleted message is a form error. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  if (goneCodes.has(error.code)) return true;
  return (
    error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType &&
    error.message.includes('REPLIES_UNKNOWN_MESSAGE')
  );
}

const goneCodes: ReadonlySet<string | number> = new Set([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
]);

function ignoreGone(error: unknown): undefined {
  if (!isGone(error)) throw error;
}
