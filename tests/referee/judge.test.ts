import { describe, expect, test } from 'vitest';
import {
  callbackSample,
  commandsSample,
  editReplySample,
  interactionMadeAtMs,
  messageAnswer,
  messageSample,
  noMentions,
  refused,
  rowOf,
} from './exchange-samples.ts';
import { judge, type JudgedExchange } from './judge.ts';

/** The exchanges break exactly one rule, and the verdict says so in these words. */
function checkBreach(exchanges: JudgedExchange | readonly JudgedExchange[], words: string): void {
  const { problems } = judge([exchanges].flat());
  expect(problems).toEqual([expect.stringContaining(words)]);
}

function checkFair(...exchanges: JudgedExchange[]): void {
  expect(judge(exchanges).problems).toEqual([]);
}

const ask = { name: 'ask', description: 'Ask the article', type: 1, options: [] };
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'Words', ...more });
const v2 = 1 << 15;
const textDisplay = { type: 10, content: 'Halo' };

describe('what is fair', () => {
  test('counts the requests and names each operation once', () => {
    const verdict = judge([
      messageSample(),
      messageSample(),
      editReplySample(),
      callbackSample(5, { flags: 64 }),
    ]);
    expect(verdict).toEqual({
      checked: 4,
      routes: [
        'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original',
        'POST /channels/{channel_id}/messages',
        'POST /interactions/{interaction_id}/{interaction_token}/callback',
      ],
      problems: [],
    });
  });

  test('takes what discord.js always sends and the spec lacks', () => {
    checkFair(
      editReplySample({ tts: false, enforce_nonce: false }),
      callbackSample(4, { content: 'Halo', tts: false, enforce_nonce: false, allowed_mentions: noMentions }),
      commandsSample({ ...ask, nsfw: false, default_member_permissions: '32' }),
      {
        ...messageSample(),
        path: '/channels/1/messages/2/threads',
        route: '/channels/{channel_id}/messages/{message_id}/threads',
        requestBody: { name: 'Tanya', type: 11, auto_archive_duration: 60 },
        status: 201,
        responseBody: {
          id: '2',
          type: 11,
          flags: 0,
          guild_id: '3',
          name: 'Tanya',
          parent_id: '1',
          owner_id: '4',
          message_count: 0,
          member_count: 1,
          total_message_sent: 0,
          thread_metadata: {
            archived: false,
            archive_timestamp: '2026-11-23T10:00:00+00:00',
            auto_archive_duration: 60,
            locked: false,
          },
        },
      },
    );
  });

  test.for([
    ['2000 characters', { content: 'a'.repeat(2_000) }],
    ['embeds of 6000 characters', { embeds: [4_096, 1_904].map((n) => ({ description: 'a'.repeat(n) })) }],
    [
      'five rows of five buttons',
      { components: 'abcde'.split('').map((row) => rowOf(...'12345'.split('').map((n) => row + n))) },
    ],
    ['components of the second kind', { content: undefined, flags: v2, components: [textDisplay] }],
    ['a nonce of 25 characters', { nonce: 'a'.repeat(25), enforce_nonce: true }],
  ] as const)('a message may have %s', ([, body]) => {
    checkFair(messageSample(body));
  });

  test('25 choices, a modal, an update and a callback with response are fair', () => {
    const field = { type: 18, label: 'Kata', component: { type: 4, custom_id: 'words', style: 1 } };
    checkFair(callbackSample(8, { choices: choicesOf(25) }));
    checkFair(callbackSample(9, { custom_id: 'modal', title: 'Kutip', components: [field] }));
    checkFair(callbackSample(7, { components: [], allowed_mentions: noMentions }));
    checkFair({ ...callbackSample(5), receivedAtMs: interactionMadeAtMs + 3_000 });
  });
});

function choicesOf(count: number, value = 'a'): { name: string; value: string }[] {
  return Array.from({ length: count }, (_, index) => ({ name: `Artikel ${index}`, value }));
}

describe('requests against the published spec', () => {
  test.for<[string, JudgedExchange, string]>([
    ['an unknown path', { ...messageSample(), path: '/channels/1/mesages' }, 'no such operation'],
    ['a method the route lacks', { ...messageSample(), method: 'PUT' }, 'no such operation'],
    ['a route taken for another', { ...messageSample(), route: '/channels/{channel_id}' }, 'takes it for'],
    [
      'a path whose ID is none',
      { ...messageSample(), path: '/channels/umum/messages' },
      '"umum" is no {channel_id}',
    ],
    ['an unknown query', { ...messageSample(), query: { wait: 'true' } }, 'the query wait is unknown'],
    [
      'a query that is no boolean',
      { ...callbackSample(5), query: { with_response: 'ja' } },
      'with_response is "ja"',
    ],
    ['an unknown key', messageSample({ ephemeral: true }), 'ephemeral: unknown to the published spec'],
    [
      'an unknown key inside',
      messageSample({ embeds: [{ title: 'a', header: 'b' }] }),
      'embeds[0].header: unknown',
    ],
    [
      'a key allowed elsewhere',
      messageSample({ allowed_mentions: { ...noMentions, tts: false } }),
      'allowed_mentions.tts',
    ],
    ['a value of the wrong type', messageSample({ content: 3 }), 'content: Invalid input'],
    ['a title too long', messageSample({ embeds: [{ title: 'a'.repeat(257) }] }), 'embeds[0].title'],
    [
      'a label too long',
      messageSample({ components: [labelled('a'.repeat(81))] }),
      'components[0].components[0].label',
    ],
    [
      'a permission set that is no number',
      commandsSample({ ...ask, default_member_permissions: 'all' }),
      'default_member',
    ],
    ['a body where none may be sent', { ...deletion(), requestBody: { reason: 'x' } }, 'a body where none'],
    [
      'a user agent that Discord blocks',
      { ...messageSample(), requestHeaders: { 'user-agent': 'node' } },
      '"node"',
    ],
  ])('catches %s', ([, exchange, words]) => {
    checkBreach(exchange, words);
  });
});

