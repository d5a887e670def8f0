import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { addReaction, clearReactions, readEmoji, removeReaction } from '../../world/reactions.ts';
import { toUser } from '../../world/wire-objects.ts';
import { compareSnowflakes } from '../../world/snowflakes.ts';
import { param } from '../router.ts';
import type { RestRequest, Route } from '../router.ts';
import { channelFor, messageFor } from './channel-access.ts';

const all = '/channels/{channel_id}/messages/{message_id}/reactions';
const ofEmoji = `${all}/{emoji_name}`;
const limit = { requests: 1, windowMs: 250 };

function reacted(request: RestRequest, needed: bigint) {
  const channel = channelFor(request, needed);
  return { channel, message: messageFor(request, channel) };
}

export const reactionRoutes: readonly Route[] = [
  {
    method: 'PUT',
    template: `${ofEmoji}/@me`,
    limit,
    answer: (request) => {
      const { world } = request;
      addReaction(world, {
        ...reacted(request, 0n),
        emoji: param(request, 'emoji_name'),
        userId: world.bot.id,
      });
      return { status: 204 };
    },
  },
  {
    method: 'DELETE',
    template: `${ofEmoji}/@me`,
    limit,
    answer: (request) => {
      const { world } = request;
      removeReaction(world, {
        ...reacted(request, 0n),
        emoji: param(request, 'emoji_name'),
        userId: world.bot.id,
      });
      return { status: 204 };
    },
  },
  {
    method: 'DELETE',
    template: `${ofEmoji}/{user_id}`,
    limit,
    answer: (request) => {
      const userId = param(request, 'user_id');
      const needed = userId === request.world.bot.id ? 0n : P.ManageMessages;
      removeReaction(request.world, {
        ...reacted(request, needed),
        emoji: param(request, 'emoji_name'),
        userId,
      });
      return { status: 204 };
    },
  },
  {
    method: 'GET',
    template: ofEmoji,
    answer: (request) => {
      const { message } = reacted(request, P.ReadMessageHistory);
      const key = String(readEmoji(param(request, 'emoji_name')).name);
      const after = request.query.get('after') ?? '0';
      const limitOf = Math.min(100, Math.max(1, Number(request.query.get('limit') ?? 25) || 25));
      const ids = [...(message.reactions.get(key)?.userIds ?? [])].toSorted(compareSnowflakes);
      const page = ids.filter((id) => compareSnowflakes(id, after) > 0).slice(0, limitOf);
      return { status: 200, body: page.map((id) => toUser(request.world, id)) };
    },
  },
  {
    method: 'DELETE',
    template: ofEmoji,
    limit,
    answer: (request) => {
      clearReactions(request.world, reacted(request, P.ManageMessages).message, param(request, 'emoji_name'));
      return { status: 204 };
    },
  },
  {
    method: 'DELETE',
    template: all,
    limit,
    answer: (request) => {
      clearReactions(request.world, reacted(request, P.ManageMessages).message);
      return { status: 204 };
    },
  },
];
