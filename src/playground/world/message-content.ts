import type { APIMessage } from 'discord-api-types/v10';
import type { StoredMessage, World } from './world.ts';

/**
 * Whether the bot gets this message empty: it lacks the Message Content intent, and the message is
 * neither its own, nor in its DM, nor names it.
 * https://discord.com/developers/docs/events/gateway#message-content-intent
 */
export function isHiddenFromBot(world: World, message: StoredMessage, hasIntent: boolean): boolean {
  if (hasIntent || message.guildId === undefined) return false;
  const { author, mentions } = message.api;
  return author.id !== world.bot.id && !mentions.some(({ id }) => id === world.bot.id);
}

/** The message with the protected fields empty, as Discord sends it. */
export function withoutContent(message: APIMessage): APIMessage {
  const { referenced_message: referenced, ...rest } = message;
  const emptied: APIMessage = { ...rest, content: '', embeds: [], attachments: [], components: [] };
  return referenced === undefined ? emptied : { ...emptied, referenced_message: referenced };
}
