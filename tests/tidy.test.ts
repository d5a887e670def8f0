import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Setting, settings } from '../src/config.ts';
import { checkRegistry } from './tidy/command-registry.ts';
import {
  checkEnvExample,
  checkFileNames,
  checkPlaces,
  checkReadme,
  checkSizes,
  checkSyntax,
  checkTests,
  checkTopLevel,
  checkVersions,
} from './tidy/house-rules.ts';
import { checkImports, checkPurity } from './tidy/import-rules.ts';
import { scanSource, type ScannedFile } from './tidy/scan-source.ts';

const root = new URL('../', import.meta.url);

/** What git keeps or would keep: everything but what is ignored. */
function listFiles(): string[] {
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const paths = execFileSync('git', listing, { cwd: root, encoding: 'utf8' }).split('\0');
  return [...new Set(paths)].filter((path) => path !== '' && existsSync(new URL(path, root)));
}

function readText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

const paths = listFiles();
const sourcePaths = paths.filter((path) => /\.[jt]s$/u.test(path));
const scanned = sourcePaths.map((path) => scanSource({ path, text: readText(path) }));

function scan(path: string, ...source: string[]): ScannedFile[] {
  return [scanSource({ path, text: source.join('\n') })];
}

describe('the whole project', () => {
  test('has source to look at', () => {
    expect(sourcePaths).toContain('src/config.ts');
    expect(scanned.flatMap((file) => file.imports).length).toBeGreaterThan(20);
  });

  test.for<[string, () => string[]]>([
    ['imports only in the directions of the house', () => checkImports(scanned)],
    ['keeps its middle pure', () => checkPurity(scanned)],
    ['keeps files and functions short', () => checkSizes(scanned)],
    ['does without banned syntax and module state', () => checkSyntax(scanned)],
    ['names its files well', () => checkFileNames(sourcePaths)],
    ['runs every test and mocks no module', () => checkTests(scanned)],
    [
      'has nothing else at its top level',
      () => checkTopLevel([...new Set(paths.map((path) => path.split('/')[0] ?? ''))]),
    ],
    ['names no machine’s paths and no registry', () => checkPlaces(textFiles())],
    ['pins every package', () => checkVersions(readText('package.json'))],
    ['documents every setting in .env.example', () => checkEnvExample(readText('.env.example'), settings)],
    ['documents every setting in the README', () => checkReadme(readText('README.md'), settings)],
  ])('%s', ([, run]) => {
    expect(run()).toEqual([]);
  });

  test('lists every command once, under the name of its file', async () => {
    const files = commandFiles();
    // A program that runs has commands; only a checkout without a main has none yet.
    if (files.length === 0) return expect(existsSync(new URL('src/main.ts', root))).toBe(false);
    const modules = await Promise.all(files.map(async (file) => [file, await importCommand(file)] as const));
    const index = await importCommand('index');
    return expect(checkRegistry({ index, modules: Object.fromEntries(modules) })).toEqual([]);
  });
});

function textFiles(): { path: string; text: string }[] {
  const binary = /\.(?:png|jpg|ico|woff2?|gz|bin)$/u;
  return paths.filter((path) => !binary.test(path)).map((path) => ({ path, text: readText(path) }));
}

function commandFiles(): string[] {
  const folder = new URL('commands/', root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.replace(/\.ts$/u, ''));
}

async function importCommand(file: string): Promise<Record<string, unknown>> {
  const address = pathToFileURL(new URL(`commands/${file}.ts`, root).pathname).href;
  const module: unknown = await import(/* @vite-ignore */ address);
  return Object.fromEntries(Object.entries(module ?? {}));
}

