import type {
  APIApplicationCommand,
  APIEmoji,
  APIMessage,
  APIRole,
  APIUser,
  Locale,
} from 'discord-api-types/v10';
import type { Interaction } from './interaction.ts';
import type { WorldEvents } from './world-events.ts';

/** Everything that exists in the local Discord. Built once by `seedWorld`, changed by the rest of the room. */
export interface World {
  readonly now: () => number;
  readonly newId: () => string;
  readonly bot: { readonly id: string; readonly token: string };
  /** The server the bot is in. */
  readonly guildId: string;
  readonly users: Map<string, WorldUser>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** By channel, then by message ID in order of sending. */
  readonly messages: Map<string, Map<string, StoredMessage>>;
  readonly commands: Map<string, StoredCommand>;
  /** When commands were created, by server ID or `global`; for the daily limit. */
  readonly commandCreates: Map<string, number[]>;
  readonly interactions: Map<string, Interaction>;
  /** Message IDs by channel, author and nonce, for `enforce_nonce`. */
  readonly nonces: Map<string, { messageId: string; at: number }>;
  /** By `channelId/attachmentId/filename`. */
  readonly files: Map<string, StoredFile>;
  readonly events: WorldEvents;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin: string;
  /** Gateway intents the bot may not have. */
  readonly disallowedIntents: number;
}

export interface WorldUser {
  readonly api: APIUser & { flags: number; primary_guild: null };
  readonly locale: Locale;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly preferredLocale: Locale;
  readonly roles: Map<string, APIRole>;
  readonly members: Map<string, Member>;
}

export interface Member {
  readonly userId: string;
  roles: string[];
  nick: string | null;
  readonly joinedAt: string;
  /** ISO time until which the member may only read; null for none. */
  timedOutUntil: string | null;
}

export interface Overwrite {
  /** 0 for a role, 1 for a member. */
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

interface ChannelBase {
  readonly id: string;
  lastMessageId: string | null;
  lastPinAt: string | null;
}

export interface TextChannel extends ChannelBase {
  readonly kind: 'text';
  readonly guildId: string;
  name: string;
  topic: string | null;
  position: number;
  slowmodeSeconds: number;
  nsfw: boolean;
  readonly overwrites: Map<string, Overwrite>;
}

export interface ThreadChannel extends ChannelBase {
  readonly kind: 'thread';
  /** 11 public, 12 private. */
  readonly type: 11 | 12;
  readonly guildId: string;
  readonly parentId: string;
  readonly ownerId: string;
  readonly createdAt: string;
  name: string;
  archived: boolean;
  locked: boolean;
  invitable: boolean;
  archiveChangedAt: string;
  autoArchiveMinutes: number;
  slowmodeSeconds: number;
  messageCount: number;
  totalMessageSent: number;
  /** Joined when, by user ID. */
  readonly members: Map<string, string>;
}

export interface DirectChannel extends ChannelBase {
  readonly kind: 'dm';
  readonly personId: string;
}

export interface GroupChannel extends ChannelBase {
  readonly kind: 'group';
  readonly name: string;
  readonly ownerId: string;
  readonly personIds: readonly string[];
}

export type GuildPlace = TextChannel | ThreadChannel;
export type Channel = GuildPlace | DirectChannel | GroupChannel;

export interface Reaction {
  readonly emoji: Pick<APIEmoji, 'id' | 'name'>;
  readonly userIds: Set<string>;
}

export interface StoredMessage {
  /** Without what depends on who looks: reactions, nonce, the referenced message. */
  readonly api: APIMessage;
  readonly channelId: string;
  readonly guildId: string | undefined;
  /** By emoji key, in order of first use. */
  readonly reactions: Map<string, Reaction>;
  /** The only person who sees an ephemeral message. */
  readonly visibleTo: string | undefined;
  readonly interactionId: string | undefined;
  pinnedAt: string | undefined;
}

export interface StoredCommand {
  readonly api: APIApplicationCommand;
  readonly guildId: string | undefined;
}

export interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** @throws Error where the ID is not of this world: a mistake in the caller, not in a request. */
export function userOf(world: World, id: string): WorldUser {
  const user = world.users.get(id);
  if (user === undefined) throw new Error(`nobody in the local Discord has the ID ${id}`);
  return user;
}

/** The server of a place; undefined for DMs and groups. */
export function guildOf(world: World, channel: Channel): Guild | undefined {
  return 'guildId' in channel ? world.guilds.get(channel.guildId) : undefined;
}

/** The stored messages of a channel, made on first use. */
export function messagesIn(world: World, channelId: string): Map<string, StoredMessage> {
  let messages = world.messages.get(channelId);
  if (messages === undefined) {
    messages = new Map();
    world.messages.set(channelId, messages);
  }
  return messages;
}

export function isoNow(world: World): string {
  return new Date(world.now()).toISOString();
}
