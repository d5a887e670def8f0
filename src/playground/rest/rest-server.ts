import { setTimeout as wait } from 'node:timers/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange, Fault } from '../local-discord.ts';
import type { UploadedFile } from '../world/attachments.ts';
import { DiscordError, refusals } from '../world/discord-error.ts';
import type { World } from '../world/world.ts';
import type { Faults } from './faults.ts';
import type { RateLimits, RateLimitState } from './rate-limits.ts';
import { parseBody, readBody } from './request-body.ts';
import type { RestAnswer, Route, RouteMatch } from './router.ts';

/** Everything that answers a REST request, made once by the entry file. */
export interface RestParts {
  world: World;
  match: (method: string, path: string) => RouteMatch;
  limits: RateLimits;
  faults: Faults;
  exchanges: Exchange[];
  /** Ends the waiting of injected delays. */
  closing: AbortSignal;
}

interface Reply {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

const versionPrefix = /^\/api(?:\/v(?:9|10))?(?=\/)/;

/** Whether a path belongs to the REST API, whose version may be left out. */
export function isRestPath(path: string): boolean {
  return versionPrefix.test(path);
}

/** Answers one REST request as Discord would, and logs the exchange. */
export async function serveRest(
  parts: RestParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = url.pathname.replace(versionPrefix, '');
  const method = request.method ?? 'GET';
  const match = parts.match(method, path);
  const route = match.kind === 'found' ? match.route : undefined;
  const receivedAtMs = parts.world.now();
  const seen = { body: undefined as unknown, files: [] as readonly UploadedFile[] };
  const fault = route === undefined ? undefined : parts.faults.take(route);
  const log = (reply: Reply) => {
    parts.exchanges.push({
      method,
      path,
      route: route?.template,
      query: Object.fromEntries(url.searchParams),
      requestBody: seen.body,
      files: seen.files.map(({ name, bytes }) => ({ name, sizeBytes: bytes.byteLength })),
      status: reply.status,
      responseBody: reply.body,
      responseHeaders: reply.headers,
      requestHeaders: loggedHeaders(request),
      receivedAtMs,
      ...(fault === undefined ? {} : { fault: fault.kind }),
    });
    parts.world.events.emit({ type: 'exchange' });
  };
  const bytes = await readBody(request).catch((error: unknown) => error);
  if (bytes instanceof Buffer) {
    const parsed = await parseBody(bytes, request.headers['content-type']).catch((error: unknown) => error);
    if (isParsed(parsed)) Object.assign(seen, parsed);
    if (fault?.kind === 'delay')
      await wait(fault.delayMs, undefined, { signal: parts.closing }).catch(() => undefined);
    if (fault?.kind === 'drop') {
      log({ status: 0, body: undefined, headers: {} });
      response.destroy();
      return;
    }
    const failure = isParsed(parsed) ? undefined : parsed;
    const reply = asJson(answer(parts, { match, fault, failure, seen, request, url }));
    log(reply);
    if (fault?.kind === 'lose-answer') response.destroy();
    else send(response, reply);
    return;
  }
  // The client went away, or the body was too large.
  if (!(bytes instanceof DiscordError)) return;
  const reply = asJson({ status: bytes.status, body: bytes.toBody(), headers: {} });
  log(reply);
  response.once('finish', () => request.destroy());
  send(response, reply);
}

function answer(
  parts: RestParts,
  {
    match,
    fault,
    failure,
    seen,
    request,
    url,
  }: {
    match: RouteMatch;
    fault: Fault | undefined;
    failure: unknown;
    seen: { body: unknown; files: readonly UploadedFile[] };
    request: IncomingMessage;
    url: URL;
  },
): Reply {
  let headers: Record<string, string> = {};
  try {
    if (match.kind !== 'found')
      throw match.kind === 'unknown' ? refusals.notFound() : refusals.methodNotAllowed();
    const { route, params } = match;
    if (route.needsToken !== false && request.headers.authorization !== `Bot ${parts.world.bot.token}`) {
      throw refusals.unauthorized();
    }
    if (fault?.kind === 'status') {
      const { status, code = 0 } = fault;
      return { status, body: { message: `${status}: injected`, code }, headers };
    }
    const limit = fault?.kind === 'rate-limit' ? injectedLimit(fault) : parts.limits.take(route, params);
    headers = limit.headers;
    if (limit.exceeded !== undefined) return tooMany(limit);
    if (failure !== undefined) throw failure;
    const result = runRoute(parts, route, { params, url, seen });
    return { status: result.status, body: result.body, headers };
  } catch (error) {
    if (error instanceof DiscordError) return { status: error.status, body: error.toBody(), headers };
    // A fault of the local Discord itself: seen by the caller, and never the end of the process.
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.emitWarning(`local Discord: ${message}`);
    return { status: 500, body: { message: '500: Internal Server Error', code: 0 }, headers };
  }
}

function runRoute(
  { world }: RestParts,
  route: Route,
  {
    params,
    url,
    seen,
  }: { params: Record<string, string>; url: URL; seen: { body: unknown; files: readonly UploadedFile[] } },
): RestAnswer {
  const result = route.answer({ world, params, query: url.searchParams, body: seen.body, files: seen.files });
  // Copied, so that the logged answer stays what was sent.
  return result.body === undefined ? result : { ...result, body: structuredClone(result.body) };
}

type Injected = Extract<Fault, { kind: 'rate-limit' }>;

function injectedLimit({
  retryAfterSeconds,
  scope,
}: Injected): RateLimitState & { scope: Injected['scope'] } {
  const headers = {
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': (Date.now() / 1000 + retryAfterSeconds).toFixed(3),
    'x-ratelimit-reset-after': retryAfterSeconds.toFixed(3),
    'x-ratelimit-bucket': 'injected',
  };
  return {
    headers: scope === 'global' ? {} : headers,
    exceeded: { retryAfterSeconds, scope: scope === 'global' ? 'global' : 'user' },
    scope,
  };
}

function tooMany(limit: RateLimitState & { scope?: Injected['scope'] }): Reply {
  const { retryAfterSeconds = 0, scope = 'user' } = limit.exceeded ?? {};
  return {
    status: 429,
    body: {
      message: 'You are being rate limited.',
      retry_after: Number(retryAfterSeconds.toFixed(3)),
      global: scope === 'global',
      code: 0,
    },
    headers: {
      ...limit.headers,
      // Whole seconds, as Discord sends; an injected limit keeps its own figure, so that tests can be quick.
      'retry-after': String(
        limit.scope === undefined ? Math.max(1, Math.ceil(retryAfterSeconds)) : retryAfterSeconds,
      ),
      'x-ratelimit-scope': limit.scope ?? scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}

/** An empty answer must not claim to be JSON: clients would try to parse it. */
function asJson(reply: Reply): Reply {
  if (reply.body === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, 'content-type': 'application/json' } };
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  if (response.destroyed) return;
  const text = body === undefined ? undefined : JSON.stringify(body);
  const length = text === undefined ? {} : { 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, { ...headers, ...length }).end(text);
}

/** Without the token, which a log must not carry. */
function loggedHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name === 'authorization' || value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  );
}

function isParsed(value: unknown): value is { body: unknown; files: UploadedFile[] } {
  return typeof value === 'object' && value !== null && 'files' in value;
}
