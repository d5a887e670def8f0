import { MessageType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refusals } from '../../world/discord-error.ts';
import { readMessageFields } from '../../world/message-fields.ts';
import { createMessage } from '../../world/messages.ts';
import { isoNow, messagesIn } from '../../world/world.ts';
import type { Channel, StoredMessage, World } from '../../world/world.ts';
import type { RestAnswer, RestRequest, Route } from '../router.ts';
import { channelFor, messageFor } from './channel-access.ts';
import { toReadable } from './message-routes.ts';

const pinsMax = 250;
const pageMax = 50;
const pins = '/channels/{channel_id}/messages/pins';
const oldPins = '/channels/{channel_id}/pins';

function pinnedIn(world: World, channel: Channel): StoredMessage[] {
  return [...messagesIn(world, channel.id).values()]
    .filter(({ pinnedAt }) => pinnedAt !== undefined)
    .toSorted((a, b) => String(b.pinnedAt).localeCompare(String(a.pinnedAt)));
}

function pin(request: RestRequest): RestAnswer {
  const { world } = request;
  const channel = channelFor(request, P.PinMessages);
  const message = messageFor(request, channel);
  if (message.pinnedAt !== undefined) return { status: 204 };
  if (pinnedIn(world, channel).length >= pinsMax) throw refusals.pinLimit();
  setPinned(world, channel, message, isoNow(world));
  createMessage(world, {
    channel,
    authorId: world.bot.id,
    // A system message: its text is the client's, and its reference names what was pinned.
    fields: readMessageFields({ flags: 0 }),
    files: [],
    type: MessageType.ChannelPinnedMessage,
    referenced: message,
    usersOnly: true,
    isSystem: true,
  });
  return { status: 204 };
}

function unpin(request: RestRequest): RestAnswer {
  const channel = channelFor(request, P.PinMessages);
  const message = messageFor(request, channel);
  if (message.pinnedAt !== undefined) setPinned(request.world, channel, message, undefined);
  return { status: 204 };
}

function setPinned(world: World, channel: Channel, message: StoredMessage, at: string | undefined): void {
  message.pinnedAt = at;
  Object.assign(message.api, { pinned: at !== undefined });
  if (at !== undefined) channel.lastPinAt = at;
  world.events.emit({ type: 'message-update', message });
  world.events.emit({ type: 'pins-update', channel });
}

/** Pins, at their present address and at the one of before 2025 that libraries may still use. */
export const pinRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: pins,
    answer: (request) => {
      const { world, query } = request;
      const channel = channelFor(request, P.ReadMessageHistory);
      const limit = Math.min(pageMax, Math.max(1, Number(query.get('limit') ?? pageMax) || pageMax));
      const before = query.get('before');
      const found = pinnedIn(world, channel).filter(
        ({ pinnedAt }) => before === null || Date.parse(String(pinnedAt)) < Date.parse(before),
      );
      const items = found
        .slice(0, limit)
        .map((message) => ({ pinned_at: message.pinnedAt, message: toReadable(world, message) }));
      return { status: 200, body: { items, has_more: found.length > limit } };
    },
  },
  {
    method: 'GET',
    template: oldPins,
    answer: (request) => {
      const channel = channelFor(request, P.ReadMessageHistory);
      const found = pinnedIn(request.world, channel).slice(0, pageMax);
      return { status: 200, body: found.map((message) => toReadable(request.world, message)) };
    },
  },
  ...[pins, oldPins].flatMap((template): Route[] => [
    { method: 'PUT', template: `${template}/{message_id}`, answer: pin },
    { method: 'DELETE', template: `${template}/{message_id}`, answer: unpin },
  ]),
];
