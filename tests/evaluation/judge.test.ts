import { describe, expect, test } from 'vitest';
import { judge } from '../../src/evaluation/judge.ts';
import { locateQuestion, type WrittenQuestion } from '../../src/evaluation/judged-question.ts';
import type { Outcome, RankedPlace } from '../../src/evaluation/outcome.ts';
import { buildArticle } from '../fixtures/build-article.ts';

const flood = buildArticle({
  id: 'banjir',
  title: 'Banjir di Wanakarta',
  blocks: [
    { kind: 'summary', text: 'Hujan tujuh jam memicu banjir.' },
    'Banjir datang malam hari. Sebanyak 14 orang meninggal.',
    { kind: 'heading', text: 'Sebanyak 14 orang' },
    'Tanggul dibangun tahun 1998.',
  ],
});
const asked: WrittenQuestion = {
  id: 'q1',
  article: 'banjir',
  text: 'brp korban jiwa?',
  lang: 'id',
  style: 'abbreviated',
  gold: [{ paragraph: 1, answer: '14 orang' }],
};

/** A place made of the block, pointing at the given words of it. */
function place(index: number, words: { sentence?: string; highlight?: string } = {}): RankedPlace {
  const block = flood.blocks[index];
  if (block === undefined) throw new Error(`no block ${index}`);
  const cut = (text?: string) => {
    if (text === undefined) return null;
    const start = flood.text.indexOf(text, block.start);
    return { start, end: start + text.length };
  };
  const { kind, paragraph, start, end } = block;
  const sentence = cut(words.sentence);
  return { articleId: flood.id, kind, paragraph, start, end, sentence, highlight: cut(words.highlight) };
}

function check(places: readonly RankedPlace[], question = asked, unit: 'place' | 'article' = 'place') {
  const outcome: Outcome = {
    places,
    answered: true,
    verdict: 'answers',
    confidence: 0.7,
    foreignCitations: 0,
  };
  return judge(locateQuestion(question, flood), outcome, { article: flood, unit });
}

describe('a place', () => {
  test('is right in the gold paragraph, and its rank counts from 1', () => {
    expect(check([place(4), place(2)]).hitRank).toBe(2);
    expect(check([place(4)]).hitRank).toBe(0);
  });

  test('is wrong as the heading above the paragraph unless the heading says the answer', () => {
    const dyke = { ...asked, gold: [{ paragraph: 2, answer: '1998' }] };
    expect(check([place(3)], dyke).hitRank).toBe(0);
  });

  test('is right as the summary only where the summary says the answer', () => {
    const cause = { ...asked, gold: [{ paragraph: 0, answer: 'Hujan tujuh jam' }] };
    expect(check([place(0)], cause).hitRank).toBe(0);
    expect(check([place(1)], cause).hitRank).toBe(1);
  });

  test('counts once for its article where articles are ranked', () => {
    const elsewhere = { ...place(4), articleId: 'lain' };
    expect(check([elsewhere, elsewhere, place(2)], asked, 'article').hitRank).toBe(2);
  });
});

describe('words', () => {
  test.for([
    ['Sebanyak 14 orang meninggal.', '14 orang', true, true, true],
    ['Sebanyak 14 orang meninggal.', '14', true, false, true],
    ['Sebanyak 14 orang meninggal.', 'Sebanyak 14 orang', true, true, false],
    ['Banjir datang malam hari.', 'malam', false, false, false],
  ] as const)('"%s" with "%s" in bold', ([sentence, highlight, hit, contains, within]) => {
    expect(check([place(2, { sentence, highlight })])).toMatchObject({
      sentenceHit: hit,
      highlightContains: contains,
      highlightWithin: within,
    });
  });

  test('are wrong without bold words, and unjudged for a question without an answer', () => {
    const plain = check([place(2, { sentence: 'Sebanyak 14 orang meninggal.' })]);
    expect(plain).toMatchObject({ sentenceHit: true, highlightContains: false, highlightWithin: false });
    const { gold: _, ...open } = asked;
    const absent = check([place(2)], { ...open, unanswerable: 'absent' });
    expect(absent).toMatchObject({ hitRank: 0, sentenceHit: null, highlightContains: null, wording: null });
  });

  test('of another paragraph are no answer even where they are the same', () => {
    expect(check([place(3, { sentence: 'Sebanyak 14 orang' })]).sentenceHit).toBe(false);
  });
});

describe('wording', () => {
  test('is near where the longer words stand in the paragraph, far otherwise', () => {
    expect(check([], { ...asked, text: 'Berapa orang meninggal?' }).wording).toBe('near');
    expect(check([], { ...asked, text: 'How many people died?' }).wording).toBe('far');
    expect(check([], { ...asked, text: 'brp?' }).wording).toBe('far');
  });
});
