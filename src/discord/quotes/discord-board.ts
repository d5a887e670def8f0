/** `QuoteBoard` on Discord itself, through one client. The only place of quotes that speaks to Discord by itself. */
import {
  DiscordAPIError,
  MessagePayload,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
  SnowflakeUtil,
  type Client,
  type GuildTextBasedChannel,
  type Message,
  type MessageCreateOptions,
} from 'discord.js';
import { missingPermissions } from '../channel/speak-permission.ts';
import { toMessagePayload } from '../reply.ts';
import type {
  BoardMessage,
  BoardProblem,
  BoardResult,
  ChangeResult,
  PostContent,
  QuoteBoard,
  SendTarget,
} from './quote-board.ts';

/** Discord's own limit of one page. https://discord.com/developers/docs/resources/message#get-channel-messages */
const pageMax = 100;
/** Pages read to find a message again: 2,000 messages, whoever wrote them. */
const pagesMax = 20;

export function createDiscordBoard(client: Client): QuoteBoard {
  const channelIn = (guildId: string, channelId: string): GuildTextBasedChannel | undefined => {
    const channel = client.guilds.cache.get(guildId)?.channels.cache.get(channelId);
    return channel?.isTextBased() === true ? channel : undefined;
  };
  return {
    botId: () => client.user?.id ?? '',
    guildIds: () => [...client.guilds.cache.filter(({ available }) => available).keys()],
    localeOf: (guildId) => client.guilds.cache.get(guildId)?.preferredLocale ?? '',
    problemIn: (guildId, channelId) => {
      const channel = channelIn(guildId, channelId);
      if (channel === undefined) return { kind: 'no-channel' };
      const permissions = missingPermissions(channel);
      if (permissions.length > 0) return { kind: 'lacks-permissions', permissions };
      const isTimedOut = channel.guild.members.me?.isCommunicationDisabled() === true;
      return isTimedOut ? { kind: 'timed-out' } : undefined;
    },
    mayAttach: (guildId, channelId) => {
      const channel = channelIn(guildId, channelId);
      const me = channel?.guild.members.me;
      return me != null && channel?.permissionsFor(me).has(PermissionFlagsBits.AttachFiles) === true;
    },
    send: async (target, content) => sendMessage(client, target, content),
    ownMessages: async (channelId, sinceMs) =>
      attempt(async () => ({ ok: true, ...(await readOwn(client, channelId, sinceMs)) })),
    message: async (channelId, messageId) => {
      const found = await attempt(async () => {
        const channel = await textChannel(client, channelId);
        const message = await channel.messages.fetch({ message: messageId, cache: false, force: true });
        return { ok: true, message: toBoardMessage(message) };
      });
      return !found.ok && isGone(found.problem) ? 'gone' : found;
    },
    edit: async (channelId, messageId, content) =>
      change(async () => {
        const channel = await textChannel(client, channelId);
        await channel.messages.edit(messageId, { ...toOptions(content), attachments: [] });
      }),
    remove: async (channelId, messageId) =>
      change(async () => {
        const channel = await textChannel(client, channelId);
        await channel.messages.delete(messageId);
      }),
  };
}

/**
 * Sends by the plain route, which takes a signal: a request that waits in line behind a rate limit
 * must not go out after its sender's time is over.
 */
async function sendMessage(
  client: Client,
  { channelId, nonce, signal }: SendTarget,
  content: PostContent,
): Promise<BoardResult<{ messageId: string }>> {
  return attempt(async () => {
    const options: MessageCreateOptions = {
      ...toOptions(content),
      ...(nonce !== undefined && { nonce, enforceNonce: true }),
    };
    const channel = await textChannel(client, channelId);
    const { body, files } = await MessagePayload.create(channel, options).resolveBody().resolveFiles();
    const sent: unknown = await client.rest.post(Routes.channelMessages(channelId), {
      body,
      ...(files !== null && { files }),
      ...(signal !== undefined && { signal }),
    });
    if (!hasId(sent)) throw new Error('Discord’s answer names no message');
    return { ok: true, messageId: sent.id };
  });
}

function toOptions({ content, card, buttons = [] }: PostContent) {
  const files =
    card === undefined
      ? []
      : [{ attachment: Buffer.from(card.png), name: 'kutip.png', description: card.altText }];
  return { ...toMessagePayload({ content, buttons }), files };
}

async function readOwn(client: Client, channelId: string, sinceMs: number) {
  const channel = await textChannel(client, channelId);
  const messages: BoardMessage[] = [];
  let after = SnowflakeUtil.generate({ timestamp: sinceMs, increment: 0n, processId: 0n, workerId: 0n });
  for (let page = 0; page < pagesMax; page += 1) {
    const read = await channel.messages.fetch({ after: `${after}`, limit: pageMax, cache: false });
    const ascending = [...read.values()].toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    const own = ascending.filter(({ author, system }) => author.id === client.user?.id && !system);
    messages.push(...own.map(toBoardMessage));
    if (read.size < pageMax) return { messages, isComplete: true };
    after = BigInt(ascending.at(-1)?.id ?? after);
  }
  return { messages, isComplete: false };
}

function toBoardMessage({ id, content, interactionMetadata, components }: Message): BoardMessage {
  return { id, content, isPlain: interactionMetadata === null && components.length === 0 };
}

/** @throws {UnknownChannel} where it is none that can be written in. */
async function textChannel(client: Client, channelId: string): Promise<GuildTextBasedChannel> {
  const channel = await client.channels.fetch(channelId);
  if (channel?.isTextBased() !== true || channel.isDMBased()) throw new UnknownChannel();
  return channel;
}

class UnknownChannel extends Error {}

async function attempt<Done>(work: () => Promise<{ readonly ok: true } & Done>): Promise<BoardResult<Done>> {
  try {
    return await work();
  } catch (error) {
    return { ok: false, problem: toProblem(error) };
  }
}

async function change(work: () => Promise<void>): Promise<ChangeResult> {
  const result = await attempt(async () => {
    await work();
    return { ok: true };
  });
  if (result.ok) return 'done';
  return isGone(result.problem) ? 'gone' : result.problem;
}

const unknownMessage = String(RESTJSONErrorCodes.UnknownMessage);

/** A message goes with its channel. */
function isGone(problem: BoardProblem): boolean {
  return problem.kind === 'no-channel' || (problem.kind === 'refused' && problem.code === unknownMessage);
}

/** Whatever is not Discord's own clear refusal may have taken effect. */
function toProblem(error: unknown): BoardProblem {
  if (error instanceof UnknownChannel) return { kind: 'no-channel' };
  if (!(error instanceof DiscordAPIError)) return { kind: 'unclear', err: error };
  switch (error.code) {
    case RESTJSONErrorCodes.UnknownChannel:
      return { kind: 'no-channel' };
    case RESTJSONErrorCodes.MissingAccess:
      return { kind: 'lacks-permissions', permissions: ['ViewChannel'] };
    case RESTJSONErrorCodes.MissingPermissions:
      return { kind: 'lacks-permissions', permissions: ['SendMessages'] };
    // Too many edits of old messages for now: later ones are taken again.
    case RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached:
      return { kind: 'unclear', err: error };
    default:
      return error.status >= 400 && error.status < 500
        ? { kind: 'refused', code: String(error.code) }
        : { kind: 'unclear', err: error };
  }
}

function hasId(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}
