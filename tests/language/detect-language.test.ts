import { fc, test as propertyTest } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/language/detect-language.ts';

test.for<[string, 'id' | 'en']>([
  ['Siapa pendiri xAI?', 'id'],
  ['siapa sih yg ninggalin xAI', 'id'],
  ['loh kok bisa gt sih, ceritanya gmn?', 'id'],
  ['kapan The Lord of the Rings dirilis', 'id'],
  ['Who founded xAI?', 'en'],
  ["why'd he leave? what's the reason", 'en'],
  ['What does "kutip" mean in Jakarta?', 'en'],
  ['xAI', 'id'],
  ['', 'id'],
  ['12345 !?', 'id'],
])('%j reads as %s', ([text, language]) => {
  expect(detectLanguage(text)).toBe(language);
});

propertyTest.prop([fc.string({ unit: 'binary' })])(
  'any text has one of the two languages, always the same',
  (text) => {
    const language = detectLanguage(text);
    expect(['id', 'en']).toContain(language);
    expect(detectLanguage(text)).toBe(language);
  },
);
