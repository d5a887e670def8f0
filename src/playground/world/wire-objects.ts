/**
 * The world's things as the objects that Discord sends. Complete by the published spec:
 * absent optional fields are left out, nullable ones are null.
 */
import { ApplicationFlags, GatewayIntentBits, Locale, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIUser } from 'discord-api-types/v10';
import { canSee, permissionsIn } from './permissions.ts';
import { userOf } from './world.ts';
import type { Channel, GroupChannel, Guild, Member, TextChannel, ThreadChannel, World } from './world.ts';

export function toUser(world: World, id: string): APIUser {
  return { ...userOf(world, id).api };
}

export function toOwnUser(world: World) {
  return {
    ...toUser(world, world.bot.id),
    mfa_enabled: true,
    locale: Locale.EnglishUS,
    premium_type: 0,
    email: null,
    verified: true,
  };
}

/** A member without its user, as messages carry it. */
export function toPartialMember(member: Member) {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: member.timedOutUntil,
    flags: 0,
    joined_at: member.joinedAt,
    nick: member.nick,
    pending: false,
    premium_since: null,
    roles: [...member.roles],
    mute: false,
    deaf: false,
  };
}

export function toMember(world: World, member: Member) {
  return { ...toPartialMember(member), user: toUser(world, member.userId) };
}

export function toTextChannel(channel: TextChannel) {
  return {
    id: channel.id,
    type: 0 as const,
    last_message_id: channel.lastMessageId,
    flags: 0,
    last_pin_timestamp: channel.lastPinAt,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: null,
    rate_limit_per_user: channel.slowmodeSeconds,
    topic: channel.topic,
    position: channel.position,
    permission_overwrites: [...channel.overwrites].map(([id, { type, allow, deny }]) => ({
      id,
      type,
      allow: String(allow),
      deny: String(deny),
    })),
    nsfw: channel.nsfw,
  };
}

/** `viewerId` adds the viewer's own membership where there is one. */
export function toThread(thread: ThreadChannel, viewerId?: string) {
  const joinedAt = viewerId === undefined ? undefined : thread.members.get(viewerId);
  return {
    id: thread.id,
    type: thread.type,
    last_message_id: thread.lastMessageId,
    flags: 0,
    last_pin_timestamp: thread.lastPinAt,
    guild_id: thread.guildId,
    name: thread.name,
    parent_id: thread.parentId,
    rate_limit_per_user: thread.slowmodeSeconds,
    owner_id: thread.ownerId,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: thread.archiveChangedAt,
      auto_archive_duration: thread.autoArchiveMinutes,
      locked: thread.locked,
      create_timestamp: thread.createdAt,
      ...(thread.type === 12 ? { invitable: thread.invitable } : {}),
    },
    message_count: thread.messageCount,
    // Discord stops counting at 50.
    member_count: Math.min(thread.members.size, 50),
    total_message_sent: thread.totalMessageSent,
    ...(joinedAt === undefined || viewerId === undefined
      ? {}
      : { member: toThreadMember(thread, viewerId, joinedAt) }),
  };
}

export function toThreadMember(thread: ThreadChannel, userId: string, joinedAt: string) {
  return { id: thread.id, user_id: userId, join_timestamp: joinedAt, flags: 0 };
}

export function toDirectChannel(world: World, channel: Extract<Channel, { kind: 'dm' }>) {
  return {
    id: channel.id,
    type: 1 as const,
    last_message_id: channel.lastMessageId,
    flags: 0,
    recipients: [toUser(world, channel.personId)],
  };
}

function toGroupChannel(world: World, channel: GroupChannel) {
  return {
    id: channel.id,
    type: 3 as const,
    last_message_id: channel.lastMessageId,
    flags: 0,
    recipients: channel.personIds.map((id) => toUser(world, id)),
    name: channel.name,
    icon: null,
    owner_id: channel.ownerId,
  };
}

/** As the bot sees the channel. */
export function toChannel(world: World, channel: Channel) {
  switch (channel.kind) {
    case 'text':
      return toTextChannel(channel);
    case 'thread':
      return toThread(channel, world.bot.id);
    case 'dm':
      return toDirectChannel(world, channel);
    case 'group':
    default:
      return toGroupChannel(world, channel);
  }
}

/** A channel inside an interaction's resolved data. */
export function toResolvedChannel(world: World, channel: Channel, userId: string) {
  return {
    ...toChannel(world, channel),
    permissions: String(permissionsIn(world, channel, userId)),
    app_permissions: String(permissionsIn(world, channel, world.bot.id)),
  };
}

export function toGuild(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: guild.ownerId,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: [...guild.roles.values()],
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.preferredLocale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

/** The payload of GUILD_CREATE: the server with what the bot needs to start. */
export function toGuildCreate(world: World, guild: Guild, { allMembers }: { allMembers: boolean }) {
  const places = [...world.channels.values()].filter(
    (channel) => 'guildId' in channel && channel.guildId === guild.id,
  );
  // Without the GUILD_MEMBERS intent only the bot itself is sent.
  const members = [...guild.members.values()].filter(({ userId }) => allMembers || userId === world.bot.id);
  return {
    ...toGuild(guild),
    joined_at: guild.members.get(world.bot.id)?.joinedAt ?? new Date(0).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: members.map((member) => toMember(world, member)),
    channels: places.flatMap((place) => (place.kind === 'text' ? [toTextChannel(place)] : [])),
    threads: places.flatMap((place) =>
      place.kind === 'thread' && !place.archived && canSee(world, place, world.bot.id)
        ? [toThread(place, world.bot.id)]
        : [],
    ),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function toApplication(world: World) {
  const limited = [
    [GatewayIntentBits.GuildPresences, ApplicationFlags.GatewayPresenceLimited],
    [GatewayIntentBits.GuildMembers, ApplicationFlags.GatewayGuildMembersLimited],
    [GatewayIntentBits.MessageContent, ApplicationFlags.GatewayMessageContentLimited],
  ] as const;
  let flags = 0;
  for (const [intent, flag] of limited) {
    if ((world.disallowedIntents & intent) === 0) flags |= flag;
  }
  const guild = world.guilds.get(world.guildId);
  return {
    id: world.bot.id,
    name: userOf(world, world.bot.id).api.username,
    icon: null,
    description: '',
    type: null,
    bot: toUser(world, world.bot.id),
    bot_public: true,
    bot_require_code_grant: false,
    install_params: {
      scopes: ['applications.commands', 'bot'],
      permissions: String(PermissionFlagsBits.SendMessages | PermissionFlagsBits.ViewChannel),
    },
    integration_types_config: { 0: {}, 1: {} },
    verify_key: '0'.repeat(64),
    flags,
    flags_new: String(flags),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: toUser(world, guild?.ownerId ?? world.bot.id),
    approximate_guild_count: 1,
    approximate_user_install_count: world.users.size - 1,
    approximate_user_authorization_count: 0,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    event_webhooks_types: [],
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  };
}
