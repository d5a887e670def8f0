import { fc } from '@fast-check/vitest';

/** What comes alive in a Discord message, in pieces that also complete one another. */
const pieces = [
  ['*', '**', '***', '_', '__', '~~', '||', '|', '`', '``', '```', '```js\n', '\\', '\\\\', '\\*'],
  ['# ', '## ', '### ', '#', '-# ', '- ', '* ', '+ ', '1. ', '12. ', '> ', '>>> ', '>', '<', '-', '1.'],
  ['[', ']', '](', '(', ')', '[x](https://evil.example)', '[https://a.b](<https://evil.example>)'],
  ['https://a.example/b_c_d', 'http://', '://', 'x_y@z.id', '<https://a.example>', 'discord.gg/abc'],
  ['<@123456789012345678>', '<@!123456789012345678>', '<@&123456789012345678>', '<#123456789012345678>'],
  ['@everyone', '@here', '@', 'everyone', 'here', '<:x1:123456789012345678>', '<a:x1:123456789012345678>'],
  [':smile:', ':', '::', '<t:1700000000:R>', '</ask:123456789012345678>', '<id:customize>'],
  ['<123456789012345678:customize>', '¯\\_(ツ)_/¯', '(ツ)', '\u202E', '\u2066', '\u2069', '\u200F'],
  ['\u200B', '\u200D', '\uFEFF', '\u00AD', '\uD800', '\uDC00', '👩‍👩‍👧', '🇮🇩', 'é', 'e\u0301', 'שלום', 'مرحبا'],
  ['\n', '\n\n', '\r\n', '\u2028', '\t', ' ', '  ', '\0', '\u001B', '\u0085'],
  ['kata', 'Rp2,75 miliar', 'a', 'Z', '1', '09.30', "'kata'", '"x"', '$', '%', '&', '=', '~', '/', '…'],
].flat();

/** Text that tries everything: Markdown, mentions, links, bidi and zero-width signs, lone surrogates. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    {
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(''));
