import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { buildArticle } from '../fixtures/build-article.ts';
import { smallCorpus } from '../fixtures/small-corpus.ts';

const index = buildPassageIndex(smallCorpus);

/** The first passage found, as the beginning of its text. */
function checkFirst(question: string, beginning: string): void {
  const first = index.search(question, 3)[0];
  const text = first && index.articles.get(first.passage.articleId)?.text.slice(first.passage.start);
  expect(text?.slice(0, beginning.length)).toBe(beginning);
}

describe('ranking', () => {
  test.for<[string, string, string]>([
    [
      'finds the paragraph in its own words',
      'siapa yang meresmikan jembatan itu',
      'Jembatan Lontara di Kota',
    ],
    ['finds another form of the verb', 'kenapa jembatan lontara tutup', 'Perbaikan menghabiskan'],
    ['finds the verb behind a person', 'siapa yang menulis buku kopi', 'Koperasi Arunika'],
    ['finds a figure in another spelling', 'rp 2.75 miliar untuk apa', 'Perbaikan menghabiskan'],
    ['finds a misspelt name', 'kata joko prabwo omzet', 'Bagi pedagang pasar'],
    ['finds what stands under a heading', 'apa suara pedagang tentang pembukaan', 'Bagi pedagang pasar'],
    ['finds English by its stem', 'why were the stairs closed', 'The tower was built'],
    [
      'puts the paragraph before the headline',
      'kapan jembatan lontara dibuka kembali',
      'Jembatan Lontara di Kota',
    ],
  ])('%s', ([, question, beginning]) => {
    checkFirst(question, beginning);
  });

  test('a rare word outweighs several common ones', () => {
    const corpus = [
      buildArticle({ id: 'a', blocks: ['Kopi pagi dan kopi sore di kedai kopi.'] }),
      buildArticle({ id: 'b', blocks: ['Kopi pagi di kedai kota tua.'] }),
      buildArticle({ id: 'c', blocks: ['Arunika menanam kopi.'] }),
      buildArticle({ id: 'd', blocks: ['Kedai kopi buka pagi.'] }),
    ];
    expect(buildPassageIndex(corpus).search('kedai kopi pagi Arunika', 4)[0]?.passage.articleId).toBe('c');
  });

  test('ties go to the earlier passage', () => {
    const twins = ['b', 'a', 'c'].map((id) => buildArticle({ id, blocks: ['Kereta malam tiba.'] }));
    const found = buildPassageIndex(twins).search('kereta malam', 3);
    expect(found.map(({ passage }) => passage.articleId)).toEqual(['a', 'b', 'c']);
    expect(found.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });
});

describe('a search', () => {
  test('keeps to the article it is given', () => {
    const found = index.search('jembatan kopi dibuka', 10, { articleId: 'kebun-kopi-arunika' });
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ passage }) => passage.articleId))).toEqual(new Set(['kebun-kopi-arunika']));
  });

  test.for([0, 1, 2])('gives at most %i passages when asked for so many', (k) => {
    expect(index.search('jembatan lontara kopi', k)).toHaveLength(k);
  });

  test('finds nothing for stop words, unknown words and an unknown article', () => {
    expect(index.search('apa itu yang di', 5)).toEqual([]);
    expect(index.search('zzzzqqqq', 5)).toEqual([]);
    expect(index.search('jembatan', 5, { articleId: 'tidak-ada' })).toEqual([]);
  });

  test('tells which words matched and how much of the question they are', () => {
    const [all] = index.search('omzet separuh', 1);
    expect(all?.coverage).toBe(1);
    expect(all?.matchedTerms).toEqual(['omzet', 'separuh']);
    const [half] = index.search('omzet kuantum', 1);
    expect(half?.coverage).toBeGreaterThan(0);
    expect(half?.coverage).toBeLessThan(0.6);
    expect(half?.matchedTerms).toEqual(['omzet']);
  });

  test('counts an unknown word as the rarest one', () => {
    const { terms } = index.examine([{ text: 'jembatan kuantum', weight: 1 }], 1);
    expect(terms.map(({ word, isKnown }) => [word, isKnown])).toEqual([
      ['jembatan', true],
      ['kuantum', false],
    ]);
    expect(terms[1]?.weight).toBeGreaterThan(terms[0]?.weight ?? Infinity);
  });

  test('counts the words of a carried text for less', () => {
    const texts = [
      { text: 'omzet', weight: 1 },
      { text: 'separuh omzet', weight: 0.5 },
    ];
    const [own, carried, ...others] = index.examine(texts, 1).terms;
    expect(carried?.weight).toBeCloseTo((own?.weight ?? 0) / 2);
    expect(others).toEqual([]);
  });
});

test.for(['search', 'suggest'] as const)('%s gives only passages that hold one of the words', (way) => {
  const words = /jembatan|lontara/iu;
  const texts = index[way]('jembatan lontara', 50).map(({ passage: { articleId, start, end } }) =>
    index.articles.get(articleId)?.text.slice(start, end),
  );
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.filter((text) => !words.test(text ?? ''))).toEqual([]);
});

describe('a suggestion', () => {
  test.for(['omz', 'omzet', 'harga omz'])('%s finds omzet', (text) => {
    const first = index.suggest(text, 1)[0]?.passage;
    expect(first && index.articles.get('jembatan-lontara')?.text.slice(first.start, first.end)).toContain(
      'omzet',
    );
  });

  test('takes a word with a space behind it as written out', () => {
    expect(index.suggest('omz ', 5)).toEqual([]);
  });
});

describe('the same corpus', () => {
  property.prop([fc.shuffledSubarray([...smallCorpus], { minLength: 3 }), fc.string({ maxLength: 60 })])(
    'answers alike whatever order its articles came in',
    (articles, text) => {
      const question = `jembatan kopi grant ${text}`;
      expect(JSON.stringify(buildPassageIndex(articles).search(question, 10))).toBe(
        JSON.stringify(index.search(question, 10)),
      );
    },
  );

  test('may not hold two articles with one id', () => {
    expect(() => buildPassageIndex([...smallCorpus, ...smallCorpus])).toThrow(/jembatan-lontara/);
  });

  test('may be empty', () => {
    const empty = buildPassageIndex([]);
    expect(empty.search('jembatan', 5)).toEqual([]);
    expect(empty.suggest('jem', 5)).toEqual([]);
    expect(empty.passage('x#0')).toBeUndefined();
  });
});

property.prop([fc.string({ unit: 'binary', maxLength: 300 })])('any text can be searched for', (text) => {
  for (const found of [...index.search(text, 5), ...index.suggest(text, 5)]) {
    expect(found.coverage).toBeGreaterThanOrEqual(0);
    expect(found.coverage).toBeLessThanOrEqual(1 + 1e-9);
    expect(Number.isFinite(found.score)).toBe(true);
  }
});
