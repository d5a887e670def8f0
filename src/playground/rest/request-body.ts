import type { IncomingMessage } from 'node:http';
import { refusals } from '../world/discord-error.ts';
import { isRecord, refuseField } from '../world/form-errors.ts';
import type { UploadedFile } from '../world/attachments.ts';

/** Discord's own limit for a whole request. */
export const requestBytesMax = 25 * 1024 * 1024;

/**
 * Reads a whole body. The stream is drained past the limit rather than cut, so that the client
 * can still read the refusal.
 * @throws DiscordError 40005 over the limit. Rejects where the client goes away.
 */
export async function readBody(request: IncomingMessage, bytesMax = requestBytesMax): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > 4 * bytesMax) throw refusals.tooLarge();
    if (size <= bytesMax) chunks.push(chunk);
  }
  if (size > bytesMax) throw refusals.tooLarge();
  return Buffer.concat(chunks);
}

/** JSON, or multipart with `payload_json` and `files[n]`. @throws DiscordError 50109 or 50035. */
export async function parseBody(
  bytes: Buffer,
  contentType: string | undefined,
): Promise<{ body: unknown; files: UploadedFile[] }> {
  if (bytes.byteLength === 0) return { body: undefined, files: [] };
  const type = (contentType ?? '').toLowerCase();
  if (type.startsWith('multipart/form-data')) return parseMultipart(bytes, contentType ?? '');
  if (!type.startsWith('application/json')) {
    refuseField(
      ['_'],
      'CONTENT_TYPE_INVALID',
      'Expected "Content-Type" header to be one of {\'application/json\'}.',
    );
  }
  return { body: parseJson(bytes.toString('utf8')), files: [] };
}

async function parseMultipart(bytes: Buffer, contentType: string) {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => refuseField(['_'], 'MULTIPART_INVALID', 'The multipart body could not be read.'));
  let body: unknown = {};
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') body = parseJson(value);
      else if (isRecord(body) && !Object.hasOwn(Object.prototype, field)) body[field] = value;
      continue;
    }
    const index = /^files\[(\d{1,3})\]$/.exec(field)?.[1] ?? String(files.length);
    files.push({
      index,
      name: value.name,
      contentType: value.type === '' ? 'application/octet-stream' : value.type,
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  return { body, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refusals.invalidJson();
  }
}
