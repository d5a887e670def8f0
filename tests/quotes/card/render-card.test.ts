import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/articles/article.ts';
import { loadCardFonts } from '../../../src/quotes/card/load-card-fonts.ts';
import { missingCharacters } from '../../../src/quotes/card/card-fonts.ts';
import { altTextLengthMax, cardWidth, createCardRenderer } from '../../../src/quotes/card/render-card.ts';
import { placeSentences, snapshotOf } from '../../../src/quotes/select-sentences.ts';
import { buildArticle } from '../../fixtures/build-article.ts';
import { articleIn, loadTestArticles } from '../corpus.ts';
import { bodyFrom } from '../make-quote.ts';

const articles = await loadTestArticles();
const fonts = await loadCardFonts();
const cards = await createCardRenderer(fonts);
const xai = articleIn(articles, 'igor-babuschkin-tinggalkan-xai');
const last = placeSentences(xai).length - 1;

async function render(article: Article, selection = [0], over: { date?: string } = {}) {
  const body = bodyFrom(article, selection);
  return cards.render({ body, snapshot: snapshotOf(article), number: 12, ...over });
}

/** Width and height as the PNG itself says. https://www.w3.org/TR/png/#11IHDR */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  expect(String.fromCharCode(...png.subarray(1, 4))).toBe('PNG');
  return [view.getUint32(16), view.getUint32(20)];
}

describe('a card', () => {
  test('is a picture of the words with their source, the same bytes each time', async () => {
    const card = await render(xai, [last], { date: '13 Agustus 2025' });
    if (!card.ok) throw new Error(card.reason);
    expect(sizeOf(card.png)).toEqual([cardWidth, card.height]);
    const { sentence } = placeSentences(xai)[last]!;
    const words = xai.text.slice(sentence.start, sentence.end);
    expect(card.altText).toBe(`“${words}”\n— Babuschkin\n${xai.title} · 13 Agustus 2025 · #12`);
    const again = await render(xai, [last], { date: '13 Agustus 2025' });
    expect(again.ok && Buffer.from(again.png).equals(Buffer.from(card.png))).toBe(true);
    const other = await render(xai, [last], { date: '14 Agustus 2025' });
    expect(other.ok && Buffer.from(other.png).equals(Buffer.from(card.png))).toBe(false);
  });

  test('names author and publisher apart from who speaks, each once', async () => {
    const author = 'Ani Lestari';
    const altOf = async (publisher: string) => {
      const card = await render({ ...xai, author, publisher }, [last]);
      return card.ok ? card.altText : card.reason;
    };
    expect(await altOf('Harian Contoh')).toContain(
      `— Babuschkin\n${xai.title} · Ani Lestari · Harian Contoh · #12`,
    );
    expect(await altOf(author)).toContain(`${xai.title} · Ani Lestari · #12`);
  });

  test('has nothing on it that a phone shows smaller than 15 px', async () => {
    // One more line of the title makes it one line height of the source's letters higher.
    const short = await render(
      buildArticle({ id: 'a', title: 'Judul', blocks: ['Warga senang sekali.'] }),
      [1],
    );
    const title = 'Judul yang cukup panjang sehingga memakan dua baris';
    const long = await render(buildArticle({ id: 'a', title, blocks: ['Warga senang sekali.'] }), [1]);
    if (!short.ok || !long.ok) throw new Error('Both are drawn');
    const letters = (long.height - short.height) / 1.35;
    expect((letters * 390) / cardWidth).toBeGreaterThanOrEqual(15);
  });

  test('of every sentence in the test articles fits or says why not', async () => {
    for (const article of articles) {
      const { ordinal } = placeSentences(article)[3]!;
      const card = await render(article, [ordinal]);
      expect(card.ok).toBe(true);
      if (!card.ok) continue;
      expect(card.altText.length).toBeLessThanOrEqual(altTextLengthMax);
      expect(card.height).toBeLessThanOrEqual(1_600);
    }
  });

  test('that a phone could not show legibly is refused, as is one without its words', async () => {
    const fits = buildArticle({ id: 'a', title: 'Judul', blocks: [`${'kata '.repeat(120)}akhir.`] });
    const long = buildArticle({ id: 'a', title: 'Judul', blocks: [`${'kata '.repeat(195)}akhir.`] });
    expect(await render(fits, [1])).toMatchObject({ ok: true });
    expect(await render(long, [1])).toEqual({ ok: false, reason: 'too-long' });
    const body = bodyFrom(xai, [last]);
    const snapshot = { ...snapshotOf(xai), text: xai.text.replace('maniacal', 'manical') };
    expect(await cards.render({ body, snapshot, number: 1 })).toEqual({
      ok: false,
      reason: 'snapshot-damaged',
    });
  });

  test('breaks one long word rather than letting it run off', async () => {
    const article = buildArticle({ id: 'a', title: 'Judul', blocks: ['a'.repeat(200)] });
    const card = await render(article, [1]);
    expect(card.ok && card.height).toBeGreaterThan(500);
  });

  test.for([
    ['an emoji', 'Warga senang sekali 😀 hari itu.', ['😀']],
    ['Chinese', 'Warga 中文 senang sekali hari itu.', ['中', '文']],
    ['Arabic', 'Warga مر senang sekali hari itu.', ['م', 'ر']],
    ['a control character', 'Warga\u0007 senang sekali hari itu.', ['\u0007']],
    ['half a pair', 'Warga \uD800 senang sekali hari itu.', ['\uD800']],
    ['a bidi override', 'Warga \u202Esenang sekali hari itu.', ['\u202E']],
  ] as const)('is not drawn with %s', async ([, text, characters]) => {
    const article = buildArticle({ id: 'a', title: 'Judul', blocks: [text] });
    expect(await render(article, [1])).toEqual({ ok: false, reason: 'missing-characters', characters });
  });

  test('is not drawn with a title that the fonts lack, and is with letters of Europe and its money', async () => {
    const title = buildArticle({ id: 'a', title: 'Judul 😀', blocks: ['Warga senang sekali hari itu.'] });
    expect(await render(title, [1])).toMatchObject({ reason: 'missing-characters', characters: ['😀'] });
    const text = 'Šimon Łukasz é €5 – £3 “ya” ‘ya’ … ½ № ñ.';
    expect(missingCharacters(fonts, 'words', text.replace('№', ''))).toEqual([]);
    expect(missingCharacters(fonts, 'source', text.replace('№', ''))).toEqual([]);
  });
});
