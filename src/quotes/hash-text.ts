import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, 64 lower-case hexadecimal digits; as `Article.version` is made. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
