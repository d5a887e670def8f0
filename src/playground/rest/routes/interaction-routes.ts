import {
  answerInteraction,
  deleteAnswer,
  editAnswer,
  findAnswer,
  findByToken,
  followUp,
} from '../../world/interaction-answers.ts';
import { MessageFlags } from 'discord-api-types/v10';
import { toMessage } from '../../world/messages.ts';
import { isTrue, param } from '../router.ts';
import type { RestRequest, Route } from '../router.ts';

const limit = { requests: 5, windowMs: 2000 };
const messageTemplate = '/webhooks/{webhook_id}/{webhook_token}/messages/';

function interactionOf(request: RestRequest) {
  return findByToken(request.world, param(request, 'webhook_id'), param(request, 'webhook_token'));
}

/** The three routes of one answer: `@original`, or a message by its ID. */
function answerRoutes(template: string, messageId: (request: RestRequest) => string): Route[] {
  return [
    {
      method: 'GET',
      template,
      needsToken: false,
      limit,
      answer: (request) => {
        const { world } = request;
        const message = findAnswer(world, interactionOf(request), messageId(request));
        return { status: 200, body: toMessage(world, message, world.bot.id) };
      },
    },
    {
      method: 'PATCH',
      template,
      needsToken: false,
      limit,
      answer: (request) => {
        const { world, body, files } = request;
        const edit = { messageId: messageId(request), body, files };
        const message = editAnswer(world, interactionOf(request), edit);
        return { status: 200, body: toMessage(world, message, world.bot.id) };
      },
    },
    {
      method: 'DELETE',
      template,
      needsToken: false,
      limit,
      answer: (request) => {
        deleteAnswer(request.world, interactionOf(request), messageId(request));
        return { status: 204 };
      },
    },
  ];
}

/** Callbacks and what follows them. Their addresses carry the secret, so they need no bot token. */
export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/interactions/{interaction_id}/{interaction_token}/callback',
    needsToken: false,
    limit,
    answer: (request) => {
      const { world, query, body, files } = request;
      const { interaction, type, message } = answerInteraction(world, {
        id: param(request, 'interaction_id'),
        token: param(request, 'interaction_token'),
        body,
        files,
      });
      if (!isTrue(query.get('with_response'))) return { status: 204 };
      const flags = message?.api.flags ?? 0;
      return {
        status: 200,
        body: {
          interaction: {
            id: interaction.id,
            type: interaction.type,
            channel_id: interaction.channelId,
            ...(interaction.guildId === undefined ? {} : { guild_id: interaction.guildId }),
            ...(message === undefined
              ? {}
              : {
                  response_message_id: message.api.id,
                  response_message_loading: (flags & MessageFlags.Loading) !== 0,
                  response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
                }),
          },
          ...(message === undefined
            ? {}
            : { resource: { type, message: toMessage(world, message, world.bot.id) } }),
        },
      };
    },
  },
  {
    method: 'POST',
    template: '/webhooks/{webhook_id}/{webhook_token}',
    needsToken: false,
    limit,
    answer: (request) => {
      const { world, body, files } = request;
      const message = followUp(world, interactionOf(request), { body, files });
      return { status: 200, body: toMessage(world, message, world.bot.id) };
    },
  },
  ...answerRoutes(`${messageTemplate}@original`, () => '@original'),
  ...answerRoutes(`${messageTemplate}{message_id}`, (request) => param(request, 'message_id')),
];
