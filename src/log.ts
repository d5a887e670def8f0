/**
 * The one logger. A line is a constant phrase plus facts as fields; errors go under `err`.
 * What must never reach a log is taken out here, so that no caller has to remember it:
 * tokens at every level, and people's own words below debug.
 */
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { LogLevel } from './config.ts';

export interface LoggerOptions {
  level: LogLevel;
  /** Where the lines go. Default standard output, written synchronously so that none is lost at exit. */
  destination?: DestinationStream;
  /** For a person at a terminal instead of one JSON object a line. Default false. */
  pretty?: boolean;
}

/** Fields that hold a secret: never logged. */
export const secretFields = [
  'token',
  'discordToken',
  'DISCORD_TOKEN',
  'databaseUrl',
  'DATABASE_URL',
  'connectionString',
  'authorization',
  'Authorization',
];

/**
 * Fields that hold what a person wrote: logged only where the operator has chosen `debug` or
 * `trace`. Whoever logs a person's words uses one of these names.
 */
export const personalTextFields = [
  'question',
  'questionText',
  'previous',
  'content',
  'terms',
  'text',
  'wordings',
];

const censor = '[redacted]';

/** Gives back a logger that writes to `destination`. */
export function createLogger(options: LoggerOptions): Logger {
  const isVerbose = options.level === 'debug' || options.level === 'trace';
  const fields = isVerbose ? secretFields : [...secretFields, ...personalTextFields];
  const destination = options.destination ?? pino.destination({ fd: 1, sync: true });
  return pino(
    {
      level: options.level,
      // Wildcards stand for one level each; deeper objects are not logged.
      redact: { paths: fields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor },
      serializers: { err: describeError, url: scrubTokens },
    },
    options.pretty === true ? PinoPretty({ destination, sync: true, ignore: 'pid,hostname' }) : destination,
  );
}

/** What an error may tell. `requestBody` and `rawError` of discord.js are left out: they repeat what people wrote. */
const errorFields = ['code', 'status', 'method', 'url', 'errno', 'syscall', 'path', 'address', 'port'];

/** Gives back type, message and stack of an error (causes included) and the fields that place it, without tokens. */
function describeError(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return scrubTokens(thrown);
  const { type, message, stack, aggregateErrors, raw } = stdSerializers.err(thrown);
  const facts = errorFields
    .map((field) => [field, scrubTokens(Reflect.get(raw, field))] as const)
    .filter(([, value]) => value !== undefined);
  return {
    type,
    message: scrubTokens(message),
    ...Object.fromEntries(facts),
    stack: scrubTokens(stack),
    ...(aggregateErrors === undefined ? {} : { errors: thrownTogether(raw).map(describeError) }),
  };
}

function thrownTogether(error: Error): unknown[] {
  return error instanceof AggregateError ? error.errors : [];
}

/**
 * Interaction and webhook tokens stand in the path of a request
 * (https://docs.discord.com/developers/interactions/receiving-and-responding); bot tokens have three parts.
 */
function scrubTokens(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value
    .replaceAll(/\/(interactions|webhooks)\/(\d+)\/[^/?#\s"'<>]+/gu, '/$1/$2/[token]')
    .replaceAll(/[\w-]{20,}\.[\w-]{5,}\.[\w-]{25,}/gu, '[token]')
    .replaceAll(/\b(Bot|Bearer) [\w.-]{10,}/gu, '$1 [token]');
}
