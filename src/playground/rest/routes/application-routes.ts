import { refusals } from '../../world/discord-error.ts';
import { toApplication, toOwnUser } from '../../world/wire-objects.ts';
import { guildPermissions } from '../../world/permissions.ts';
import { isRecord, refuseField } from '../../world/form-errors.ts';
import { isSnowflake } from '../../world/snowflakes.ts';
import { toDirectChannel } from '../../world/wire-objects.ts';
import { directChannelWith } from '../../world/direct-channels.ts';
import { param } from '../router.ts';
import type { Route } from '../router.ts';

/** Who the bot is, where the gateway is, and DMs. */
export const applicationRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/gateway',
    needsToken: false,
    answer: ({ world }) => ({ status: 200, body: { url: world.origin.replace('http', 'ws') } }),
  },
  {
    method: 'GET',
    template: '/gateway/bot',
    limit: { requests: 2, windowMs: 5000 },
    answer: ({ world }) => ({
      status: 200,
      body: {
        url: world.origin.replace('http', 'ws'),
        session_start_limit: { max_concurrency: 1, remaining: 1000, reset_after: 86_400_000, total: 1000 },
        shards: 1,
      },
    }),
  },
  {
    method: 'GET',
    template: '/users/@me',
    answer: ({ world }) => ({ status: 200, body: toOwnUser(world) }),
  },
  {
    method: 'GET',
    template: '/users/{user_id}',
    answer: (request) => {
      const found = request.world.users.get(param(request, 'user_id'));
      if (found === undefined) throw refusals.unknownUser();
      return { status: 200, body: found.api };
    },
  },
  {
    method: 'GET',
    template: '/users/@me/guilds',
    answer: ({ world }) => ({
      status: 200,
      body: [...world.guilds.values()]
        .filter((guild) => guild.members.has(world.bot.id))
        .map((guild) => ({
          id: guild.id,
          name: guild.name,
          icon: null,
          banner: null,
          owner: guild.ownerId === world.bot.id,
          permissions: String(guildPermissions(world, guild, world.bot.id)),
          features: [],
        })),
    }),
  },
  {
    method: 'POST',
    template: '/users/@me/channels',
    limit: { requests: 10, windowMs: 10_000 },
    answer: ({ world, body }) => {
      const recipientId = isRecord(body) ? body['recipient_id'] : undefined;
      if (!isSnowflake(recipientId)) {
        return refuseField(['recipient_id'], 'BASE_TYPE_REQUIRED', 'This field is required');
      }
      if (!world.users.has(recipientId)) throw refusals.unknownUser();
      if (recipientId === world.bot.id) throw refusals.cannotDirectMessage();
      return { status: 200, body: toDirectChannel(world, directChannelWith(world, recipientId)) };
    },
  },
  ...['/applications/@me', '/oauth2/applications/@me'].map((template): Route => ({
    method: 'GET',
    template,
    answer: ({ world }) => ({ status: 200, body: toApplication(world) }),
  })),
];
