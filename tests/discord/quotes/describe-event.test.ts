import { expect, test } from 'vitest';
import { describeEvent } from '../../../src/discord/quotes/describe-event.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';

const texts = textsFor('id');
const event = {
  guildId: '7001',
  number: 1,
  revision: 3,
  atMs: 1_796_086_800_000,
  actor: { id: '21', role: 'moderator' },
} as const;

test.for([
  ['to post now', 0, '<@21> meminta terbit sekarang'],
  ['a later time', 60_000, '<@21> menjadwalkan <t:1796086860:f>'],
] as const)('the history tells %s as what was asked for', ([, delayMs, line]) => {
  const change = { kind: 'scheduled', dueAtMs: event.atMs + delayMs } as const;
  expect(describeEvent({ ...event, change }, texts)).toBe(line);
});
