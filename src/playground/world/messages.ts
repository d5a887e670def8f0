import { MessageFlags, MessageReferenceType, MessageType } from 'discord-api-types/v10';
import type { APIMessage, APIMessageTopLevelComponent, APIUser } from 'discord-api-types/v10';
import { resolveAttachmentUrls, storeAttachments } from './attachments.ts';
import type { UploadedFile } from './attachments.ts';
import { refusals } from './discord-error.ts';
import { computeMentions } from './mentions.ts';
import type { MessageFields } from './message-fields.ts';
import { asWire } from './protocol.ts';
import { guildOf, isoNow, messagesIn, userOf } from './world.ts';
import type { Channel, StoredMessage, World } from './world.ts';
import { toThread, toUser } from './wire-objects.ts';

export interface NewMessage {
  channel: Channel;
  authorId: string;
  fields: MessageFields;
  files: readonly UploadedFile[];
  type?: MessageType;
  /** Alone to see it; makes it ephemeral. */
  visibleTo?: string | undefined;
  interactionId?: string;
  /** A deferral: no content yet. */
  loading?: boolean;
  referenced?: StoredMessage | undefined;
  /** What an interaction adds: `interaction_metadata`, `application_id`, `webhook_id`, … */
  extra?: Partial<APIMessage>;
  /** Interaction answers ping users alone by default. */
  usersOnly?: boolean;
  /** Made by Discord itself, so it may be empty and pings nobody. */
  isSystem?: boolean;
}

const KEPT_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/**
 * Stores a message and tells everybody. Permissions are the caller's business.
 * @throws DiscordError 50006 for an empty one, 50035 for attachments that do not fit.
 */
export function createMessage(world: World, draft: NewMessage): StoredMessage {
  const { channel, authorId, fields, files, visibleTo, referenced } = draft;
  const attachments = storeAttachments(world, {
    channelId: channel.id,
    listed: fields.attachments,
    files,
    existing: [],
    ephemeral: visibleTo !== undefined,
  });
  const content = (fields.content ?? '').trim();
  const flags =
    ((fields.flags ?? 0) & KEPT_FLAGS) |
    (visibleTo === undefined ? 0 : MessageFlags.Ephemeral) |
    (draft.loading === true ? MessageFlags.Loading : 0);
  const api: APIMessage = {
    type: draft.type ?? (referenced === undefined ? MessageType.Default : MessageType.Reply),
    content,
    ...mentionParts(world, {
      channel,
      authorId,
      content,
      fields,
      referenced,
      usersOnly: draft.usersOnly === true,
    }),
    attachments,
    embeds: resolveAttachmentUrls(fields.embeds ?? [], attachments),
    timestamp: isoNow(world),
    edited_timestamp: null,
    flags,
    components: asWire<NonNullable<APIMessage['components']>>(
      resolveAttachmentUrls(fields.components ?? [], attachments),
    ),
    id: world.newId(),
    channel_id: channel.id,
    author: toUser(world, authorId),
    pinned: false,
    tts: fields.tts,
    ...(referenced === undefined ? {} : { message_reference: referenceTo(referenced) }),
    ...draft.extra,
  };
  if (draft.loading !== true && draft.isSystem !== true) refuseEmpty(api);
  const guild = guildOf(world, channel);
  const message: StoredMessage = {
    api,
    channelId: channel.id,
    guildId: guild?.id,
    reactions: new Map(),
    visibleTo,
    interactionId: draft.interactionId,
    pinnedAt: undefined,
  };
  messagesIn(world, channel.id).set(api.id, message);
  if (visibleTo === undefined) countMessage(world, channel, message);
  world.events.emit({
    type: 'message-create',
    message,
    ...(fields.nonce === undefined ? {} : { nonce: fields.nonce }),
  });
  return message;
}

/** Changes what the fields say and nothing else; ends a deferral. Tells everybody. */
export function editMessage(
  world: World,
  message: StoredMessage,
  {
    fields,
    files,
    usersOnly = false,
  }: { fields: MessageFields; files: readonly UploadedFile[]; usersOnly?: boolean },
): void {
  const { api } = message;
  const channel = channelOf(world, message);
  const attachments = storeAttachments(world, {
    channelId: channel.id,
    listed: fields.attachments,
    files,
    existing: api.attachments,
    ephemeral: message.visibleTo !== undefined,
  });
  const wasLoading = (Number(api.flags) & MessageFlags.Loading) !== 0;
  const content = fields.content === undefined ? api.content : fields.content.trim();
  const suppress =
    fields.flags === undefined
      ? Number(api.flags) & MessageFlags.SuppressEmbeds
      : fields.flags & MessageFlags.SuppressEmbeds;
  const lasting =
    MessageFlags.Ephemeral |
    MessageFlags.IsComponentsV2 |
    MessageFlags.HasThread |
    MessageFlags.SuppressNotifications;
  const changed = {
    content,
    attachments,
    embeds: fields.embeds === undefined ? api.embeds : resolveAttachmentUrls(fields.embeds, attachments),
    components:
      fields.components === undefined
        ? (api.components ?? [])
        : asWire<APIMessageTopLevelComponent[]>(resolveAttachmentUrls(fields.components, attachments)),
    flags: (Number(api.flags) & lasting) | suppress | ((fields.flags ?? 0) & MessageFlags.IsComponentsV2),
    // A deferral's first edit is its sending, not a change of something said.
    edited_timestamp: wasLoading ? null : isoNow(world),
  };
  refuseEmpty(changed);
  Object.assign(api, changed);
  if (fields.content !== undefined) {
    const referenced = referencedMessage(world, message);
    const authorId = api.author.id;
    Object.assign(api, mentionParts(world, { channel, authorId, content, fields, referenced, usersOnly }));
  }
  world.events.emit({ type: 'message-update', message });
}

