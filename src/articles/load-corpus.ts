/**
 * A folder enters, its articles leave. Reads files; never leaves the folder, and one bad file keeps
 * no other from loading.
 */
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import type { Article } from './article.ts';
import { parseArticle } from './parse-article.ts';
import type { ArticleProblem } from './problem.ts';

/** One article's file in bytes, at most: some 350,000 words. */
export const articleBytesMax = 2 * 1024 * 1024;
/** An article's ID in UTF-16 units, at most: what Discord takes as an option's value. */
export const articleIdLengthMax = 100;

/** What a folder held. */
export interface LoadedCorpus {
  /** By ID, in code-unit order; IDs are unique. */
  readonly articles: Article[];
  /** What kept a file, or the whole folder, from loading; by file name. */
  readonly problems: ArticleProblem[];
  /** What was ignored in articles that did load; by file name, then line. */
  readonly warnings: ArticleProblem[];
}

/**
 * Loads every `*.md` and `*.txt` of the folder itself except README.md and dot files. A folder that
 * is missing, unreadable or without articles gives one problem and no articles.
 * @throws only what is not about the folder or its files, such as running out of memory.
 */
export async function loadCorpus(dir: string): Promise<LoadedCorpus> {
  const corpus: LoadedCorpus = { articles: [], problems: [], warnings: [] };
  const listing = await listFiles(dir);
  if (!listing.ok) {
    corpus.problems.push(listing.problem);
    return corpus;
  }
  const loaded = new Map<string, string>();
  for (const file of listing.files) {
    const id = basename(file, extname(file));
    const problem =
      refuseId({ id, file, earlier: loaded.get(id) }) ??
      (await loadFile({ dir: listing.root, id, file }, corpus));
    if (problem === null) loaded.set(id, file);
    else corpus.problems.push(problem);
  }
  corpus.articles.sort((a, b) => compareCodeUnits(a.id, b.id));
  return corpus;
}

type Listing =
  | { readonly ok: true; readonly root: string; readonly files: readonly string[] }
  | { readonly ok: false; readonly problem: ArticleProblem };

async function listFiles(dir: string): Promise<Listing> {
  const refuse = (message: string): Listing => ({ ok: false, problem: { file: dir, message } });
  try {
    const root = await realpath(dir);
    const names = await readdir(root);
    const files = names.filter(isArticleName).sort(compareCodeUnits);
    if (files.length > 0) return { ok: true, root, files };
    return refuse('this folder holds no article: put a .md or .txt file into it');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return refuse('this folder does not exist: create it or name another one');
    if (code === 'ENOTDIR') return refuse('this is a file, not a folder: name the folder it is in');
    if (code === 'EACCES' || code === 'EPERM')
      return refuse('this folder may not be read: change its permissions');
    if (code !== undefined) return refuse(`this folder cannot be read (${code})`);
    throw error;
  }
}

function isArticleName(name: string): boolean {
  return /\.(?:md|txt)$/i.test(name) && !name.startsWith('.') && !/^readme\.md$/i.test(name);
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

// Not localeCompare: the order must be the same on every machine.
function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function refuseId({
  id,
  file,
  earlier,
}: {
  id: string;
  file: string;
  earlier: string | undefined;
}): ArticleProblem | null {
  if (earlier !== undefined) {
    return {
      file,
      line: 1,
      message: `${earlier} already has the ID "${id}": rename or delete one of the two`,
    };
  }
  if (id.length > articleIdLengthMax) {
    return {
      file,
      line: 1,
      message: `the file name is an ID of at most ${articleIdLengthMax} characters: shorten it`,
    };
  }
  if (/[\p{Cc}\uFFFD]/u.test(id) || id.trim() !== id) {
    return {
      file,
      line: 1,
      message:
        'the file name is an ID and must be plain text without control characters or outer spaces: rename it',
    };
  }
  return null;
}

async function loadFile(
  { dir, id, file }: { dir: string; id: string; file: string },
  corpus: LoadedCorpus,
): Promise<ArticleProblem | null> {
  const content = await readInside(dir, file);
  if (!content.ok) return { file, line: 1, message: content.message };
  const source = decodeText(content.bytes);
  if (!source.ok) return { file, line: source.line, message: source.message };
  const parsed = parseArticle({ id, file, source: source.text });
  if (!parsed.ok) return parsed.problem;
  corpus.articles.push(parsed.article);
  corpus.warnings.push(...parsed.warnings);
  return null;
}

type Content =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string };

async function readInside(dir: string, file: string): Promise<Content> {
  try {
    const path = await realpath(join(dir, file));
    if (!path.startsWith(dir.endsWith(sep) ? dir : dir + sep)) {
      return { ok: false, message: 'this is a link that leads out of the folder: put the file itself here' };
    }
    // Asked before opening: opening a named pipe would wait for ever.
    if (!(await lstat(path)).isFile())
      return { ok: false, message: 'this is not a file: move it out of the folder' };
    return await readBounded(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ELOOP')
      return { ok: false, message: 'this link leads nowhere: delete it' };
    if (code === 'EACCES' || code === 'EPERM')
      return { ok: false, message: 'this file may not be read: change its permissions' };
    if (code !== undefined) return { ok: false, message: `this file cannot be read (${code})` };
    throw error;
  }
}

async function readBounded(path: string): Promise<Content> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > articleBytesMax) {
      return {
        ok: false,
        message: `this file has ${size} bytes, more than ${articleBytesMax}: split it into several articles`,
      };
    }
    // A file that grows meanwhile is cut off here rather than read without end.
    const buffer = new Uint8Array(size);
    const { bytesRead } = await handle.read(buffer, 0, size, 0);
    return { ok: true, bytes: buffer.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}

type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly line: number; readonly message: string };

function decodeText(bytes: Uint8Array): Decoded {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16)
    return { ok: false, line: 1, message: 'this file is saved as UTF-16 ("Unicode"): save it as UTF-8' };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return { ok: true, text: decoder.decode(bytes) };
  } catch {
    const line = findUndecodableLine(bytes);
    return {
      ok: false,
      line,
      message: 'this line is not UTF-8 (an older Windows encoding?): save the file as UTF-8',
    };
  }
}

/** From 1. A line feed is never part of a longer character, so each line decodes by itself. */
function findUndecodableLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}
