import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refusals } from '../../world/discord-error.ts';
import { isRecord } from '../../world/form-errors.ts';
import { canSee, requirePermissions } from '../../world/permissions.ts';
import { createThread, joinThread, leaveThread } from '../../world/threads.ts';
import { toMember, toThread, toThreadMember } from '../../world/wire-objects.ts';
import type { ThreadChannel, World } from '../../world/world.ts';
import { isTrue, param } from '../router.ts';
import type { RestRequest, Route } from '../router.ts';
import { channelFor, messageFor } from './channel-access.ts';

const opening = { requests: 10, windowMs: 10_000 };

function threadFor(request: RestRequest): ThreadChannel {
  const channel = channelFor(request);
  if (channel.kind !== 'thread') throw refusals.wrongChannelKind();
  return channel;
}

/** The thread's members as the bot gets them. */
function toMembers(world: World, thread: ThreadChannel, withMember: boolean) {
  return [...thread.members].map(([id, joinedAt]) => {
    const member = world.guilds.get(thread.guildId)?.members.get(id);
    return {
      ...toThreadMember(thread, id, joinedAt),
      ...(withMember && member !== undefined ? { member: toMember(world, member) } : {}),
    };
  });
}

const threadMemberId = (request: RestRequest): string => {
  const id = param(request, 'user_id');
  if (!request.world.users.has(id)) throw refusals.unknownUser();
  return id;
};

/** Opening threads and being in them; changing them is `PATCH /channels`. */
export const threadRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/channels/{channel_id}/messages/{message_id}/threads',
    limit: opening,
    answer: (request) => {
      const { world, body } = request;
      const channel = channelFor(request, P.CreatePublicThreads | P.ReadMessageHistory);
      const message = messageFor(request, channel);
      const thread = createThread(world, { channel, ownerId: world.bot.id, body, message });
      return { status: 201, body: toThread(thread, world.bot.id) };
    },
  },
  {
    method: 'POST',
    template: '/channels/{channel_id}/threads',
    limit: opening,
    answer: (request) => {
      const { world, body } = request;
      // The documented default of this route is a private thread.
      const isPrivate = !(isRecord(body) && body['type'] === 11);
      const channel = channelFor(request, isPrivate ? P.CreatePrivateThreads : P.CreatePublicThreads);
      const thread = createThread(world, { channel, ownerId: world.bot.id, body, isPrivate });
      return { status: 201, body: toThread(thread, world.bot.id) };
    },
  },
  {
    method: 'GET',
    template: '/guilds/{guild_id}/threads/active',
    answer: (request) => {
      const { world } = request;
      const guildId = param(request, 'guild_id');
      if (world.guilds.get(guildId)?.members.has(world.bot.id) !== true) throw refusals.missingAccess();
      const threads = [...world.channels.values()].filter(
        (channel): channel is ThreadChannel =>
          channel.kind === 'thread' &&
          channel.guildId === guildId &&
          !channel.archived &&
          canSee(world, channel, world.bot.id),
      );
      const members = threads.flatMap((thread) =>
        toMembers(world, thread, false).filter(({ user_id: id }) => id === world.bot.id),
      );
      const body = {
        threads: threads.map((thread) => toThread(thread, world.bot.id)),
        members,
        has_more: false,
      };
      return { status: 200, body };
    },
  },
  {
    method: 'GET',
    template: '/channels/{channel_id}/thread-members',
    answer: (request) => ({
      status: 200,
      body: toMembers(request.world, threadFor(request), isTrue(request.query.get('with_member'))),
    }),
  },
  {
    method: 'PUT',
    template: '/channels/{channel_id}/thread-members/@me',
    answer: (request) => {
      joinThread(request.world, threadFor(request), request.world.bot.id);
      return { status: 204 };
    },
  },
  {
    method: 'DELETE',
    template: '/channels/{channel_id}/thread-members/@me',
    answer: (request) => {
      leaveThread(request.world, threadFor(request), request.world.bot.id);
      return { status: 204 };
    },
  },
  {
    method: 'PUT',
    template: '/channels/{channel_id}/thread-members/{user_id}',
    answer: (request) => {
      const thread = threadFor(request);
      requirePermissions(request.world, thread, request.world.bot.id, P.SendMessagesInThreads);
      joinThread(request.world, thread, threadMemberId(request));
      return { status: 204 };
    },
  },
  {
    method: 'DELETE',
    template: '/channels/{channel_id}/thread-members/{user_id}',
    answer: (request) => {
      const thread = threadFor(request);
      requirePermissions(request.world, thread, request.world.bot.id, P.ManageThreads);
      leaveThread(request.world, thread, threadMemberId(request));
      return { status: 204 };
    },
  },
];
