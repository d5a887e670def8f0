/** Size, syntax, names and settings: the rules of the house that are not about imports. */
import { parse as parseEnv } from 'dotenv';
import { z } from 'zod';
import type { Setting } from '../../src/config.ts';
import { roomOf } from './import-rules.ts';
import type { ScannedFile, SourceFile } from './scan-source.ts';

const fileLinesMax = 400;
const functionLinesMax = 70;

function isTest(path: string): boolean {
  return path.endsWith('.test.ts');
}

/** Files and functions that are too long; a test file's callbacks are lists of cases, not functions. */
export function checkSizes(files: readonly ScannedFile[]): string[] {
  return files.flatMap((file) => [
    ...(file.lineCount > fileLinesMax ? [`${file.path} has ${file.lineCount} lines, 400 at most`] : []),
    ...file.functions
      .filter((each) => each.lineCount > functionLinesMax && (each.isDeclaration || !isTest(file.path)))
      .map((each) => `${file.path}:${each.line} ${each.name} has ${each.lineCount} lines, 70 at most`),
  ]);
}

/** Syntax that Node's type stripping refuses, default exports, and state that lives in a module of `src`. */
export function checkSyntax(files: readonly ScannedFile[]): string[] {
  return files.flatMap((file) => {
    const isConfig = file.path.endsWith('vitest.config.ts');
    const isProgram = roomOf(file.path) !== undefined;
    const isDeclared = file.path.endsWith('.d.ts');
    const banned = file.banned.filter(
      ({ name }) => !(isConfig && name === 'default export') && !(isDeclared && name === 'export ='),
    );
    const state = isProgram ? file.moduleState : [];
    return [...banned, ...state].map(({ name, line }) => `${file.path}:${line} ${name}`);
  });
}

const vagueNames = /(?:^|[-/.])(?:utils?|helpers?|misc|managers?|common)(?:[-/.]|$)/u;
const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)+$/u;

/** Source files that are not kebab-case or whose name says nothing. */
export function checkFileNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const parts = path.split('/');
    const isKebab =
      kebabCase.test(parts.at(-1) ?? '') && parts.slice(0, -1).every((part) => /^[a-z0-9-]+$/u.test(part));
    return [
      ...(isKebab ? [] : [`${path} is not kebab-case`]),
      ...(vagueNames.test(path) ? [`${path} has a name that says nothing`] : []),
    ];
  });
}

const skipping =
  /^(?:test|it|describe|suite|property)\.(?:\w+\.)*(?:skip|only|todo|skipIf|runIf|fails)(?:\.|$)/u;
const mocking = /^vi\.(?:mock|doMock)$/u;

/** Tests that do not run, or that replace a module of the project. */
export function checkTests(files: readonly ScannedFile[]): string[] {
  return files.flatMap((file) =>
    file.calls
      .filter(({ name }) => skipping.test(name) || mocking.test(name))
      .map(({ name, line }) => `${file.path}:${line} ${name}`),
  );
}

const wanted = new Set(
  'package.json tsconfig.json src commands corpus .env.example tests README.md package-lock.json LICENSE'.split(
    ' ',
  ),
);

/** Names of the top level that do not belong there; dotfiles may. */
export function checkTopLevel(names: readonly string[]): string[] {
  return names.filter((name) => !wanted.has(name) && !name.startsWith('.'));
}

const machinePath = /\/(?:work|root)\/|\/(?:home|Users)\/\w/u;
const registryHost = /registry\.(?:npmjs|yarnpkg|npmmirror)|npm\.pkg\.github/u;

/** Places of one machine, and hosts of package registries, in any file. */
export function checkPlaces(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const found = machinePath.exec(line)?.[0] ?? registryHost.exec(line)?.[0];
      return found === undefined ? [] : [`${path}:${index + 1} names ${found}`];
    }),
  );
}

const manifest = z.looseObject({
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

/** Packages of package.json that are not pinned to one version. */
export function checkVersions(packageJson: string): string[] {
  const { dependencies, devDependencies, optionalDependencies } = manifest.parse(JSON.parse(packageJson));
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  if (all.length === 0) return ['package.json names no packages'];
  return all
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version))
    .map(([name, version]) => `${name} is ${version}, not one exact version`);
}

/** Where `.env.example` and the settings differ. */
export function checkEnvExample(envExample: string, settings: readonly Setting[]): string[] {
  const given = parseEnv(envExample);
  const words = envExample.replaceAll(/\n# /gu, ' ');
  return [
    ...Object.keys(given)
      .filter((name) => settings.every((setting) => setting.name !== name))
      .map((name) => `${name} is no setting`),
    ...settings.flatMap((setting) => {
      if (given[setting.name] === undefined) return [`${setting.name} is missing`];
      if (given[setting.name] !== setting.default) return [`${setting.name} is not its default`];
      return words.includes(setting.description) ? [] : [`${setting.name} is described otherwise`];
    }),
  ];
}

/** Where the README's table and the settings differ: the rows in order, with default and description. */
export function checkReadme(readme: string, settings: readonly Setting[]): string[] {
  const table = /<!-- config:begin -->\n([^]*?)<!-- config:end -->/u.exec(readme)?.[1];
  if (table === undefined) return ['the README has no table between its config markers'];
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const expected = settings.map(({ name, default: value, description }) => {
    const shown = value === '' ? '–' : `\`${value}\``;
    return `| \`${name}\` | ${shown} | ${description} |`;
  });
  return [
    ...expected.filter((row) => !rows.includes(row)).map((row) => `the README lacks the row ${row}`),
    ...rows.filter((row) => !expected.includes(row)).map((row) => `the README has a row too many: ${row}`),
  ];
}
