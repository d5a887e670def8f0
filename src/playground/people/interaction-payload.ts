import { randomBytes } from 'node:crypto';
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Interaction } from '../world/interaction.ts';
import { canSee, permissionsIn } from '../world/permissions.ts';
import { guildOf, userOf } from '../world/world.ts';
import { asWire } from '../world/protocol.ts';
import type { Channel, World } from '../world/world.ts';
import { toChannel, toMember, toUser } from '../world/wire-objects.ts';

/** Bytes an uploaded file may have, as every interaction says. */
export const attachmentBytesMax = 10 * 1024 * 1024;

export interface NewInteraction {
  type: Interaction['type'];
  userId: string;
  channel: Channel;
  /** `data` of the payload. */
  data: unknown;
  /** The installs that allow it: 0 the server's, 1 the person's own. */
  integrationTypes: readonly number[];
  /** The message it came from, as the payload carries it. */
  message?: unknown;
  sourceMessageId?: string | undefined;
  /** The interaction whose modal is submitted. */
  openedBy?: string;
}

/** Where an interaction happens: 0 a server, 1 the bot's DM, 2 any other private place. */
export function contextOf(channel: Channel): 0 | 1 | 2 {
  if (channel.kind === 'dm') return 1;
  return channel.kind === 'group' ? 2 : 0;
}

/** Whether the bot itself is in the place, and not just installed by the person. */
export function isBotPresent(world: World, channel: Channel): boolean {
  if (channel.kind === 'group') return false;
  return channel.kind === 'dm' || guildOf(world, channel)?.members.has(world.bot.id) === true;
}

/** Builds the record and the complete payload of INTERACTION_CREATE; tells nobody yet. */
export function buildInteraction(world: World, draft: NewInteraction): Interaction {
  const { type, userId, channel, data } = draft;
  const guild = guildOf(world, channel);
  const member = guild?.members.get(userId);
  const botPresent = isBotPresent(world, channel);
  const id = world.newId();
  // Like Discord's, the token names its interaction.
  const token = Buffer.from(`interaction:${id}:${randomBytes(48).toString('base64url')}`).toString(
    'base64url',
  );
  const person =
    guild === undefined || member === undefined
      ? { user: toUser(world, userId) }
      : {
          member: {
            ...toMember(world, member),
            permissions: String(permissionsIn(world, channel, userId)),
          },
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.preferredLocale, features: [] },
          guild_locale: guild.preferredLocale,
        };
  const payload = {
    id,
    application_id: world.bot.id,
    type,
    data,
    ...person,
    channel: {
      ...toChannel(world, channel),
      ...(guild === undefined ? {} : { permissions: String(permissionsIn(world, channel, userId)) }),
    },
    channel_id: channel.id,
    token,
    version: 1,
    ...(draft.message === undefined ? {} : { message: draft.message }),
    app_permissions: String(appPermissions(world, channel, userId)),
    locale: userOf(world, userId).locale,
    entitlements: [],
    authorizing_integration_owners: integrationOwners(world, draft),
    context: contextOf(channel),
    attachment_size_limit: attachmentBytesMax,
  };
  return {
    id,
    token,
    type,
    userId,
    channelId: channel.id,
    guildId: guild?.id,
    createdAt: world.now(),
    payload: asWire<APIInteraction>(payload),
    sourceMessageId: draft.sourceMessageId,
    openedBy: draft.openedBy,
    botPresent,
    state: 'pending',
    acknowledged: false,
    ephemeral: false,
    originalId: undefined,
    messageIds: [],
    followUpCount: 0,
    complete: false,
    modal: undefined,
    choices: undefined,
  };
}

/** Where the bot is absent it may do what its person lets an app do. */
function appPermissions(world: World, channel: Channel, userId: string): bigint {
  if (isBotPresent(world, channel)) return permissionsIn(world, channel, world.bot.id);
  const own = permissionsIn(world, channel, userId);
  return canSee(world, channel, userId)
    ? own & (P.AttachFiles | P.EmbedLinks | P.MentionEveryone | P.UseExternalEmojis)
    : 0n;
}

function integrationOwners(world: World, { channel, userId, integrationTypes }: NewInteraction) {
  const owners: Record<string, string> = {};
  if (integrationTypes.includes(0) && isBotPresent(world, channel)) {
    owners['0'] = guildOf(world, channel)?.id ?? '0';
  }
  if (integrationTypes.includes(1)) owners['1'] = userId;
  return owners;
}
