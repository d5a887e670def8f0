import { test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/articles/article.ts';
import { messageLengthMax } from '../../../src/discord/limits.ts';
import { postMark, renderPost, renderTombstone } from '../../../src/discord/quotes/render-post.ts';
import { toVisibleText } from '../../../src/discord/render/escape-markdown.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { checkQuote } from '../../../src/quotes/check-quote.ts';
import { noteLengthMax, reasonLengthMax } from '../../../src/quotes/quote.ts';
import { bodyOf, snapshotOf } from '../../../src/quotes/select-sentences.ts';
import { makeArticle } from '../corpus.ts';
import { hostileText } from '../hostile-text.ts';
import { readMessage } from '../read-markdown.ts';

const article = makeArticle(
  [
    { sentences: ['Jembatan itu ditutup dua bulan lalu.', 'Wali kota membukanya pada hari Senin.'] },
    { sentences: ["'Kami tidak menaikkan tarif tahun ini,' kata Ratna Wulandari.", 'Warga senang sekali.'] },
  ],
  {
    title: 'Jembatan Wanakarta',
    publisher: 'Harian Contoh',
    published: '2025-03-04',
    url: 'https://a.example/b',
  },
);

/** What a reader sees of a text, lines and spaces apart. */
function squeeze(text: string): string {
  return toVisibleText(text).replaceAll(/\s+/gu, ' ').trim();
}

interface Given {
  readonly article?: Article;
  readonly selection: readonly number[];
  readonly locale?: 'id' | 'en';
  readonly note?: string;
}

function render({ article: from = article, selection, locale = 'id', note }: Given): string {
  const made = bodyOf(from, selection);
  if (!made.ok) throw new Error(made.reason);
  const rendered = renderPost({
    quote: { number: 12, body: made.body, state: 'posted', ...(note !== undefined && { note }) },
    snapshot: snapshotOf(from),
    texts: textsFor(locale),
    timeZone: 'Asia/Jakarta',
  });
  if (!rendered.ok) throw new Error(rendered.reason);
  return rendered.content;
}

describe('a post', () => {
  test('names the author of the article apart from who speaks, where they are not its publisher', () => {
    const written = { ...article, author: 'Ani *Lestari*' };
    const lines = render({ article: written, selection: [2] }).split('\n');
    expect(lines[1]).toBe('— **Ratna Wulandari**');
    expect(lines[2]).toMatch(
      /^\*\*#12\*\* · Jembatan Wanakarta · oleh Ani \\\*Lestari\\\* · Harian Contoh · /u,
    );
    expect(render({ article: { ...article, author: 'Harian Contoh' }, selection: [2] })).not.toContain(
      'oleh',
    );
  });

  test('shows words, who speaks, number, source, place, and a link to the words', () => {
    expect(render({ selection: [2] }).split('\n')).toEqual([
      "> 'Kami tidak menaikkan tarif tahun ini,' kata Ratna Wulandari.",
      '— **Ratna Wulandari**',
      '**#12** · Jembatan Wanakarta · Harian Contoh · 4 Maret 2025 · paragraf 2, kalimat 1 · [lihat di sumbernya](<https://a.example/b#:~:text=%27Kami%20tidak%20menaikkan%20tarif,ini%2C%27%20kata%20Ratna%20Wulandari.>)',
    ]);
  });

  test('shows what is left out between its parts, and where each stands', () => {
    const content = render({ selection: [0, 3], locale: 'en' });
    expect(content).toContain('> Jembatan itu ditutup dua bulan lalu. […] Warga senang sekali.');
    expect(content).toContain('paragraph 1, sentence 1; paragraph 2, sentence 2');
  });

  test('names a run of sentences as one', () => {
    expect(render({ selection: [0, 1] })).toContain('paragraf 1, kalimat 1–2');
  });

  test('goes without the link where it would be too long with it', () => {
    const long = makeArticle([{ sentences: [`${'*kata* '.repeat(140)}selesai.`] }], {
      title: 't'.repeat(160),
      url: `https://a.example/${'x'.repeat(380)}`,
    });
    const content = render({ article: long, selection: [0], note: 'n'.repeat(noteLengthMax) });
    expect(content).not.toContain('https://');
    expect(content.length).toBeLessThanOrEqual(messageLengthMax);
  });

  test('is refused rather than cut where even so it is too long', () => {
    const long = makeArticle([{ sentences: [`${'*'.repeat(990)}.`] }]);
    const made = bodyOf(long, [0]);
    expect(made.ok).toBe(true);
    expect(() => render({ article: long, selection: [0], note: '*'.repeat(noteLengthMax) })).toThrow(
      'too-long',
    );
  });

  test.for(['text', 'version'] as const)('is refused where the %s of the snapshot changed', (field) => {
    const made = bodyOf(article, [0]);
    if (!made.ok) throw new Error(made.reason);
    const whole = snapshotOf(article);
    const snapshot = { ...whole, [field]: whole[field].replace(/[a-z0-9]/u, 'Z') };
    const quote = { number: 1, body: made.body, state: 'posted' } as const;
    expect(renderPost({ quote, snapshot, texts: textsFor('id'), timeZone: 'UTC' }).ok).toBe(false);
  });
});

describe('hostile words', () => {
  property.prop({ first: hostileText, second: hostileText, note: hostileText, title: hostileText })(
    'read as they are, fit one message, and forge neither its mark nor its source',
    ({ first, second, note, title }) => {
      const blocks = [first, 'x', second].map((text) => ({ sentences: [`${text} kata kata.`] }));
      const hostile = makeArticle(blocks, { title, publisher: second });
      const made = bodyOf(hostile, [0, 2]);
      if (!made.ok) return;
      const rendered = renderPost({
        quote: { number: 7, body: made.body, note: note.slice(0, noteLengthMax), state: 'corrected' },
        snapshot: snapshotOf(hostile),
        texts: textsFor('en'),
        timeZone: 'UTC',
        correctedAtMs: 0,
      });
      if (!rendered.ok) {
        expect(rendered.reason).toBe('too-long');
        return;
      }
      const { content } = rendered;
      expect(content.length).toBeLessThanOrEqual(messageLengthMax);
      expect(content.split('\n').filter((line) => line.startsWith(postMark(7)))).toHaveLength(1);
      const checked = checkQuote(made.body, snapshotOf(hostile));
      const words = checked.ok ? checked.words.text : '';
      const shown = readMessage(content).quotes.join('\n');
      expect(squeeze(shown)).toBe(squeeze(words));
    },
  );

  property.prop({ reason: hostileText })('of a reason stay one line of the tombstone', ({ reason }) => {
    const withdrawal = { by: '1', mode: 'tombstone', reason: reason.slice(0, reasonLengthMax) } as const;
    const content = renderTombstone({ number: 7, withdrawal }, textsFor('id'));
    expect(content.split('\n')).toHaveLength(1);
    expect(content.length).toBeLessThanOrEqual(messageLengthMax);
    expect([...readMessage(content).kinds]).not.toContain('link');
  });
});
