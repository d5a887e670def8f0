import { GatewayIntentBits as I } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { isHiddenFromBot, withoutContent } from '../world/message-content.ts';
import { toMessage } from '../world/messages.ts';
import { asWire } from '../world/protocol.ts';
import { canSee } from '../world/permissions.ts';
import { toMember, toPartialMember, toTextChannel, toThread, toThreadMember } from '../world/wire-objects.ts';
import type { WorldEvent } from '../world/world-events.ts';
import { guildOf } from '../world/world.ts';
import type { Channel, StoredMessage, World } from '../world/world.ts';

/** A gateway event before it is known who gets it. */
export interface Dispatch {
  t: string;
  /** Undefined for what happens outside servers: shard 0 gets it. */
  guildId: string | undefined;
  /** A session needs one of these; 0 for everybody. */
  intents: number;
  /** The payload for a session with these intents. */
  payload(intents: number): unknown;
}

/** What the bot gets to hear of an event: nothing of places it cannot see. */
export function toDispatches(world: World, event: WorldEvent): Dispatch[] {
  switch (event.type) {
    case 'message-create':
      return messageDispatch(world, 'MESSAGE_CREATE', event.message, event.nonce);
    case 'message-update':
      return messageDispatch(world, 'MESSAGE_UPDATE', event.message);
    case 'message-delete':
      return deletion(world, event);
    case 'reaction-add':
    case 'reaction-remove':
    case 'reactions-clear':
      return reaction(world, event);
    case 'typing':
      return typing(world, event);
    case 'interaction-create':
      return [
        {
          t: 'INTERACTION_CREATE',
          guildId: event.interaction.botPresent ? event.interaction.guildId : undefined,
          intents: 0,
          payload: () => event.interaction.payload,
        },
      ];
    case 'member-add':
    case 'member-update':
      return membership(world, event);
    case 'channel-update':
    case 'thread-create':
    case 'thread-update':
    case 'thread-delete':
    case 'thread-members':
    case 'pins-update':
      return place(world, event);
    case 'closing':
    case 'commands-change':
    case 'dm-open':
    case 'exchange':
    case 'interaction-change':
    case 'presence-change':
    default:
      return [];
  }
}

function messageDispatch(
  world: World,
  t: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: StoredMessage,
  nonce?: string | number,
): Dispatch[] {
  // Ephemeral messages are pushed to their person alone; the bot has them from its own answer.
  if (message.visibleTo !== undefined) return [];
  const channel = world.channels.get(message.channelId);
  if (channel === undefined || !canSee(world, channel, world.bot.id)) return [];
  const guild = guildOf(world, channel);
  const author = guild?.members.get(message.api.author.id);
  const base = toMessage(world, message, world.bot.id);
  const full = {
    ...base,
    ...(guild === undefined ? {} : { guild_id: guild.id }),
    ...(author === undefined ? {} : { member: toPartialMember(author) }),
    mentions: base.mentions.map((user) => {
      const mentioned = guild?.members.get(user.id);
      return mentioned === undefined ? user : { ...user, member: toPartialMember(mentioned) };
    }),
    ...(nonce === undefined ? {} : { nonce }),
    channel_type: channelType(channel),
  };
  return [
    {
      t,
      guildId: guild?.id,
      intents: guild === undefined ? I.DirectMessages : I.GuildMessages,
      payload: (intents) =>
        isHiddenFromBot(world, message, (intents & I.MessageContent) !== 0)
          ? withoutContent(asWire<APIMessage>(full))
          : full,
    },
  ];
}

function deletion(world: World, event: Extract<WorldEvent, { type: 'message-delete' }>): Dispatch[] {
  const ids = event.messages.flatMap(({ visibleTo, api }) => (visibleTo === undefined ? [api.id] : []));
  if (ids.length === 0 || !canSee(world, event.channel, world.bot.id)) return [];
  const guild = guildOf(world, event.channel);
  const where = { channel_id: event.channel.id, ...(guild === undefined ? {} : { guild_id: guild.id }) };
  const common = { guildId: guild?.id, intents: guild === undefined ? I.DirectMessages : I.GuildMessages };
  if (event.bulk) return [{ ...common, t: 'MESSAGE_DELETE_BULK', payload: () => ({ ids, ...where }) }];
  return ids.map((id) => ({ ...common, t: 'MESSAGE_DELETE', payload: () => ({ id, ...where }) }));
}

