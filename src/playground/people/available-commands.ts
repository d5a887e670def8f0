import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { integrationTypes as ApplicationIntegrationType } from '../world/protocol.ts';
import { permissionsIn } from '../world/permissions.ts';
import { guildOf } from '../world/world.ts';
import type { Channel, StoredCommand, World } from '../world/world.ts';
import { contextOf, isBotPresent } from './interaction-payload.ts';

/**
 * The commands that this person is offered here, the server's own first: by context, install,
 * default permissions and age restriction, as Discord's client decides it.
 */
export function commandsFor(world: World, channel: Channel, userId: string): StoredCommand[] {
  const permissions = permissionsIn(world, channel, userId);
  const mayUse = P.ViewChannel | P.UseApplicationCommands;
  if ((permissions & mayUse) !== mayUse) return [];
  const guildId = guildOf(world, channel)?.id;
  return [...world.commands.values()]
    .filter((command) => command.guildId === undefined || command.guildId === guildId)
    .filter((command) => installsOf(world, command, channel).length > 0)
    .filter((command) => isPermitted(command, permissions, guildId !== undefined))
    .filter(({ api }) => api.nsfw !== true || (channel.kind === 'text' && channel.nsfw))
    .sort((a, b) => Number(a.guildId === undefined) - Number(b.guildId === undefined));
}

/** By which installs a command can be used in a place; empty where it cannot. */
export function installsOf(world: World, { api, guildId }: StoredCommand, channel: Channel): number[] {
  if (guildId !== undefined) return [ApplicationIntegrationType.GuildInstall];
  const allowed = api.contexts ?? [0, 1, 2];
  if (!(allowed as number[]).includes(contextOf(channel))) return [];
  // Everybody here has the app installed; the bot is not in every place.
  const types: number[] = api.integration_types ?? [0];
  return types.filter(
    (type) => type === ApplicationIntegrationType.UserInstall || isBotPresent(world, channel),
  );
}

function isPermitted({ api }: StoredCommand, permissions: bigint, inGuild: boolean): boolean {
  const needed = api.default_member_permissions;
  if (needed === null || needed === undefined || !inGuild) return true;
  const bits = BigInt(needed);
  if ((permissions & P.Administrator) !== 0n) return true;
  // "0" is for administrators alone.
  return bits !== 0n && (permissions & bits) === bits;
}
