import { MessageFlags, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { PageChannel, PageMessage, PageState, PageUser } from '../page-protocol.ts';
import { directChannelWith } from '../world/direct-channels.ts';
import { toMessage } from '../world/messages.ts';
import { canSee, canSend, guildPermissions } from '../world/permissions.ts';
import { userOf } from '../world/world.ts';
import type { Channel, StoredMessage, World } from '../world/world.ts';
import { commandsFor } from './available-commands.ts';
import type { PageParts } from './page-endpoints.ts';

/** Everything the page shows around the chat, as this person sees it. */
export function toPageState(
  { world, documents, firstPeople, isBotOnline }: PageParts,
  userId: string,
): PageState {
  // A click on the bot opens the DM in Discord; here it always stands in the list.
  directChannelWith(world, userId);
  const later = [...world.users.keys()].filter((id) => id !== world.bot.id && !firstPeople.includes(id));
  const channels = [...world.channels.values()].filter((channel) => isListed(world, channel, userId));
  const guild = world.guilds.get(world.guildId);
  // The same command can be on offer in several places: each once.
  const commands = new Map(
    channels.flatMap((channel) =>
      commandsFor(world, channel, userId).map(({ api }) => [api.id, api] as const),
    ),
  );
  return {
    me: toPageUser(world, userId),
    people: [...firstPeople, ...later].map((id) => toPageUser(world, id)),
    bot: { ...toPageUser(world, world.bot.id), online: isBotOnline() },
    guild: { id: world.guildId, name: guild?.name ?? '', roles: toPageRoles(world) },
    channels: channels.map((channel) => toPageChannel(world, channel, userId)),
    commands: [...commands.values()],
    documents: [...documents],
  };
}

/** Without @everyone, highest first. */
function toPageRoles(world: World): { id: string; name: string }[] {
  const roles = [...(world.guilds.get(world.guildId)?.roles.values() ?? [])];
  return roles
    .filter(({ id }) => id !== world.guildId)
    .toSorted((a, b) => b.position - a.position)
    .map(({ id, name }) => ({ id, name }));
}

export function toPageMessage(world: World, message: StoredMessage, userId: string): PageMessage {
  const whole = toMessage(world, message, userId);
  return {
    message: whole,
    ephemeral: message.visibleTo !== undefined,
    loading: ((whole.flags ?? 0) & MessageFlags.Loading) !== 0,
  };
}

function toPageUser(world: World, id: string): PageUser {
  const { api, locale } = userOf(world, id);
  const guild = world.guilds.get(world.guildId);
  const member = guild?.members.get(id);
  const roles = (member?.roles ?? []).flatMap((roleId) => guild?.roles.get(roleId) ?? []);
  const permissions = guild === undefined ? 0n : guildPermissions(world, guild, id);
  return {
    id,
    username: api.username,
    displayName: member?.nick ?? api.global_name ?? api.username,
    roles: roles.toSorted((a, b) => b.position - a.position).map(({ name }) => name),
    moderator: (permissions & P.ManageMessages) !== 0n && id !== world.bot.id,
    owner: guild?.ownerId === id,
    bot: api.bot === true,
    locale,
  };
}

function toPageChannel(world: World, channel: Channel, userId: string): PageChannel {
  const base = { id: channel.id, topic: '', canSend: canSend(world, channel, userId) };
  switch (channel.kind) {
    case 'text':
      return { ...base, kind: 'text', name: channel.name, topic: channel.topic ?? '' };
    case 'thread':
      return { ...base, kind: 'thread', name: channel.name, parentId: channel.parentId };
    case 'dm':
      return { ...base, kind: 'dm', name: userOf(world, world.bot.id).api.username };
    case 'group':
    default:
      return { ...base, kind: 'dm', name: channel.name };
  }
}

function isListed(world: World, channel: Channel, userId: string): boolean {
  return canSee(world, channel, userId) && !(channel.kind === 'thread' && channel.archived);
}
