import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { articleBytesMax, articleIdLengthMax, loadCorpus } from '../../src/articles/load-corpus.ts';

let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kutip-corpus-'));
});

afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content);
}

test('articles come by ID in code-unit order, from .md and .txt alike, README.md and other files aside', async () => {
  await write({
    'b.md': 'Isi.',
    'a.txt': 'Isi.',
    'B.MD': 'Isi.',
    'a-1.md': 'Isi.',
    'é.md': 'Isi.',
    'README.md': '---\nbroken',
    '.sembunyi.md': '---\nbroken',
    'gambar.png': 'x',
  });
  const { articles, problems, warnings } = await loadCorpus(dir);
  expect(articles.map(({ id }) => id)).toEqual(['B', 'a', 'a-1', 'b', 'é']);
  expect(problems).toEqual([]);
  expect(warnings).toEqual([]);
});

test('a malformed article is one problem with file and line, and the others load', async () => {
  await write({
    'a.md': 'Isi.',
    'b.md': '---\ntitle: a\nurl: x\n---\nIsi.',
    'c.md': '---\ntag: x\n---\nIsi.',
  });
  const { articles, problems, warnings } = await loadCorpus(dir);
  expect(articles.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(problems).toEqual([{ file: 'b.md', line: 3, message: expect.stringContaining('web address') }]);
  expect(warnings).toEqual([{ file: 'c.md', line: 2, message: expect.stringContaining('"tag"') }]);
});

test('of two files with one ID the first loads and the second is a problem', async () => {
  await write({ 'a.txt': 'Dua.', 'a.md': 'Satu.' });
  const { articles, problems } = await loadCorpus(dir);
  expect(articles.map(({ text }) => text)).toEqual(['Satu.']);
  expect(problems).toEqual([
    { file: 'a.txt', line: 1, message: expect.stringContaining('a.md already has the ID "a"') },
  ]);
});

test('a file may have as many bytes as the bound and not one more', async () => {
  await write({
    'a-below.txt': 'a'.repeat(articleBytesMax - 1),
    'b-at.txt': 'a'.repeat(articleBytesMax),
    'c-above.txt': 'a'.repeat(articleBytesMax + 1),
  });
  const { articles, problems } = await loadCorpus(dir);
  expect(articles.map(({ id }) => id)).toEqual(['a-below', 'b-at']);
  expect(problems).toEqual([{ file: 'c-above.txt', line: 1, message: expect.stringContaining('split it') }]);
});

test('an ID may be as long as the bound and not one longer', async () => {
  await write({
    [`${'a'.repeat(articleIdLengthMax)}.md`]: 'Isi.',
    [`${'b'.repeat(articleIdLengthMax + 1)}.md`]: 'Isi.',
    'c\nd.md': 'Isi.',
  });
  const { articles, problems } = await loadCorpus(dir);
  expect(articles.map(({ id }) => id.length)).toEqual([articleIdLengthMax]);
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('shorten it'),
    expect.stringContaining('control characters'),
  ]);
});

test('text that is not UTF-8 is a problem naming its line', async () => {
  await write({
    'a.md': Buffer.concat([Buffer.from('Satu.\n\nDua é\n'), Buffer.from([0x92, 0x0a]), Buffer.from('Tiga.')]),
    'b.md': Buffer.from('\uFEFFIsi.', 'utf16le'),
    'c.md': Buffer.from('Satu.\n\nDua\0'),
    'd.md': Buffer.from('\uFEFFIsi.'),
  });
  const { articles, problems } = await loadCorpus(dir);
  expect(articles.map(({ text }) => text)).toEqual(['Isi.']);
  expect(problems.map(({ file, line, message }) => [file, line, message.split(/[ :]/, 4).join(' ')])).toEqual(
    [
      ['a.md', 4, 'this line is not'],
      ['b.md', 1, 'this file is saved'],
      ['c.md', 3, 'a NUL character stands'],
    ],
  );
});

test('a link is followed inside the folder and refused where it leads out of it or nowhere', async () => {
  await mkdir(join(dir, 'corpus'));
  await mkdir(join(dir, 'corpus', 'folder.md'));
  await write({ 'rahasia.md': 'Rahasia.', 'corpus/a.md': 'Isi.' });
  await symlink('../rahasia.md', join(dir, 'corpus', 'out.md'));
  await symlink('a.md', join(dir, 'corpus', 'inside.md'));
  await symlink('nothing.md', join(dir, 'corpus', 'nowhere.md'));
  await symlink('loop.md', join(dir, 'corpus', 'loop.md'));
  const { articles, problems } = await loadCorpus(join(dir, 'corpus'));
  expect(articles.map(({ id }) => id)).toEqual(['a', 'inside']);
  expect(problems.map(({ file, message }) => [file, message])).toEqual([
    ['folder.md', expect.stringContaining('not a file')],
    ['loop.md', expect.stringContaining('leads nowhere')],
    ['nowhere.md', expect.stringContaining('leads nowhere')],
    ['out.md', expect.stringContaining('out of the folder')],
  ]);
});

describe('a folder without articles is one problem', () => {
  test.for<[string, string, RegExp]>([
    ['missing', 'none', /does not exist/],
    ['a file', 'a.png', /is a file/],
    ['empty', '.', /holds no article: put/],
  ])('when it is %s', async ([, name, message]) => {
    await write({ 'a.png': 'x' });
    const path = join(dir, name);
    expect(await loadCorpus(path)).toEqual({
      articles: [],
      problems: [{ file: path, message: expect.stringMatching(message) }],
      warnings: [],
    });
  });
});

test('a link to the folder is as good as the folder', async () => {
  await mkdir(join(dir, 'real'));
  await write({ 'real/a.md': 'Isi.' });
  await symlink('real', join(dir, 'link'));
  expect((await loadCorpus(join(dir, 'link'))).articles).toHaveLength(1);
});
