/**
 * Collects the verdicts of a whole test run, whichever files and workers they came from, and says at
 * its end how many requests were judged and which routes were seen. Loaded once by vitest's
 * `globalSetup`; writes to a folder of its own under the system's temporary folder.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { z } from 'zod';

declare module 'vitest' {
  interface ProvidedContext {
    /** One verdict as JSON a line; does not exist before the first. */
    refereeFile: string;
  }
}

const verdict = z.object({
  checked: z.number(),
  routes: z.array(z.string()),
  problems: z.array(z.string()),
});

/** Gives the tests a place to write to; what it gives back prints the sum and removes the place. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'kutip-referee-'));
  const file = path.join(folder, 'verdicts.jsonl');
  project.provide('refereeFile', file);
  return () => {
    const summary = summarise(file);
    if (summary !== undefined) process.stdout.write(`\n${summary}\n`);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The run in words, or undefined where nothing was judged. */
export function summarise(file: string): string | undefined {
  const lines = readLines(file);
  if (lines.length === 0) return undefined;
  const verdicts = lines.map((line) => verdict.parse(JSON.parse(line)));
  const checked = verdicts.reduce((sum, each) => sum + each.checked, 0);
  const problems = verdicts.reduce((sum, each) => sum + each.problems.length, 0);
  const routes = [...new Set(verdicts.flatMap((each) => each.routes))].sort();
  return [
    `Referee: ${checked} requests and their answers checked against Discord's published spec, ` +
      `${routes.length} routes seen, ${problems} problems.`,
    ...routes.map((route) => `  ${route}`),
  ].join('\n');
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
