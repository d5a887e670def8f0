import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/articles/article.ts';
import { messageLengthMax, searchTermsLengthMax } from '../../../src/discord/limits.ts';
import { cutMark } from '../../../src/discord/render/cut-text.ts';
import { toVisibleText } from '../../../src/discord/render/escape-markdown.ts';
import { renderArticle, renderContext } from '../../../src/discord/render/render-context.ts';
import {
  renderArticleList,
  renderMore,
  renderSearchPage,
} from '../../../src/discord/render/render-passages.ts';
import { toMessagePayload, type Reply } from '../../../src/discord/reply.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { makeArticle, makeIndex } from '../corpus.ts';
import { hostileText } from '../hostile-text.ts';
import { readMessage } from '../read-markdown.ts';
import { propertyRuns } from '../../property-runs.ts';

const texts = textsFor('id');
const kinds = ['title', 'summary', 'heading', 'paragraph', 'list-item'] as const;

const hostileArticle = fc
  .record({
    blocks: fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        sentences: fc.array(
          fc
            .tuple(hostileText, fc.constantFrom(1, 20))
            .map(([words, times]) => `x${words.replaceAll(cutMark, '').repeat(times)}y`),
          { minLength: 1, maxLength: 4 },
        ),
      }),
      { minLength: 6, maxLength: 8 },
    ),
    title: hostileText,
    author: hostileText,
    publisher: hostileText,
    licence: hostileText,
    url: fc.constant(`https://a.example/${'b'.repeat(200)}`),
  })
  .map(({ blocks, ...about }) => makeArticle(blocks, { ...about, published: '2025-08-13' }));

function checkQuotes({ content }: Reply, article: Article): void {
  expect(content.length).toBeLessThanOrEqual(messageLengthMax);
  expect(content.isWellFormed()).toBe(true);
  const source = toVisibleText(article.text).replace(/\s+/gu, '');
  const { quotes } = readMessage(content);
  expect(quotes.length).toBeGreaterThan(0);
  for (const part of quotes.flatMap((quote) => quote.replace(/\s+/gu, '').split(cutMark))) {
    expect(source).toContain(part);
  }
}

describe('every reply fits one message and quotes nothing but the source', () => {
  property.prop([hostileArticle, fc.nat({ max: 5 })], { numRuns: propertyRuns(60) })(
    'in context',
    (article, place) => {
      const passage = makeIndex([article]).passages[place];
      if (!passage) {
        throw new Error('The article has six blocks');
      }
      const highlight = { start: passage.start, end: passage.start + 2 };
      checkQuotes(renderContext({ article, passage, highlight, title: 'Konteks', texts }), article);
      expect(renderArticle(article, texts).content.length).toBeLessThanOrEqual(messageLengthMax);
    },
  );

  property.prop([hostileArticle, hostileText, fc.integer({ min: 1, max: 40 })], {
    numRuns: propertyRuns(60),
  })('on a page of a search', (article, typed, page) => {
    const terms = `x ${typed}`.slice(0, searchTermsLengthMax);
    const index = makeIndex([article]);
    const results = index.search('x y', 40);
    const reply = renderSearchPage({ terms, results, page, index, texts });
    checkQuotes(reply, article);
    expect(toMessagePayload(reply).components.length).toBe(1);
  });

  property.prop([hostileArticle, fc.integer({ min: 1, max: 30 })], { numRuns: propertyRuns(60) })(
    'in more',
    (article, number) => {
      const items = makeIndex([article]).passages.map((passage) => ({ article, passage }));
      const reply = renderMore(items, number, texts);
      checkQuotes(reply, article);
      expect(reply.buttons?.map(({ label }) => label)).toEqual([
        `Konteks [${number}]`,
        `Konteks [${number + 1}]`,
        `Konteks [${number + 2}]`,
        'Lainnya',
      ]);
    },
  );

  property.prop([fc.array(hostileText, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 5 })])(
    'in the list of articles',
    (titles, page) => {
      const articles = titles.map((title, place) =>
        makeArticle([{ sentences: ['Satu.'] }], {
          id: String(place),
          title: title.repeat(9),
          publisher: title,
        }),
      );
      const reply = renderArticleList(articles, page, texts);
      expect(reply.content.length).toBeLessThanOrEqual(messageLengthMax);
    },
  );
});

