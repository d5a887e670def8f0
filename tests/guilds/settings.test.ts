import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeSettings, whatChanged } from '../../src/guilds/change-settings.ts';
import {
  articlesAsked,
  channelDefaults,
  channelSettings,
  scopeArticlesMax,
  settingsBounds,
  settingsChannelsMax,
  settingsDefaults,
  validateSettings,
} from '../../src/guilds/settings.ts';

function problemsOf(value: unknown): string[] {
  const outcome = validateSettings(value);
  return outcome.ok ? [] : outcome.problems.map(({ path, kind }) => `${path} ${kind}`);
}

const manyChannels = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}`, { mode: 'all' }]));
const manyArticles = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);

describe('checking settings', () => {
  test('fills what is absent with the defaults and drops what is unknown', () => {
    expect(validateSettings({})).toEqual({ ok: true, settings: settingsDefaults });
    const outcome = validateSettings({ channels: { '2001': { mode: 'all', mood: 'x' } }, old: 1 });
    expect(outcome).toEqual({
      ok: true,
      settings: { ...settingsDefaults, channels: { '2001': { ...channelDefaults, mode: 'all' } } },
    });
  });

  test.for(Object.entries(settingsBounds))('%s holds its bounds', ([name, { min, max }]) => {
    expect(problemsOf({ [name]: min - 1 })).toEqual([`${name} out-of-range`]);
    expect(problemsOf({ [name]: min })).toEqual([]);
    expect(problemsOf({ [name]: max })).toEqual([]);
    expect(problemsOf({ [name]: max + 1 })).toEqual([`${name} out-of-range`]);
    expect(problemsOf({ [name]: min + 0.5 })).toEqual([`${name} out-of-range`]);
    const outcome = validateSettings({ [name]: max + 1 });
    expect(outcome.ok ? [] : outcome.problems).toEqual([{ path: name, kind: 'out-of-range', min, max }]);
  });

  test.for([
    ['asia/jakarta', 'Asia/Jakarta'],
    ['America/New_York', 'America/New_York'],
    ['UTC', 'UTC'],
  ])('takes the zone %s as %s', ([given, kept]) => {
    const outcome = validateSettings({ timeZone: given });
    expect(outcome.ok && outcome.settings.timeZone).toBe(kept);
  });

  test.for(['', 'Mars/Olympus', '+07:00', 'WIB', 7, null])('refuses the zone %s', (timeZone) => {
    expect(problemsOf({ timeZone })[0]).toMatch(/^timeZone (?:not-a-time-zone|unknown-value)$/u);
  });

  test('names what is wrong, each at its place', () => {
    const wrong = {
      channels: { '2001': { mode: 'loud' }, general: {} },
      moderatorRoleId: '@everyone',
      language: 'fr',
      digest: 'yes',
      quoteChannelId: '<#7>',
      reviewChannelId: 7,
      twoPersonRule: 'yes',
      quoteCards: 1,
      articles: [],
    };
    expect(problemsOf(wrong).toSorted()).toEqual([
      'articles too-many',
      'channels.2001.mode unknown-value',
      'channels.general not-an-id',
      'digest unknown-value',
      'language unknown-value',
      'moderatorRoleId not-an-id',
      'quoteCards unknown-value',
      'quoteChannelId not-an-id',
      'reviewChannelId unknown-value',
      'twoPersonRule unknown-value',
    ]);
  });

  test('bounds channels and articles', () => {
    expect(problemsOf({ channels: manyChannels(settingsChannelsMax) })).toEqual([]);
    expect(problemsOf({ channels: manyChannels(settingsChannelsMax + 1) })).toEqual(['channels too-many']);
    expect(problemsOf({ articles: manyArticles(scopeArticlesMax) })).toEqual([]);
    expect(problemsOf({ articles: manyArticles(scopeArticlesMax + 1) })).toEqual(['articles too-many']);
  });

  test.for([null, 'x', 3, [], { channels: null }])('is never thrown off by %j', (value) => {
    expect(problemsOf(value).length).toBeGreaterThan(0);
  });

  test('gives settings that pass again unchanged, whatever came in', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (channels, rest) => {
        const outcome = validateSettings({ ...Object(rest), channels });
        if (outcome.ok)
          expect(validateSettings(JSON.parse(JSON.stringify(outcome.settings)))).toEqual(outcome);
      }),
    );
  });
});

describe('one channel', () => {
  test('has the defaults until it is set, also where its ID is a word of JavaScript', () => {
    expect(channelSettings(settingsDefaults, '2001')).toEqual(channelDefaults);
    expect(channelSettings(settingsDefaults, 'constructor')).toEqual(channelDefaults);
  });

  test.for([
    ['all', 'all', 'all'],
    ['all', ['a'], ['a']],
    [['a', 'b'], 'all', ['a', 'b']],
    [['a', 'b'], ['b', 'c'], ['b']],
  ] as const)('of a server that asks %j and itself asks %j, asks %j', ([server, own, expected]) => {
    const channel = { ...channelDefaults, articles: own };
    const settings = { ...settingsDefaults, articles: server, channels: { '2001': channel } };
    expect(articlesAsked(settings, '2001')).toEqual(expected);
  });
});

describe('changing settings', () => {
  test('says what changed, from what to what', () => {
    const outcome = changeSettings(settingsDefaults, {
      channels: { '2001': { mode: 'questions' } },
      retentionDays: 7,
      language: 'auto',
    });
    expect(outcome.ok && outcome.changed).toEqual([
      { path: 'channels.2001.mode', before: 'off', after: 'questions' },
      { path: 'retentionDays', before: 30, after: 7 },
    ]);
  });

  test('leaves other channels and the other settings of a channel alone', () => {
    const first = changeSettings(settingsDefaults, {
      channels: { '1': { mode: 'all', answerIn: 'thread' }, '2': { mode: 'mention' } },
    });
    const before = first.ok ? first.settings : settingsDefaults;
    const second = changeSettings(before, { channels: { '1': { mode: 'off' }, '2': null } });
    expect(second.ok && second.settings.channels).toEqual({
      '1': { ...channelDefaults, answerIn: 'thread' },
    });
    expect(second.ok && second.changed.map(({ path, after }) => [path, after])).toEqual([
      ['channels.1.mode', 'off'],
      ['channels.2.mode', 'off'],
    ]);
  });

  test('to what they are changes nothing; to what they cannot be is refused', () => {
    expect(changeSettings(settingsDefaults, { retentionDays: 30 })).toMatchObject({ ok: true, changed: [] });
    expect(changeSettings(settingsDefaults, { retentionDays: 0 })).toEqual({
      ok: false,
      problems: [{ path: 'retentionDays', kind: 'out-of-range', min: 1, max: 365 }],
    });
  });

  test('sees no change between settings and themselves', () => {
    expect(whatChanged(settingsDefaults, settingsDefaults)).toEqual([]);
  });
});
