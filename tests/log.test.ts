import { Writable } from 'node:stream';
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { LogLevel } from '../src/config.ts';
import { createLogger, personalTextFields, secretFields } from '../src/log.ts';

const question = 'kapan Babuschkin mundur?';
const interactionToken = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4.SGVsbG8';
const botToken = 'MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB';

/** The real pino into memory; `text` is everything written so far. */
function listen(level: LogLevel, pretty = false) {
  const chunks: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString('utf8'));
      done();
    },
  });
  return { log: createLogger({ level, destination, pretty }), text: () => chunks.join('') };
}

function webhookError(): DiscordAPIError {
  return new DiscordAPIError(
    { code: 50_035, message: 'Invalid Form Body' },
    50_035,
    400,
    'PATCH',
    `https://discord.com/api/v10/webhooks/123456789012345678/${interactionToken}/messages/@original`,
    { files: undefined, body: { content: question } },
  );
}

describe('fields', () => {
  test('a line is the phrase, the level and the facts', () => {
    const { log, text } = listen('info');
    log.child({ interactionId: '1234' }).info({ durationMs: 3 }, 'answered question');
    expect(JSON.parse(text())).toMatchObject({
      level: 30,
      msg: 'answered question',
      interactionId: '1234',
      durationMs: 3,
    });
  });

  test.for(secretFields)('%s is redacted at every level and depth, in children too', (field) => {
    const { log, text } = listen('trace');
    log.info({ [field]: botToken, options: { [field]: botToken, headers: { [field]: botToken } } }, 'phrase');
    log.child({ [field]: botToken }).debug('phrase');
    expect(text()).toContain('phrase');
    expect(text()).not.toContain(botToken);
  });

  test.for(personalTextFields)(
    '%s is redacted at info level, and shown to an operator who asks for debug',
    (field) => {
      const facts = { [field]: question, answer: { [field]: question } };
      const quiet = listen('info');
      quiet.log.warn(facts, 'phrase');
      quiet.log.child(facts).info('phrase');
      expect(quiet.text()).toContain(`"${field}":"[redacted]"`);
      expect(quiet.text()).not.toContain('Babuschkin');

      const talkative = listen('debug');
      talkative.log.debug(facts, 'phrase');
      expect(talkative.text()).toContain(question);
    },
  );

  test('a list of earlier questions is redacted as a whole', () => {
    const { log, text } = listen('info');
    log.info({ previous: [question, question] }, 'phrase');
    expect(text()).toContain('"previous":"[redacted]"');
  });

  test('the form for terminals redacts the same', () => {
    const { log, text } = listen('info', true);
    log.error({ questionText: question, token: botToken, err: webhookError() }, 'phrase');
    expect(text()).toContain('ERROR: phrase');
    expect(text()).not.toContain('Babuschkin');
    expect(text()).not.toContain(botToken);
    expect(text()).not.toContain(interactionToken);
  });

  test('nothing is written below the level', () => {
    const { log, text } = listen('warn');
    log.info('phrase');
    expect(text()).toBe('');
  });
});

describe('errors', () => {
  test('a DiscordAPIError keeps code, status, method and route, and loses token and request body', () => {
    const { log, text } = listen('debug');
    log.error({ err: webhookError() }, 'interaction failed');
    expect(JSON.parse(text())).toMatchObject({
      err: {
        type: 'DiscordAPIError',
        message: 'Invalid Form Body',
        code: 50_035,
        status: 400,
        method: 'PATCH',
        url: 'https://discord.com/api/v10/webhooks/123456789012345678/[token]/messages/@original',
      },
    });
    expect(text()).not.toContain(interactionToken);
    expect(text()).not.toContain('Babuschkin');
  });

  test('an interaction callback’s token is scrubbed from an HTTPError, a cause, a message and a list', () => {
    const url = `https://discord.com/api/v10/interactions/123/${interactionToken}/callback?with_response=true`;
    const http = new HTTPError(503, 'Service Unavailable', 'POST', url, { files: undefined, body: {} });
    const wrapped = new Error(`cannot reach ${url}`, { cause: http });
    const { log, text } = listen('info');
    log.error({ err: wrapped }, 'phrase');
    log.error({ err: new AggregateError([wrapped, http]) }, 'phrase');
    log.error(http);
    expect(text()).toContain('/interactions/123/[token]/callback?with_response=true');
    expect(text()).toContain('"status":503');
    expect(text()).not.toContain(interactionToken);
  });

  test('a RateLimitError and a plain url field are scrubbed', () => {
    const url = `http://127.0.0.1:3210/api/v10/webhooks/123/${interactionToken}`;
    const limited = new RateLimitError({
      timeToReset: 1,
      limit: 1,
      method: 'POST',
      hash: 'hash',
      url,
      route: '/webhooks/:id/:token',
      majorParameter: '123',
      global: false,
      retryAfter: 1,
      sublimitTimeout: 0,
      scope: 'user',
    });
    const { log, text } = listen('info');
    log.warn({ err: limited }, 'phrase');
    log.warn({ url }, 'phrase');
    expect(text()).toContain('/webhooks/123/[token]');
    expect(text()).not.toContain(interactionToken);
  });

  test('a bot token in an error’s message is scrubbed', () => {
    const { log, text } = listen('info');
    log.error({ err: new Error(`authorization was Bot ${botToken}`) }, 'phrase');
    log.error({ err: `Bot ${botToken}` }, 'phrase');
    expect(text()).toContain('authorization was Bot [token]');
    expect(text()).not.toContain(botToken);
  });
});
