import type { ServerResponse } from 'node:http';
import type { PageEvent } from '../page-protocol.ts';
import { canSee } from '../world/permissions.ts';
import type { Interaction } from '../world/interaction.ts';
import type { WorldEvent } from '../world/world-events.ts';
import type { StoredMessage, World } from '../world/world.ts';
import { toPageMessage } from './page-views.ts';

const keepAliveMs = 25_000;
/** A page that does not read is cut off rather than buffered for. */
const bufferedBytesMax = 4 * 1024 * 1024;

/** Sends a person everything they would see, until the page or the local Discord goes away. */
export function openEventStream(world: World, response: ServerResponse, userId: string): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.write(': hello\n\n');
  const keepAlive = setInterval(() => response.write(': still here\n\n'), keepAliveMs);
  const stopListening = world.events.listen((event) => {
    if (event.type === 'closing' || response.writableLength > bufferedBytesMax) {
      response.destroy();
      return;
    }
    for (const seen of toPageEvents(world, event, userId))
      response.write(`data: ${JSON.stringify(seen)}\n\n`);
  });
  response.on('error', () => response.destroy());
  response.on('close', () => {
    clearInterval(keepAlive);
    stopListening();
  });
}

/** What this person sees of an event; nothing of places hidden from them. */
export function toPageEvents(world: World, event: WorldEvent, userId: string): PageEvent[] {
  switch (event.type) {
    case 'message-create':
      return messageEvent(world, 'message', event.message, userId);
    case 'message-update':
      return messageEvent(world, 'message-update', event.message, userId);
    case 'reaction-add':
    case 'reaction-remove':
    case 'reactions-clear':
      return messageEvent(world, 'message-update', event.message, userId);
    case 'message-delete':
      return event.messages
        .filter((message) => isSeen(world, message, userId))
        .map(({ api }) => ({ type: 'message-delete', channel: event.channel.id, id: api.id }));
    case 'typing':
      return event.userId !== userId && canSee(world, event.channel, userId)
        ? [{ type: 'typing', channel: event.channel.id, user: event.userId }]
        : [];
    case 'interaction-change':
      return interactionEvent(event.interaction, userId);
    case 'channel-update':
    case 'thread-create':
    case 'thread-update':
    case 'thread-delete':
    case 'dm-open':
    case 'member-add':
    case 'member-update':
    case 'commands-change':
    case 'presence-change':
      return [{ type: 'state' }];
    case 'thread-members':
    case 'pins-update':
    case 'interaction-create':
    case 'exchange':
    case 'closing':
    default:
      return [];
  }
}

function messageEvent(
  world: World,
  type: 'message' | 'message-update',
  message: StoredMessage,
  userId: string,
): PageEvent[] {
  if (!isSeen(world, message, userId)) return [];
  const interaction = world.interactions.get(message.interactionId ?? '');
  return [
    {
      type,
      channel: message.channelId,
      message: toPageMessage(world, message, userId),
      ...(interaction === undefined ? {} : { interaction: interaction.id }),
    },
  ];
}

function interactionEvent(
  { id, userId: actor, channelId, state, modal, complete }: Interaction,
  userId: string,
): PageEvent[] {
  if (actor !== userId) return [];
  if (state === 'failed') return [{ type: 'interaction-failed', interaction: id, channel: channelId }];
  return state === 'modal' && modal !== undefined && !complete
    ? [{ type: 'modal', interaction: id, channel: channelId, modal }]
    : [];
}

function isSeen(world: World, message: StoredMessage, userId: string): boolean {
  const channel = world.channels.get(message.channelId);
  const isForThem = message.visibleTo === undefined || message.visibleTo === userId;
  return isForThem && channel !== undefined && canSee(world, channel, userId);
}
