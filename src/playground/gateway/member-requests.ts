import { GatewayIntentBits as I } from 'discord-api-types/v10';
import { namesOf } from '../world/member-names.ts';
import { toMember } from '../world/wire-objects.ts';
import type { Member, World } from '../world/world.ts';
import { closeCode } from './connection.ts';
import type { GatewayConnection } from './connection.ts';
import type { GatewaySession } from './session.ts';

const membersPerChunk = 1000;
const membersPerQuery = 100;

/** Op 8: members of one server, by name prefix or by ID, in chunks. */
export function sendMembers(
  world: World,
  {
    connection,
    session,
    d,
  }: { connection: GatewayConnection; session: GatewaySession; d: Record<string, unknown> },
): void {
  const guild = world.guilds.get(String(d['guild_id']));
  if (guild === undefined || !guild.members.has(world.bot.id)) return;
  const ids = [d['user_ids'] ?? []].flat().map(String);
  const query = typeof d['query'] === 'string' ? d['query'].toLowerCase() : undefined;
  const wantsAll = ids.length === 0 && (query === undefined || query === '') && Number(d['limit'] ?? 0) === 0;
  if (wantsAll && (session.intents & I.GuildMembers) === 0) {
    return connection.close(closeCode.disallowedIntents, 'Disallowed intent(s).');
  }
  const limit = wantsAll ? Number.POSITIVE_INFINITY : membersPerQuery;
  const matches = (member: Member) =>
    ids.length > 0
      ? ids.includes(member.userId)
      : namesOf(world, member).some((name) => name.startsWith(query ?? ''));
  const found = [...guild.members.values()].filter(matches).slice(0, limit);
  const chunks = Math.max(1, Math.ceil(found.length / membersPerChunk));
  for (let index = 0; index < chunks; index++) {
    session.dispatch('GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members: found
        .slice(index * membersPerChunk, (index + 1) * membersPerChunk)
        .map((member) => toMember(world, member)),
      chunk_index: index,
      chunk_count: chunks,
      not_found: ids.filter((id) => !guild.members.has(id)),
      ...(typeof d['nonce'] === 'string' ? { nonce: d['nonce'].slice(0, 32) } : {}),
      ...(d['presences'] === true ? { presences: [] } : {}),
    });
  }
}