/** Takes messages of one channel away and tells everybody. */
export function deleteMessages(
  world: World,
  channel: Channel,
  messages: readonly StoredMessage[],
  bulk = false,
): void {
  for (const message of messages) {
    messagesIn(world, channel.id).delete(message.api.id);
    for (const { url } of message.api.attachments) {
      world.files.delete(decodeURI(new URL(url).pathname.slice('/attachments/'.length)));
    }
    const interaction = world.interactions.get(message.interactionId ?? '');
    if (interaction !== undefined) {
      interaction.messageIds = interaction.messageIds.filter((id) => id !== message.api.id);
    }
  }
  world.events.emit({ type: 'message-delete', channel, messages, bulk });
}

/** The message as `viewerId` gets it over HTTP: reactions, thread and the message replied to included. */
export function toMessage(world: World, message: StoredMessage, viewerId: string): APIMessage {
  const { api } = message;
  const referenced = referencedMessage(world, message);
  const thread = world.channels.get(api.id);
  return {
    ...api,
    ...(message.reactions.size === 0 ? {} : { reactions: toReactions(message, viewerId) }),
    ...(thread?.kind === 'thread'
      ? { thread: asWire<NonNullable<APIMessage['thread']>>(toThread(thread)) }
      : {}),
    ...(api.type === MessageType.Reply
      ? { referenced_message: referenced === undefined ? null : { ...referenced.api } }
      : {}),
  };
}

export function channelOf(world: World, message: StoredMessage): Channel {
  const channel = world.channels.get(message.channelId);
  if (channel === undefined) throw refusals.unknownChannel();
  return channel;
}

/** @throws DiscordError 10008 where there is none that this user can see. */
export function findMessage(
  world: World,
  channelId: string,
  messageId: string,
  viewerId: string,
): StoredMessage {
  const message = world.messages.get(channelId)?.get(messageId);
  const hidden = message?.visibleTo !== undefined && message.visibleTo !== viewerId;
  if (message === undefined || hidden) throw refusals.unknownMessage();
  return message;
}

function referencedMessage(world: World, { api }: StoredMessage): StoredMessage | undefined {
  const reference = api.message_reference;
  return world.messages.get(reference?.channel_id ?? '')?.get(reference?.message_id ?? '');
}

function toReactions(message: StoredMessage, viewerId: string): NonNullable<APIMessage['reactions']> {
  return [...message.reactions.values()].map(({ emoji, userIds }) => ({
    emoji: { ...emoji },
    count: userIds.size,
    count_details: { burst: 0, normal: userIds.size },
    burst_colors: [],
    me_burst: false,
    me: userIds.has(viewerId),
  }));
}

function mentionParts(
  world: World,
  {
    channel,
    authorId,
    content,
    fields,
    referenced,
    usersOnly,
  }: {
    channel: Channel;
    authorId: string;
    content: string;
    fields: MessageFields;
    referenced: StoredMessage | undefined;
    usersOnly: boolean;
  },
): { mentions: APIUser[]; mention_roles: string[]; mention_everyone: boolean } {
  const allowed = fields.allowedMentions;
  const found = computeMentions(world, { channel, authorId, content, allowed, usersOnly });
  // A reply pings whom it replies to unless `allowed_mentions` is there and does not say so.
  const pingsAuthor = referenced !== undefined && (allowed === undefined ? !usersOnly : allowed.repliedUser);
  const userIds = new Set([...found.userIds, ...(pingsAuthor ? [referenced.api.author.id] : [])]);
  return {
    mentions: [...userIds].map((id) => ({ ...userOf(world, id).api })),
    mention_roles: found.roleIds,
    mention_everyone: found.everyone,
  };
}

function referenceTo(referenced: StoredMessage): NonNullable<APIMessage['message_reference']> {
  return {
    type: MessageReferenceType.Default,
    channel_id: referenced.channelId,
    message_id: referenced.api.id,
    ...(referenced.guildId === undefined ? {} : { guild_id: referenced.guildId }),
  };
}

function countMessage(world: World, channel: Channel, { api }: StoredMessage): void {
  channel.lastMessageId = api.id;
  if (channel.kind !== 'thread') return;
  channel.messageCount += 1;
  channel.totalMessageSent += 1;
  if (channel.archived && !channel.locked) {
    channel.archived = false;
    channel.archiveChangedAt = isoNow(world);
    world.events.emit({ type: 'thread-update', thread: channel });
  }
}

function refuseEmpty(api: Pick<APIMessage, 'content' | 'embeds' | 'attachments' | 'components'>): void {
  const parts = [api.content, api.embeds, api.attachments, api.components ?? []];
  if (parts.every((part) => part.length === 0)) throw refusals.emptyMessage();
}
