import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { normaliseCommand } from '../../src/discord/normalise-command.ts';

const ours = {
  name: 'ask',
  description: 'Ask',
  description_localizations: { id: 'Tanya', 'en-GB': 'Ask' },
  contexts: [0, 1, 2],
  options: [
    { type: 3, name: 'question', description: 'Q', required: true, max_length: 500 },
    { type: 3, name: 'article', description: 'A', autocomplete: true },
  ],
};

/** What Discord gives back for it: more fields, another order, defaults written out or null. */
const theirs = {
  id: '1',
  application_id: '2',
  version: '3',
  dm_permission: true,
  default_member_permissions: null,
  nsfw: false,
  type: 1,
  options: [
    {
      max_length: 500,
      required: true,
      description: 'Q',
      name: 'question',
      type: 3,
      name_localizations: null,
    },
    { type: 3, name: 'article', description: 'A', autocomplete: true, required: false },
  ],
  contexts: [2, 0, 1],
  integration_types: [0],
  description_localizations: { 'en-GB': 'Ask', id: 'Tanya' },
  name_localizations: {},
  description: 'Ask',
  name: 'ask',
};

describe('normaliseCommand', () => {
  test('takes what Discord gives back for what we said', () => {
    expect(JSON.stringify(normaliseCommand(theirs))).toBe(JSON.stringify(normaliseCommand(ours)));
  });

  test.for([
    ['a description', { description: 'Ask me' }],
    ['a translation', { description_localizations: { id: 'Tanyakan', 'en-GB': 'Ask' } }],
    ['a translation less', { description_localizations: { id: 'Tanya' } }],
    ['a context less', { contexts: [0, 1] }],
    ['an installation more', { integration_types: [0, 1] }],
    ['permissions', { default_member_permissions: '8' }],
    ['the order of options', { options: ours.options.toReversed() }],
    ['an option less', { options: ours.options.slice(1) }],
    ['a limit', { options: [{ ...ours.options[0], max_length: 499 }, ours.options[1]] }],
    ['choices', { options: [ours.options[0], { ...ours.options[1], choices: [{ name: 'a', value: 'b' }] }] }],
  ] as const)('notices %s', ([, change]) => {
    expect(normaliseCommand({ ...theirs, ...change })).not.toEqual(normaliseCommand(ours));
  });

  test('drops no field that our commands use', () => {
    for (const { data } of commands) {
      expect(Object.keys(normaliseCommand(data)).length).toBeGreaterThan(3);
      expect(normaliseCommand(normaliseCommand(data))).toEqual(normaliseCommand(data));
    }
  });
});
