/** The bench as a person runs it: the real process over a public set of three passages. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReport } from '../../src/evaluation/report.ts';

const src = path.resolve(import.meta.dirname, '../../src');
/** The arguments with which `npm run eval` starts Node. */
const program = ['--import', pathToFileURL(`${src}/runtime-check.js`).href, `${src}/eval.ts`];
const run = promisify(execFile);
const lines = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join('\n');
const passages = [
  {
    id: 'p1',
    title: 'Feri',
    text: 'Feri itu rusak pada hari Selasa. Penyelam menemukan retakan di lambungnya.',
  },
  { id: 'p2', title: 'Roti', text: 'Laba pabrik roti naik 38 persen. Biskuit justru turun.' },
  { id: 'p3', title: 'Banjir', text: 'Banjir melanda tiga kecamatan. Sekolah diliburkan sampai Senin.' },
];
const queries = [
  { id: 'q1', text: 'Apa yang ditemukan penyelam?', lang: 'id', gold: ['p1'], answer: 'retakan', start: 51 },
  {
    id: 'q2',
    text: 'Berapa persen laba pabrik roti naik?',
    lang: 'id',
    gold: ['p2'],
    answer: '38 persen',
    start: 22,
  },
];
const unanswerable = [{ id: 'u1', text: 'Siapa nakhoda feri itu?', lang: 'id', passage: 'p1' }];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kutip-eval-'));
  await writeFile(path.join(folder, 'passages.jsonl'), lines(passages));
  await writeFile(path.join(folder, 'queries.jsonl'), lines(queries));
  await writeFile(path.join(folder, 'unanswerable.jsonl'), lines(unanswerable));
});
afterAll(() => rm(folder, { recursive: true }));

async function evaluate(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await run(process.execPath, [...program, ...args])) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)) throw error;
    return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}

describe('npm run eval', () => {
  test('measures a public set, shows only the articles’ words and gives the same bytes twice', async () => {
    const [first, second] = [path.join(folder, 'a.json'), path.join(folder, 'b.json')];
    const one = await evaluate('--set', folder, '--json', first, '--svg', path.join(folder, 'a.svg'));
    const two = await evaluate('--set', folder, '--json', second, '--compare', first);
    expect(one.code).toBe(0);
    expect(one.stdout).toContain('## Whole corpus');
    expect(one.stdout).toContain("Citations with words that are not the article's: 0");
    expect(two.stdout).toContain('First place lost: 0');
    expect(await readFile(second, 'utf8')).toBe(await readFile(first, 'utf8'));
    expect(await readFile(path.join(folder, 'a.svg'), 'utf8')).toContain('</svg>');
    const report = readReport(await readFile(first, 'utf8'));
    expect(report.runs.map(({ systems }) => systems.map(({ judgements }) => judgements.length))).toEqual([
      [3, 3],
      [3, 3],
      [3],
    ]);
    for (const { systems } of report.runs) {
      for (const { judgements } of systems)
        expect(judgements.map(({ hitRank }) => hitRank)).toEqual([1, 1, 0]);
    }
  });

  test('says which line cannot be read and ends with 1', async () => {
    const broken = path.join(folder, 'broken.jsonl');
    await writeFile(broken, '{"id":"p1"}');
    const outcome = await evaluate('--set', folder, '--passages', broken);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('passages.jsonl, line 1');
  });

  test.for([
    [['--split', 'train'], '--split is "tune" or "report"'],
    [['--limit', '0'], '--limit is a number'],
    [['--with-titles'], 'belong to --set'],
    [['--nonsense'], '--nonsense'],
  ] as const)('refuses %j with its usage and ends with 2', async ([args, message]) => {
    const outcome = await evaluate(...args);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(message);
    expect(outcome.stderr).toContain('npm run --silent eval');
  });
});
