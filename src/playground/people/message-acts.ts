import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { readMessageFields } from '../world/message-fields.ts';
import { deleteMessages, editMessage, findMessage } from '../world/messages.ts';
import { requirePermissions } from '../world/permissions.ts';
import { addReaction, removeReaction } from '../world/reactions.ts';
import { sendMessage } from '../world/sending.ts';
import type { Channel, StoredMessage, World } from '../world/world.ts';
import { refusals } from '../world/discord-error.ts';

interface Writer {
  world: World;
  userId: string;
  channel: Channel;
}

/** Says something. @throws DiscordError as for the bot. */
export function say({ world, userId, channel }: Writer, content: string, replyTo?: string): StoredMessage {
  const fields = readMessageFields({
    content,
    ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo } }),
  });
  return sendMessage(world, { channel, authorId: userId, fields, files: [] });
}

export function rewrite(
  { world, userId, channel }: Writer,
  messageId: string,
  content: string,
): StoredMessage {
  const message = findMessage(world, channel.id, messageId, userId);
  requirePermissions(world, channel, userId, 0n);
  if (message.api.author.id !== userId) throw refusals.notTheAuthor();
  editMessage(world, message, { fields: readMessageFields({ content }), files: [] });
  return message;
}

/** Deletes a message; of others only with MANAGE_MESSAGES. An ephemeral one its person may dismiss. */
export function remove({ world, userId, channel }: Writer, messageId: string): void {
  const message = findMessage(world, channel.id, messageId, userId);
  const own = message.api.author.id === userId || message.visibleTo === userId;
  requirePermissions(world, channel, userId, own ? 0n : P.ManageMessages);
  deleteMessages(world, channel, [message]);
}

/** Adds or takes away this person's reaction. */
export function react(
  { world, userId, channel }: Writer,
  { messageId, emoji, takeAway = false }: { messageId: string; emoji: string; takeAway?: boolean },
): void {
  const message = findMessage(world, channel.id, messageId, userId);
  if (message.visibleTo !== undefined) throw refusals.unknownMessage();
  if (takeAway) removeReaction(world, { message, emoji, userId });
  else addReaction(world, { channel, message, emoji, userId });
}
