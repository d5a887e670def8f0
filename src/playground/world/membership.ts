import type { Locale } from 'discord-api-types/v10';
import { refusals } from './discord-error.ts';
import { user } from './seed-world.ts';
import { isoNow } from './world.ts';
import type { World } from './world.ts';

/** Lets somebody new into the bot's server. Gives their ID. */
export function addPerson(
  world: World,
  { username, roles, locale }: { username: string; roles: string[]; locale: Locale },
): string {
  const id = world.newId();
  world.users.set(id, user({ id, username, displayName: username, locale }));
  world.guilds.get(world.guildId)?.members.set(id, {
    userId: id,
    roles,
    nick: null,
    joinedAt: isoNow(world),
    timedOutUntil: null,
  });
  world.events.emit({ type: 'member-add', guildId: world.guildId, userId: id });
  return id;
}

/** Overwrites a channel's permissions for a role (@everyone has the server's ID) or a member. */
export function setOverwrite(
  world: World,
  { channelId, targetId, allow, deny }: { channelId: string; targetId: string; allow: bigint; deny: bigint },
): void {
  const channel = world.channels.get(channelId);
  if (channel?.kind !== 'text') throw refusals.unknownChannel();
  const isRole = world.guilds.get(channel.guildId)?.roles.has(targetId) === true;
  if (!isRole && !world.users.has(targetId)) throw refusals.unknownUser();
  if (allow === 0n && deny === 0n) channel.overwrites.delete(targetId);
  else channel.overwrites.set(targetId, { type: isRole ? 0 : 1, allow, deny });
  world.events.emit({ type: 'channel-update', channel });
}