function reaction(
  world: World,
  event: Extract<WorldEvent, { type: 'reaction-add' | 'reaction-remove' | 'reactions-clear' }>,
): Dispatch[] {
  const { message } = event;
  const channel = world.channels.get(message.channelId);
  if (message.visibleTo !== undefined || channel === undefined || !canSee(world, channel, world.bot.id))
    return [];
  const guild = guildOf(world, channel);
  const common = {
    guildId: guild?.id,
    intents: guild === undefined ? I.DirectMessageReactions : I.GuildMessageReactions,
  };
  const where = {
    channel_id: channel.id,
    message_id: message.api.id,
    ...(guild === undefined ? {} : { guild_id: guild.id }),
  };
  if (event.type === 'reactions-clear') {
    const cleared = event.reaction;
    return [
      cleared === undefined
        ? { ...common, t: 'MESSAGE_REACTION_REMOVE_ALL', payload: () => where }
        : {
            ...common,
            t: 'MESSAGE_REACTION_REMOVE_EMOJI',
            payload: () => ({ ...where, emoji: cleared.emoji }),
          },
    ];
  }
  const added = event.type === 'reaction-add';
  const member = guild?.members.get(event.userId);
  const payload = {
    ...where,
    user_id: event.userId,
    emoji: event.reaction.emoji,
    burst: false,
    type: 0,
    ...(added ? { message_author_id: message.api.author.id } : {}),
    ...(added && member !== undefined ? { member: toMember(world, member) } : {}),
  };
  return [
    { ...common, t: added ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE', payload: () => payload },
  ];
}

function typing(world: World, { channel, userId }: Extract<WorldEvent, { type: 'typing' }>): Dispatch[] {
  if (userId === world.bot.id || !canSee(world, channel, world.bot.id)) return [];
  const guild = guildOf(world, channel);
  const member = guild?.members.get(userId);
  const payload = {
    channel_id: channel.id,
    user_id: userId,
    timestamp: Math.floor(world.now() / 1000),
    ...(guild === undefined ? {} : { guild_id: guild.id }),
    ...(member === undefined ? {} : { member: toMember(world, member) }),
  };
  const intents = guild === undefined ? I.DirectMessageTyping : I.GuildMessageTyping;
  return [{ t: 'TYPING_START', guildId: guild?.id, intents, payload: () => payload }];
}

function membership(
  world: World,
  event: Extract<WorldEvent, { type: 'member-add' | 'member-update' }>,
): Dispatch[] {
  const found = world.guilds.get(event.guildId)?.members.get(event.userId);
  if (found === undefined) return [];
  return [
    {
      t: event.type === 'member-add' ? 'GUILD_MEMBER_ADD' : 'GUILD_MEMBER_UPDATE',
      guildId: event.guildId,
      intents: I.GuildMembers,
      payload: () => ({ guild_id: event.guildId, ...toMember(world, found) }),
    },
  ];
}

type PlaceEvent = Extract<
  WorldEvent,
  {
    type:
      | 'channel-update'
      | 'thread-create'
      | 'thread-update'
      | 'thread-delete'
      | 'thread-members'
      | 'pins-update';
  }
>;

function place(world: World, event: PlaceEvent): Dispatch[] {
  const channel = 'thread' in event ? event.thread : event.channel;
  const guild = guildOf(world, channel);
  // A channel hidden from the bot is still known to it: only its content is not.
  if (channel.kind !== 'text' && !canSee(world, channel, world.bot.id)) return [];
  const common = { guildId: guild?.id, intents: guild === undefined ? I.DirectMessages : I.Guilds };
  switch (event.type) {
    case 'channel-update':
      return [{ ...common, t: 'CHANNEL_UPDATE', payload: () => toTextChannel(event.channel) }];
    case 'thread-create':
      return [
        {
          ...common,
          t: 'THREAD_CREATE',
          payload: () => ({ ...toThread(event.thread, world.bot.id), newly_created: true }),
        },
      ];
    case 'thread-update':
      return [{ ...common, t: 'THREAD_UPDATE', payload: () => toThread(event.thread, world.bot.id) }];
    case 'thread-delete': {
      const { id, guildId, parentId, type } = event.thread;
      const payload = { id, guild_id: guildId, parent_id: parentId, type };
      return [{ ...common, t: 'THREAD_DELETE', payload: () => payload }];
    }
    case 'thread-members':
      return [{ ...common, t: 'THREAD_MEMBERS_UPDATE', payload: () => threadMembers(world, event) }];
    case 'pins-update':
    default:
      return [
        {
          ...common,
          t: 'CHANNEL_PINS_UPDATE',
          payload: () => ({
            channel_id: channel.id,
            ...(guild === undefined ? {} : { guild_id: guild.id }),
            last_pin_timestamp: channel.lastPinAt,
          }),
        },
      ];
  }
}

function threadMembers(world: World, event: Extract<WorldEvent, { type: 'thread-members' }>) {
  const { thread, addedIds, removedIds } = event;
  const members = world.guilds.get(thread.guildId)?.members;
  return {
    id: thread.id,
    guild_id: thread.guildId,
    member_count: Math.min(thread.members.size, 50),
    added_members: addedIds.flatMap((id) => {
      const joinedAt = thread.members.get(id);
      const found = members?.get(id);
      return joinedAt === undefined || found === undefined
        ? []
        : [{ ...toThreadMember(thread, id, joinedAt), member: toMember(world, found), presence: null }];
    }),
    removed_member_ids: removedIds,
  };
}

function channelType(channel: Channel): number {
  switch (channel.kind) {
    case 'text':
      return 0;
    case 'thread':
      return channel.type;
    case 'dm':
      return 1;
    case 'group':
    default:
      return 3;
  }
}
