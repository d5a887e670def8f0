import {
  PermissionFlagsBits,
  type BaseInteraction,
  type GuildMember,
  type GuildTextBasedChannel,
} from 'discord.js';
import type { GuildSettings } from '../guilds/settings.ts';

/** Whether that member looks after conversations there: by permission, or by the server's moderator role. */
export function isModerator(
  member: GuildMember,
  channel: GuildTextBasedChannel,
  { moderatorRoleId }: GuildSettings,
): boolean {
  if (moderatorRoleId !== null && member.roles.cache.has(moderatorRoleId)) return true;
  return member.permissionsIn(channel).any(moderating);
}

/** As `isModerator`, of whoever interacts; false outside servers. */
export function mayModerate(interaction: BaseInteraction, { moderatorRoleId }: GuildSettings): boolean {
  if (interaction.memberPermissions?.any(moderating) === true) return true;
  const roles = interaction.member?.roles;
  if (moderatorRoleId === null || roles === undefined) return false;
  return Array.isArray(roles) ? roles.includes(moderatorRoleId) : roles.cache.has(moderatorRoleId);
}

/** Whether whoever interacts may change the server's settings; false outside servers. */
export function mayConfigure(interaction: BaseInteraction): boolean {
  return interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

/** Administrators have them all. */
const moderating = [PermissionFlagsBits.ManageMessages, PermissionFlagsBits.ManageGuild];
