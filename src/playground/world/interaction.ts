import type {
  APIApplicationCommandOptionChoice,
  APIInteraction,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { InteractionOutcome } from '../local-discord.ts';

/** The first answer must come within this. https://discord.com/developers/docs/interactions/receiving-and-responding */
export const firstAnswerMs = 3000;
/** Edits and follow-ups are taken for this long. */
export const tokenLifeMs = 15 * 60 * 1000;

/** One interaction from the click to the last follow-up. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** Discord's interaction type: 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: 2 | 3 | 4 | 5;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | undefined;
  readonly createdAt: number;
  /** As dispatched to the bot. */
  readonly payload: APIInteraction;
  /** The message whose component was used, or from whose modal this came. */
  readonly sourceMessageId: string | undefined;
  /** The interaction that a submitted modal answered. */
  readonly openedBy: string | undefined;
  /** The bot is in the server, or this is its DM: its messages go over the gateway too. */
  readonly botPresent: boolean;
  state: InteractionOutcome['state'];
  acknowledged: boolean;
  /** Set by a deferral: whether the answer will be seen by its person alone. */
  ephemeral: boolean;
  /** What `@original` names; undefined for none yet. */
  originalId: string | undefined;
  /** Messages that came of it, oldest first; deleted ones are taken out. */
  messageIds: string[];
  followUpCount: number;
  /** The bot has acted after a deferral, so that the person has a full answer. */
  complete: boolean;
  modal: APIModalInteractionResponseCallbackData | undefined;
  choices: APIApplicationCommandOptionChoice[] | undefined;
}

/** Whether the first answer would come too late. */
export function isLate(interaction: Interaction, nowMs: number): boolean {
  return nowMs - interaction.createdAt > firstAnswerMs;
}

export function isExpired(interaction: Interaction, nowMs: number): boolean {
  return nowMs - interaction.createdAt > tokenLifeMs;
}

/** Whether the person who acted has all they will get without further ado. */
export function isSettled(interaction: Interaction): boolean {
  switch (interaction.state) {
    case 'pending':
      return false;
    case 'deferred':
    case 'deferred-update':
      return interaction.complete;
    case 'choices':
    case 'failed':
    case 'modal':
    case 'replied':
    case 'updated':
    default:
      return true;
  }
}
