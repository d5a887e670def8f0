import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { readAttachment } from '../../src/discord/read-attachment.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** The address of a server on this machine that answers like that. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  closers.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has a port');
  return `http://127.0.0.1:${address.port}/file`;
}

test('a file is read as text', async () => {
  const url = await serve((_, response) => response.end('kutipan é'));
  expect(await readAttachment({ size: 10, url }, 100)).toEqual({ ok: true, text: 'kutipan é' });
});

test.for([
  ['one said to be too large is not even fetched', 101, 'x', 'too-large'],
  ['one that is larger than it was said to be is left', 10, 'x'.repeat(101), 'too-large'],
  ['one that is no UTF-8 is refused', 2, Buffer.from([0xff, 0xfe]), 'not-utf8'],
] as const)('%s', async ([, size, body, reason]) => {
  const url = await serve((_, response) => response.end(body));
  expect(await readAttachment({ size, url }, 100)).toEqual({ ok: false, reason });
});

test('an address that refuses, redirects or answers nobody gives no file', async () => {
  const refusing = await serve((_, response) => response.writeHead(404).end('no'));
  const elsewhere = await serve((_, response) => response.end('inside'));
  const redirecting = await serve((_, response) => response.writeHead(302, { location: elsewhere }).end());
  const silent = await serve((request) => request.socket.destroy());
  for (const url of [refusing, redirecting, silent, 'file:///etc/hostname', 'nowhere']) {
    expect(await readAttachment({ size: 1, url }, 100)).toEqual({ ok: false, reason: 'not-fetched' });
  }
});
