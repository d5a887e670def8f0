import { randomBytes } from 'node:crypto';
import { Locale, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { APIRole, RoleFlags, UserFlags } from 'discord-api-types/v10';
import { asWire } from './protocol.ts';
import { createSnowflakes } from './snowflakes.ts';
import { createWorldEvents } from './world-events.ts';
import type {
  Channel,
  GroupChannel,
  Guild,
  Member,
  Overwrite,
  TextChannel,
  World,
  WorldUser,
} from './world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What @everyone may do in a new server, as Discord sets it, without voice. */
const EVERYONE =
  P.ViewChannel |
  P.CreateInstantInvite |
  P.ChangeNickname |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.CreatePublicThreads |
  P.CreatePrivateThreads |
  P.EmbedLinks |
  P.AttachFiles |
  P.AddReactions |
  P.UseExternalEmojis |
  P.ReadMessageHistory |
  P.UseApplicationCommands |
  P.UseExternalApps |
  P.SendPolls;

const MODERATOR = P.ManageMessages | P.ManageThreads | P.ModerateMembers | P.KickMembers | P.PinMessages;
const BOT = EVERYONE | P.ManageMessages | P.PinMessages;

interface SeededIds {
  botId: string;
  ownerId: string;
  moderatorId: string;
  memberId: string;
  guestId: string;
  moderatorRoleId: string;
  botRoleId: string;
  guildId: string;
}

export interface SeededWorld {
  world: World;
  memberId: string;
  moderatorId: string;
  ownerId: string;
  guestId: string;
  moderatorRoleId: string;
}

/**
 * One server with #umum, #tanya-artikel, #kutipan and #moderator (for moderators and the bot), its people,
 * and a group DM without the bot, where it is used as a user-installed app.
 */
export function seedWorld({
  now,
  locale,
  disallowedIntents,
  botName,
  extraChannels,
}: {
  now: () => number;
  locale: Locale;
  disallowedIntents: number;
  botName: string;
  extraChannels: readonly string[];
}): SeededWorld {
  // The server and its accounts are older than what will be said in it; one maker of IDs for both,
  // so that none comes twice whatever the clock says.
  let ageMs = 30 * DAY_MS;
  const newId = createSnowflakes(() => now() - ageMs);
  const ids: SeededIds = {
    botId: newId(),
    ownerId: newId(),
    moderatorId: newId(),
    memberId: newId(),
    guestId: newId(),
    moderatorRoleId: newId(),
    botRoleId: newId(),
    guildId: newId(),
  };
  const { botId, ownerId, moderatorId, memberId, guestId, moderatorRoleId, guildId } = ids;
  const joinedAt = new Date(now() - 28 * DAY_MS).toISOString();
  const other: Locale = locale === Locale.EnglishUS ? Locale.Indonesian : Locale.EnglishUS;
  const users = [
    user({ id: memberId, username: 'sari', displayName: 'Sari', locale }),
    user({ id: moderatorId, username: 'budi', displayName: 'Budi', locale }),
    user({ id: guestId, username: 'emma', displayName: 'Emma', locale: other }),
    user({ id: ownerId, username: 'wulan', displayName: 'Wulan', locale }),
    user({ id: botId, username: botName, displayName: null, locale: Locale.EnglishUS, bot: true }),
  ];
  const channels = seedChannels(ids, { newId, extraChannels });
  ageMs = 0;
  const world: World = {
    now,
    newId,
    bot: { id: botId, token: botToken(botId) },
    guildId,
    users: new Map(users.map((entry) => [entry.api.id, entry])),
    guilds: new Map([[guildId, seedGuild(ids, { botName, joinedAt })]]),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    messages: new Map(),
    commands: new Map(),
    commandCreates: new Map(),
    interactions: new Map(),
    nonces: new Map(),
    files: new Map(),
    events: createWorldEvents(),
    origin: '',
    disallowedIntents,
  };
  return { world, memberId, moderatorId, ownerId, guestId, moderatorRoleId };
}

function seedGuild(ids: SeededIds, { botName, joinedAt }: { botName: string; joinedAt: string }): Guild {
  const { guildId, ownerId, moderatorId, memberId, guestId, botId, moderatorRoleId, botRoleId } = ids;
  const roles = [
    role({ id: guildId, name: '@everyone', permissions: EVERYONE, position: 0 }),
    role({ id: moderatorRoleId, name: 'Moderator', permissions: EVERYONE | MODERATOR, position: 1 }),
    {
      ...role({ id: botRoleId, name: botName, permissions: BOT, position: 2 }),
      managed: true,
      tags: { bot_id: botId },
    },
  ];
  const member = (userId: string, ...roleIds: string[]): [string, Member] => [
    userId,
    { userId, roles: roleIds, nick: null, joinedAt, timedOutUntil: null },
  ];
  return {
    id: guildId,
    name: 'Ruang Baca',
    ownerId,
    preferredLocale: Locale.Indonesian,
    roles: new Map(roles.map((entry) => [entry.id, entry])),
    members: new Map([
      member(ownerId),
      member(moderatorId, moderatorRoleId),
      member(memberId),
      member(guestId),
      member(botId, botRoleId),
    ]),
  };
}

/** An account as Discord shows it; `displayName` null for none. */
export function user({
  id,
  username,
  displayName,
  locale,
  bot = false,
}: {
  id: string;
  username: string;
  displayName: string | null;
  locale: Locale;
  bot?: boolean;
}): WorldUser {
  return {
    locale,
    api: {
      id,
      username,
      avatar: null,
      discriminator: bot ? '0001' : '0',
      public_flags: asWire<UserFlags>(0),
      flags: asWire<UserFlags>(0),
      global_name: displayName,
      primary_guild: null,
      ...(bot ? { bot: true } : {}),
    },
  };
}

function role({
  id,
  name,
  permissions,
  position,
}: {
  id: string;
  name: string;
  permissions: bigint;
  position: number;
}): APIRole {
  return {
    id,
    name,
    permissions: String(permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: position > 0,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: asWire<RoleFlags>(0),
  };
}

function seedChannels(
  ids: SeededIds,
  { newId, extraChannels }: { newId: () => string; extraChannels: readonly string[] },
): Channel[] {
  const { guildId, moderatorRoleId, botRoleId, memberId, moderatorId, guestId } = ids;
  const text = (name: string, topic: string, position: number): TextChannel => ({
    id: newId(),
    kind: 'text',
    guildId,
    name,
    topic,
    position,
    slowmodeSeconds: 0,
    nsfw: false,
    overwrites: new Map<string, Overwrite>(),
    lastMessageId: null,
    lastPinAt: null,
  });
  const moderators = text('moderator', 'Hanya untuk moderator', 3);
  moderators.overwrites.set(guildId, { type: 0, allow: 0n, deny: P.ViewChannel });
  moderators.overwrites.set(moderatorRoleId, { type: 0, allow: P.ViewChannel, deny: 0n });
  moderators.overwrites.set(botRoleId, { type: 0, allow: P.ViewChannel, deny: 0n });
  const group: GroupChannel = {
    id: newId(),
    kind: 'group',
    name: 'Obrolan bertiga',
    ownerId: memberId,
    personIds: [memberId, moderatorId, guestId],
    lastMessageId: null,
    lastPinAt: null,
  };
  return [
    text('umum', 'Obrolan umum', 0),
    text('tanya-artikel', 'Tanyakan apa saja tentang artikel', 1),
    text('kutipan', 'Kutipan pilihan, kata demi kata', 2),
    moderators,
    ...extraChannels.map((name, place) => text(name, '', 4 + place)),
    group,
  ];
}

/** Shaped as Discord's: the ID, a time and a secret, joined by dots. New in every world. */
function botToken(botId: string): string {
  return [
    Buffer.from(botId).toString('base64url'),
    randomBytes(4).toString('base64url'),
    randomBytes(28).toString('base64url'),
  ].join('.');
}
