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

/** Whether the answer was given already, say by a request whose own answer got lost. */
export function isAlreadyAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

/** Whether the connection failed, so that nobody knows if Discord heard the request. */
export function isConnectionLoss(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(?:UND_ERR_(?:SOCKET|CONNECT_TIMEOUT)|ECONN\w+|EPIPE|ETIMEDOUT|EAI_AGAIN)$/.test(error.code)
  );
}
