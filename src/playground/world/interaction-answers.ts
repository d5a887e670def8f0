import {
  ApplicationCommandOptionType as O,
  MessageFlags,
  MessageType,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import { asWire, callbackTypes as R } from './protocol.ts';
import type { APIMessage } from 'discord-api-types/v10';
import type { UploadedFile } from './attachments.ts';
import { readChoices } from './choice-validation.ts';
import { readModalComponents } from './component-validation.ts';
import { refusals } from './discord-error.ts';
import { checkText, FormErrors, isRecord } from './form-errors.ts';
import { isExpired, isLate } from './interaction.ts';
import type { Interaction } from './interaction.ts';
import { readMessageFields } from './message-fields.ts';
import type { MessageFields } from './message-fields.ts';
import { createMessage, deleteMessages, editMessage, findMessage } from './messages.ts';
import { permissionsIn } from './permissions.ts';
import { toUser } from './wire-objects.ts';
import type { Channel, StoredMessage, World } from './world.ts';

const USER_APP_FOLLOW_UPS_MAX = 5;

/** Which callbacks fit which interaction: https://discord.com/developers/docs/interactions/receiving-and-responding */
const FITTING: Record<Interaction['type'], readonly number[]> = {
  2: [R.ChannelMessageWithSource, R.DeferredChannelMessageWithSource, R.Modal, R.LaunchActivity],
  3: [
    R.ChannelMessageWithSource,
    R.DeferredChannelMessageWithSource,
    R.DeferredMessageUpdate,
    R.UpdateMessage,
    R.Modal,
    R.LaunchActivity,
  ],
  4: [R.ApplicationCommandAutocompleteResult],
  5: [
    R.ChannelMessageWithSource,
    R.DeferredChannelMessageWithSource,
    R.DeferredMessageUpdate,
    R.UpdateMessage,
    R.LaunchActivity,
  ],
};

/**
 * Takes the first answer to an interaction. Gives the message that came of it, if one did.
 * @throws DiscordError 10062 for a late or unknown one, 40060 for a second one, 50035.
 */
export function answerInteraction(
  world: World,
  { id, token, body, files }: { id: string; token: string; body: unknown; files: readonly UploadedFile[] },
): { interaction: Interaction; type: number; message: StoredMessage | undefined } {
  const interaction = world.interactions.get(id);
  if (interaction === undefined || interaction.token !== token) throw refusals.unknownInteraction();
  if (interaction.acknowledged) {
    if (isExpired(interaction, world.now())) throw refusals.unknownInteraction();
    throw refusals.alreadyAcknowledged();
  }
  if (isLate(interaction, world.now())) {
    failInteraction(world, interaction);
    throw refusals.unknownInteraction();
  }
  const source = isRecord(body) ? body : {};
  const type = source['type'];
  const errors = new FormErrors();
  const fits = typeof type === 'number' && FITTING[interaction.type].includes(type);
  const hasMessage = interaction.sourceMessageId !== undefined;
  const updates = type === R.DeferredMessageUpdate || type === R.UpdateMessage;
  if (!fits || (updates && !hasMessage)) errors.choice(['type'], FITTING[interaction.type]);
  errors.throwIfAny();
  const message = applyAnswer(
    world,
    interaction,
    Number(type),
    isRecord(source['data']) ? source['data'] : {},
    files,
  );
  interaction.acknowledged = true;
  world.events.emit({ type: 'interaction-change', interaction });
  return { interaction, type: Number(type), message };
}

/** Marks an interaction that got no answer in time; nothing if it has one. */
export function failInteraction(world: World, interaction: Interaction): void {
  if (interaction.acknowledged || interaction.state === 'failed') return;
  interaction.state = 'failed';
  world.events.emit({ type: 'interaction-change', interaction });
}

function applyAnswer(
  world: World,
  interaction: Interaction,
  type: number,
  data: Record<string, unknown>,
  files: readonly UploadedFile[],
): StoredMessage | undefined {
  switch (type) {
    case R.ChannelMessageWithSource: {
      const fields = readMessageFields(data);
      const message = postAnswer(world, interaction, {
        fields,
        files,
        ephemeral: hasFlag(fields, MessageFlags.Ephemeral),
      });
      interaction.originalId = message.api.id;
      interaction.state = 'replied';
      return message;
    }
    case R.DeferredChannelMessageWithSource: {
      const fields = readMessageFields({ flags: data['flags'] });
      const ephemeral = hasFlag(fields, MessageFlags.Ephemeral);
      const message = postAnswer(world, interaction, {
        fields: { ...fields, flags: 0 },
        files: [],
        ephemeral,
        loading: true,
      });
      interaction.originalId = message.api.id;
      interaction.ephemeral = ephemeral;
      interaction.state = 'deferred';
      return message;
    }
    case R.DeferredMessageUpdate:
      interaction.originalId = interaction.sourceMessageId;
      interaction.state = 'deferred-update';
      return undefined;
    case R.UpdateMessage: {
      const message = findMessage(
        world,
        interaction.channelId,
        interaction.sourceMessageId ?? '',
        interaction.userId,
      );
      editMessage(world, message, {
        fields: readMessageFields(data, Number(message.api.flags)),
        files,
        usersOnly: true,
      });
      interaction.originalId = message.api.id;
      remember(interaction, message);
      interaction.state = 'updated';
      return message;
    }
    case R.ApplicationCommandAutocompleteResult:
      interaction.choices = readChoices(data['choices'], interaction);
      interaction.state = 'choices';
      return undefined;
    case R.Modal:
      interaction.modal = readModal(data);
      interaction.state = 'modal';
      return undefined;
    default:
      interaction.state = 'replied';
      return undefined;
  }
}

/**
 * The interaction behind a webhook address.
 * @throws DiscordError 10015 for a token never given out or not acknowledged, 50027 after 15 minutes.
 */
export function findByToken(world: World, applicationId: string, token: string): Interaction {
  const id = Buffer.from(token, 'base64url').toString('utf8').split(':')[1] ?? '';
  const found = world.interactions.get(id);
  if (found === undefined || found.token !== token || applicationId !== world.bot.id)
    throw refusals.unknownWebhook();
  if (isExpired(found, world.now())) throw refusals.invalidWebhookToken();
  if (!found.acknowledged) throw refusals.unknownWebhook();
  return found;
}

/** A message of this interaction by ID or `@original`. @throws DiscordError 10008. */
export function findAnswer(world: World, interaction: Interaction, messageId: string): StoredMessage {
  const id = messageId === '@original' ? interaction.originalId : messageId;
  const own = id === interaction.originalId || interaction.messageIds.includes(id ?? '');
  if (id === undefined || !own) throw refusals.unknownMessage();
  return findMessage(world, interaction.channelId, id, interaction.userId);
}

export function editAnswer(
  world: World,
  interaction: Interaction,
  { messageId, body, files }: { messageId: string; body: unknown; files: readonly UploadedFile[] },
): StoredMessage {
  const message = findAnswer(world, interaction, messageId);
  const fields = readMessageFields(body, Number(message.api.flags));
  editMessage(world, message, { fields, files, usersOnly: true });
  remember(interaction, message);
  complete(world, interaction);
  return message;
}

export function deleteAnswer(world: World, interaction: Interaction, messageId: string): void {
  const message = findAnswer(world, interaction, messageId);
  const channel = world.channels.get(interaction.channelId);
  if (channel === undefined) throw refusals.unknownChannel();
  deleteMessages(world, channel, [message]);
  if (interaction.originalId === message.api.id) interaction.originalId = undefined;
  complete(world, interaction);
}

/** A follow-up; the first one after a deferral fills the "thinking" message in. */
export function followUp(
  world: World,
  interaction: Interaction,
  { body, files }: { body: unknown; files: readonly UploadedFile[] },
): StoredMessage {
  const fields = readMessageFields(body);
  if (!interaction.botPresent && interaction.followUpCount >= USER_APP_FOLLOW_UPS_MAX)
    throw refusals.followUpLimit();
  const thinking =
    interaction.state === 'deferred' && !interaction.complete ? interaction.originalId : undefined;
  if (thinking !== undefined) {
    const message = findMessage(world, interaction.channelId, thinking, interaction.userId);
    editMessage(world, message, { fields, files, usersOnly: true });
    complete(world, interaction);
    return message;
  }
  const message = postAnswer(world, interaction, {
    fields,
    files,
    ephemeral: hasFlag(fields, MessageFlags.Ephemeral),
    isFollowUp: true,
  });
  interaction.followUpCount += 1;
  complete(world, interaction);
  return message;
}

function complete(world: World, interaction: Interaction): void {
  interaction.complete = true;
  world.events.emit({ type: 'interaction-change', interaction });
}

function remember(interaction: Interaction, { api }: StoredMessage): void {
  if (!interaction.messageIds.includes(api.id)) interaction.messageIds.push(api.id);
}

function hasFlag(fields: MessageFields, flag: MessageFlags): boolean {
  return ((fields.flags ?? 0) & flag) !== 0;
}

function postAnswer(
  world: World,
  interaction: Interaction,
  {
    fields,
    files,
    ephemeral,
    loading = false,
    isFollowUp = false,
  }: {
    fields: MessageFields;
    files: readonly UploadedFile[];
    ephemeral: boolean;
    loading?: boolean;
    isFollowUp?: boolean;
  },
): StoredMessage {
  const channel = world.channels.get(interaction.channelId);
  if (channel === undefined) throw refusals.unknownChannel();
  const hidden = ephemeral || mustHide(world, interaction, channel);
  const repliedToId = isFollowUp
    ? interaction.originalId
    : interaction.type === 3
      ? interaction.sourceMessageId
      : undefined;
  const referenced = world.messages.get(channel.id)?.get(repliedToId ?? '');
  const isCommand = interaction.type === 2 && !isFollowUp;
  const message = createMessage(world, {
    channel,
    authorId: world.bot.id,
    fields,
    files,
    visibleTo: hidden ? interaction.userId : undefined,
    interactionId: interaction.id,
    loading,
    referenced,
    usersOnly: true,
    ...(isCommand ? { type: commandMessageType(interaction) } : {}),
    extra: {
      application_id: world.bot.id,
      webhook_id: world.bot.id,
      interaction_metadata: toMetadata(world, interaction),
      ...(isCommand ? { interaction: toOldMetadata(world, interaction) } : {}),
    },
  });
  remember(interaction, message);
  return message;
}

/** Where the person may not use outside apps in public, their answers turn ephemeral. */
function mustHide(world: World, interaction: Interaction, channel: Channel): boolean {
  return (
    !interaction.botPresent && (permissionsIn(world, channel, interaction.userId) & P.UseExternalApps) === 0n
  );
}

function commandMessageType({ payload }: Interaction): MessageType {
  return commandData(payload).type === 1 ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

type Metadata = NonNullable<APIMessage['interaction_metadata']>;

function toMetadata(world: World, interaction: Interaction): Metadata {
  const { payload } = interaction;
  const base = {
    id: interaction.id,
    type: interaction.type,
    user: toUser(world, interaction.userId),
    authorizing_integration_owners: payload.authorizing_integration_owners,
  };
  if (interaction.type === 3) {
    return asWire<Metadata>({ ...base, interacted_message_id: interaction.sourceMessageId ?? '' });
  }
  if (interaction.type === 5) {
    const trigger = world.interactions.get(interaction.openedBy ?? '');
    const metadata = trigger === undefined ? { ...base, type: 2 } : toMetadata(world, trigger);
    return asWire<Metadata>({ ...base, triggering_interaction_metadata: metadata });
  }
  return asWire<Metadata>({ ...base, ...targetOf(payload, world) });
}

function targetOf(payload: Interaction['payload'], world: World) {
  const { type, target_id: id } = commandData(payload);
  if (id === undefined) return {};
  if (type === 2 && world.users.has(id)) return { target_user: toUser(world, id) };
  return type === 3 ? { target_message_id: id } : {};
}

interface CommandData {
  readonly type?: number;
  readonly name?: string;
  readonly target_id?: string;
  readonly options?: readonly CommandData[];
}

function commandData({ data }: Interaction['payload']): CommandData {
  return asWire(data ?? {});
}

/** As Discord calls it, with group and subcommand: `quote schedule set`. */
function fullName({ name = '', options = [] }: CommandData): string {
  const below = options.find(({ type }) => type === O.Subcommand || type === O.SubcommandGroup);
  return below === undefined ? name : `${name} ${fullName(below)}`;
}

/** The old `interaction` field, which Discord still sends for commands. */
function toOldMetadata(world: World, interaction: Interaction): NonNullable<APIMessage['interaction']> {
  return {
    id: interaction.id,
    type: interaction.type,
    name: fullName(commandData(interaction.payload)),
    user: toUser(world, interaction.userId),
  };
}

function readModal(data: Record<string, unknown>): NonNullable<Interaction['modal']> {
  const errors = new FormErrors();
  checkText(errors, ['data', 'custom_id'], data['custom_id'], { min: 1, max: 100, required: true });
  checkText(errors, ['data', 'title'], data['title'], { min: 1, max: 45, required: true });
  const components = readModalComponents(data['components'], errors);
  errors.throwIfAny();
  return {
    custom_id: String(data['custom_id']),
    title: String(data['title']),
    components: asWire(components),
  };
}
