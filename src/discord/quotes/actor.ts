import { GuildMember, PermissionFlagsBits, PermissionsBitField, type BaseInteraction } from 'discord.js';
import type { GuildSettings } from '../../guilds/settings.ts';
import { roleOf, type Actor } from '../../quotes/permissions.ts';

/**
 * Who interacts, as quotes know people; undefined outside servers, where nobody may do anything with
 * quotes. Where the server has no moderator role, Manage Messages counts where quotes are decided: in
 * the review channel, or where there is none, where they are posted. What somebody may do in the channel
 * that they type in counts only where neither is chosen: whoever tidies one channel of a server does not
 * speak for its quotes. Where what was chosen has been deleted since, Manage Messages of the whole server counts.
 */
export function actorOf(
  interaction: BaseInteraction,
  settings: Pick<GuildSettings, 'moderatorRoleId' | 'reviewChannelId' | 'quoteChannelId'>,
): Actor | undefined {
  const { memberPermissions, member, guild, user } = interaction;
  if (interaction.guildId === null || memberPermissions === null || member === null) return undefined;
  const { roles } = member;
  const facts = {
    isOwner: guild?.ownerId === user.id,
    hasAdministrator: memberPermissions.has(PermissionFlagsBits.Administrator),
    hasManageGuild: memberPermissions.has(PermissionFlagsBits.ManageGuild),
    hasManageMessages: permissionsForQuotes(interaction, settings, memberPermissions).has([
      PermissionFlagsBits.ViewChannel,
      PermissionFlagsBits.ManageMessages,
    ]),
    roleIds: Array.isArray(roles) ? roles : [...roles.cache.keys()],
  };
  return { id: user.id, role: roleOf(facts, settings.moderatorRoleId ?? undefined) };
}

function permissionsForQuotes(
  { member, guild }: BaseInteraction,
  { reviewChannelId, quoteChannelId }: Pick<GuildSettings, 'reviewChannelId' | 'quoteChannelId'>,
  here: Readonly<PermissionsBitField>,
): Readonly<PermissionsBitField> {
  const chosen = [reviewChannelId, quoteChannelId].filter((channelId) => channelId !== null);
  if (chosen.length === 0) return here;
  if (!(member instanceof GuildMember)) return new PermissionsBitField();
  const channel = chosen
    .map((channelId) => guild?.channels.cache.get(channelId))
    .find((found) => found !== undefined);
  return channel?.permissionsFor(member) ?? member.permissions;
}
