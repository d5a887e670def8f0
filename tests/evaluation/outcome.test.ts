import { describe, expect, test } from 'vitest';
import type { Citation } from '../../src/answers/answer.ts';
import { isVerbatim } from '../../src/evaluation/outcome.ts';
import { buildArticle } from '../fixtures/build-article.ts';

const cited = buildArticle({ id: 'a', blocks: ['Hujan 🌧 deras. Banjir.'] });
const articles = new Map([[cited.id, cited]]);
const sound: Citation = {
  number: 1,
  passageId: 'a#0',
  articleId: 'a',
  version: cited.version,
  paragraph: 1,
  start: 0,
  end: cited.text.length,
  sentence: { number: 1, start: 0, end: 15 },
  highlight: { start: 9, end: 14 },
};

describe('a citation', () => {
  test('is verbatim where every span cuts whole characters out of the one around it', () => {
    expect(isVerbatim(sound, articles)).toBe(true);
    expect(isVerbatim({ ...sound, highlight: null }, articles)).toBe(true);
  });

  test.for([
    ['another version', { version: 'f'.repeat(64) }],
    ['an unknown article', { articleId: 'b' }],
    ['an end behind the text', { end: cited.text.length + 1 }],
    ['an empty span', { start: 0, end: 0 }],
    ['half a character', { start: 7 }],
    ['no whole number', { start: 0.5 }],
    ['a sentence outside it', { end: 10 }],
    ['bold words outside the sentence', { highlight: { start: 9, end: 20 } }],
    ['half a character in bold', { highlight: { start: 7, end: 9 } }],
  ] as const)('is foreign with %s', ([, parts]) => {
    expect(isVerbatim({ ...sound, ...parts }, articles)).toBe(false);
  });
});
