import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/articles/article.ts';
import { messageLengthMax } from '../../../src/discord/limits.ts';
import { renderVerification } from '../../../src/discord/quotes/render-verification.ts';
import { cutMark } from '../../../src/discord/render/cut-text.ts';
import { toVisibleText } from '../../../src/discord/render/escape-markdown.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { pastedLengthMax, verifyText } from '../../../src/quotes/verify/verify-text.ts';
import { makeArticle } from '../corpus.ts';
import { hostileText } from '../hostile-text.ts';
import { readMessage } from '../read-markdown.ts';

const article = makeArticle(
  [
    { kind: 'title', sentences: ['Jembatan Wanakarta dibuka lagi'] },
    { sentences: ['Jembatan itu ditutup dua bulan.', 'Wali kota membukanya pada hari Senin.'] },
    { sentences: ["'Kami tidak menaikkan tarif,' kata Ratna."] },
  ],
  { title: 'Jembatan Wanakarta', publisher: 'Harian Contoh', url: 'https://a.example/b' },
);

function check(pasted: string, articles: readonly Article[] = [article], locale = 'id'): string {
  const verification = verifyText(pasted, articles);
  const byId = new Map(articles.map((each) => [each.id, each]));
  return renderVerification({ verification, articles: byId, texts: textsFor(locale) }).content;
}

describe('pasted words', () => {
  test('that stand there are called exact, with place and version', () => {
    const content = check('Wali kota membukanya pada hari Senin.');
    expect(content).toMatch(/^\*\*Sama persis\.\*\*/u);
    expect(content).toContain('Wali kota membukanya pada hari Senin.');
    expect(content).toContain('paragraf 1, kalimat 2');
    expect(content).toContain(`versi ${article.version.slice(0, 8)}`);
    expect(content).toContain('https://a.example/b#:~:text=');
  });

  test('that differ in marks alone are called so, and the article’s own marks are shown', () => {
    const content = check('“Kami tidak menaikkan tarif,” kata Ratna.', [article], 'en');
    expect(content).toMatch(/typeset differently\*\* \(quotation marks\)/u);
    expect(readMessage(content).quotes.join('')).toContain("'Kami tidak menaikkan tarif,' kata Ratna.");
  });

  test('that drop a word are shown with the difference and the article’s own sentence', () => {
    const content = check("'Kami menaikkan tarif,' kata Ratna.");
    expect(content).toMatch(/^\*\*Tidak sama persis\.\*\*/u);
    expect(readMessage(content).bold).toContain('tidak');
    expect(content).toContain('tidak menaikkan tarif');
    expect(content).toContain('paragraf 2');
  });

  test('that no article has are said to be in none, with the number of articles', () => {
    const other = makeArticle([{ sentences: ['Harga beras naik.'] }], { id: 'beras' });
    expect(check('Presiden membuka rapat tahunan di istana kemarin sore.')).toContain(
      'Tidak ada di artikel.',
    );
    expect(check('The president opened a meeting.', [article, other], 'en')).toContain(
      'None of the 2 articles',
    );
  });

  test.for([
    ['nothing but marks', '“…”', 'Tidak ada kata'],
    ['more than can be verified', 'a '.repeat(pastedLengthMax), '4.000 karakter'],
  ] as const)('that are %s are refused with what to do', ([, pasted, words]) => {
    expect(check(pasted)).toContain(words);
  });

  test('joined with cut marks are found part by part', () => {
    const content = check('Jembatan itu ditutup dua bulan. […] kata Ratna.');
    expect(content).toContain('2 bagian ini tidak bersambung di artikel');
    expect(check('Jembatan itu ditutup dua bulan.')).not.toContain('tidak bersambung');
    expect(content).toMatch(/^\*\*Sama persis\.\*\*/u);
    expect(content).toContain('paragraf 1');
    expect(content).toContain('paragraf 2');
  });
});

describe('hostile words', () => {
  const hostileArticle = fc
    .array(
      fc.array(
        hostileText.map((words) => `x${words.replaceAll(cutMark, '')}y`),
        { minLength: 1, maxLength: 3 },
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((blocks) => makeArticle(blocks.map((sentences) => ({ sentences }))));

  property.prop([hostileArticle, hostileText, fc.nat()], { numRuns: 200 })(
    'fit one message, read as they are, and are the article’s wherever it is quoted',
    (hostile, added, at) => {
      const start = at % Math.max(1, hostile.text.length - 1);
      const pasted = `${hostile.text.slice(start, start + 1_500)} ${added}`.slice(0, pastedLengthMax);
      const content = check(pasted, [hostile]);
      expect(content.length).toBeLessThanOrEqual(messageLengthMax);
      expect(content.isWellFormed()).toBe(true);
      const { quotes } = readMessage(content);
      const source = toVisibleText(hostile.text).replaceAll(/\s+/gu, '');
      // The last quote is always the article's own.
      for (const part of quotes.slice(-1).flatMap((quote) => quote.replaceAll(/\s+/gu, '').split(cutMark))) {
        expect(source).toContain(part);
      }
    },
  );
});
