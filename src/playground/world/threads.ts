import { MessageFlags, MessageType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refusals } from './discord-error.ts';
import { checkInteger, checkText, FormErrors, isRecord } from './form-errors.ts';
import { createMessage } from './messages.ts';
import { readMessageFields } from './message-fields.ts';
import { permissionsIn } from './permissions.ts';
import { isoNow } from './world.ts';
import type { Channel, StoredMessage, TextChannel, ThreadChannel, World } from './world.ts';

const ARCHIVE_MINUTES: readonly number[] = [60, 1440, 4320, 10_080];
const slowmodeSecondsMax = 21_600;
const membersMax = 1000;

interface ThreadFields {
  name: string | undefined;
  autoArchiveMinutes: number | undefined;
  slowmodeSeconds: number | undefined;
}

/** @throws DiscordError 50035. */
export function readThreadFields(body: unknown, { isNew }: { isNew: boolean }): ThreadFields {
  const errors = new FormErrors();
  const source = isRecord(body) ? body : {};
  const { name, auto_archive_duration: minutes, rate_limit_per_user: slowmode } = source;
  const hasName = checkText(errors, ['name'], name, { min: 1, max: 100, required: isNew });
  const hasMinutes = minutes !== undefined && minutes !== null;
  if (hasMinutes && !ARCHIVE_MINUTES.includes(Number(minutes))) {
    errors.choice(['auto_archive_duration'], ARCHIVE_MINUTES);
  }
  const hasSlowmode = checkInteger(errors, ['rate_limit_per_user'], slowmode, {
    min: 0,
    max: slowmodeSecondsMax,
  });
  errors.throwIfAny();
  return {
    name: hasName ? name : undefined,
    autoArchiveMinutes: hasMinutes ? Number(minutes) : undefined,
    slowmodeSeconds: hasSlowmode ? slowmode : undefined,
  };
}

/**
 * Opens a thread, on a message or free; its owner is in it.
 * @throws DiscordError 160004 for a second thread on a message, 50024 for a place without threads.
 */
export function createThread(
  world: World,
  {
    channel,
    ownerId,
    body,
    message,
    isPrivate = false,
  }: { channel: Channel; ownerId: string; body: unknown; message?: StoredMessage; isPrivate?: boolean },
): ThreadChannel {
  if (channel.kind !== 'text') throw refusals.wrongChannelKind();
  if (message !== undefined && world.channels.has(message.api.id)) throw refusals.threadExists();
  const fields = readThreadFields(body, { isNew: true });
  const at = isoNow(world);
  const thread: ThreadChannel = {
    id: message?.api.id ?? world.newId(),
    kind: 'thread',
    type: isPrivate ? 12 : 11,
    guildId: channel.guildId,
    parentId: channel.id,
    ownerId,
    createdAt: at,
    name: fields.name ?? '',
    archived: false,
    locked: false,
    invitable: isRecord(body) ? body['invitable'] !== false : true,
    archiveChangedAt: at,
    autoArchiveMinutes: fields.autoArchiveMinutes ?? 1440,
    slowmodeSeconds: fields.slowmodeSeconds ?? channel.slowmodeSeconds,
    messageCount: 0,
    totalMessageSent: 0,
    members: new Map([[ownerId, at]]),
    lastMessageId: null,
    lastPinAt: null,
  };
  world.channels.set(thread.id, thread);
  world.events.emit({ type: 'thread-create', thread });
  if (message !== undefined) {
    Object.assign(message.api, { flags: (message.api.flags ?? 0) | MessageFlags.HasThread });
    world.events.emit({ type: 'message-update', message });
  } else if (!isPrivate) {
    announceThread(world, channel, thread);
  }
  return thread;
}

/** A thread without a message is announced in its channel by a system message. */
function announceThread(world: World, channel: TextChannel, thread: ThreadChannel): void {
  createMessage(world, {
    channel,
    authorId: thread.ownerId,
    fields: readMessageFields({ content: thread.name, allowed_mentions: { parse: [] } }),
    files: [],
    type: MessageType.ThreadCreated,
    extra: { message_reference: { type: 0, channel_id: thread.id, guild_id: thread.guildId } },
  });
}

/**
 * Changes a thread as PATCH /channels does. Its owner may rename and archive; the rest, and a
 * locked thread, need MANAGE_THREADS.
 * @throws DiscordError 50013, 50083, 160005, 50035.
 */
export function patchThread(world: World, thread: ThreadChannel, body: unknown, userId: string): void {
  const source = isRecord(body) ? body : {};
  const fields = readThreadFields(body, { isNew: false });
  const permissions = permissionsIn(world, thread, userId);
  const manages = (permissions & P.ManageThreads) !== 0n;
  const unarchives = source['archived'] === false;
  if (thread.locked && !manages) throw refusals.threadLocked();
  const mayAct =
    manages || thread.ownerId === userId || (unarchives && (permissions & P.SendMessagesInThreads) !== 0n);
  const needsManaging = typeof source['locked'] === 'boolean' || fields.slowmodeSeconds !== undefined;
  if (!mayAct || (needsManaging && !manages)) throw refusals.missingPermissions();
  if (thread.archived && !unarchives && source['archived'] !== true) throw refusals.archivedThread();
  thread.name = fields.name ?? thread.name;
  thread.autoArchiveMinutes = fields.autoArchiveMinutes ?? thread.autoArchiveMinutes;
  thread.slowmodeSeconds = fields.slowmodeSeconds ?? thread.slowmodeSeconds;
  if (typeof source['locked'] === 'boolean') thread.locked = source['locked'];
  if (typeof source['invitable'] === 'boolean') thread.invitable = source['invitable'];
  if (typeof source['archived'] === 'boolean' && source['archived'] !== thread.archived) {
    thread.archived = source['archived'];
    thread.archiveChangedAt = isoNow(world);
  }
  world.events.emit({ type: 'thread-update', thread });
}

/** @throws DiscordError 50083 for an archived thread, 30033 for a full one. */
export function joinThread(world: World, thread: ThreadChannel, userId: string): void {
  if (thread.archived) throw refusals.archivedThread();
  if (thread.members.has(userId)) return;
  if (thread.members.size >= membersMax) throw refusals.threadFull();
  thread.members.set(userId, isoNow(world));
  world.events.emit({ type: 'thread-members', thread, addedIds: [userId], removedIds: [] });
}

export function leaveThread(world: World, thread: ThreadChannel, userId: string): void {
  if (thread.archived) throw refusals.archivedThread();
  if (!thread.members.delete(userId)) return;
  world.events.emit({ type: 'thread-members', thread, addedIds: [], removedIds: [userId] });
}

/** Takes a thread and all that was said in it away. */
export function deleteThread(world: World, thread: ThreadChannel): void {
  world.channels.delete(thread.id);
  world.messages.delete(thread.id);
  world.events.emit({ type: 'thread-delete', thread });
}
