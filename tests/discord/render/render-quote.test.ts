import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { cutMark } from '../../../src/discord/render/cut-text.ts';
import { toVisibleText } from '../../../src/discord/render/escape-markdown.ts';
import { renderQuote } from '../../../src/discord/render/render-quote.ts';
import { makeArticle } from '../corpus.ts';
import { hostileText } from '../hostile-text.ts';
import { readMessage } from '../read-markdown.ts';
import { propertyRuns } from '../../property-runs.ts';

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}

const sentence = hostileText.map((text) => `x${text.replaceAll(cutMark, '')}y`);
const request = fc.record({
  sentences: fc.array(sentence, { minLength: 1, maxLength: 5 }),
  focus: fc.nat({ max: 4 }),
  bold: fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 40 })),
  lengthMax: fc.integer({ min: 60, max: 700 }),
  focusOnly: fc.boolean(),
});

function check(
  sentences: readonly string[],
  { focus = 0, bold = [0, 0] as [number, number], lengthMax = 700, focusOnly = false } = {},
) {
  const article = makeArticle([
    { sentences: ['Sebelumnya.'] },
    { sentences },
    { sentences: ['Sesudahnya.'] },
  ]);
  const block = article.blocks[1];
  const focused = block?.sentences[focus % sentences.length];
  if (!block || !focused) {
    throw new Error('The article has a second block');
  }
  const start = Math.min(focused.start + bold[0], focused.end);
  const highlight = { start, end: Math.min(start + bold[1], focused.end) };
  const quote = renderQuote({
    text: article.text,
    span: block,
    block,
    sentences: block.sentences,
    focus: focused,
    bold: [highlight],
    lengthMax,
    focusOnly,
  });
  return { quote, article, block, highlight };
}

describe('renderQuote', () => {
  property.prop([request], { numRuns: propertyRuns(400) })(
    'shows only words of the source, in order, and marks every cut',
    (given) => {
      const { quote, article, block } = check(given.sentences, given);
      expect(quote.length).toBeLessThanOrEqual(given.lengthMax);
      expect(quote.split('\n').every((line) => line.startsWith('> '))).toBe(true);
      const read = readMessage(`${quote}\nsesudah`);
      expect(read.quotes).toHaveLength(1);
      expect(read.around).toBe('sesudah');
      const shown = read.quotes[0] ?? '';
      const source = withoutSpace(toVisibleText(article.text.slice(block.start, block.end)));
      const words = withoutSpace(shown).replaceAll(cutMark, '');
      expect(source).toContain(words);
      if (!withoutSpace(shown).startsWith(cutMark)) {
        expect(source.startsWith(words)).toBe(true);
      }
      if (!withoutSpace(shown).endsWith(cutMark)) {
        expect(source.endsWith(words)).toBe(true);
      }
    },
  );

  property.prop([request], { numRuns: propertyRuns(200) })(
    'makes nothing but the answering words bold',
    (given) => {
      const { quote, article, highlight } = check(given.sentences, { ...given, lengthMax: 700 });
      const bold = withoutSpace(readMessage(quote).bold.join(''));
      // A half of a pair at either end takes its other half along.
      const source = article.text.slice(highlight.start - 1, highlight.end + 1);
      expect(withoutSpace(toVisibleText(source))).toContain(bold);
    },
  );

  test('shows a paragraph in full where it fits, the answer bold', () => {
    const { quote } = check(['Satu dua tiga.', 'Empat lima.'], { focus: 1, bold: [0, 5] });
    expect(quote).toBe('> Satu dua tiga. **Empat** lima.');
  });

  test('cuts between sentences, what follows kept before what precedes', () => {
    const filler = 'Kalimat pengisi yang cukup panjang untuk tidak muat.';
    const { quote } = check([filler, filler, 'Jawabannya ini.', filler, filler], { focus: 2, lengthMax: 90 });
    expect(quote).toBe(`> […] Jawabannya ini. ${filler} […]`);
  });

  test('cuts within a sentence that is too long, around the answer', () => {
    const long = `${'awal '.repeat(60)}JAWABAN${' akhir'.repeat(60)}.`;
    const { quote } = check([long], { bold: [300, 7], lengthMax: 120 });
    expect(quote).toMatch(/^> \[…\] (?:awal )+\*\*JAWABAN\*\*(?: akhir)+ \[…\]$/u);
    expect(quote.length).toBeLessThanOrEqual(120);
  });

  test('cuts one unbreakable word without parting a surrogate pair', () => {
    const { quote } = check(['👩‍👩‍👧'.repeat(200)], { lengthMax: 61 });
    expect(quote.isWellFormed()).toBe(true);
    expect(quote).toMatch(/^> (?:👩‍👩‍👧)+ \[…\]$/u);
  });

  test('runs bold words together where only an invisible mark parts them', () => {
    const text = 'semua\u202Esemua kata';
    const block = { start: 0, end: text.length };
    const bold = [
      { start: 0, end: 5 },
      { start: 6, end: 11 },
    ];
    const sentences = [{ ...block, number: 1 }];
    expect(renderQuote({ text, span: block, block, sentences, bold, lengthMax: 200 })).toBe(
      '> **semuasemua** kata',
    );
  });

  test('keeps the source’s line breaks inside the quote', () => {
    expect(check(['satu\n\n# dua\r\n> tiga']).quote).toBe('> satu\n> \\# dua\n> \\> tiga');
  });

  test('a bracket at the end of a line opens no link, whatever space stood behind it', () => {
    const { quote } = check(['x<  \u2028[a](https://evil.example)>y']);
    expect(readMessage(quote).quotes).toEqual(['x<\n[a](https://evil.example)>y']);
  });
});