describe('renderSearchPage', () => {
  const article = makeArticle(
    Array.from({ length: 9 }, (_, place) => ({
      sentences: [`Kota nomor ${place + 1}.`, 'Penduduknya berpindah.'],
    })),
  );
  const index = makeIndex([article]);
  const results = index.search('kota pindah', 40);

  function check(page: number) {
    return renderSearchPage({ terms: 'kota pindah', results, page, index, texts });
  }

  test('marks the searched words, also behind a prefix', () => {
    expect(check(1).content).toContain('> **Kota** nomor 1. Penduduknya **berpindah**.');
  });

  test.for([
    [1, ['Berikutnya']],
    [2, ['Sebelumnya', 'Berikutnya']],
    [3, ['Sebelumnya']],
  ] as const)('offers on page %i only pages that there are', ([page, labels]) => {
    const reply = check(page);
    expect(reply.content).toContain(`Halaman ${page} dari 3`);
    expect(reply.buttons?.map(({ label }) => label)).toEqual(labels);
  });

  test('shows the last page for one beyond it', () => {
    expect(check(99)).toEqual(check(3));
  });
});

function sentencesOf(letter: string, count: number): string[] {
  return Array.from({ length: count }, () => `${letter.repeat(48)}.`);
}

describe('renderContext', () => {
  const article = makeArticle([
    { kind: 'title', sentences: ['Judul'] },
    { sentences: ['Paragraf satu.'] },
    { kind: 'heading', sentences: ['Bagian baru'] },
    { sentences: ['Paragraf dua di sini.'] },
    { sentences: ['Paragraf tiga.'] },
  ]);

  test('shows one paragraph before and after, with the heading between, the answer bold', () => {
    const passage = makeIndex([article]).passages[3];
    if (!passage) {
      throw new Error('The fixture has five blocks');
    }
    const highlight = { start: passage.start + 9, end: passage.start + 12 };
    const { content } = renderContext({ article, passage, highlight, title: 'Dalam konteks', texts });
    expect(content).toBe(
      [
        '**Dalam konteks** · Contoh · paragraf 2',
        'paragraf 1',
        '> Paragraf satu.',
        'subjudul sebelum paragraf 2',
        '> Bagian baru',
        '**paragraf 2**',
        '> Paragraf **dua** di sini.',
        'paragraf 3',
        '> Paragraf tiga.',
      ].join('\n'),
    );
  });

  test('shows whole neighbours wherever everything fits one message', () => {
    const long = makeArticle(['a', 'b', 'c'].map((letter) => ({ sentences: sentencesOf(letter, 12) })));
    const passage = makeIndex([long]).passages[1];
    if (!passage) {
      throw new Error('The fixture has three blocks');
    }
    const { content } = renderContext({ article: long, passage, title: 'Dalam konteks', texts });
    expect(content).not.toContain(cutMark);
    expect(content.length).toBeGreaterThan(1800);
  });

  test.for([
    [40, 12, 4],
    [12, 12, 40],
    [30, 30, 30],
    [40, 4, 4],
    [4, 40, 4],
    [1, 60, 60],
  ] as const)('fills the message where %s, %s and %s sentences do not fit', (counts) => {
    const letters = ['a', 'b', 'c'];
    const long = makeArticle(
      counts.map((count, place) => ({ sentences: sentencesOf(letters[place] ?? '', count) })),
    );
    const passage = makeIndex([long]).passages[1];
    if (!passage) {
      throw new Error('The fixture has three blocks');
    }
    const { content } = renderContext({ article: long, passage, title: 'Dalam konteks', texts });
    // Less than one more sentence for each of the two neighbours and the middle is left over.
    expect(content.length).toBeGreaterThan(messageLengthMax - 3 * 50);
    expect(content.length).toBeLessThanOrEqual(messageLengthMax);
    const shown = letters.map((letter) => content.split(letter.repeat(48)).length - 1);
    counts.forEach((count, place) => expect(shown[place]).toBeGreaterThanOrEqual(Math.min(count, 2)));
    expect(shown[1]).toBeGreaterThanOrEqual(Math.min(counts[1], 9));
  });
});
