import { fc, test as propertyTest } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/language/sentences.ts';
import { propertyRuns } from '../property-runs.ts';

const language = fc.constantFrom('id' as const, 'en' as const);
const words = 'Budi pergi xAI PT Dr dll a.n J 2023 5 He U.S Inc kata No 😀 é'.split(' ');
const marks = `. ! ? … ... " ' “ ” ( ) [ ] [1] , : – - *`.split(' ');
const gaps = [' ', ' ', ' ', ' ', '\n', '\n\n', '\u00A0', '\t'];
/** Prose made of what sentence splitting looks at, so that random texts reach its every branch. */
const prose = fc
  .array(fc.constantFrom(...words, ...marks, ...gaps), { maxLength: 80 })
  .map((parts) => parts.join(''));
const anyText = fc.oneof(prose, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

propertyTest.prop([anyText, language], { numRuns: propertyRuns(500) })(
  'sentences cover the visible text in order, trimmed, with only white space between',
  (text, code) => {
    const sentences = splitSentences(text, code);
    let rebuilt = '';
    let at = 0;
    for (const { start, end } of sentences) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      const gap = text.slice(at, start);
      expect(gap.trim()).toBe('');
      const sentence = text.slice(start, end);
      expect(sentence.trim()).toBe(sentence);
      rebuilt += gap + sentence;
      at = end;
    }
    expect(text.slice(at).trim()).toBe('');
    expect(rebuilt + text.slice(at)).toBe(text);
    expect(sentences.length > 0).toBe(text.trim() !== '');
  },
);

const atom = fc.oneof(
  fc.constantFrom('https://contoh.co.id/a.b?c=d.e', 'example.com', 'main.test.ts', 'wayan@contoh.co.id'),
  fc.constantFrom('a.n.', 'J.K.', 'drg.', 'PT.', 'Prof.', 'S.H.', 'u.p.', 'Jl.'),
  fc.tuple(fc.nat(999), fc.integer({ min: 100, max: 999 })).map(([a, b]) => `Rp${a}.${b},75`),
  fc.tuple(fc.integer({ min: 10, max: 23 }), fc.integer({ min: 10, max: 59 })).map(([a, b]) => `${a}.${b}`),
);

propertyTest.prop([atom, language])(
  'no sentence ends inside a number, an address or an abbreviation',
  (whole, code) => {
    const text = `Kemarin Budi melihat ${whole} Wayan di sana. Dia pulang.`;
    const start = text.indexOf(whole);
    for (const sentence of splitSentences(text, code)) {
      expect(sentence.end <= start || sentence.end >= start + whole.length).toBe(true);
      expect(sentence.start <= start || sentence.start >= start + whole.length).toBe(true);
    }
    expect(splitSentences(text, code)).toHaveLength(2);
  },
);

// Each took quadratic time in a splitter that looks back or ahead without a bound: at this size, beyond every timeout.
test.for<[string, string]>([
  ['full stops', '.'.repeat(250_000)],
  ['spaced full stops', '. '.repeat(125_000)],
  ['opening marks', '("'.repeat(125_000)],
  ['one word', 'a'.repeat(250_000)],
  ['abbreviations', 'a.n. '.repeat(50_000)],
  ['open notes', '.[a '.repeat(62_500)],
  ['white space', `a${' '.repeat(250_000)}b`],
  ['dotted spaces', '.\n '.repeat(75_000)],
])('a quarter of a megabyte of %s is split in linear time', ([, text]) => {
  expect(splitSentences(text, 'id').length).toBeGreaterThan(0);
});
