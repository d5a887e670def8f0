import { PermissionFlagsBits, type GuildTextBasedChannel } from 'discord.js';

/** What the bot must be allowed in a channel, by Discord's own name for it. */
export type NeededPermission =
  | 'ViewChannel'
  | 'SendMessages'
  | 'ReadMessageHistory'
  | 'SendMessagesInThreads'
  | 'CreatePublicThreads'
  | 'AttachFiles';

const toReply = ['ViewChannel', 'SendMessages', 'ReadMessageHistory'] as const;
const inThread = ['ViewChannel', 'SendMessagesInThreads', 'ReadMessageHistory'] as const;
const toOpenThread = [...toReply, 'SendMessagesInThreads', 'CreatePublicThreads'] as const;

/** What it lacks to answer there, in a thread of its own where `answerIn` says so; empty where it may. */
export function missingPermissions(
  channel: GuildTextBasedChannel,
  answerIn: 'reply' | 'thread' = 'reply',
): readonly NeededPermission[] {
  const { me } = channel.guild.members;
  if (me === null) return toReply;
  const needed = channel.isThread() ? inThread : answerIn === 'thread' ? toOpenThread : toReply;
  const granted = channel.permissionsFor(me);
  return needed.filter((name) => !granted.has(PermissionFlagsBits[name]));
}

/** Whether it may send files there. */
export function mayAttachFiles(channel: GuildTextBasedChannel): boolean {
  const { me } = channel.guild.members;
  return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.AttachFiles);
}

/** Whether it may answer there now: allowed, not timed out, and the thread is not locked. */
export function maySpeakIn(channel: GuildTextBasedChannel): boolean {
  const isTimedOut = channel.guild.members.me?.isCommunicationDisabled() ?? true;
  const isLocked = channel.isThread() && channel.locked === true;
  return !isTimedOut && !isLocked && missingPermissions(channel).length === 0;
}
