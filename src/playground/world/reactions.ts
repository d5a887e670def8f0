import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refusals } from './discord-error.ts';
import { requirePermissions } from './permissions.ts';
import type { Channel, Reaction, StoredMessage, World } from './world.ts';

const reactionsMax = 20;

/** Reads `👍` or `name:id`. @throws DiscordError 10014 for anything else. */
export function readEmoji(text: string): Reaction['emoji'] {
  const custom = /^(?:a:)?(\w{2,32}):(\d{1,20})$/.exec(text);
  // The local Discord has no custom emoji.
  if (custom !== null) throw refusals.unknownEmoji();
  const isEmoji =
    text.length <= 40 &&
    /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[\d#*]\uFE0F?\u20E3)/u.test(
      text,
    );
  if (!isEmoji) throw refusals.unknownEmoji();
  return { id: null, name: text };
}

/** @throws DiscordError 10014, 30010, 50001, 50013. */
export function addReaction(
  world: World,
  {
    channel,
    message,
    emoji,
    userId,
  }: { channel: Channel; message: StoredMessage; emoji: string; userId: string },
): void {
  const read = readEmoji(emoji);
  const key = String(read.name);
  const known = message.reactions.get(key);
  // Joining a reaction that is there needs no ADD_REACTIONS.
  requirePermissions(
    world,
    channel,
    userId,
    P.ReadMessageHistory | (known === undefined ? P.AddReactions : 0n),
  );
  if (known === undefined && message.reactions.size >= reactionsMax) throw refusals.reactionLimit();
  const reaction = known ?? { emoji: read, userIds: new Set<string>() };
  message.reactions.set(key, reaction);
  if (reaction.userIds.has(userId)) return;
  reaction.userIds.add(userId);
  world.events.emit({ type: 'reaction-add', message, reaction, userId });
}

/** Takes one person's reaction away; nothing where there is none. */
export function removeReaction(
  world: World,
  { message, emoji, userId }: { message: StoredMessage; emoji: string; userId: string },
): void {
  const key = String(readEmoji(emoji).name);
  const reaction = message.reactions.get(key);
  if (reaction === undefined || !reaction.userIds.delete(userId)) return;
  if (reaction.userIds.size === 0) message.reactions.delete(key);
  world.events.emit({ type: 'reaction-remove', message, reaction, userId });
}

/** Takes all reactions away, or those of one emoji. */
export function clearReactions(world: World, message: StoredMessage, emoji?: string): void {
  const key = emoji === undefined ? undefined : String(readEmoji(emoji).name);
  const reaction = key === undefined ? undefined : message.reactions.get(key);
  if (key === undefined) message.reactions.clear();
  else message.reactions.delete(key);
  world.events.emit({ type: 'reactions-clear', message, reaction });
}
