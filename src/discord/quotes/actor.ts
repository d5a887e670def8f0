import { GuildMember, PermissionFlagsBits, type BaseInteraction, type PermissionsBitField } from 'discord.js';
import type { GuildSettings } from '../../guilds/settings.ts';
import { roleOf, type Actor } from '../../quotes/permissions.ts';

/**
 * Who interacts, as quotes know people; undefined outside servers, where nobody may do anything with
 * quotes. Where the server has no moderator role, Manage Messages counts where quotes are decided: in
 * the review channel, or where there is none, where they are posted. What somebody may do in the channel
 * that they type in counts only where neither is chosen: whoever tidies one channel of a server does not
 * speak for its quotes.
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
  // A channel that was deleted since decides nothing.
  const channel = [reviewChannelId, quoteChannelId]
    .map((channelId) => (channelId === null ? undefined : guild?.channels.cache.get(channelId)))
    .find((found) => found !== undefined);
  return channel !== undefined && member instanceof GuildMember ? channel.permissionsFor(member) : here;
}
