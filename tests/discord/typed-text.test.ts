import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { messageLengthMax } from '../../src/discord/limits.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { typedLines, withTyped } from '../../src/discord/typed-text.ts';
import { hostileText } from './hostile-text.ts';

const texts = textsFor('id');

test('gives back what was typed, escaped, below what there is to say', () => {
  expect(withTyped({ content: 'Sebentar ya.' }, ['kenapa *Igor* keluar?'], texts).content).toBe(
    'Sebentar ya.\nYang kamu tulis:\nkenapa \\*Igor\\* keluar?',
  );
});

test('adds nothing where nothing was typed', () => {
  const reply = { content: 'Sebentar ya.' };
  expect(withTyped(reply, [], texts)).toBe(reply);
});

test('shows that a long text is cut', () => {
  expect(typedLines(['kata '.repeat(1_000)], texts)).toMatch(/kata \[…\]$/u);
});

property.prop([fc.string({ maxLength: 300 }), fc.array(hostileText, { maxLength: 5 })])(
  'stays within a message, and keeps what there is to say whole',
  (content, typed) => {
    const reply = withTyped({ content }, typed, texts);
    expect(reply.content.startsWith(content)).toBe(true);
    expect(reply.content.length).toBeLessThanOrEqual(messageLengthMax);
  },
);
