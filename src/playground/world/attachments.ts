import type { APIAttachment, APIEmbed } from 'discord-api-types/v10';
import type { MessageFields } from './message-fields.ts';
import type { StoredComponent } from './component-validation.ts';
import { refuseField, isRecord } from './form-errors.ts';
import { asWire } from './protocol.ts';
import type { World } from './world.ts';

/** A file as it came with a request; `index` is the n of its `files[n]`. */
export interface UploadedFile {
  readonly index: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

const attachmentsMax = 10;

/** Stores uploads and gives the attachments a message then has: those kept, then the new ones. */
export function storeAttachments(
  world: World,
  {
    channelId,
    listed,
    files,
    existing,
    ephemeral,
  }: {
    channelId: string;
    listed: MessageFields['attachments'];
    files: readonly UploadedFile[];
    existing: readonly APIAttachment[];
    ephemeral: boolean;
  },
): APIAttachment[] {
  const kept =
    listed === undefined ? existing : existing.filter(({ id }) => listed.some((entry) => entry.id === id));
  for (const [index, entry] of (listed ?? []).entries()) {
    const known = kept.some(({ id }) => id === entry.id) || files.some((file) => file.index === entry.id);
    if (!known) {
      refuseField(
        ['attachments', index, 'id'],
        'MESSAGE_ATTACHMENT_NOT_FOUND',
        `Attachment data for ${entry.id} not found`,
      );
    }
  }
  if (kept.length + files.length > attachmentsMax) {
    refuseField(['attachments'], 'BASE_TYPE_MAX_LENGTH', `Must be ${attachmentsMax} or fewer in length.`);
  }
  const added = files.map((file) => {
    const entry = listed?.find(({ id }) => id === file.index);
    return storeFile(world, {
      channelId,
      file,
      name: entry?.filename,
      description: entry?.description,
      ephemeral,
    });
  });
  return [...kept, ...added];
}

/** Points `attachment://name` in embeds and components at the stored files. */
export function resolveAttachmentUrls<T extends APIEmbed | StoredComponent>(
  parts: readonly T[],
  attachments: readonly APIAttachment[],
): T[] {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (!isRecord(value)) return value;
    const entries = Object.entries(value).map(([key, inner]) => [key, resolve(inner)] as const);
    const copy: Record<string, unknown> = Object.fromEntries(entries);
    const url = copy['url'];
    if (typeof url !== 'string' || !url.startsWith('attachment://')) return copy;
    const name = url.slice('attachment://'.length);
    const attachment = attachments.find(({ filename }) => filename === name);
    return attachment === undefined
      ? copy
      : { ...copy, url: attachment.url, proxy_url: attachment.proxy_url };
  };
  return parts.map((part) => asWire<T>(resolve(part)));
}

/** Keeps an upload under an address of its own. */
export function storeFile(
  world: World,
  {
    channelId,
    file,
    name,
    description,
    ephemeral,
  }: {
    channelId: string;
    file: UploadedFile;
    name: string | undefined;
    description: string | undefined;
    ephemeral: boolean;
  },
): APIAttachment {
  const id = world.newId();
  // Discord keeps letters, digits, dots, dashes and underscores of a file's name.
  const filename = (name ?? file.name).replaceAll(/[^\w.-]+/g, '_').slice(-200) || 'unknown';
  const key = `${channelId}/${id}/${filename}`;
  world.files.set(key, { name: filename, contentType: file.contentType, bytes: file.bytes });
  const url = `${world.origin}/attachments/${key}`;
  return {
    id,
    filename,
    size: file.bytes.byteLength,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...pictureSize(file.bytes),
    ...(description === undefined ? {} : { description }),
    ...(ephemeral ? { ephemeral: true } : {}),
  };
}

/** The size of a PNG, which Discord tells so that clients can keep its place free; nothing of other files. */
function pictureSize(bytes: Uint8Array): Pick<APIAttachment, 'width' | 'height'> {
  // https://www.w3.org/TR/png-3/#5PNG-file-signature, then the length and name of the first chunk.
  const signature = '89504e470d0a1a0a0000000d49484452';
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 24));
  if (header.byteLength < 24 || header.toString('hex', 0, 16) !== signature) return {};
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
}
