import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';
import { checkAnswers } from './answer-schemas.ts';
import { propertyRuns } from '../property-runs.ts';

const channel = '/channels/C';
const places = [
  ['POST', `${channel}/messages`],
  ['PATCH', channel],
  ['POST', `${channel}/threads`],
  ['POST', `${channel}/messages/bulk-delete`],
  ['POST', '/applications/A/commands'],
  ['PUT', '/applications/A/commands'],
  ['POST', '/users/@me/channels'],
] as const;

/** Bodies that look as if somebody had meant them. */
const body = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      content: fc.oneof(fc.string(), fc.jsonValue()),
      embeds: fc.oneof(
        fc.jsonValue(),
        fc.array(fc.dictionary(fc.constantFrom('title', 'fields', 'url', 'author'), fc.jsonValue())),
      ),
      components: fc.oneof(
        fc.jsonValue(),
        fc.array(
          fc.record({
            type: fc.integer({ min: 0, max: 25 }),
            components: fc.jsonValue(),
            custom_id: fc.jsonValue(),
          }),
        ),
      ),
      flags: fc.oneof(fc.integer(), fc.constant(32_768), fc.jsonValue()),
      allowed_mentions: fc.jsonValue(),
      attachments: fc.jsonValue(),
      message_reference: fc.jsonValue(),
      name: fc.oneof(fc.string(), fc.jsonValue()),
      description: fc.oneof(fc.string(), fc.jsonValue()),
      options: fc.oneof(
        fc.jsonValue(),
        fc.array(
          fc.record({ type: fc.integer({ min: 0, max: 12 }), name: fc.string(), options: fc.jsonValue() }),
        ),
      ),
      name_localizations: fc.jsonValue(),
      messages: fc.jsonValue(),
      recipient_id: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
);

test.prop([fc.constantFrom(...places), body], { numRuns: propertyRuns(60) })(
  'whatever is sent, the answer is a refusal or an object of the published shape',
  async ([method, path], value) => {
    const discord = await startLocalDiscord({ rateLimits: false });
    try {
      const target = path.replace('C', discord.channels['umum'] ?? '').replace('A', discord.applicationId);
      const response = await fetch(`${discord.api}/v10${target}`, {
        method,
        headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
        // oxlint-disable-next-line unicorn/no-invalid-fetch-options -- none of the methods is GET
        body: JSON.stringify(value),
      });
      await response.text();
      expect(response.status).toBeLessThan(500);
      checkAnswers(discord.exchanges);
    } finally {
      await discord.close();
    }
  },
);
