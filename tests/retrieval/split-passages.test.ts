import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { passageLengthMax, splitPassages } from '../../src/retrieval/split-passages.ts';
import { buildArticle } from '../fixtures/build-article.ts';
import { smallCorpus } from '../fixtures/small-corpus.ts';

/** The passages' texts of an article with that single paragraph. */
function check(paragraph: string, lengthMax?: number): string[] {
  const article = buildArticle({ id: 'a', blocks: [paragraph] });
  return splitPassages(article, lengthMax).map(({ start, end }) => article.text.slice(start, end));
}

/** A sentence of exactly that many UTF-16 units. */
function sentenceOf(length: number): string {
  return `A${'b'.repeat(length - 2)}.`;
}

describe('splitPassages', () => {
  test('gives title, summary and paragraphs in reading order, and no heading', () => {
    const kinds = smallCorpus
      .slice(0, 1)
      .flatMap((article) => splitPassages(article).map(({ kind }) => kind));
    expect(kinds).toEqual(['title', 'summary', 'paragraph', 'paragraph', 'paragraph', 'paragraph']);
  });

  test.for([-1, 0, 1])('a paragraph %i units from the bound is split only above it', (difference) => {
    const first = sentenceOf(300);
    const second = sentenceOf(passageLengthMax + difference - first.length - 1);
    expect(check(`${first} ${second}`)).toHaveLength(difference > 0 ? 2 : 1);
  });

  test('cuts only between sentences, into runs of about equal length', () => {
    const sentences = Array.from({ length: 9 }, () => sentenceOf(99));
    expect(check(sentences.join(' ')).map((text) => text.length)).toEqual([499, 399]);
  });

  test('leaves a sentence that is longer than the bound whole', () => {
    const long = sentenceOf(2 * passageLengthMax);
    expect(check(`Pendek saja. ${long} Habis.`)).toContain(long);
  });

  test('names passages by article and place', () => {
    const [article] = smallCorpus;
    const ids = article === undefined ? [] : splitPassages(article).map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['jembatan-lontara#0', 'jembatan-lontara#1']);
  });

  property.prop([fc.array(fc.stringMatching(/^[A-Z][a-z ]{1,80}[.?!]$/), { minLength: 1, maxLength: 30 })])(
    'every sentence stands in exactly one passage, in order, and passages keep the bound',
    (sentences) => {
      const article = buildArticle({ id: 'a', blocks: [sentences.join(' ')] });
      const passages = splitPassages(article, 200);
      const all = passages.flatMap((passage) => passage.sentences);
      expect(all).toEqual(article.blocks[0]?.sentences);
      for (const passage of passages) {
        expect(passage.end - passage.start <= 200 || passage.sentences.length === 1).toBe(true);
      }
    },
  );
});
