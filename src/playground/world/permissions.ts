import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refusals } from './discord-error.ts';
import { guildOf } from './world.ts';
import type { Channel, Guild, GuildPlace, TextChannel, World } from './world.ts';

const ALL = Object.values(P).reduce((all, flag) => all | flag, 0n);

/** What everyone can do in a DM; Discord sends these as `app_permissions` there. */
const IN_DIRECT_MESSAGES =
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.AddReactions |
  P.MentionEveryone |
  P.UseExternalEmojis |
  P.UseExternalStickers |
  P.UseApplicationCommands |
  P.UseExternalApps |
  P.PinMessages |
  P.SendVoiceMessages |
  P.SendPolls;

const LOST_WITHOUT_SENDING = P.MentionEveryone | P.SendTTSMessages | P.AttachFiles | P.EmbedLinks;

/** Server-wide permissions of a member; 0 for somebody who is not in the server. */
export function guildPermissions(world: World, guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return ALL;
  let permissions = 0n;
  for (const roleId of [guild.id, ...member.roles]) {
    permissions |= BigInt(guild.roles.get(roleId)?.permissions ?? '0');
  }
  if ((permissions & P.Administrator) !== 0n) return ALL;
  return isTimedOut(world, guild, userId)
    ? permissions & (P.ViewChannel | P.ReadMessageHistory)
    : permissions;
}

/**
 * Permissions in one place, overwrites applied in Discord's order: @everyone, roles, member.
 * 0 where the user cannot see the place. https://discord.com/developers/docs/topics/permissions
 */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  if (channel.kind === 'dm') {
    return userId === channel.personId || userId === world.bot.id ? IN_DIRECT_MESSAGES : 0n;
  }
  if (channel.kind === 'group') return channel.personIds.includes(userId) ? IN_DIRECT_MESSAGES : 0n;
  const guild = guildOf(world, channel);
  const owning = overwriteOwner(world, channel);
  if (guild === undefined || owning === undefined) return 0n;
  const base = guildPermissions(world, guild, userId);
  if (base === ALL) return ALL;
  const permissions = applyOverwrites(guild, owning, userId, base);
  if ((permissions & P.ViewChannel) === 0n) return 0n;
  if (isTimedOut(world, guild, userId)) return permissions & (P.ViewChannel | P.ReadMessageHistory);
  if (channel.kind === 'thread') {
    const hidden =
      channel.type === 12 && !channel.members.has(userId) && (permissions & P.ManageThreads) === 0n;
    if (hidden) return 0n;
    return (permissions & P.SendMessagesInThreads) === 0n ? permissions & ~LOST_WITHOUT_SENDING : permissions;
  }
  return (permissions & P.SendMessages) === 0n ? permissions & ~LOST_WITHOUT_SENDING : permissions;
}

/** The permission that speaking in this place needs. */
export function sendPermission(channel: Channel): bigint {
  return channel.kind === 'thread' ? P.SendMessagesInThreads : P.SendMessages;
}

export function canSee(world: World, channel: Channel, userId: string): boolean {
  return (permissionsIn(world, channel, userId) & P.ViewChannel) !== 0n;
}

export function canSend(world: World, channel: Channel, userId: string): boolean {
  const permissions = permissionsIn(world, channel, userId);
  const allowed = (permissions & P.ViewChannel) !== 0n && (permissions & sendPermission(channel)) !== 0n;
  return allowed && !(channel.kind === 'thread' && channel.locked && (permissions & P.ManageThreads) === 0n);
}

/** @throws DiscordError 50001 where the place is hidden from the user, 50013 where a permission lacks. */
export function requirePermissions(world: World, channel: Channel, userId: string, needed: bigint): bigint {
  const permissions = permissionsIn(world, channel, userId);
  if ((permissions & P.ViewChannel) === 0n) throw refusals.missingAccess();
  if ((permissions & needed) !== needed) throw refusals.missingPermissions();
  return permissions;
}

/** The position of a member's highest role; the owner stands above all. */
export function highestRolePosition(guild: Guild, userId: string): number {
  if (guild.ownerId === userId) return Number.POSITIVE_INFINITY;
  const roles = guild.members.get(userId)?.roles ?? [];
  return Math.max(0, ...roles.map((id) => guild.roles.get(id)?.position ?? 0));
}

function applyOverwrites(guild: Guild, channel: TextChannel, userId: string, base: bigint): bigint {
  let permissions = base;
  const everyone = channel.overwrites.get(guild.id);
  if (everyone !== undefined) permissions = (permissions & ~everyone.deny) | everyone.allow;
  let allow = 0n;
  let deny = 0n;
  for (const roleId of guild.members.get(userId)?.roles ?? []) {
    const overwrite = channel.overwrites.get(roleId);
    allow |= overwrite?.allow ?? 0n;
    deny |= overwrite?.deny ?? 0n;
  }
  permissions = (permissions & ~deny) | allow;
  const own = channel.overwrites.get(userId);
  return own === undefined ? permissions : (permissions & ~own.deny) | own.allow;
}

/** Threads have no overwrites of their own: their channel's count. */
function overwriteOwner(world: World, channel: GuildPlace): TextChannel | undefined {
  if (channel.kind === 'text') return channel;
  const parent = world.channels.get(channel.parentId);
  return parent?.kind === 'text' ? parent : undefined;
}

function isTimedOut(world: World, guild: Guild, userId: string): boolean {
  const until = guild.members.get(userId)?.timedOutUntil;
  return until !== null && until !== undefined && Date.parse(until) > world.now();
}
