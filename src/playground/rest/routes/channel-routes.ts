import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refusals } from '../../world/discord-error.ts';
import { checkInteger, checkText, FormErrors, isRecord, refuseField } from '../../world/form-errors.ts';
import { setOverwrite } from '../../world/membership.ts';
import { permissionsIn } from '../../world/permissions.ts';
import { deleteThread, patchThread } from '../../world/threads.ts';
import { toChannel } from '../../world/wire-objects.ts';
import type { TextChannel } from '../../world/world.ts';
import { param } from '../router.ts';
import type { RestRequest, Route } from '../router.ts';
import { channelFor } from './channel-access.ts';

const one = '/channels/{channel_id}';
const overwrite = `${one}/permissions/{overwrite_id}`;

/** Channels themselves, and their permission overwrites. */
export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: one,
    answer: (request) => ({ status: 200, body: toChannel(request.world, channelFor(request)) }),
  },
  {
    method: 'PATCH',
    template: one,
    limit: { requests: 5, windowMs: 15_000 },
    answer: (request) => {
      const { world, body } = request;
      const channel = channelFor(request);
      if (channel.kind === 'thread') patchThread(world, channel, body, world.bot.id);
      else if (channel.kind === 'text') patchTextChannel(request, channel);
      else throw refusals.wrongChannelKind();
      return { status: 200, body: toChannel(world, channel) };
    },
  },
  {
    method: 'DELETE',
    template: one,
    answer: (request) => {
      const channel = channelFor(request, 0n);
      // Threads can go; the server's own channels stay, as the page and the tests count on them.
      if (channel.kind !== 'thread') throw refusals.missingPermissions();
      channelFor(request, P.ManageThreads);
      const body = toChannel(request.world, channel);
      deleteThread(request.world, channel);
      return { status: 200, body };
    },
  },
  {
    method: 'PUT',
    template: overwrite,
    answer: (request) => {
      const { world, body } = request;
      const channel = channelFor(request, P.ManageRoles);
      const source = isRecord(body) ? body : {};
      const [allow, deny] = [readBits(source, 'allow'), readBits(source, 'deny')];
      // Nobody hands out what they do not have themselves.
      const own = permissionsIn(world, channel, world.bot.id);
      if (((allow | deny) & ~own) !== 0n) throw refusals.missingPermissions();
      setOverwrite(world, { channelId: channel.id, targetId: param(request, 'overwrite_id'), allow, deny });
      return { status: 204 };
    },
  },
  {
    method: 'DELETE',
    template: overwrite,
    answer: (request) => {
      const channel = channelFor(request, P.ManageRoles);
      const targetId = param(request, 'overwrite_id');
      setOverwrite(request.world, { channelId: channel.id, targetId, allow: 0n, deny: 0n });
      return { status: 204 };
    },
  },
];

function patchTextChannel(request: RestRequest, channel: TextChannel): void {
  const { world, body } = request;
  channelFor(request, P.ManageChannels);
  const errors = new FormErrors();
  const { name, topic, rate_limit_per_user: slowmode, nsfw, position } = isRecord(body) ? body : {};
  const hasName = checkText(errors, ['name'], name, { min: 1, max: 100 });
  const hasTopic = checkText(errors, ['topic'], topic, { max: 1024 });
  const hasSlowmode = checkInteger(errors, ['rate_limit_per_user'], slowmode, { min: 0, max: 21_600 });
  const hasPosition = checkInteger(errors, ['position'], position, { min: 0, max: 500 });
  errors.throwIfAny();
  // Discord writes text channels in lower case with dashes.
  if (hasName) channel.name = name.toLowerCase().replaceAll(/\s+/g, '-');
  if (hasTopic || topic === null) channel.topic = hasTopic ? topic : null;
  if (hasSlowmode) channel.slowmodeSeconds = slowmode;
  if (hasPosition) channel.position = position;
  if (typeof nsfw === 'boolean') channel.nsfw = nsfw;
  world.events.emit({ type: 'channel-update', channel });
}

function readBits(source: Record<string, unknown>, key: string): bigint {
  const value = source[key] ?? '0';
  const isBits = (typeof value === 'string' || typeof value === 'number') && /^\d{1,20}$/.test(String(value));
  return isBits
    ? BigInt(value)
    : refuseField([key], 'NUMBER_TYPE_COERCE', 'Value is not a permission bit set.');
}
