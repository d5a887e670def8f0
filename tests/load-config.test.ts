import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from '../src/load-config.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kutip-env-'));
  await mkdir(path.join(folder, 'corpus'));
});

afterEach(() => rm(folder, { recursive: true }));

async function load(content: string | Buffer, env: Record<string, string> = {}) {
  await writeFile(path.join(folder, '.env'), content);
  return loadConfig({ env, folder, needsCorpus: true });
}

async function problemsOf(content: string | Buffer, env: Record<string, string> = {}): Promise<string[]> {
  const outcome = await load(content, env);
  return outcome.ok ? [] : outcome.problems.map((problem) => problem.replace(folder, '…'));
}

describe('.env', () => {
  test('may be missing', async () => {
    expect(await loadConfig({ env: {}, folder, needsCorpus: true })).toMatchObject({ ok: true });
  });

  test('gives what the environment does not have', async () => {
    const content =
      '\uFEFF# ours\r\n\r\nexport DISCORD_TOKEN="abc" # the bot\r\nLOG_LEVEL=warn\r\nOTHER=\'a\r\nb\'\r\n';
    expect(await load(content, { LOG_LEVEL: 'debug' })).toMatchObject({
      ok: true,
      config: { discordToken: 'abc', logLevel: 'debug' },
    });
    expect(await load('DISCORD_TOKEN=abc', { DISCORD_TOKEN: '' })).not.toHaveProperty('config.discordToken');
  });

  test.for<[string, string | Buffer, string]>([
    ['UTF-16', Buffer.from('\uFEFFDISCORD_TOKEN=rahasia', 'utf16le'), '…/.env is not UTF-8 text'],
    ['UTF-16 without its mark', Buffer.from('DISCORD_TOKEN=rahasia', 'utf16le'), '…/.env is not UTF-8 text'],
    ['Latin 1', Buffer.from('# Café\nDISCORD_TOKEN=rahasia', 'latin1'), '…/.env is not UTF-8 text'],
    [
      'a line without =',
      '# x\n\nDISCORD_TOKEN rahasia\nLOG_LEVEL=info',
      '…/.env:3: this line is not KEY=value',
    ],
    ['a line without a name', '=rahasia', '…/.env:1: this line is not KEY=value'],
    ['an open quotation mark', 'DISCORD_TOKEN="rahasia\n', "…/.env:1: the value's quotation mark"],
    ['a line after a long value', 'A="b\nc"\nrahasia', '…/.env:3: this line is not KEY=value'],
  ])('is refused with its place, never with its words: %s', async ([, content, expected]) => {
    const problems = await problemsOf(content);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
    expect(problems[0]).not.toContain('rahasia');
  });

  test('may not be a folder', async () => {
    await mkdir(path.join(folder, '.env'));
    expect(await loadConfig({ env: {}, folder, needsCorpus: true })).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/\/\.env is a folder/u)],
    });
  });
});

test('everything that is wrong is told at once', async () => {
  expect(await problemsOf('nonsense\nLOG_LEVEL=loud', { CORPUS_DIR: 'none' })).toEqual([
    expect.stringMatching(/^…\/\.env:1: /u),
    expect.stringMatching(/^LOG_LEVEL is "loud"/u),
    expect.stringMatching(/^CORPUS_DIR \(…\/none\) does not exist/u),
  ]);
});

test('a relative CORPUS_DIR starts at the project’s folder, an absolute one is kept', async () => {
  expect(await load('CORPUS_DIR=.')).toMatchObject({ config: { corpusDir: folder } });
  expect(await load('')).toMatchObject({ config: { corpusDir: path.join(folder, 'corpus') } });
  expect(await load(`CORPUS_DIR=${tmpdir()}`)).toMatchObject({ config: { corpusDir: tmpdir() } });
});

test('where no article is needed, their folder may be missing', async () => {
  const env = { CORPUS_DIR: 'none' };
  expect(await loadConfig({ env, folder, needsCorpus: false })).toMatchObject({ ok: true });
});
