/** A refusal in Discord's own form: HTTP status, JSON error code, message and, for forms, the fields. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: FieldErrors | undefined;

  constructor(status: number, code: number, message: string, errors?: FieldErrors) {
    super(message);
    this.name = 'DiscordError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The JSON body Discord sends with this refusal. */
  toBody(): { message: string; code: number; errors?: FieldErrors } {
    const { message, code, errors } = this;
    return errors === undefined ? { message, code } : { message, code, errors };
  }
}

/** Nested by field; the leaves are `_errors`. */
export interface FieldErrors {
  _errors?: { code: string; message: string }[];
  [field: string]: FieldErrors | { code: string; message: string }[] | undefined;
}

/**
 * The refusals that the local Discord knows.
 * Codes and texts: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
export const refusals = {
  unauthorized: () => new DiscordError(401, 0, '401: Unauthorized'),
  notFound: () => new DiscordError(404, 0, '404: Not Found'),
  methodNotAllowed: () => new DiscordError(405, 0, '405: Method Not Allowed'),
  unknownChannel: () => new DiscordError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new DiscordError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new DiscordError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new DiscordError(404, 10008, 'Unknown Message'),
  unknownRole: () => new DiscordError(404, 10011, 'Unknown Role'),
  unknownUser: () => new DiscordError(404, 10013, 'Unknown User'),
  unknownEmoji: () => new DiscordError(400, 10014, 'Unknown Emoji'),
  unknownWebhook: () => new DiscordError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new DiscordError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new DiscordError(404, 10063, 'Unknown application command'),
  notYourApplication: () =>
    new DiscordError(403, 20012, 'You are not authorized to perform this action on this application'),
  pinLimit: () => new DiscordError(400, 30003, 'Maximum number of pins reached for the channel (250)'),
  reactionLimit: () => new DiscordError(400, 30010, 'Maximum number of reactions reached (20)'),
  commandLimit: (limit: number) =>
    new DiscordError(400, 30032, `Maximum number of application commands reached (${limit})`),
  commandCreatesLimit: () =>
    new DiscordError(400, 30034, 'Max number of daily application command creates has been reached (200)'),
  followUpLimit: () =>
    new DiscordError(
      400,
      40094,
      'Maximum number of followup messages has been reached for this interaction (5)',
    ),
  tooLarge: () => new DiscordError(413, 40005, 'Request entity too large'),
  threadFull: () =>
    new DiscordError(400, 30033, 'Maximum number of thread participants has been reached (1000)'),
  alreadyAcknowledged: () => new DiscordError(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new DiscordError(403, 50001, 'Missing Access'),
  wrongChannelKind: () => new DiscordError(400, 50024, 'Cannot execute action on this channel type'),
  notTheAuthor: () => new DiscordError(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new DiscordError(400, 50006, 'Cannot send an empty message'),
  cannotDirectMessage: () => new DiscordError(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: () => new DiscordError(403, 50013, 'Missing Permissions'),
  invalidBulkDelete: () =>
    new DiscordError(
      400,
      50016,
      'Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete',
    ),
  invalidWebhookToken: () => new DiscordError(401, 50027, 'Invalid Webhook Token'),
  tooOldToDelete: () =>
    new DiscordError(400, 50034, 'You can only bulk delete messages that are under 14 days old.'),
  archivedThread: () => new DiscordError(400, 50083, 'Thread is archived'),
  invalidJson: () => new DiscordError(400, 50109, 'The request body contains invalid JSON.'),
  replyNeedsHistory: () =>
    new DiscordError(400, 160002, 'Cannot reply without permission to read message history'),
  threadExists: () => new DiscordError(400, 160004, 'A thread has already been created for this message'),
  threadLocked: () => new DiscordError(400, 160005, 'Thread is locked'),
} as const;
