import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { escapeInline, escapeMarkdown, toVisibleText } from '../../../src/discord/render/escape-markdown.ts';
import { hostileText } from '../hostile-text.ts';
import { readMessage } from '../read-markdown.ts';
import { propertyRuns } from '../../property-runs.ts';

const plainKinds = new Set(['text', 'br', 'newline', 'twemoji']);

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}

describe('escapeMarkdown', () => {
  property.prop([hostileText], { numRuns: propertyRuns(500) })(
    'shows any text as it is and nothing alive',
    (text) => {
      const read = readMessage(escapeMarkdown(text));
      expect([...read.kinds].filter((kind) => !plainKinds.has(kind))).toEqual([]);
      expect(withoutSpace(read.around)).toBe(withoutSpace(toVisibleText(text)));
    },
  );

  property.prop([hostileText, hostileText, hostileText], { numRuns: propertyRuns(300) })(
    'keeps pieces apart that are joined with bold ones',
    (before, inner, after) => {
      fc.pre(inner.trim() !== '' && withoutSpace(toVisibleText(inner)) !== '' && !/\s/u.test(inner));
      const read = readMessage(
        `${escapeMarkdown(before)}**${escapeMarkdown(inner)}**${escapeMarkdown(after)}`,
      );
      expect(read.bold).toEqual([toVisibleText(inner)]);
      const all = [before, inner, after].map(toVisibleText).join('');
      expect(withoutSpace(read.around)).toBe(withoutSpace(all));
    },
  );

  // What the independent parser does not know, by the rules of Discord's own clients.
  test.for([
    ['a list', '- satu\n* dua\n+ tiga', '\\- satu\n\\* dua\n\\+ tiga'],
    ['an indented list', '  - satu', '  \\- satu'],
    ['a numbered list', '1. satu\n12. dua', '1\\. satu\n12\\. dua'],
    ['a heading', '# judul\n## dua', '\\# judul\n\\#\\# dua'],
    ['small print', '-# kecil', '\\-\\# kecil'],
    ['a quote', '> a\n>>> b', '\\> a\n\\>>> b'],
    ['a mention', '<@1> @everyone @here', '\\<@1> \\@everyone \\@here'],
    ['a bare link: the scheme is broken', 'https://a.id/b_c', 'https\\://a.id/b\\_c'],
    ['an emoji code', ':smile:', '\\:smile\\:'],
    ['an invitation without a scheme', 'discord.gg/abc', 'discord\\.gg/abc'],
    ['a masked link', '[x](y)', '\\[x\\]\\(y)'],
  ] as const)('keeps %s from coming alive', ([, text, escaped]) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test.for([
    'Pukul 09.30, Rp2,75 miliar (sekitar 3 persen) – lihat #1 dan #2.',
    "'Hari ini adalah hari terakhir saya,' kata Babuschkin.",
    'Email: a.b@c.id, 3 < 5 > 2',
  ])('leaves ordinary prose without backslashes: %s', (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });

  test('drops what only reorders, and nothing that is seen', () => {
    expect(toVisibleText('a\u202Eb\u2066c\u2069d\u0007\u200De')).toBe('abcd\u200De');
  });

  test('replaces lone surrogates, which cannot be sent', () => {
    expect(escapeMarkdown('a\uD83Db')).toBe('a\uFFFDb');
  });
});

describe('escapeInline', () => {
  property.prop([hostileText])('is one line whatever comes in', (text) => {
    expect(escapeInline(text)).not.toMatch(/[\n\r\u2028\u2029]/u);
  });

  test('isolates right-to-left letters, so that they cannot reorder what follows', () => {
    expect(escapeInline('שלום')).toBe('\u2068שלום\u2069');
    expect(escapeInline('halo')).toBe('halo');
  });
});