function labelled(label: string): object {
  return { type: 1, components: [{ type: 2, style: 1, custom_id: 'a', label }] };
}

function deletion(): JudgedExchange {
  const path = '/channels/1/messages/2';
  const route = '/channels/{channel_id}/messages/{message_id}';
  return {
    ...messageSample(),
    method: 'DELETE',
    path,
    route,
    requestBody: undefined,
    status: 204,
    responseBody: undefined,
    responseHeaders: {},
  };
}

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
    ['V2 beside content', { flags: v2, components: [textDisplay] }, 'IS_COMPONENTS_V2 beside content'],
    [
      '41 components',
      { content: undefined, flags: v2, components: manyComponents(40) },
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
    ['a deferral for V2', callbackSample(5, { flags: v2 | 64 }), 'flags other than EPHEMERAL'],
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

describe('answers of the stand-in', () => {
  const { author: _author, ...anonymous } = messageAnswer('Halo');
  const limited = { message: 'You are being rate limited.', retry_after: 0.5, global: false };

  test.for<[string, Partial<JudgedExchange>, string]>([
    ['a field missing', { responseBody: anonymous }, 'answers author'],
    ['a field of the wrong type', { responseBody: { ...messageAnswer('Halo'), id: 3 } }, 'answers id'],
    [
      'a time that is none',
      { responseBody: { ...messageAnswer('a'), timestamp: 'now' } },
      'answers timestamp',
    ],
    ['a status the route lacks', { status: 201 }, 'answers 201, which'],
    ['JSON that does not say so', { responseHeaders: {} }, 'a JSON answer has the content type none'],
    [
      'half of the limit headers',
      { responseHeaders: { 'content-type': 'application/json', 'x-ratelimit-limit': '5' } },
      'rate-limit headers',
    ],
    ['a refusal nobody expects', refused(messageSample(), 403, 50_013), 'answered 403 50013'],
    ['a failure nobody injected', { status: 500, responseBody: undefined }, 'answered 500'],
  ])('catches %s', ([, change, words]) => {
    checkBreach({ ...messageSample(), ...change }, words);
  });

  test('catches a body or a content type on an empty answer', () => {
    checkBreach({ ...deletion(), responseBody: {} }, 'a body where none belongs');
    const responseHeaders = { 'content-type': 'application/json' };
    checkBreach({ ...deletion(), responseHeaders }, 'an empty answer has the content type');
  });

  test('takes names as inner error codes, which the spec wrongly calls integers, and nothing else', () => {
    const expected = [
      { status: 400, code: 50_035, route: '/channels/{channel_id}/messages', method: 'POST' },
    ];
    expect(judge([refusedFor('BASE_TYPE_MAX_LENGTH')], expected).problems).toEqual([]);
    expect(judge([refusedFor(1)], expected).problems).toEqual([
      expect.stringContaining('refuses with errors'),
    ]);
  });

  test('excuses an expected refusal’s request, not its answer, and misses it where it does not come', () => {
    const expected = [{ status: 403, code: 50_013 }];
    const broken = { ...refused(messageSample({ content: 'a'.repeat(2_001) }), 403, 50_013) };
    expect(judge([broken], expected).problems).toEqual([]);
    expect(judge([{ ...broken, responseHeaders: {} }], expected).problems).toHaveLength(1);
    expect(judge([messageSample()], expected).problems).toEqual([
      expect.stringContaining('403 was expected'),
    ]);
  });

  test('excuses an injected fault, and still wants a 429 in Discord’s form', () => {
    const headers = { 'content-type': 'application/json', 'retry-after': '1', 'x-ratelimit-scope': 'user' };
    const fault = {
      ...messageSample(),
      fault: 'status',
      status: 503,
      responseBody: undefined,
      responseHeaders: {},
    };
    const limit = {
      ...messageSample(),
      fault: 'rate-limit',
      status: 429,
      responseBody: limited,
      responseHeaders: headers,
    };
    checkFair(fault, limit);
    checkBreach({ ...limit, responseBody: { ...limited, retry_after: 'soon' } }, 'limits with retry_after');
    checkBreach(
      { ...limit, responseHeaders: { ...headers, 'x-ratelimit-scope': 'me' } },
      'X-RateLimit-Scope',
    );
  });
});

/** 2001 characters, refused with that inner code. */
function refusedFor(code: string | number): JudgedExchange {
  return {
    ...refused(messageSample({ content: 'a'.repeat(2_001) }), 400, 50_035),
    responseBody: {
      code: 50_035,
      message: 'Invalid Form Body',
      errors: { content: { _errors: [{ code, message: 'Must be 2000 or fewer in length.' }] } },
    },
  };
}
