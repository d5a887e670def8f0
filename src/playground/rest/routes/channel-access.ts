import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refusals } from '../../world/discord-error.ts';
import { findMessage } from '../../world/messages.ts';
import { permissionsIn, requirePermissions } from '../../world/permissions.ts';
import type { Channel, StoredMessage } from '../../world/world.ts';
import { param } from '../router.ts';
import type { RestRequest } from '../router.ts';

/**
 * The channel of the route, with what the bot needs there.
 * @throws DiscordError 10003 for an unknown one, 50001 for a hidden one, 50013 for a lacking permission.
 */
export function channelFor(request: RestRequest, needed = 0n): Channel {
  const channel = request.world.channels.get(param(request, 'channel_id'));
  if (channel === undefined) throw refusals.unknownChannel();
  requirePermissions(request.world, channel, request.world.bot.id, needed);
  return channel;
}

/** The message of the route. @throws DiscordError 10008, and 50001 where the history is closed. */
export function messageFor(request: RestRequest, channel: Channel): StoredMessage {
  const { world } = request;
  const message = findMessage(world, channel.id, param(request, 'message_id'), world.bot.id);
  // What the bot said itself stays within its reach.
  const own = message.api.author.id === world.bot.id;
  const permissions = permissionsIn(world, channel, world.bot.id);
  if (!own && (permissions & P.ReadMessageHistory) === 0n) throw refusals.missingAccess();
  return message;
}
