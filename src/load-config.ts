/** The configuration of this process: its environment and `.env`, with every problem of both at once. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { givenValue, readConfig, type ConfigOutcome } from './config.ts';
import { readEnvFile } from './env-file.ts';

export interface ConfigSources {
  /** Goes before `.env`, also where a variable is blank. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute; holds `.env`, and relative paths in the settings start here. */
  readonly folder: string;
  /** Whether a missing CORPUS_DIR is a problem. */
  readonly needsCorpus: boolean;
}

/** As `readConfig`; `corpusDir` and `storePath` are absolute. */
export async function loadConfig({ env, folder, needsCorpus }: ConfigSources): Promise<ConfigOutcome> {
  const file = await readEnvFile(path.join(folder, '.env'));
  const all = { ...file.values, ...env };
  const read = readConfig(all);
  const corpusDir = path.resolve(folder, givenValue(all, 'CORPUS_DIR') ?? '');
  const isMissing = needsCorpus && !(await exists(corpusDir));
  const problems = [
    ...file.problems,
    ...(read.ok ? [] : read.problems),
    ...(isMissing ? [`CORPUS_DIR (${corpusDir}) does not exist; create it or name another folder.`] : []),
  ];
  if (!read.ok || problems.length > 0) return { ok: false, problems };
  const storePath = path.resolve(folder, read.config.storePath);
  return { ...read, config: { ...read.config, corpusDir, storePath } };
}

/** True also where nobody can tell: reading it will say why. */
async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
