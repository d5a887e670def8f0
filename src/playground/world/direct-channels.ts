import type { DirectChannel, World } from './world.ts';

/** The DM of the bot and that person, opened on first use. */
export function directChannelWith(world: World, personId: string): DirectChannel {
  for (const channel of world.channels.values()) {
    if (channel.kind === 'dm' && channel.personId === personId) return channel;
  }
  const channel: DirectChannel = {
    id: world.newId(),
    kind: 'dm',
    personId,
    lastMessageId: null,
    lastPinAt: null,
  };
  world.channels.set(channel.id, channel);
  world.events.emit({ type: 'dm-open', channelId: channel.id });
  return channel;
}
