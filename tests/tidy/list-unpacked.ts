/** The files of a project that was downloaded without its history. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Paths from the folder's top with forward slashes; without what .gitignore names and without JSON lines. */
export function listUnpacked(folder: string): string[] {
  const patterns = readFileSync(path.join(folder, '.gitignore'), 'utf8').split('\n');
  const ignored = [...patterns.map((line) => line.trim().replaceAll(/^\/|\/$/gu, '')), '*.jsonl'];
  const isIgnored = (name: string) =>
    ignored.some((pattern) => (pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern));
  const list = (inner: string): string[] =>
    readdirSync(path.join(folder, inner), { withFileTypes: true })
      .filter(({ name }) => !isIgnored(name))
      .flatMap((entry) => {
        const place = path.posix.join(inner, entry.name);
        return entry.isDirectory() ? list(place) : [place];
      });
  return list('');
}
