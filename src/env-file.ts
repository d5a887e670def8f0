/** A file of `KEY=value` lines enters, its values leave, with whatever in it could not be understood. */
import { readFile } from 'node:fs/promises';
import { parse } from 'dotenv';

export interface EnvFile {
  readonly values: Readonly<Record<string, string>>;
  /** One sentence for everything that would be ignored silently; names file and line, never a value. */
  readonly problems: readonly string[];
}

/** Reads the file; one that does not exist holds nothing. Rejects only with what is not about the file. */
export async function readEnvFile(file: string): Promise<EnvFile> {
  const refuse = (reason: string): EnvFile => ({ values: {}, problems: [`${file} ${reason}`] });
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    if (code === 'ENOENT') return { values: {}, problems: [] };
    if (code === 'EISDIR') return refuse('is a folder; delete it, or put a file in its place.');
    return refuse(`cannot be read (${code}); change its permissions or delete it.`);
  }
  const isUtf16 = bytes.includes(0) || /^(?:fffe|feff)/u.test(bytes.toString('hex', 0, 2));
  const text = isUtf16 ? undefined : decodeUtf8(bytes);
  if (text === undefined) return refuse('is not UTF-8 text; save it again with the encoding UTF-8.');
  return { values: parse(text), problems: findProblems(text).map((problem) => `${file}:${problem}`) };
}

/** Without a byte order mark; undefined where the bytes are something else. */
function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** As dotenv reads names; what follows is the value. */
const assignment = /^\s*(?:export\s+)?[\w.-]+(?:\s*=|:\s)\s*(?<value>.*)$/u;

/** The number of each line that dotenv would pass over, and why. */
function findProblems(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/u);
  const problems: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (/^\s*(?:#|$)/u.test(line)) continue;
    const value = assignment.exec(line)?.groups?.['value'];
    if (value === undefined) {
      problems.push(`${index + 1}: this line is not KEY=value; mend it, or put # before it.`);
      continue;
    }
    const quote = /^["'`]/u.exec(value)?.[0];
    if (quote === undefined || value.includes(quote, 1)) continue;
    // A value in quotation marks may go on over further lines.
    const closing = lines.findIndex((other, place) => place > index && other.includes(quote));
    if (closing < 0) problems.push(`${index + 1}: the value's quotation mark is never closed.`);
    else index = closing;
  }
  return problems;
}
