import { ApplicationCommandType } from 'discord-api-types/v10';
import type { PageOption } from '../page-protocol.ts';
import type { Interaction } from '../world/interaction.ts';
import { isExpired } from '../world/interaction.ts';
import { findMessage, toMessage } from '../world/messages.ts';
import { canSee } from '../world/permissions.ts';
import { toUser } from '../world/wire-objects.ts';
import type { Channel, StoredCommand, StoredMessage, World } from '../world/world.ts';
import { commandsFor, installsOf } from './available-commands.ts';
import { fillOptions } from './command-options.ts';
import { readComponentUse } from './component-use.ts';
import type { Deadlines } from './deadlines.ts';
import { buildInteraction } from './interaction-payload.ts';
import type { NewInteraction } from './interaction-payload.ts';
import { readModalFields } from './modal-fields.ts';
import type { ModalValues } from './modal-fields.ts';

const interactionsMax = 5000;

export interface Actor {
  world: World;
  deadlines: Deadlines;
  userId: string;
  channel: Channel;
}

/** Starts a slash command, or asks for its autocompletion. @throws Error with a sentence for the person. */
export function startCommand(
  actor: Actor,
  {
    command,
    options,
    autocomplete = false,
  }: { command: StoredCommand; options: readonly PageOption[]; autocomplete?: boolean },
): Interaction {
  const { world, channel } = actor;
  const { api } = command;
  if (api.type !== ApplicationCommandType.ChatInput) throw new Error(`"${api.name}" is not a slash command.`);
  const filled = fillOptions(world, {
    definitions: api.options,
    given: options,
    channel,
    partial: autocomplete,
  });
  return start(actor, {
    type: autocomplete ? 4 : 2,
    integrationTypes: installsOf(world, command, channel),
    data: {
      ...commandData(command),
      ...(filled.options.length === 0 ? {} : { options: filled.options }),
      ...(Object.keys(filled.resolved).length === 0 ? {} : { resolved: filled.resolved }),
    },
  });
}

/** Starts a message's or user's context-menu command. @throws Error. */
export function startContextMenu(
  actor: Actor,
  { command, targetId }: { command: StoredCommand; targetId: string },
): Interaction {
  const { world, channel, userId } = actor;
  const isMessage = command.api.type === ApplicationCommandType.Message;
  if (!isMessage && command.api.type !== ApplicationCommandType.User) {
    throw new Error(`"${command.api.name}" is not a context-menu command.`);
  }
  const resolved = isMessage
    ? {
        messages: {
          [targetId]: toMessage(world, findMessage(world, channel.id, targetId, userId), world.bot.id),
        },
      }
    : { users: { [targetId]: toUser(world, targetId) } };
  return start(actor, {
    type: 2,
    integrationTypes: installsOf(world, command, channel),
    data: { ...commandData(command), target_id: targetId, resolved },
  });
}

/** Presses a button or chooses in a select; `values` undefined for buttons. @throws Error. */
export function useComponent(
  actor: Actor,
  {
    messageId,
    customId,
    values,
  }: { messageId: string; customId: string; values: readonly string[] | undefined },
): Interaction {
  const { world, channel, userId } = actor;
  const message = findMessage(world, channel.id, messageId, userId);
  if (message.api.author.id !== world.bot.id) throw new Error('That message is not the bot’s.');
  return start(actor, {
    type: 3,
    integrationTypes: installsBehind(world, message),
    data: readComponentUse(world, { message, customId, values, channel }),
    message: toMessage(world, message, world.bot.id),
    sourceMessageId: messageId,
  });
}

/** Sends a filled-in modal. @throws Error. */
export function submitModal(
  actor: Actor,
  { interactionId, values }: { interactionId: string; values: ModalValues },
): Interaction {
  const { world, userId } = actor;
  const opener = world.interactions.get(interactionId);
  if (opener?.modal === undefined || opener.userId !== userId) throw new Error('That dialog is not open.');
  if (isExpired(opener, world.now())) throw new Error('That dialog has been open for too long.');
  const message = world.messages.get(opener.channelId)?.get(opener.sourceMessageId ?? '');
  return start(actor, {
    type: 5,
    integrationTypes: Object.keys(opener.payload.authorizing_integration_owners).map(Number),
    data: {
      custom_id: opener.modal.custom_id,
      components: readModalFields(opener.modal, values),
    },
    openedBy: opener.id,
    ...(message === undefined
      ? {}
      : { message: toMessage(world, message, world.bot.id), sourceMessageId: message.api.id }),
  });
}

/** The command a person means, by name or ID. @throws Error where they are not offered it here. */
export function findOfferedCommand(
  { world, channel, userId }: Actor,
  { nameOrId, type }: { nameOrId: string; type?: ApplicationCommandType },
): StoredCommand {
  const found = commandsFor(world, channel, userId).find(
    ({ api }) => (api.id === nameOrId || api.name === nameOrId) && (type === undefined || api.type === type),
  );
  if (found === undefined) throw new Error(`There is no command "${nameOrId}" for you here.`);
  return found;
}

function start(actor: Actor, draft: Omit<NewInteraction, 'userId' | 'channel'>): Interaction {
  const { world, channel, userId, deadlines } = actor;
  if (!canSee(world, channel, userId)) throw new Error('You cannot see that channel.');
  const interaction = buildInteraction(world, { ...draft, userId, channel });
  forgetExpired(world);
  world.interactions.set(interaction.id, interaction);
  deadlines.watch(interaction);
  world.events.emit({ type: 'interaction-create', interaction });
  return interaction;
}

function commandData({ api, guildId }: StoredCommand) {
  return {
    id: api.id,
    name: api.name,
    type: api.type,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  };
}

/** A component is allowed by what allowed the command behind its message; plain messages by the server. */
function installsBehind(world: World, message: StoredMessage): number[] {
  const behind = world.interactions.get(message.interactionId ?? '');
  return behind === undefined ? [0] : Object.keys(behind.payload.authorizing_integration_owners).map(Number);
}

function forgetExpired(world: World): void {
  if (world.interactions.size < interactionsMax) return;
  for (const [id, interaction] of world.interactions) {
    if (isExpired(interaction, world.now())) world.interactions.delete(id);
    else return;
  }
}
