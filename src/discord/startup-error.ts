import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
} from 'discord.js';

/** Kutip cannot start, or cannot go on; the message is one line for the operator. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** What an unrecoverable gateway close code means for the operator. */
export function explainClose(code: number): StartupError {
  const reasons = new Map<number, StartupError>([
    [GatewayCloseCodes.AuthenticationFailed, refusedToken()],
    [GatewayCloseCodes.DisallowedIntents, new StartupError(disallowedIntents)],
    [GatewayCloseCodes.ShardingRequired, new StartupError(tooManyServers)],
  ]);
  return (
    reasons.get(code) ?? new StartupError(`Discord closed the connection for good (close code ${code}).`)
  );
}

const disallowedIntents =
  'Discord refuses an intent Kutip asks for: switch it on under "Bot" → "Privileged Gateway Intents" in the developer portal.';
const tooManyServers = 'Discord demands sharding: this bot is in too many servers for one connection.';

/** One line on why the first words with Discord failed; `api` is where it was looked for. */
export function explainFailure(error: unknown, api: string): StartupError {
  if (error instanceof StartupError) {
    return error;
  }
  const isRefused =
    (error instanceof DiscordAPIError && error.status === 401) ||
    (error instanceof HTTPError && error.status === 401) ||
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid);
  if (isRefused) {
    return refusedToken();
  }
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    return new StartupError(`Discord at ${api} answered ${error.status}: ${firstLine(error.message)}`, {
      cause: error,
    });
  }
  return new StartupError(`Discord could not be reached at ${api}: ${reasonOf(error)}.`, { cause: error });
}

function refusedToken(): StartupError {
  return new StartupError(
    'Discord refused DISCORD_TOKEN: copy the token again from the page "Bot" of the developer portal, or leave it out to run the playground.',
  );
}

/** The innermost cause says it best: `fetch failed` hides `ENOTFOUND`. */
function reasonOf(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error) {
    innermost = innermost.cause;
  }
  if (!(innermost instanceof Error)) {
    return 'no reason given';
  }
  if (innermost.name === 'AbortError' || innermost.name === 'TimeoutError') {
    return 'no answer in time';
  }
  return 'code' in innermost && typeof innermost.code === 'string'
    ? innermost.code
    : firstLine(innermost.message) || innermost.name;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
