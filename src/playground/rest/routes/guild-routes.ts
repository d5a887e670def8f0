import { GatewayIntentBits, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { namesOf } from '../../world/member-names.ts';
import { refusals } from '../../world/discord-error.ts';
import { isRecord } from '../../world/form-errors.ts';
import { guildPermissions, highestRolePosition } from '../../world/permissions.ts';
import { compareSnowflakes } from '../../world/snowflakes.ts';
import { toGuild, toMember, toTextChannel } from '../../world/wire-objects.ts';
import type { Guild, Member, World } from '../../world/world.ts';
import { isTrue, param } from '../router.ts';
import type { RestAnswer, RestRequest, Route } from '../router.ts';

const one = '/guilds/{guild_id}';
const membersMax = 1000;

/** @throws DiscordError 10004 for an unknown server, 50001 for one without the bot. */
function guildFor({ world, params }: RestRequest): Guild {
  const guild = world.guilds.get(params['guild_id'] ?? '');
  if (guild === undefined) throw refusals.unknownGuild();
  if (!guild.members.has(world.bot.id)) throw refusals.missingAccess();
  return guild;
}

/** @throws DiscordError 10013 for nobody, 10007 for somebody who is not in the server. */
function memberFor(request: RestRequest, guild: Guild): Member {
  const id = param(request, 'user_id');
  if (!request.world.users.has(id)) throw refusals.unknownUser();
  const member = guild.members.get(id);
  if (member === undefined) throw refusals.unknownMember();
  return member;
}

function limitOf(request: RestRequest): number {
  return Math.min(membersMax, Math.max(1, Number(request.query.get('limit') ?? 1) || 1));
}

/** The server, its channels, roles and members. */
export const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: one,
    answer: (request) => {
      const guild = guildFor(request);
      const counts = {
        approximate_member_count: guild.members.size,
        approximate_presence_count: guild.members.size,
      };
      return {
        status: 200,
        body: { ...toGuild(guild), ...(isTrue(request.query.get('with_counts')) ? counts : {}) },
      };
    },
  },
  {
    method: 'GET',
    template: `${one}/channels`,
    answer: (request) => {
      const guild = guildFor(request);
      const channels = [...request.world.channels.values()].flatMap((channel) =>
        channel.kind === 'text' && channel.guildId === guild.id ? [toTextChannel(channel)] : [],
      );
      return { status: 200, body: channels };
    },
  },
  {
    method: 'GET',
    template: `${one}/roles`,
    answer: (request) => ({ status: 200, body: [...guildFor(request).roles.values()] }),
  },
  {
    method: 'GET',
    template: `${one}/roles/{role_id}`,
    answer: (request) => {
      const role = guildFor(request).roles.get(param(request, 'role_id'));
      if (role === undefined) throw refusals.unknownRole();
      return { status: 200, body: role };
    },
  },
  {
    method: 'GET',
    template: `${one}/members`,
    answer: (request) => {
      const { world, query } = request;
      const guild = guildFor(request);
      // The list is the privileged intent's, over HTTP too.
      if ((world.disallowedIntents & GatewayIntentBits.GuildMembers) !== 0) throw refusals.missingAccess();
      const after = query.get('after') ?? '0';
      const found = [...guild.members.values()]
        .toSorted((a, b) => compareSnowflakes(a.userId, b.userId))
        .filter(({ userId }) => compareSnowflakes(userId, after) > 0);
      return { status: 200, body: found.slice(0, limitOf(request)).map((member) => toMember(world, member)) };
    },
  },
  {
    method: 'GET',
    template: `${one}/members/search`,
    answer: (request) => {
      const { world, query } = request;
      const prefix = (query.get('query') ?? '').toLowerCase();
      const found = [...guildFor(request).members.values()].filter((member) =>
        namesOf(world, member).some((name) => name.startsWith(prefix)),
      );
      return { status: 200, body: found.slice(0, limitOf(request)).map((member) => toMember(world, member)) };
    },
  },
  {
    method: 'GET',
    template: `${one}/members/{user_id}`,
    answer: (request) => ({
      status: 200,
      body: toMember(request.world, memberFor(request, guildFor(request))),
    }),
  },
  {
    method: 'PUT',
    template: `${one}/members/{user_id}/roles/{role_id}`,
    answer: (request) => changeRole(request, true),
  },
  {
    method: 'DELETE',
    template: `${one}/members/{user_id}/roles/{role_id}`,
    answer: (request) => changeRole(request, false),
  },
  {
    method: 'PATCH',
    template: `${one}/members/{user_id}`,
    answer: patchMember,
  },
];

/** Roles below the bot's highest can be given and taken, with MANAGE_ROLES. */
function changeRole(request: RestRequest, gives: boolean): RestAnswer {
  const { world } = request;
  const guild = guildFor(request);
  const member = memberFor(request, guild);
  const role = guild.roles.get(param(request, 'role_id'));
  if (role === undefined) throw refusals.unknownRole();
  const isBelow = role.position < highestRolePosition(guild, world.bot.id);
  const may = (guildPermissions(world, guild, world.bot.id) & P.ManageRoles) !== 0n;
  if (!may || !isBelow || role.managed) throw refusals.missingPermissions();
  const others = member.roles.filter((id) => id !== role.id);
  member.roles = gives ? [...others, role.id] : others;
  announce(world, guild, member);
  return { status: 204 };
}

/** Time-outs, with MODERATE_MEMBERS, of those below the bot. */
function patchMember(request: RestRequest): RestAnswer {
  const { world, body } = request;
  const guild = guildFor(request);
  const member = memberFor(request, guild);
  const until = isRecord(body) ? body['communication_disabled_until'] : undefined;
  if (until !== undefined) {
    const may = (guildPermissions(world, guild, world.bot.id) & P.ModerateMembers) !== 0n;
    const isBelow = highestRolePosition(guild, member.userId) < highestRolePosition(guild, world.bot.id);
    if (!may || !isBelow) throw refusals.missingPermissions();
    member.timedOutUntil = typeof until === 'string' && !Number.isNaN(Date.parse(until)) ? until : null;
    announce(world, guild, member);
  }
  return { status: 200, body: toMember(world, member) };
}

function announce(world: World, guild: Guild, member: Member): void {
  world.events.emit({ type: 'member-update', guildId: guild.id, userId: member.userId });
}
