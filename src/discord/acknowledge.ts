/**
 * The first answer to an interaction must come within three seconds, the whole of it within fifteen
 * minutes. Work that is done at once is answered in one request; slower work is announced first.
 */
import {
  MessageFlags,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { toMessagePayload, type Reply } from './reply.ts';

/** Who sees the reply: the channel, its author only, or it takes the place of the clicked message. */
export type Visibility = 'public' | 'private' | 'update';

export type AnswerableInteraction =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction;

/**
 * Milliseconds after which an answer is announced. Discord allows 3,000 from its own clock; the rest
 * is for the way there and for a busy process.
 */
export const deferAfterMs = 1000;

/** Answers with what `work` gives, announcing it first where it takes long. Rejects as `work` or Discord does. */
export async function acknowledge(
  interaction: AnswerableInteraction,
  visibility: Visibility,
  work: () => Promise<Reply>,
): Promise<void> {
  const reply = work();
  let deferral: Promise<void> | undefined;
  const timer = setTimeout(() => {
    deferral = defer(interaction, visibility);
    // Awaited below; without this, a failure before that would count as nobody's.
    deferral.catch(() => {});
  }, deferAfterMs);
  try {
    const finished = await reply;
    clearTimeout(timer);
    await deferral;
    await send(interaction, visibility, finished);
  } finally {
    clearTimeout(timer);
    await deferral?.catch(() => {});
  }
}

/** Sends one message: as the first answer, or in the place of the announcement. */
export async function send(
  interaction: AnswerableInteraction,
  visibility: Visibility,
  reply: Reply,
): Promise<void> {
  const payload = toMessagePayload(reply);
  if (interaction.deferred) {
    await interaction.editReply(payload);
  } else if (interaction.replied) {
    await interaction.followUp({ ...payload, flags: payload.flags | MessageFlags.Ephemeral });
  } else if (visibility === 'update' && interaction.isButton()) {
    await interaction.update(payload);
  } else {
    const hidden = visibility === 'public' ? 0 : MessageFlags.Ephemeral;
    await interaction.reply({ ...payload, flags: payload.flags | hidden });
  }
}

/**
 * Sends one message for its reader only, or in the place of the announcement: never over a page that
 * the clicked message shows.
 */
export async function sendApart(interaction: AnswerableInteraction, reply: Reply): Promise<void> {
  if (interaction.isButton() && interaction.deferred && !interaction.ephemeral) {
    const payload = toMessagePayload(reply);
    await interaction.followUp({ ...payload, flags: payload.flags | MessageFlags.Ephemeral });
  } else {
    await send(interaction, 'private', reply);
  }
}

async function defer(interaction: AnswerableInteraction, visibility: Visibility): Promise<void> {
  if (visibility === 'update' && interaction.isButton()) {
    await interaction.deferUpdate();
  } else {
    await interaction.deferReply(visibility === 'public' ? {} : { flags: MessageFlags.Ephemeral });
  }
}
