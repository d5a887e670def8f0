import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The arguments with which `npm run ask` starts Node. */
const program = [
  '--import',
  new URL('../src/runtime-check.js', import.meta.url).href,
  fileURLToPath(new URL('../src/ask.ts', import.meta.url)),
];
let corpus = '';

beforeAll(async () => {
  corpus = await mkdtemp(path.join(tmpdir(), 'kutip-ask-'));
  await writeFile(
    path.join(corpus, 'kereta.md'),
    '---\ntitle: Kereta Malam\nlanguage: id\npenulis: Ani\n---\n\nKereta malam berangkat pukul 21.15 dari Stasiun Sagara. Masinisnya Budi Hartono.\n',
  );
  await writeFile(path.join(corpus, 'rusak.md'), '---\ntitle: [\n---\n\nTeks.\n');
});

afterAll(async () => {
  await rm(corpus, { recursive: true, force: true });
});

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real program with that input. */
async function ask(args: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, [...program, ...args], { env: { ...process.env, NO_COLOR: '1' } });
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    code,
    stdout: Buffer.concat(chunks.stdout).toString(),
    stderr: Buffer.concat(chunks.stderr).toString(),
  };
}

describe('one question', () => {
  test('is answered on standard output, the corpus’s problems and warnings on standard error', async () => {
    const run = await ask(['--corpus', corpus, 'kapan kereta malam berangkat?']);
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('pukul 21.15') });
    expect(run.stdout).not.toContain('rusak.md');
    expect(run.stderr).toContain('rusak.md');
    expect(run.stderr).toMatch(/^kereta\.md:4: .*penulis/mu);
  });

  test('that no article answers is no failure', async () => {
    const run = await ask(['--corpus', corpus, 'siapa presiden Prancis?']);
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('tidak menyebutkannya') });
  });

  test('about an unknown article is wrong usage', async () => {
    const run = await ask(['--corpus', corpus, '--article', 'bus', 'kapan?']);
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('kereta') });
  });

  test('in a folder without articles fails with what to do', async () => {
    const run = await ask(['--corpus', path.join(corpus, 'none'), 'kapan?']);
    expect(run).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('--corpus DIR') });
  });

  test('left out is wrong usage', async () => {
    expect(await ask([])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('npm run ask'),
    });
  });
});

describe('a batch', () => {
  /** Every tenth line is malformed, every twentieth of the others is blank. */
  const lines = Array.from({ length: 1000 }, (_, place) => {
    if (place % 10 === 3) return place % 20 === 3 ? '{"id":' : '{"text":"tanpa id"}';
    const text = ['kapan kereta berangkat', 'siapa masinisnya?', '🎉', 'who drives the train', ''][place % 5];
    return JSON.stringify({ id: `q${place + 1}`, text, previous: ['Kereta malam'] });
  });

  test('of 1,000 lines keeps the contract, and gives the same bytes twice', async () => {
    const [run, again] = await Promise.all(
      [1, 2].map(() => ask(['--jsonl', '--corpus', corpus], lines.join('\n'))),
    );
    expect(run?.code).toBe(1);
    expect(again?.stdout).toBe(run?.stdout);
    const replies =
      run?.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)) ?? [];
    expect(replies).toHaveLength(1000);
    for (const [place, reply] of replies.entries()) {
      if (place % 10 === 3) {
        expect(reply).toEqual({ id: null, error: expect.stringMatching(new RegExp(`^line ${place + 1}: `)) });
      } else {
        expect(Object.keys(reply)).toEqual(['id', 'status', 'confidence', 'citations']);
        expect(reply.id).toBe(`q${place + 1}`);
        expect(reply.citations.length).toBeLessThanOrEqual(3);
      }
    }
  });

  test('without malformed lines ends with 0, also when it is empty', async () => {
    expect(await ask(['--jsonl', '--corpus', corpus], '{"id":"a","text":"kereta"}\n\n')).toMatchObject({
      code: 0,
    });
    expect(await ask(['--jsonl', '--corpus', corpus])).toMatchObject({ code: 0, stdout: '' });
  });

  test('whose reader leaves ends quietly', async () => {
    const child = spawn(process.execPath, [...program, '--jsonl', '--corpus', corpus]);
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(Array.from({ length: 20 }, () => lines.join('\n')).join('\n'));
    const code = await new Promise((resolve) => {
      child.on('close', resolve);
    });
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/EPIPE|at .*\.ts/);
  });
});
