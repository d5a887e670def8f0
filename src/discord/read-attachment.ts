import type { Attachment } from 'discord.js';

/** What a member uploaded, as text; or why there is none. */
export type AttachmentText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'too-large' | 'not-utf8' | 'not-fetched' };

const timeoutMs = 20_000;

/**
 * Fetches an attachment from the address that Discord gave it. Reads at most `bytesMax` bytes whatever
 * its size is said to be, and follows no redirection.
 */
export async function readAttachment(
  { size, url }: Pick<Attachment, 'size' | 'url'>,
  bytesMax: number,
): Promise<AttachmentText> {
  if (size > bytesMax) return { ok: false, reason: 'too-large' };
  const bytes = await fetchBytes(url, bytesMax).catch(() => undefined);
  if (bytes === undefined) return { ok: false, reason: 'not-fetched' };
  if (bytes === 'too-large') return { ok: false, reason: bytes };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, reason: 'not-utf8' };
  }
}

async function fetchBytes(url: string, bytesMax: number): Promise<Uint8Array | 'too-large' | undefined> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    // Leaving the loop ends the download.
    if (length > bytesMax) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
