import { ApplicationCommandType } from 'discord-api-types/v10';
import type { InteractionOutcome, Person } from '../local-discord.ts';
import { isExpired, isSettled } from '../world/interaction.ts';
import type { Interaction } from '../world/interaction.ts';
import { toMessage } from '../world/messages.ts';
import { canSee, permissionsIn } from '../world/permissions.ts';
import { messagesIn } from '../world/world.ts';
import type { Channel, StoredMessage, World } from '../world/world.ts';
import type { Deadlines } from './deadlines.ts';
import {
  findOfferedCommand,
  startCommand,
  startContextMenu,
  submitModal,
  useComponent,
} from './interaction-acts.ts';
import { react, remove, rewrite, say } from './message-acts.ts';
import { until } from './until.ts';
import { refusals } from '../world/discord-error.ts';
import { PermissionFlagsBits as P } from 'discord-api-types/v10';

/** A bot may acknowledge a click and leave it at that; a person looks for a change this long. */
const updateGraceMs = 3000;

/** Somebody who acts through code, with the same rights and checks as on the page. */
export function createPerson(world: World, deadlines: Deadlines, id: string): Person {
  const at = (channelId: string) => ({ world, deadlines, userId: id, channel: channelFor(world, channelId) });
  const command = (channelId: string, name: string, type: ApplicationCommandType) => {
    const actor = at(channelId);
    return { actor, command: findOfferedCommand(actor, { nameOrId: name, type }) };
  };
  return {
    id,
    async command(channelId, name, options = []) {
      const found = command(channelId, name, ApplicationCommandType.ChatInput);
      return settle(world, startCommand(found.actor, { command: found.command, options }));
    },
    async autocomplete(channelId, name, options) {
      const found = command(channelId, name, ApplicationCommandType.ChatInput);
      return settle(
        world,
        startCommand(found.actor, { command: found.command, options, autocomplete: true }),
      );
    },
    async messageCommand(channelId, name, targetId) {
      const found = command(channelId, name, ApplicationCommandType.Message);
      return settle(world, startContextMenu(found.actor, { command: found.command, targetId }));
    },
    async click(message, customId) {
      return settle(
        world,
        useComponent(at(message.channel_id), { messageId: message.id, customId, values: undefined }),
      );
    },
    async select(message, customId, values) {
      return settle(world, useComponent(at(message.channel_id), { messageId: message.id, customId, values }));
    },
    async submit(outcome, fields) {
      const channelId = world.interactions.get(outcome.id)?.channelId ?? '';
      return settle(world, submitModal(at(channelId), { interactionId: outcome.id, values: fields }));
    },
    async send(channelId, content, replyTo) {
      return toMessage(world, say(at(channelId), content, replyTo), id);
    },
    async edit(channelId, messageId, content) {
      return toMessage(world, rewrite(at(channelId), messageId, content), id);
    },
    async remove(channelId, messageId) {
      remove(at(channelId), messageId);
    },
    async react(channelId, messageId, emoji) {
      react(at(channelId), { messageId, emoji });
    },
    messages: (channelId) =>
      visibleMessages(world, channelFor(world, channelId), id).map((message) =>
        toMessage(world, message, id),
      ),
  };
}

/** What a person sees of a channel, oldest first; nothing where they may not look. */
export function visibleMessages(world: World, channel: Channel, userId: string): StoredMessage[] {
  if (!canSee(world, channel, userId)) return [];
  const hasHistory = (permissionsIn(world, channel, userId) & P.ReadMessageHistory) !== 0n;
  return [...messagesIn(world, channel.id).values()].filter(
    ({ visibleTo }) => visibleTo === userId || (visibleTo === undefined && hasHistory),
  );
}

function channelFor(world: World, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw refusals.unknownChannel();
  return channel;
}

/** Waits until the bot has answered in full, or has failed to. */
async function settle(world: World, interaction: Interaction): Promise<InteractionOutcome> {
  const isOver = () => isSettled(interaction) || isExpired(interaction, world.now());
  await until(world, () => (isOver() || interaction.state === 'deferred-update' ? true : undefined));
  if (!isOver()) await until(world, () => (isOver() ? true : undefined), updateGraceMs);
  return toOutcome(world, interaction);
}

/** State and messages are looked up whenever they are read, so that later follow-ups show too. */
function toOutcome(world: World, interaction: Interaction): InteractionOutcome {
  const { id, modal, choices } = interaction;
  return {
    id,
    get state() {
      return interaction.state;
    },
    get messages() {
      const stored = messagesIn(world, interaction.channelId);
      return interaction.messageIds.flatMap((messageId) => {
        const message = stored.get(messageId);
        return message === undefined ? [] : [toMessage(world, message, interaction.userId)];
      });
    },
    ...(modal === undefined ? {} : { modal }),
    ...(choices === undefined ? {} : { choices }),
  };
}
