import { describe, expect, test } from 'vitest';
import { checkBreach } from './check-verdict.ts';
import {
  callbackSample,
  choicesOf,
  commandsSample,
  editReplySample,
  interactionMadeAtMs,
  isComponentsV2,
  messageSample,
  refused,
  rowOf,
  textDisplay,
} from './exchange-samples.ts';
import { judge, type JudgedExchange } from './judge.ts';

const ask = { name: 'ask', description: 'Ask the article', type: 1, options: [] };
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'Words', ...more });

describe('messages beyond the spec', () => {
  test.for<[string, Record<string, unknown>, string]>([
    ['2001 characters', { content: 'a'.repeat(2_001) }, 'content has 2001 characters'],
    ['2002 units in 1001 emoji', { content: '😀'.repeat(1_001) }, 'content has 2002 characters'],
    [
      'embeds of 6001 characters',
      { embeds: [4_096, 1_905].map((n) => ({ description: 'a'.repeat(n) })) },
      '6001',
    ],
    ['no allowed_mentions', { allowed_mentions: undefined }, 'allowed_mentions is missing'],
    ['allowed mentions that parse', { allowed_mentions: { parse: ['users'] } }, 'parse is not []'],
    ['allowed mentions without parse', { allowed_mentions: {} }, 'parse is not []'],
    ['allowed mentions of a user', { allowed_mentions: { parse: [], users: ['1'] } }, 'names users'],
    ['six rows', { components: 'abcdef'.split('').map((id) => rowOf(id)) }, '6 rows, 5 at most'],
    [
      'a select beside a button',
      { components: [{ type: 1, components: [button(), select('b')] }] },
      'neither up to five',
    ],
    ['a custom_id twice', { components: [rowOf('a', 'a')] }, 'share a custom_id'],
    [
      'an id twice',
      {
        components: [
          { ...rowOf('a'), id: 1 },
          { ...rowOf('b'), id: 1 },
        ],
      },
      'share an id',
    ],
    [
      'a link with a custom_id',
      { components: [{ type: 1, components: [button({ style: 5, url: 'https://a.id' })] }] },
      'style 5',
    ],
    [
      'a button without custom_id',
      { components: [{ type: 1, components: [button({ custom_id: null })] }] },
      'nothing',
    ],
    [
      'a blank button',
      { components: [{ type: 1, components: [button({ label: ' ' })] }] },
      'neither label nor emoji',
    ],
    [
      'a select that wants too much',
      { components: [{ type: 1, components: [select('a', { max_values: 3 })] }] },
      'max_values',
    ],
    [
      'V2 beside content',
      { flags: isComponentsV2, components: [textDisplay] },
      'IS_COMPONENTS_V2 beside content',
    ],
    [
      '41 components',
      { content: undefined, flags: isComponentsV2, components: manyComponents(40) },
      '41 components, 40 at most',
    ],
    ['a text display without V2', { components: [{ type: 10, content: 'a' }] }, 'outside an action row'],
    ['a nonce of 26 digits', { nonce: 'a'.repeat(26) }, 'nonce'],
    ['enforce_nonce without nonce', { enforce_nonce: true }, 'enforce_nonce without a nonce'],
    ['nothing at all', { content: ' ' }, 'empty (50006)'],
  ])('catches %s', ([, body, words]) => {
    expect(judge([messageSample(body)]).problems).toContainEqual(expect.stringContaining(words));
  });

  test('holds edits, follow-ups and callbacks to the same rules', () => {
    const body = { content: 'a', allowed_mentions: { parse: ['everyone'] } };
    checkBreach(editReplySample(body), 'parse is not []');
    checkBreach(callbackSample(4, body), 'parse is not []');
    checkBreach(callbackSample(7, body), 'parse is not []');
    const path = '/webhooks/1/aW50/';
    const followUp = {
      ...messageSample(body),
      path: path.slice(0, -1),
      route: '/webhooks/{webhook_id}/{webhook_token}',
    };
    checkBreach(followUp, 'parse is not []');
  });

  test('catches eleven files and one that is too big', () => {
    const file = { name: 'kartu.png', sizeBytes: 1 };
    checkBreach({ ...messageSample(), files: Array.from({ length: 11 }, () => file) }, '11 files');
    checkBreach({ ...messageSample(), files: [{ ...file, sizeBytes: 10_485_761 }] }, '10 MiB at most');
  });
});

function button(more: object = {}): object {
  return { type: 2, style: 1, custom_id: 'a', label: 'Konteks', ...more };
}

