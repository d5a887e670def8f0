import { describe, expect, test } from 'vitest';
import { messageLengthMax } from '../../src/discord/limits.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';

describe('what Kutip says', () => {
  test.for([
    ['id', 'id'],
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['ja', 'en'],
    ['', 'en'],
  ] as const)('to %j is in %s', ([locale, language]) => {
    expect(textsFor(locale).locale).toBe(language);
  });

  test.for(['id', 'en'])('is never empty and always fits: %s', (locale) => {
    const texts = textsFor(locale);
    const said = [...Object.values(texts), ...Object.values(texts.problems)].map((entry) =>
      typeof entry === 'function' ? Reflect.apply(entry, undefined, [3, 7]) : entry,
    );
    for (const words of said.filter((entry) => typeof entry === 'string')) {
      expect(words.trim().length).toBeGreaterThan(0);
      expect(words.length).toBeLessThanOrEqual(messageLengthMax);
    }
  });

  test('counts in the language’s own way', () => {
    expect(textsFor('en').paragraphCount(1)).toBe('1 paragraph');
    expect(textsFor('en').paragraphCount(0)).toBe('0 paragraphs');
    expect(textsFor('en').searchTitle(1200)).toBe('1,200 passages found for');
    expect(textsFor('id').paragraphCount(1200)).toBe('1.200 paragraf');
  });
});
