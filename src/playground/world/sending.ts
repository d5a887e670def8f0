import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { UploadedFile } from './attachments.ts';
import { refusals } from './discord-error.ts';
import { refuseField } from './form-errors.ts';
import type { MessageFields } from './message-fields.ts';
import { createMessage } from './messages.ts';
import { requirePermissions, sendPermission } from './permissions.ts';
import type { Channel, StoredMessage, World } from './world.ts';

/** "The past few minutes" in which a nonce is remembered. https://discord.com/developers/docs/resources/message#create-message */
const nonceMs = 5 * 60 * 1000;
const noncesMax = 10_000;

/**
 * Sends a message as a person or as the bot, with every check of Discord's.
 * A repeated enforced nonce gives the message it first made.
 * @throws DiscordError 50001, 50013, 160002, 160005, 50006, 50035.
 */
export function sendMessage(
  world: World,
  {
    channel,
    authorId,
    fields,
    files,
  }: { channel: Channel; authorId: string; fields: MessageFields; files: readonly UploadedFile[] },
): StoredMessage {
  const extras = (files.length > 0 ? P.AttachFiles : 0n) | (fields.tts ? P.SendTTSMessages : 0n);
  const permissions = requirePermissions(world, channel, authorId, sendPermission(channel) | extras);
  if (channel.kind === 'thread' && channel.locked && (permissions & P.ManageThreads) === 0n) {
    throw refusals.threadLocked();
  }
  const repeated = findRepeated(world, { channel, authorId, fields });
  if (repeated !== undefined) return repeated;
  const referenced = findReferenced(world, { channel, permissions, fields });
  const canEmbed = (permissions & P.EmbedLinks) !== 0n;
  const message = createMessage(world, {
    channel,
    authorId,
    // Without EMBED_LINKS Discord drops embeds without a word.
    fields: canEmbed || fields.embeds === undefined ? fields : { ...fields, embeds: [] },
    files,
    referenced,
  });
  rememberNonce(world, { channel, authorId, fields, message });
  return message;
}

function findReferenced(
  world: World,
  { channel, permissions, fields }: { channel: Channel; permissions: bigint; fields: MessageFields },
): StoredMessage | undefined {
  const { reference } = fields;
  if (reference === undefined) return undefined;
  if ((permissions & P.ReadMessageHistory) === 0n) throw refusals.replyNeedsHistory();
  if (reference.channelId !== undefined && reference.channelId !== channel.id) {
    refuseField(
      ['message_reference'],
      'REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL',
      'Cannot reply to a message in a different channel',
    );
  }
  const message = world.messages.get(channel.id)?.get(reference.messageId);
  if ((message === undefined || message.visibleTo !== undefined) && reference.mustExist) {
    refuseField(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  }
  return message;
}

interface NonceOf {
  channel: Channel;
  authorId: string;
  fields: MessageFields;
}

function nonceKey({ channel, authorId, fields }: NonceOf): string | undefined {
  return fields.enforceNonce && fields.nonce !== undefined
    ? `${channel.id}:${authorId}:${fields.nonce}`
    : undefined;
}

function findRepeated(world: World, of: NonceOf): StoredMessage | undefined {
  const known = world.nonces.get(nonceKey(of) ?? '');
  if (known === undefined || world.now() - known.at > nonceMs) return undefined;
  return world.messages.get(of.channel.id)?.get(known.messageId);
}

function rememberNonce(world: World, { message, ...of }: NonceOf & { message: StoredMessage }): void {
  const key = nonceKey(of);
  if (key === undefined) return;
  world.nonces.set(key, { messageId: message.api.id, at: world.now() });
  const oldest = world.nonces.keys().next().value;
  if (world.nonces.size > noncesMax && oldest !== undefined) world.nonces.delete(oldest);
}