function select(custom_id: string, more: object = {}): object {
  const options = ['a', 'b'].map((value) => ({ label: value, value }));
  return { type: 3, custom_id, options, ...more };
}

function manyComponents(count: number): object[] {
  return [{ type: 17, components: Array.from({ length: count }, () => textDisplay) }];
}

describe('interactions beyond the spec', () => {
  test.for<[string, JudgedExchange | JudgedExchange[], string]>([
    ['a second callback', [callbackSample(5), callbackSample(5)], 'a second callback was accepted'],
    [
      'a late callback',
      { ...callbackSample(5), receivedAtMs: interactionMadeAtMs + 3_001 },
      'after more than 3 s',
    ],
    ['a deferral with words', callbackSample(5, { content: 'a' }), 'a deferral carries content'],
    ['a deferral for V2', callbackSample(5, { flags: isComponentsV2 | 64 }), 'flags other than EPHEMERAL'],
    ['26 choices', callbackSample(8, { choices: choicesOf(26) }), 'choices'],
    [
      'a choice of 101 characters',
      callbackSample(8, { choices: choicesOf(1, 'a'.repeat(101)) }),
      'is too long',
    ],
    [
      'a modal of six rows',
      callbackSample(9, { custom_id: 'm', title: 't', components: fields(6) }),
      '6 rows in a modal',
    ],
    [
      '200 without with_response',
      { ...callbackSample(5), ...withResponse(), query: {} },
      'with_response is absent',
    ],
    [
      '204 with with_response',
      { ...callbackSample(5), query: { with_response: 'true' } },
      'yet it answers 204',
    ],
  ])('catches %s', ([, exchanges, words]) => {
    checkBreach(exchanges, words);
  });

  test('takes a second callback that was refused, where the refusal is expected', () => {
    const exchanges = [callbackSample(5), refused(callbackSample(5), 400, 40_060)];
    expect(judge(exchanges, [{ status: 400, code: 40_060 }]).problems).toEqual([]);
  });
});

function fields(count: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 18,
    label: 'Kata',
    component: { type: 4, custom_id: `f${index}`, style: 1 },
  }));
}

function withResponse(): Partial<JudgedExchange> {
  return {
    status: 200,
    responseHeaders: { 'content-type': 'application/json' },
    responseBody: { interaction: { id: '1100000000000000005', type: 2 } },
  };
}

describe('commands beyond the spec', () => {
  test.for<[string, unknown[], string]>([
    ['a name in upper case', [{ ...ask, name: 'Ask' }], 'the name "Ask" is not allowed'],
    ['a name with a space', [{ ...ask, name: 'ask it' }], 'not allowed'],
    ['a localised name in upper case', [{ ...ask, name_localizations: { id: 'Tanya' } }], '"Tanya"'],
    ['a locale that Discord lacks', [{ ...ask, name_localizations: { ms: 'tanya' } }], 'ms is no locale'],
    ['no description', [{ ...ask, description: '' }], 'no description'],
    ['a message command with a description', [{ ...ask, type: 3 }], 'no chat input'],
    ['one name twice', [ask, ask], 'share a name'],
    ['an option twice', [{ ...ask, options: [option('a'), option('a')] }], 'two options share a name'],
    [
      'a required option last',
      [{ ...ask, options: [option('a'), option('b', { required: true })] }],
      'after an optional',
    ],
    [
      'autocomplete beside choices',
      [{ ...ask, options: [option('a', { autocomplete: true, choices: choicesOf(1) })] }],
      'autocomplete and choices',
    ],
    [
      'a choice of 101 characters',
      [{ ...ask, options: [option('a', { choices: choicesOf(1, 'a'.repeat(101)) })] }],
      'longer than 100',
    ],
    [
      'min_length above max_length',
      [{ ...ask, options: [option('a', { min_length: 3, max_length: 2 })] }],
      'min_length',
    ],
    [
      'a subcommand beside an option',
      [{ ...ask, options: [option('a'), { ...option('b'), type: 1 }] }],
      'beside value options',
    ],
    [
      'more than 8000 characters',
      [{ ...ask, options: [manyChoices('a'), manyChoices('b')] }],
      '8000 at most',
    ],
    [
      '16 message commands',
      Array.from({ length: 16 }, (_, n) => ({ name: `Tanya ${n}`, type: 3 })),
      '15 at most',
    ],
  ])('catches %s', ([, commands, words]) => {
    checkBreach(commandsSample(...commands), words);
  });
});

function manyChoices(name: string): object {
  const value = 'a'.repeat(100);
  return option(name, { choices: Array.from({ length: 25 }, () => ({ name: value, value })) });
}