describe('the import rules catch', () => {
  test.for<[string, string, string]>([
    ['a step backwards', 'src/retrieval/a.ts', "import { a } from '../answers/answer.ts';"],
    ['a value where types are allowed', 'src/answers/a.ts', "import { a } from '../retrieval/passage.ts';"],
    ['a half-typed import', 'src/answers/a.ts', "import { type A, b } from '../retrieval/passage.ts';"],
    ['an export from', 'src/language/a.ts', "export { a } from '../articles/article.ts';"],
    ['an export of everything', 'src/language/a.ts', "export * from '../articles/article.ts';"],
    ['a dynamic import', 'src/language/a.ts', "const a = await import('../articles/article.ts');"],
    ['a type import in place', 'src/language/a.ts', "type A = import('../articles/article.ts').Article;"],
    ['a require', 'src/language/a.ts', "const a = require('../articles/article.ts');"],
    ['a dynamic import of a variable', 'src/discord/a.ts', 'await import(name);'],
    ['the bot in the playground', 'src/playground/a.ts', "import type { A } from '../answers/answer.ts';"],
    [
      'the bot in the playground’s page',
      'src/playground/page/a.js',
      "import { a } from '../../discord/command.ts';",
    ],
    ['commands in discord', 'src/discord/a.ts', "import type { A } from '../../commands/ask.ts';"],
    ['main anywhere', 'src/discord/a.ts', "import { a } from '../main.ts';"],
    ['main in another entry file', 'src/register.ts', "import { a } from './main.ts';"],
    ['tests in the program', 'src/main.ts', "import { a } from '../tests/fakes/clock.ts';"],
    ['a missing extension', 'src/main.ts', "import { a } from './config';"],
    ['a room nobody knows', 'src/cache/a.ts', "import { a } from '../language/language.ts';"],
    ['minisearch outside retrieval', 'src/answers/a.ts', "import MiniSearch from 'minisearch';"],
    ['a type of minisearch outside retrieval', 'src/answers/a.ts', "import type { A } from 'minisearch';"],
    ['discord.js in the playground', 'src/playground/a.ts', "import { Client } from 'discord.js';"],
    ['a part of discord.js in answers', 'src/answers/a.ts', "import { a } from '@discordjs/builders';"],
    ['Discord’s types in the middle', 'src/answers/a.ts', "import type { A } from 'discord-api-types/v10';"],
    ['a socket in discord', 'src/discord/a.ts', "import { WebSocket } from 'ws';"],
    ['a logger in a pure room', 'src/answers/a.ts', "import type { Logger } from 'pino';"],
    ['a file in a pure room', 'src/retrieval/a.ts', "import { readFileSync } from 'node:fs';"],
    ['a file by its bare name in a pure room', 'src/retrieval/a.ts', "import { readFileSync } from 'fs';"],
    ['a part of a bare module in a pure room', 'src/language/a.ts', "import { get } from 'fs/promises';"],
    ['a socket by its bare name in a pure room', 'src/answers/a.ts', "import { get } from 'http';"],
    ['randomness in a pure room', 'src/language/a.ts', "import { randomInt } from 'crypto';"],
    [
      'a part of minisearch outside retrieval',
      'src/answers/a.ts',
      "import a from 'minisearch/SearchableMap';",
    ],
    ['a part of ws outside the playground', 'src/discord/a.ts', "import a from 'ws/lib/sender.js';"],
    ['a part of a logger in discord', 'src/discord/a.ts', "import a from 'pino/file';"],
    ['a package that the table does not know', 'src/discord/a.ts', "import a from 'left-pad';"],
    ['an unknown package in an entry file', 'src/main.ts', "import a from 'undici';"],
    ['images outside quotes', 'src/discord/a.ts', "import { a } from '@takumi-rs/core';"],
    ['settings from a file in a room', 'src/discord/a.ts', "import { config } from 'dotenv/config';"],
    ['a database driver outside the store', 'src/quotes/a.ts', "import { Kysely } from 'kysely';"],
  ])('%s', ([, path, line]) => {
    const problems = checkImports([
      ...scan(path, line),
      ...scan('src/log.ts', "import { pino } from 'pino';"),
    ]);
    expect(problems).toEqual([expect.stringContaining(`${path}:1 `)]);
  });

  test('a scan that finds no imports', () => {
    expect(checkImports(scan('src/language/a.ts', 'export const a = 1;'))).toHaveLength(1);
  });

  test.for<[string, string]>([
    ['src/answers/a.ts', "import type { Passage } from '../retrieval/passage.ts';"],
    ['src/answers/a.ts', "import { type A, type B } from '../retrieval/passage.ts';"],
    ['src/discord/a.ts', "import type { Logger } from 'pino';"],
    ['src/language/lexicon/load-lexicon.ts', "import { readFileSync } from 'node:fs';"],
    ['src/main.ts', "import { commands } from '../commands/index.ts';"],
    ['src/bench.ts', "import { a } from './bench/blocks.ts';"],
    ['commands/ask.ts', "import { a } from '../src/discord/limits.ts';"],
    ['src/retrieval/a.ts', "import SearchableMap from 'minisearch/SearchableMap';"],
    ['src/store/a.ts', "import { Migrator } from 'kysely/migration';"],
    ['src/discord/a.ts', "import { createHash } from 'crypto';"],
    ['tests/a.test.ts', "import { a } from '../src/main.ts';"],
  ])('nothing in %s saying %s', ([path, line]) => {
    expect(checkImports(scan(path, line))).toEqual([]);
  });

  test('words in comments and texts are no imports', () => {
    const [file] = scan('src/answers/a.ts', "// import 'node:fs'", "export const a = `import('node:fs')`;");
    expect(file?.imports).toEqual([]);
  });

  test.for([
    'Date.now()',
    'new Date()',
    'process.env.A',
    'Math.random()',
    'fetch(a)',
    'import.meta.url',
    '{ const { env } = process; }',
    'globalThis.process.env',
    "globalThis['fetch'](a)",
    'Date()',
    "Date['now']()",
    'const D = Date;',
    'const { now } = Date;',
    'new Date',
    'a(Date.now)',
    'const a = { Date };',
    'crypto.getRandomValues(a)',
    'crypto.subtle',
    'setTimeout(a, 1)',
    'const later = setTimeout;',
    "Math['random']()",
    'const { random } = Math;',
    '(a as typeof fetch)(fetch)',
    'console.log(a)',
    'Temporal.Now.instant()',
  ])('the impurity %s in a pure room', (expression) => {
    expect(checkPurity(scan('src/answers/a.ts', expression)).length).toBeGreaterThan(0);
    expect(checkPurity(scan('src/discord/a.ts', expression))).toEqual([]);
  });
});

