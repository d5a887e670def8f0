import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type Config, readConfig, settings } from '../src/config.ts';

const byDefault: Config = {
  corpusDir: 'corpus',
  storePath: 'var/kutip.sqlite',
  logLevel: 'info',
  playgroundPort: 3210,
  cooldownSeconds: 3,
};

function check(env: Record<string, string>, changed: Partial<Config>): void {
  expect(readConfig(env)).toMatchObject({ ok: true, config: { ...byDefault, ...changed } });
}

function problemsOf(env: Record<string, string>): string[] {
  const outcome = readConfig(env);
  return outcome.ok ? [] : outcome.problems;
}

describe('what is accepted', () => {
  test('an empty environment gives every default and no token', () => {
    expect(readConfig({})).toEqual({ ok: true, config: byDefault, warnings: [] });
  });

  test('a blank setting counts as absent', () => {
    const blank = Object.fromEntries(settings.map(({ name }) => [name, '  ']));
    expect(readConfig(blank)).toEqual({ ok: true, config: byDefault, warnings: [] });
  });

  test.for<[string, Record<string, string>, Partial<Config>]>([
    [
      'takes a token without the white space around it',
      { DISCORD_TOKEN: ' abc.def ' },
      { discordToken: 'abc.def' },
    ],
    ['takes a folder as given', { CORPUS_DIR: '/srv/articles' }, { corpusDir: '/srv/articles' }],
    ['takes a file for the store', { STORE_PATH: '/srv/kutip.sqlite' }, { storePath: '/srv/kutip.sqlite' }],
    [
      'takes a PostgreSQL server',
      { DATABASE_URL: 'postgres://kutip:secret@db:5432/kutip' },
      { databaseUrl: 'postgres://kutip:secret@db:5432/kutip' },
    ],
    ['reads a level in any letter case', { LOG_LEVEL: 'DEBUG' }, { logLevel: 'debug' }],
    ['takes port 0', { PLAYGROUND_PORT: '0' }, { playgroundPort: 0 }],
    ['takes the last port', { PLAYGROUND_PORT: '65535' }, { playgroundPort: 65_535 }],
    ['turns the cooldown off', { COOLDOWN_SECONDS: '0' }, { cooldownSeconds: 0 }],
    ['takes a cooldown of an hour', { COOLDOWN_SECONDS: '3600' }, { cooldownSeconds: 3_600 }],
  ])('%s', ([, env, changed]) => {
    check(env, changed);
  });

  test.for([
    ['http://127.0.0.1:8080/api', 'http://127.0.0.1:8080/api'],
    ['http://127.0.0.1:8080/api/', 'http://127.0.0.1:8080/api'],
    ['https://discord.com/api/v10', 'https://discord.com/api'],
    ['https://discord.com/api/v10//', 'https://discord.com/api'],
    ['http://proxy:80', 'http://proxy'],
  ] as const)('the REST base %s becomes what discord.js wants', ([given, discordApi]) => {
    check({ DISCORD_TOKEN: 'abc', DISCORD_API: given }, { discordApi });
  });
});

describe('what is refused', () => {
  test.for([
    ['DISCORD_TOKEN', 'Bot abc.def', 'begins with "Bot"'],
    ['DISCORD_TOKEN', '"abc.def"', 'quotation marks'],
    ['DISCORD_TOKEN', 'abc\ndef', 'another character'],
    ['DISCORD_API', 'discord.com/api', '"discord.com/api"'],
    ['DISCORD_API', 'ftp://discord.com/api', 'http or https'],
    ['DISCORD_API', 'https://discord.com/api?x=1', 'without a query'],
    ['DISCORD_API', 'https://discord.com/api/v9', 'v10 only'],
    ['DISCORD_API', 'https://discord.com/api/v100', 'v10 only'],
    ['LOG_LEVEL', 'loud', 'one of trace, debug, info'],
    ['PLAYGROUND_PORT', '65536', 'from 0 to 65535'],
    ['PLAYGROUND_PORT', '-1', 'from 0 to 65535'],
    ['PLAYGROUND_PORT', '80.5', 'from 0 to 65535'],
    ['PLAYGROUND_PORT', '0x50', 'from 0 to 65535'],
    ['COOLDOWN_SECONDS', '3601', 'from 0 to 3600'],
    ['COOLDOWN_SECONDS', 'three', '"three"'],
  ] as const)('%s = %j is one sentence that names it and says: %s', ([name, value, part]) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} [^\\n]+\\.$`, 'u'));
    expect(problems[0]).toContain(part);
  });

  test('every problem is told at once', () => {
    const rubbish = { DISCORD_API: 'x', LOG_LEVEL: 'x', PLAYGROUND_PORT: 'x', COOLDOWN_SECONDS: 'x' };
    expect(problemsOf(rubbish).map((problem) => problem.split(' ')[0])).toEqual(Object.keys(rubbish));
  });

  test('a user name and password in the REST base are not repeated', () => {
    const [problem] = problemsOf({ DISCORD_API: 'https://ayu:rahasia@example.org/api' });
    expect(problem).toContain('user name or password');
    expect(problem).not.toContain('rahasia');
  });

  property.prop([fc.string({ minLength: 6, unit: 'binary' }), fc.dictionary(fc.string(), fc.string())])(
    'no token is ever repeated, whatever it holds',
    (token, env) => {
      fc.pre(token.trim().length >= 6);
      const outcome = readConfig({ ...env, DISCORD_TOKEN: `${token}\u0000` });
      expect(outcome.ok).toBe(false);
      expect(JSON.stringify(outcome)).not.toContain(token.trim());
    },
  );
});

describe('what is warned about', () => {
  test.for([
    ['DISCORD_TOKN', 'DISCORD_TOKEN'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['discord_token', 'DISCORD_TOKEN'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['COOLDOWN_SECOND', 'COOLDOWN_SECONDS'],
  ] as const)('%s was probably meant as %s', ([key, name]) => {
    const outcome = readConfig({ [key]: 'rahasia' });
    expect(outcome).toMatchObject({
      ok: true,
      warnings: [`${key} is no setting of Kutip; was ${name} meant?`],
    });
  });

  test.for(['PATH', 'HOME', 'npm_config_loglevel', 'LOGNAME', 'DISCORD_GUILD'])(
    '%s is nobody’s typo',
    (key) => {
      expect(readConfig({ [key]: 'x' })).toMatchObject({ ok: true, warnings: [] });
    },
  );

  test('a similar name is left alone where the setting itself is given', () => {
    expect(readConfig({ LOG_LEVEL: 'warn', LOG_LEVELS: 'x' })).toMatchObject({ ok: true, warnings: [] });
  });

  test('a REST base without a token has no effect, and that is said', () => {
    expect(readConfig({ DISCORD_API: 'http://127.0.0.1/api' })).toMatchObject({
      ok: true,
      warnings: [expect.stringContaining('DISCORD_API is not used')],
    });
  });
});

describe('the list of settings', () => {
  test('every default is itself a valid value', () => {
    const defaults = Object.fromEntries(settings.map((setting) => [setting.name, setting.default]));
    expect(readConfig(defaults)).toEqual(readConfig({}));
  });

  test('only token and database address are secret, and every description is a sentence', () => {
    expect(settings.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
      'DISCORD_TOKEN',
      'DATABASE_URL',
    ]);
    for (const { description } of settings) expect(description).toMatch(/^[A-Z].+\.$/u);
  });
});
