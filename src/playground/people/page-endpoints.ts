import type { IncomingMessage, ServerResponse } from 'node:http';
import { DiscordError } from '../world/discord-error.ts';
import type { PageDocument } from '../page-protocol.ts';
import { readBody } from '../rest/request-body.ts';
import type { Deadlines } from './deadlines.ts';
import { performAct } from './page-acts.ts';
import { openEventStream } from './page-events.ts';
import { toPageMessage, toPageState } from './page-views.ts';
import { servePageFile } from './page-files.ts';
import { visibleMessages } from './person.ts';
import type { World } from '../world/world.ts';

export interface PageParts {
  world: World;
  deadlines: Deadlines;
  documents: readonly PageDocument[];
  /** In the order of the switch; people who join later come after them. */
  firstPeople: readonly string[];
  isBotOnline: () => boolean;
}

/** A file of 10 MiB, which travels as base64, and room for the rest. */
const actBytesMax = 15 * 1024 * 1024;
const messagesMax = 100;

/** Answers everything below `/` that is not the REST API: the page, its files and its endpoints. */
export async function servePage(
  parts: PageParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (!isFromThisMachine(parts.world, request)) return sendJson(response, 403, { message: 'Wrong host.' });
  if (!url.pathname.startsWith('/page/api/')) return servePageFile(request, response, url.pathname);
  const endpoint = `${request.method} ${url.pathname.slice('/page/api'.length)}`;
  if (endpoint === 'POST /act') return serveAct(parts, request, response);
  const userId = url.searchParams.get('user') ?? parts.firstPeople[0] ?? '';
  if (!parts.world.users.has(userId) || userId === parts.world.bot.id) {
    return sendJson(response, 400, { message: 'There is nobody with that ID.' });
  }
  switch (endpoint) {
    case 'GET /state':
      return sendJson(response, 200, toPageState(parts, userId));
    case 'GET /messages':
      return serveMessages(parts, response, { userId, channelId: url.searchParams.get('channel') ?? '' });
    case 'GET /events':
      return openEventStream(parts.world, response, userId);
    default:
      return sendJson(response, 404, { message: 'There is no such address.' });
  }
}

function serveMessages(
  { world }: PageParts,
  response: ServerResponse,
  { userId, channelId }: { userId: string; channelId: string },
): void {
  const channel = world.channels.get(channelId);
  if (channel === undefined) return sendJson(response, 400, { message: 'There is no such channel.' });
  const messages = visibleMessages(world, channel, userId).slice(-messagesMax);
  return sendJson(
    response,
    200,
    messages.map((message) => toPageMessage(world, message, userId)),
  );
}

async function serveAct(parts: PageParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    // A form of a foreign page can post, but not as JSON.
    if (request.headers['content-type']?.startsWith('application/json') !== true)
      throw new Error('Send JSON.');
    const bytes = await readBody(request, actBytesMax);
    const result = await performAct(parts, JSON.parse(bytes.toString('utf8')));
    sendJson(response, 200, result);
  } catch (error) {
    sendJson(response, 400, { message: sentence(error) });
  }
}

/** A foreign page could point its own name at this machine; its requests then name another host or origin. */
function isFromThisMachine({ origin }: World, { headers }: IncomingMessage): boolean {
  const port = new URL(origin).port;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const isOwnOrigin =
    headers.origin === undefined || hosts.some((host) => headers.origin === `http://${host}`);
  return hosts.includes(headers.host ?? '') && isOwnOrigin;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  const text = JSON.stringify(body);
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(text);
}

/** What went wrong, for the person: a form's first fault where there is one. */
function sentence(error: unknown): string {
  if (error instanceof SyntaxError) return 'That is no JSON.';
  if (error instanceof DiscordError) return firstFault(error.errors) ?? error.message;
  return error instanceof Error ? error.message : 'That did not work.';
}

function firstFault(errors: DiscordError['errors']): string | undefined {
  if (errors === undefined) return undefined;
  const { _errors: own, ...fields } = errors;
  if (own?.[0] !== undefined) return own[0].message;
  for (const field of Object.values(fields)) {
    const found = Array.isArray(field) ? undefined : firstFault(field);
    if (found !== undefined) return found;
  }
  return undefined;
}
