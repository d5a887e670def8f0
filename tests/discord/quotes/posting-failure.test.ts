import { describe, expect, test } from 'vitest';
import { describeEvent } from '../../../src/discord/quotes/describe-event.ts';
import {
  renderFailure,
  storeFailure,
  type PostingFailure,
} from '../../../src/discord/quotes/posting-failure.ts';
import { holdLines } from '../../../src/discord/quotes/quote-lines.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { reasonLengthMax } from '../../../src/quotes/quote.ts';
import { guildId, quoteIn } from '../../quotes/make-quote.ts';

const channelId = '15661234567890123456';
const lacking: PostingFailure = {
  kind: 'board',
  channelId,
  problem: {
    kind: 'lacks-permissions',
    permissions: [
      'ViewChannel',
      'SendMessages',
      'ReadMessageHistory',
      'SendMessagesInThreads',
      'CreatePublicThreads',
      'AttachFiles',
    ],
  },
};

describe('a failure to post', () => {
  test.for([
    lacking,
    { kind: 'board', channelId, problem: { kind: 'no-channel' } },
    { kind: 'board', channelId, problem: { kind: 'timed-out' } },
    { kind: 'board', channelId, problem: { kind: 'refused', code: '50035' } },
    { kind: 'board', channelId, problem: { kind: 'unclear', err: new Error('ECONNRESET') } },
    { kind: 'no-channel-chosen' },
    { kind: 'cannot-tell', channelId },
    { kind: 'too-long' },
    { kind: 'damaged' },
  ] as const satisfies readonly PostingFailure[])(
    'is stored without words and read in any language: %j',
    (failure) => {
      const stored = storeFailure(failure);
      expect(stored.length).toBeLessThanOrEqual(reasonLengthMax);
      const [indonesian, english] = ['id', 'en'].map((locale) => renderFailure(stored, textsFor(locale)));
      expect(indonesian).not.toBe(english);
      for (const words of [indonesian, english]) expect(words).not.toMatch(/["{}\\]/u);
    },
  );

  test('is on the card and in the history in the reader’s language, with the channel as a channel', () => {
    const reason = storeFailure(lacking);
    const english = textsFor('en');
    const quote = { ...quoteIn.approved, lastFailure: reason };
    expect(holdLines(quote, english)[0]).toContain(`Could not be posted yet: In <#${channelId}> Kutip lacks`);
    const event = {
      guildId,
      number: 1,
      revision: 4,
      atMs: 0,
      actor: { id: '1', role: 'system' },
      change: { kind: 'posting-failed', reason },
    } as const;
    const line = describeEvent(event, english);
    expect(line).toContain(`In <#${channelId}> Kutip lacks`);
    expect(line).toMatch(/\[…\]$/u);
  });

  test('is never cut through a channel', () => {
    const stored = storeFailure({ kind: 'cannot-tell', channelId });
    const whole = renderFailure(stored, textsFor('en'));
    for (let lengthMax = 20; lengthMax < whole.length; lengthMax += 1) {
      const cut = renderFailure(stored, textsFor('en'), lengthMax);
      expect(cut.length).toBeLessThanOrEqual(lengthMax);
      expect(cut.replaceAll(`<#${channelId}>`, '')).not.toMatch(/[<#\d]/u);
    }
  });

  test('of an earlier version is shown as the sentence it is', () => {
    const words = 'Di <#15> Kutip *tidak* punya izin.';
    expect(renderFailure(words, textsFor('en'))).toContain('tidak');
    expect(renderFailure('{"kind":"board"}', textsFor('en'))).toContain('board');
  });
});
