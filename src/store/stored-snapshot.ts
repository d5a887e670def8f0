import { hashText } from '../quotes/hash-text.ts';
import { snapshotSchema } from '../quotes/quote-schema.ts';
import type { Snapshot } from '../quotes/quote.ts';

/** The snapshot as its column holds it: the SHA-256 of the rest, a line break, JSON. */
export function toStoredSnapshot(snapshot: Snapshot): string {
  const json = JSON.stringify(snapshot);
  return `${hashText(json)}\n${json}`;
}

/**
 * The snapshot, or undefined where a byte of the column changed: a snapshot's version is the digest of
 * its text alone, and title, author and address are quoted too.
 */
export function fromStoredSnapshot(stored: string): Snapshot | undefined {
  const end = stored.indexOf('\n');
  const json = stored.slice(end + 1);
  if (stored.slice(0, Math.max(0, end)) !== hashText(json)) return undefined;
  try {
    const result = snapshotSchema.safeParse(JSON.parse(json));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
