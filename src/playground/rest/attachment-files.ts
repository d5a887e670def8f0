import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../world/world.ts';

const prefix = '/attachments/';

export function isAttachmentPath(path: string): boolean {
  return path.startsWith(prefix);
}

/** Serves an uploaded file, as a download: what a bot uploads must not run on the page's address. */
export function serveAttachment(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): void {
  const file = world.files.get(path.slice(prefix.length));
  if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const isPicture = /^image\/(?:png|jpeg|gif|webp)$/.test(file.contentType);
  response.writeHead(200, {
    'content-type': /^[\w.+-]+\/[\w.+-]+(?:; ?charset=[\w-]+)?$/.test(file.contentType)
      ? file.contentType
      : 'application/octet-stream',
    'content-length': file.bytes.byteLength,
    'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename="${file.name}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}
