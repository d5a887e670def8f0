import { describe, expect, test } from 'vitest';
import { checkBreach, checkFair } from './check-verdict.ts';
import {
  callbackSample,
  choicesOf,
  commandsSample,
  editReplySample,
  interactionMadeAtMs,
  isComponentsV2,
  messageAnswer,
  messageSample,
  noMentions,
  refused,
  rowOf,
  textDisplay,
} from './exchange-samples.ts';
import { judge, type JudgedExchange } from './judge.ts';

const ask = { name: 'ask', description: 'Ask the article', type: 1, options: [] };

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

  test('reads a path as it is meant, for discord.js escapes it', () => {
    const path = '/webhooks/1100000000000000001/aW50ZXJhY3Rpb24/messages/%40original';
    checkFair({ ...editReplySample(), path });
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
    [
      'components of the second kind',
      { content: undefined, flags: isComponentsV2, components: [textDisplay] },
    ],
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
