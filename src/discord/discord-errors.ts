import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/**
 * Nothing can be said any more, and nobody is at fault: the token died before the answer (10062), the
 * answer was already given, say by an earlier delivery of the same event (40060), or the message with
 * the "thinking" reply was deleted meanwhile (10008).
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
const goneCodes: ReadonlySet<string | number> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownMessage,
]);

/** Whether Discord says that the interaction is past answering. */
export function isInteractionGone(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && goneCodes.has(error.code);
}
