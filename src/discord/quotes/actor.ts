import { PermissionFlagsBits, type BaseInteraction } from 'discord.js';
import type { GuildSettings } from '../../guilds/settings.ts';
import { roleOf, type Actor } from '../../quotes/permissions.ts';

/**
 * Who interacts, as quotes know people; undefined outside servers, where nobody may do anything with
 * quotes. Permissions are those that Discord sends along, in the channel of the interaction.
 */
export function actorOf(
  interaction: BaseInteraction,
  { moderatorRoleId }: Pick<GuildSettings, 'moderatorRoleId'>,
): Actor | undefined {
  const { memberPermissions, member, guild, user } = interaction;
  if (interaction.guildId === null || memberPermissions === null || member === null) return undefined;
  const { roles } = member;
  const facts = {
    isOwner: guild?.ownerId === user.id,
    hasAdministrator: memberPermissions.has(PermissionFlagsBits.Administrator),
    hasManageGuild: memberPermissions.has(PermissionFlagsBits.ManageGuild),
    hasManageMessages: memberPermissions.has(PermissionFlagsBits.ManageMessages),
    roleIds: Array.isArray(roles) ? roles : [...roles.cache.keys()],
  };
  return { id: user.id, role: roleOf(facts, moderatorRoleId ?? undefined) };
}
