import { GatewayIntentBits, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { refusals } from '../../world/discord-error.ts';
import { checkInteger, checkList, FormErrors, isRecord } from '../../world/form-errors.ts';
import { isHiddenFromBot, withoutContent } from '../../world/message-content.ts';
import { readMessageFields } from '../../world/message-fields.ts';
import { deleteMessages, editMessage, toMessage } from '../../world/messages.ts';
import { permissionsIn, sendPermission } from '../../world/permissions.ts';
import { sendMessage } from '../../world/sending.ts';
import { compareSnowflakes, isSnowflake, snowflakeTime } from '../../world/snowflakes.ts';
import { messagesIn } from '../../world/world.ts';
import type { StoredMessage, World } from '../../world/world.ts';
import type { RestRequest, Route } from '../router.ts';
import { channelFor, messageFor } from './channel-access.ts';

const listTemplate = '/channels/{channel_id}/messages';
const oneTemplate = '/channels/{channel_id}/messages/{message_id}';
const bulkDeleteAgeMs = 14 * 24 * 60 * 60 * 1000;
const listMax = 100;
const fivePerFiveSeconds = { requests: 5, windowMs: 5000 };

/** A message as the bot may read it over HTTP: without the intent, strangers' words are empty. */
export function toReadable(world: World, message: StoredMessage): APIMessage {
  const hasIntent = (world.disallowedIntents & GatewayIntentBits.MessageContent) === 0;
  const whole = toMessage(world, message, world.bot.id);
  return isHiddenFromBot(world, message, hasIntent) ? withoutContent(whole) : whole;
}

export const messageRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: listTemplate,
    answer: (request) => {
      const channel = channelFor(request);
      const permitted =
        (permissionsIn(request.world, channel, request.world.bot.id) & P.ReadMessageHistory) !== 0n;
      const found = permitted
        ? listMessages(request, [...messagesIn(request.world, channel.id).values()])
        : [];
      return { status: 200, body: found.map((message) => toReadable(request.world, message)) };
    },
  },
  {
    method: 'POST',
    template: listTemplate,
    limit: fivePerFiveSeconds,
    answer: (request) => {
      const { world, body, files } = request;
      const channel = channelFor(request, 0n);
      const fields = readMessageFields(body);
      const message = sendMessage(world, { channel, authorId: world.bot.id, fields, files });
      return {
        status: 200,
        body: {
          ...toMessage(world, message, world.bot.id),
          ...(fields.nonce === undefined ? {} : { nonce: fields.nonce }),
        },
      };
    },
  },
  {
    method: 'GET',
    template: oneTemplate,
    answer: (request) => ({
      status: 200,
      body: toReadable(request.world, messageFor(request, channelFor(request))),
    }),
  },
  {
    method: 'PATCH',
    template: oneTemplate,
    limit: fivePerFiveSeconds,
    answer: (request) => {
      const { world, body, files } = request;
      const channel = channelFor(request);
      const message = messageFor(request, channel);
      if (message.api.author.id !== world.bot.id) throw refusals.notTheAuthor();
      if (channel.kind === 'thread' && channel.archived) throw refusals.archivedThread();
      editMessage(world, message, { fields: readMessageFields(body, Number(message.api.flags)), files });
      return { status: 200, body: toMessage(world, message, world.bot.id) };
    },
  },
  {
    method: 'DELETE',
    template: oneTemplate,
    limit: { requests: 5, windowMs: 1000 },
    answer: (request) => {
      const { world } = request;
      const channel = channelFor(request);
      const message = messageFor(request, channel);
      if (message.api.author.id !== world.bot.id) channelFor(request, P.ManageMessages);
      if (channel.kind === 'thread' && channel.archived) throw refusals.archivedThread();
      deleteMessages(world, channel, [message]);
      return { status: 204 };
    },
  },
  {
    method: 'POST',
    template: `${listTemplate}/bulk-delete`,
    limit: { requests: 1, windowMs: 1000 },
    answer: (request) => {
      const { world } = request;
      const channel = channelFor(request, P.ManageMessages);
      if (channel.kind === 'dm') throw refusals.wrongChannelKind();
      const ids = readBulkIds(request);
      // Unknown messages are passed over, too old ones are not.
      const found = ids.flatMap((id) => messagesIn(world, channel.id).get(id) ?? []);
      deleteMessages(world, channel, found, true);
      return { status: 204 };
    },
  },
  {
    method: 'POST',
    template: '/channels/{channel_id}/typing',
    limit: fivePerFiveSeconds,
    answer: (request) => {
      const channel = channelFor(request);
      channelFor(request, sendPermission(channel));
      request.world.events.emit({ type: 'typing', channel, userId: request.world.bot.id });
      return { status: 204 };
    },
  },
];

/** Newest first, as Discord lists them. @throws DiscordError 50035 for a limit outside 1 to 100. */
function listMessages({ query }: RestRequest, all: readonly StoredMessage[]): StoredMessage[] {
  const errors = new FormErrors();
  const limitText = query.get('limit');
  const limit = limitText === null ? 50 : Number(limitText);
  checkInteger(errors, ['limit'], limit, { min: 1, max: listMax });
  for (const key of ['before', 'after', 'around']) {
    const id = query.get(key);
    if (id !== null && !isSnowflake(id)) errors.add([key], 'NUMBER_TYPE_COERCE', 'Value is not snowflake.');
  }
  errors.throwIfAny();
  const seen = all.filter(({ visibleTo }) => visibleTo === undefined);
  const [around, before, after] = [query.get('around'), query.get('before'), query.get('after')];
  if (around !== null) {
    const older = seen.filter(({ api }) => compareSnowflakes(api.id, around) < 0);
    const rest = seen.filter(({ api }) => compareSnowflakes(api.id, around) >= 0);
    const half = Math.floor(limit / 2);
    return [
      ...older.slice(Math.max(0, older.length - half)),
      ...rest.slice(0, limit - Math.min(half, older.length)),
    ].toReversed();
  }
  if (after !== null) {
    return seen
      .filter(({ api }) => compareSnowflakes(api.id, after) > 0)
      .slice(0, limit)
      .toReversed();
  }
  const older = before === null ? seen : seen.filter(({ api }) => compareSnowflakes(api.id, before) < 0);
  return older.slice(Math.max(0, older.length - limit)).toReversed();
}

function readBulkIds({ world, body }: RestRequest): string[] {
  const errors = new FormErrors();
  const list = checkList(errors, ['messages'], isRecord(body) ? body['messages'] : undefined, { max: 100 });
  errors.throwIfAny();
  const ids = list.map(String);
  if (ids.length < 2 || new Set(ids).size !== ids.length) throw refusals.invalidBulkDelete();
  for (const id of ids) {
    if (!isSnowflake(id)) throw refusals.invalidBulkDelete();
    if (world.now() - snowflakeTime(id) > bulkDeleteAgeMs) throw refusals.tooOldToDelete();
  }
  return ids;
}