test.for([
  'new Date(a)',
  'Date.UTC(2020, 1)',
  'a instanceof Date',
  'function b(at: Date): Date { return at; }',
  'Math.max(1, 2)',
  'a.process.fetch',
  'const a = { process: 1, fetch() {} };',
  'function b({ fetch, now = 1 }) { return fetch(now); }',
  "import { performance } from './a.ts'; performance();",
  'type A = typeof fetch;',
])('%s is no impurity', (source) => {
  expect(checkPurity(scan('src/answers/a.ts', source))).toEqual([]);
});

function lines(count: number): string[] {
  return Array.from({ length: count }, () => ';');
}

function table(row: string): string {
  return `<!-- config:begin -->\n${row}\n<!-- config:end -->`;
}

describe('the rules of the house catch', () => {
  test('a file of 401 lines and a function of 71, but not of 400 and 70', () => {
    expect(checkSizes(scan('src/a.ts', ...lines(401)))).toEqual([expect.stringContaining('401 lines')]);
    expect(checkSizes(scan('src/a.ts', 'function a() {', ...lines(69), '}'))).toEqual([
      expect.stringContaining('a has 71'),
    ]);
    expect(checkSizes(scan('src/a.ts', 'const a = () => {', ...lines(69), '};'))).toHaveLength(1);
    expect(checkSizes(scan('src/a.ts', 'class A { a() {', ...lines(69), '} }'))).toHaveLength(1);
    expect(checkSizes(scan('src/a.ts', 'function a() {', ...lines(68), '}', ...lines(330)))).toEqual([]);
  });

  test('a long function around short ones, but not a factory of closures', () => {
    const inner = ['function b() {', ...lines(40), '}', 'const c = () => {', ...lines(40), '};'];
    expect(checkSizes(scan('src/a.ts', 'function a() {', ...inner, ...lines(68), '}'))).toEqual([]);
    expect(checkSizes(scan('src/a.ts', 'function a() {', ...inner, ...lines(69), '}'))).toHaveLength(1);
    const callback = ['b(() => {', ...lines(40), '});'];
    expect(checkSizes(scan('src/a.ts', 'function a() {', ...callback, ...lines(40), '}'))).toHaveLength(1);
  });

  test('a long function in a test, but not a long list of cases', () => {
    expect(checkSizes(scan('tests/a.test.ts', 'function a() {', ...lines(70), '}'))).toHaveLength(1);
    expect(checkSizes(scan('tests/a.test.ts', "describe('a', () => {", ...lines(70), '});'))).toEqual([]);
  });

  test.for([
    'enum A { B }',
    'const enum A { B }',
    'namespace A { export const b = 1; }',
    'class A { constructor(private b: string) {} }',
    '@a class A {}',
    "import a = require('a');",
    'export default 1;',
    'const a = <string>b;',
    'let a = 1;',
    'export let a = 1;',
    'var a = 1;',
    'const a = new Map();',
    'export const a: string[] = [];',
    'const a = {};',
    'const a = {} as Record<string, string>;',
    'const a = Object.create(null);',
    'const a = new Set([1]); function b() { a.add(2); }',
    'const a = new Map([[1, 2]]); function b() { a.delete(1); }',
    'const a = [1]; export const b = () => a.push(2);',
    'const a = { b: 1 }; function c() { a.b = 2; }',
    'const a = { b: { c: 1 } }; function d() { a.b.c++; }',
    "const a = { b: 1 }; function c() { delete a['b']; }",
    'const a = { b: [1] }; function c() { a.b.push(1); }',
    'const a = { b: 1 }; function c(d) { Object.assign(a, d); }',
    'class A { static b = 1; }',
    'class A { static readonly b = new Map(); }',
    'class A { static #b; }',
    'class A { static { b(); } }',
  ])('%s', (line) => {
    expect(checkSyntax(scan('src/answers/a.ts', line))).toHaveLength(1);
  });

  test.for([
    'const a = new Map([[1, 2]]);',
    'const a = new Map([[1, 2]]); const b = a.get(1);',
    'const a = [2, 1]; const b = a.toSorted();',
    'const a = [2, 1]; const b = [...a].sort();',
    'const a = [2, 1]; const b = a.map(String).reverse();',
    'class A { static readonly b = 1; c = 2; static d() {} }',
    'function a() { let b = 1; return b; }',
    'declare let a: string;',
  ])('nothing in %s', (line) => {
    expect(checkSyntax(scan('src/answers/a.ts', line))).toEqual([]);
  });

  test('bad file names', () => {
    const bad = [
      'src/Answer.ts',
      'src/answers/find_answer.ts',
      'src/utils/a.ts',
      'src/text-helpers.ts',
      'tests/Fakes/a.ts',
    ];
    expect(checkFileNames([...bad, 'src/answers/find-answer.ts', 'tests/vitest.config.ts'])).toHaveLength(
      bad.length,
    );
  });

  test.for([
    'test.skip()',
    'test.only()',
    'describe.skip()',
    'it.todo()',
    'test.concurrent.only()',
    'test.skipIf(a)()',
    "vi.mock('./a.ts')",
  ])('the test %s', (line) => {
    expect(checkTests(scan('tests/a.test.ts', line)).length).toBeGreaterThan(0);
  });

  test('a stray file at the top level', () => {
    expect(checkTopLevel(['src', '.ci', 'README.md', 'notes.md'])).toEqual(['notes.md']);
  });

  test('places of one machine and registry hosts', () => {
    const bad = [
      ['', 'work', 'b'].join('/'),
      ['', 'home', 'ayu'].join('/'),
      ['https://registry', 'npmjs', 'org'].join('.'),
    ];
    expect(checkPlaces([{ path: 'a', text: bad.join('\n') }])).toHaveLength(bad.length);
  });

  test('a version that is a range', () => {
    expect(checkVersions('{"dependencies":{"a":"^1.0.0","b":"1.0.0"}}')).toHaveLength(1);
    expect(checkVersions('{}')).toHaveLength(1);
  });

  test('a setting that .env.example or the README lacks, changes or invents', () => {
    const setting: Setting = { name: 'A', description: 'Does a.', default: '1', example: '1', secret: false };
    const env = '# Does a.\nA=1\n';
    expect(checkEnvExample(env, [setting])).toEqual([]);
    for (const bad of ['', '# Does a.\nA=2', '# Does b.\nA=1', `${env}B=1`]) {
      expect(checkEnvExample(bad, [setting])).toHaveLength(1);
    }
    expect(checkReadme(table('| `A` | `1` | Does a. |'), [setting])).toEqual([]);
    for (const bad of ['', table(''), table('| `A` | `2` | Does a. |')]) {
      expect(checkReadme(bad, [setting]).length).toBeGreaterThan(0);
    }
  });

  test('a registry that forgets, invents, renames or repeats a command', () => {
    const ask = { data: { name: 'ask' } };
    const menu = { data: { name: 'Ask the article' } };
    const modules = { ask: { ask }, 'ask-the-article': { menu } };
    expect(checkRegistry({ index: { commands: [ask, menu] }, modules })).toEqual([]);
    const bad = [
      { index: {}, modules },
      { index: { commands: [ask] }, modules },
      { index: { commands: [ask, menu, menu] }, modules },
      { index: { commands: [ask, menu, { data: { name: 'help' } }] }, modules },
      { index: { commands: [ask, menu, 1] }, modules },
      { index: { commands: [ask, menu] }, modules: { tanya: { ask }, 'ask-the-article': { menu } } },
      { index: { commands: [ask, menu] }, modules: { ...modules, help: {} } },
    ];
    for (const each of bad) expect(checkRegistry(each)).toHaveLength(1);
  });
});
