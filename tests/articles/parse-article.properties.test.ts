import { createHash } from 'node:crypto';
import { fc, test as propertyTest } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { parseArticle } from '../../src/articles/parse-article.ts';
import { propertyRuns } from '../property-runs.ts';

const marks = '--- - * 1. # ## > ``` ~~~ | *** === ** _ ` \\ <b> &amp; [a](https://b.id) ![a](b)'.split(' ');
const words = ['title: a\n', 'title: ', 'url: x\n', 'Budi pergi.', 'Baca juga: ', 'kata', 'xAI', '😀', 'é'];
const gaps = [
  '\n',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  ' ',
  '    ',
  '\t',
  '\u00A0',
  '\u2028',
  '\u200B',
  '\uFEFF',
];
const broken = ['\0', '\uD800'];
const pieces = [...marks, ...marks, ...words, ...words, ...gaps, ...gaps, ...broken];
const source = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
);
const file = fc.constantFrom('a.md', 'a.txt');

function checkPlaces({ text, blocks, version }: Article): void {
  expect(version).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text);
  let paragraph = 0;
  for (const [index, block] of blocks.entries()) {
    const blockText = text.slice(block.start, block.end);
    expect(block.index).toBe(index);
    expect(blockText).toBe(blockText.trim());
    expect(blockText).not.toMatch(/[\n\r\v\f\u2028\u2029]/);
    if (block.kind === 'paragraph' || block.kind === 'list-item')
      expect(block.paragraph).toBe((paragraph += 1));
    if (block.headingIndex !== undefined) expect(blocks[block.headingIndex]?.kind).toBe('heading');
    expect(block.sentences.length).toBeGreaterThan(0);
    let at = block.start;
    for (const [place, sentence] of block.sentences.entries()) {
      expect(sentence.number).toBe(place + 1);
      expect(sentence.start).toBeGreaterThanOrEqual(at);
      expect(text.slice(at, sentence.start).trim()).toBe('');
      expect(text.slice(sentence.start, sentence.end).trim()).toBe(text.slice(sentence.start, sentence.end));
      at = sentence.end;
    }
    expect(at).toBe(block.end);
  }
}

propertyTest.prop([source, file], { numRuns: propertyRuns(500) })(
  'any text gives an article with every place right, or one problem',
  (text, name) => {
    const parsed = parseArticle({ id: 'a', file: name, source: text });
    if (parsed.ok) {
      checkPlaces(parsed.article);
    } else {
      expect(parsed.problem.line).toBeGreaterThan(0);
      expect(parsed.problem.line).toBeLessThanOrEqual(text.split(/\r\n?|[\n\v\f\u2028\u2029]/).length);
      expect(parsed.problem.message).toMatch(/^[^\n\r]+$/);
    }
  },
);

propertyTest.prop([source, source, file])(
  'two sources have the same version exactly where their texts are the same',
  (one, other, name) => {
    const [a, b] = [one, other].map((text) => parseArticle({ id: 'a', file: name, source: text }));
    if (a?.ok && b?.ok)
      expect(a.article.version === b.article.version).toBe(a.article.text === b.article.text);
  },
);

function visible(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '');
}

// The title is given, so that no line of the text becomes one and moves to the front.
propertyTest.prop([source])(
  'a plain text keeps every visible character in order, rules and pointers aside',
  (text) => {
    const parsed = parseArticle({
      id: 'a',
      file: 'a.txt',
      source: `---\ntitle: T\n---\n${text}\n\nPenutup.`,
    });
    if (!parsed.ok || parsed.warnings.length > 0 || /(?:[-–—*_~][ \t]*){3}|={3}/.test(text)) return;
    expect(visible(parsed.article.text)).toBe(visible(`T${text}Penutup.`));
  },
);

const size = 256 * 1024;
// Each took time that grew with the square of its length somewhere in a Markdown reader.
test.for<[string, string]>([
  ['paragraphs', 'Satu *paragraf* yang [biasa](https://a.id) saja.\n\n'],
  ['one line', 'Kata demi kata dari Budi. '],
  ['emphasis', '*a_ '],
  ['list items', '- a\n'],
  ['quotation marks', '> '],
  ['fences', '```\na\n```\n'],
  ['open fences', '```\n~~~~\n'],
  ['brackets', '['],
  ['back-ticks', '`a'],
  ['pipes', '|'],
  ['hashes', '# '],
  ['pointers', 'Baca juga: x\n'],
])('a quarter of a megabyte of %s is read in linear time', ([, unit]) => {
  const parsed = parseArticle({
    id: 'a',
    file: 'a.md',
    source: `Awal.\n\n${unit.repeat(size / unit.length)}`,
  });
  expect(parsed.ok).toBe(true);
});
