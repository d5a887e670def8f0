import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../page', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Everything the page loads is its own; attachments it shows come from the same address. */
const SECURITY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves `/` and `/page/<file>`: plain names of files that exist in the page's folder, nothing else. */
export async function servePageFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const name = path === '/' ? 'index.html' : path.startsWith('/page/') ? path.slice('/page/'.length) : '';
  const file = request.method === 'GET' || request.method === 'HEAD' ? await findFile(name) : undefined;
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.sizeBytes,
    'cache-control': 'no-cache',
    'content-security-policy': SECURITY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
}

async function findFile(
  name: string,
): Promise<{ path: string; type: string; sizeBytes: number } | undefined> {
  const type = TYPES[extname(name)];
  // Words joined by dots, dashes and single slashes: `..` and encoded tricks never match.
  if (type === undefined || !/^(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)+$/.test(name)) return undefined;
  try {
    const path = await realpath(join(folder, name));
    const found = await stat(path);
    const isInside = path.startsWith((await realpath(folder)) + sep);
    return found.isFile() && isInside ? { path, type, sizeBytes: found.size } : undefined;
  } catch {
    return undefined;
  }
}
