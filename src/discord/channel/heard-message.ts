/** What of a message the bot hears: taken from discord.js once, plain from then on. */
import { MessageType, type GuildTextBasedChannel, type Message } from 'discord.js';
import type { MessageFacts } from '../../conversation/decide.ts';
import { readVisibleText } from '../../conversation/visible-text.ts';
import type { GuildSettings } from '../../guilds/settings.ts';
import { isModerator } from '../moderators.ts';

export interface HeardMessage {
  readonly messageId: string;
  readonly message: Message;
  readonly authorId: string;
  /** The author's own words, without mentions, quotes, code and links. */
  readonly words: string;
  readonly mentionsBot: boolean;
  readonly repliesToBot: boolean;
  readonly addressesOthers: boolean;
  readonly hasContent: boolean;
  /** Under what it is claimed: an edited message may be looked at once more. */
  readonly claimId: string;
  readonly askedAtMs: number;
}

/** What is said in a message; `readsMessages` as in the services. */
export function hear(message: Message, readsMessages: boolean): HeardMessage {
  const botId = message.client.user.id;
  const { words, mentionedUserIds, mentionedRoleIds, ...typed } = readVisibleText(message.content);
  const repliedTo = message.type === MessageType.Reply ? message.mentions.repliedUser?.id : undefined;
  const own = namesOfBot(message);
  const speaksToOthers =
    mentionedUserIds.some((id) => id !== botId) ||
    mentionedRoleIds.some((id) => id !== own.roleId) ||
    (typed.beginsWithName && !own.names.includes(typed.typedNames[0] ?? ''));
  const { editedTimestamp } = message;
  return {
    messageId: message.id,
    message,
    authorId: message.author.id,
    words: withoutNames(words, own.names),
    mentionsBot:
      mentionedUserIds.includes(botId) ||
      (own.roleId !== undefined && mentionedRoleIds.includes(own.roleId)) ||
      typed.typedNames.some((name) => own.names.includes(name)),
    repliesToBot: repliedTo === botId,
    addressesOthers: speaksToOthers || (repliedTo !== undefined && repliedTo !== botId),
    // Without the intent an empty text says nothing about what was written.
    hasContent: readsMessages || message.content !== '' || !message.inGuild(),
    claimId: editedTimestamp === null ? message.id : `${message.id}:${editedTimestamp}`,
    askedAtMs: message.createdTimestamp,
  };
}

/**
 * What else means the bot: its own role, which Discord's list of mentions offers beside it, and its
 * name behind an @ that did not become a mention.
 */
function namesOfBot({ client, guild }: Message): { names: readonly string[]; roleId?: string } {
  const me = guild?.members.me;
  const roleId = me?.roles.botRole?.id;
  const names = [client.user.username, me?.displayName ?? ''].map((name) => name.toLowerCase());
  return { names, ...(roleId !== undefined && { roleId }) };
}

function withoutNames(words: string, names: readonly string[]): string {
  const isOwn = (name: string) => names.includes(name.slice(1).toLowerCase());
  return words.replace(/@[^\s,:!?]+/gu, (name) => (isOwn(name) ? ' ' : name)).trim();
}

/** Several messages of one member as one; the last of them is answered. `burst`: oldest first, at least one. */
export function heardTogether(burst: readonly HeardMessage[]): HeardMessage {
  const last = burst.at(-1);
  if (last === undefined) throw new RangeError('Nothing was said');
  return {
    ...last,
    words: burst
      .map(({ words }) => words)
      .filter((words) => words !== '')
      .join('\n'),
    mentionsBot: burst.some((said) => said.mentionsBot),
    repliesToBot: burst.some((said) => said.repliesToBot),
    addressesOthers: burst.some((said) => said.addressesOthers),
    hasContent: burst.some((said) => said.hasContent),
  };
}

/** Who wrote it, as far as the decision goes. */
export function authorKind(message: Message, settings: GuildSettings): MessageFacts['author'] {
  if (message.webhookId !== null) return 'webhook';
  if (message.author.bot) return 'bot';
  if (message.system || ![MessageType.Default, MessageType.Reply].includes(message.type)) return 'system';
  const isGuarding =
    message.inGuild() && message.member !== null && isModerator(message.member, message.channel, settings);
  return isGuarding ? 'moderator' : 'member';
}

/** Where it was written: for a thread, settings and cooldowns are its parent's. */
export interface HeardPlace {
  readonly guildId?: string;
  readonly channelId: string;
  readonly threadId?: string;
  /** Absent in direct messages. */
  readonly channel?: GuildTextBasedChannel;
}

export function placeOfMessage(message: Message): HeardPlace {
  if (!message.inGuild()) return { channelId: message.channelId };
  const { channel, guildId } = message;
  if (!channel.isThread()) return { guildId, channelId: channel.id, channel };
  return { guildId, channelId: channel.parentId ?? channel.id, threadId: channel.id, channel };
}
