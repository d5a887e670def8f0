/**
 * The first answer to an interaction must come within three seconds, the whole of it within fifteen
 * minutes. Work that is done at once is answered in one request; slower work is announced first.
 */
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import {
  MessageFlags,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { isAlreadyAcknowledged, isConnectionLoss } from './discord-errors.ts';
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
    await (finished.isProblem ? sendApart(interaction, finished) : send(interaction, visibility, finished));
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
    await persist(() => interaction.editReply(payload));
  } else if (interaction.replied) {
    await interaction.followUp({ ...payload, flags: payload.flags | MessageFlags.Ephemeral });
  } else if (visibility === 'update' && interaction.isButton()) {
    await persist(() => interaction.update(payload));
  } else {
    const hidden = visibility === 'public' ? 0 : MessageFlags.Ephemeral;
    await persist(() => interaction.reply({ ...payload, flags: payload.flags | hidden }));
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
    await persist(() => interaction.deferUpdate());
  } else {
    const hidden = visibility === 'public' ? {} : { flags: MessageFlags.Ephemeral as const };
    await persist(() => interaction.deferReply(hidden));
  }
  // discord.js has not noticed where only the answer to the announcement was lost.
  interaction.deferred = true;
}

/** Milliseconds before each further attempt; all of them together leave time before the token dies. */
const retryDelaysMs = [50, 250];

/**
 * Sends once more where the connection failed: discord.js itself only does so for some failures. Only
 * for requests that Discord takes once, whose repetition it refuses, or that say the same twice.
 */
async function persist(request: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await request();
      return;
    } catch (error) {
      if (attempt > 0 && isAlreadyAcknowledged(error)) {
        return;
      }
      const delayMs = retryDelaysMs[attempt];
      if (delayMs === undefined || !isConnectionLoss(error)) {
        throw error;
      }
      await setTimeoutAsync(delayMs);
    }
  }
}
