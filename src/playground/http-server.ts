import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Gateway } from './gateway/gateway.ts';
import { servePage } from './people/page-endpoints.ts';
import type { PageParts } from './people/page-endpoints.ts';
import { isAttachmentPath, serveAttachment } from './rest/attachment-files.ts';
import { isRestPath, serveRest } from './rest/rest-server.ts';
import type { RestParts } from './rest/rest-server.ts';

/** A client that sends nothing for this long is cut off. */
const requestTimeoutMs = 60_000;

/** The one port: REST below `/api`, uploads below `/attachments`, the page elsewhere, the gateway by upgrade. */
export function createHttpServer(rest: RestParts, page: PageParts, gateway: Gateway): Server {
  const server = createServer({ requestTimeout: requestTimeoutMs }, (request, response) => {
    // Broken sockets are the client's affair; without listeners they would end the process.
    request.on('error', () => response.destroy());
    response.on('error', () => response.destroy());
    serve(rest, page, request, response).catch(() => response.destroy());
  });
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    // Browsers name their page's origin, bots name none: foreign pages stay out.
    const isForeign = request.headers.origin !== undefined && request.headers.origin !== rest.world.origin;
    const isGateway = parseUrl(request)?.pathname.replace(/\/$/, '') === '';
    if (isForeign || !isGateway) socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    else gateway.upgrade(request, socket, head);
  });
  return server;
}

async function serve(
  rest: RestParts,
  page: PageParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = parseUrl(request);
  if (url === undefined) {
    response.writeHead(400).end();
    return;
  }
  if (isRestPath(url.pathname)) await serveRest(rest, request, response, url);
  else if (isAttachmentPath(url.pathname)) serveAttachment(rest.world, request, response, url.pathname);
  else await servePage(page, request, response, url);
}

function parseUrl({ url = '/' }: IncomingMessage): URL | undefined {
  return url.startsWith('/') && URL.canParse(url, 'http://localhost')
    ? new URL(url, 'http://localhost')
    : undefined;
}
