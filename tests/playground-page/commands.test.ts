import { describe, expect, test } from 'vitest';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import {
  buildOptions,
  firstAskable,
  firstProblem,
  isOffered,
  listEntries,
  matchEntries,
  menuCommands,
  takeEntry,
} from '../../src/playground/page/commands.js';
import type { PageUser } from '../../src/playground/page-protocol.ts';

function command(fields: Partial<APIApplicationCommand>): APIApplicationCommand {
  const name = fields.name ?? '';
  return {
    id: '1',
    application_id: '2',
    version: '3',
    type: 1,
    description: '',
    default_member_permissions: null,
    ...fields,
    name,
  };
}

const help = command({ id: '10', name: 'help', description: 'Help', name_localizations: { id: 'bantuan' } });
const ask = command({
  id: '11',
  name: 'ask',
  description: 'Ask',
  name_localizations: { id: 'tanya' },
  description_localizations: { id: 'Bertanya' },
  options: [
    {
      type: 3,
      name: 'question',
      description: 'What',
      name_localizations: { id: 'pertanyaan' },
      required: true,
      min_length: 2,
    },
    { type: 5, name: 'private', description: 'Only you' },
    { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 3 },
  ],
});
const article = command({
  id: '12',
  name: 'article',
  description: 'Articles',
  name_localizations: { id: 'artikel' },
  options: [
    { type: 1, name: 'list', description: 'All', name_localizations: { id: 'daftar' } },
    {
      type: 1,
      name: 'show',
      description: 'One',
      options: [{ type: 3, name: 'article', description: 'Which', autocomplete: true }],
    },
  ],
});
const menu = command({ id: '13', name: 'Ask the article', description: '', type: 3 });
const all = [help, ask, article, menu];
const entries = listEntries(all, 'id');
const [helpEntry, askEntry, listEntry, showEntry] = entries;
const member: PageUser = {
  owner: false,
  id: '5',
  username: 'a',
  displayName: 'A',
  roles: [],
  moderator: false,
  bot: false,
};

test("lists chat-input commands and subcommands in the person's language", () => {
  expect(entries.map(({ label, plain }) => [label, plain])).toEqual([
    ['bantuan', 'help'],
    ['tanya', 'ask'],
    ['artikel daftar', 'article list'],
    ['artikel show', 'article show'],
  ]);
  expect(askEntry?.description).toBe('Bertanya');
  expect(askEntry?.options.map(({ label }) => label)).toEqual(['pertanyaan', 'private', 'count']);
});

test("takes a region's language where Discord has no region", () => {
  expect(listEntries(all, 'id-ID').map(({ label }) => label)).toContain('tanya');
});

test('keeps the registered names for a language without translations', () => {
  expect(listEntries(all, 'fr').map(({ label }) => label)).toEqual([
    'help',
    'ask',
    'article list',
    'article show',
  ]);
});

function found(typed: string): string[] {
  return matchEntries(entries, typed).map(({ plain }) => plain);
}

test('finds a command by either name, its beginning first', () => {
  expect(found('')).toHaveLength(4);
  expect(found('a')).toEqual(['ask', 'article list', 'article show', 'help']);
  expect(found('artikel s')).toEqual(['article show']);
  expect(found('LIST')).toEqual(['article list']);
  expect(found('zzz')).toEqual([]);
});

test('takes a fully typed command with the words after it', () => {
  expect(takeEntry(entries, '/tanya siapa dia?')).toEqual({ entry: askEntry, rest: 'siapa dia?' });
  expect(takeEntry(entries, '/ask who')?.entry).toBe(askEntry);
  expect(takeEntry(entries, '/article list ')?.entry).toBe(listEntry);
  expect(takeEntry(entries, '/tany siapa')).toBeUndefined();
  expect(takeEntry(entries, '/tanya')).toBeUndefined();
});

test('sends filled fields only, with their types', () => {
  expect(buildOptions(askEntry!, { question: ' siapa? ', private: 'true', count: '2' })).toEqual([
    { name: 'question', type: 3, value: 'siapa?' },
    { name: 'private', type: 5, value: true },
    { name: 'count', type: 4, value: 2 },
  ]);
  expect(buildOptions(askEntry!, { question: 'a' })).toHaveLength(1);
});

test('nests the options of a subcommand and marks the focused one', () => {
  expect(buildOptions(showEntry!, {}, 'article')).toEqual([
    { name: 'show', type: 1, options: [{ name: 'article', type: 3, value: '', focused: true }] },
  ]);
});

describe('what cannot be sent', () => {
  test.for([
    [{}, 'missing'],
    [{ question: '  ' }, 'missing'],
    [{ question: 'a' }, 'short'],
    [{ question: 'ab' }, undefined],
    [{ question: 'ab', count: 'x' }, 'number'],
    [{ question: 'ab', count: '1.5' }, 'number'],
    [{ question: 'ab', count: '0' }, 'range'],
    [{ question: 'ab', count: '1' }, undefined],
    [{ question: 'ab', count: '3' }, undefined],
    [{ question: 'ab', count: '4' }, 'range'],
  ] as [Record<string, string>, string | undefined][])('%j is %s', ([values, reason]) => {
    expect(firstProblem(askEntry!, values)?.reason).toBe(reason);
  });
});

test('shows a newcomer the first command that needs words', () => {
  expect(firstAskable(entries)).toBe(askEntry);
  expect(firstAskable([helpEntry!])).toBeUndefined();
});

test('offers context-menu commands apart', () => {
  expect(menuCommands(all, 'message')).toEqual([menu]);
  expect(menuCommands(all, 'user')).toEqual([]);
});

test('offers what the person may run where the person is', () => {
  const gated = command({ name: 'gaps', default_member_permissions: '8192' });
  const serverOnly = command({ name: 'settings', contexts: [0] });
  expect(isOffered(ask, member, 'dm')).toBe(true);
  expect(isOffered(gated, member, 'text')).toBe(false);
  expect(isOffered(gated, { ...member, moderator: true }, 'text')).toBe(true);
  expect(isOffered(serverOnly, member, 'dm')).toBe(false);
  expect(isOffered(serverOnly, member, 'thread')).toBe(true);
});

test('a chosen file is sent as a file, and an option without one is left out', () => {
  const options = [{ type: 11, name: 'file', description: 'The file', required: true }];
  const [entry] = listEntries([command({ name: 'import', options })], 'en');
  const file = { name: 'a.json', contentType: 'application/json', base64: 'e30=' };
  const values = { file: 'C:\\fakepath\\a.json' };
  expect(buildOptions(entry!, values, undefined, { file })).toEqual([{ name: 'file', type: 11, file }]);
  expect(buildOptions(entry!, values)).toEqual([]);
  expect(firstProblem(entry!, { file: '' })).toMatchObject({ reason: 'missing' });
});
