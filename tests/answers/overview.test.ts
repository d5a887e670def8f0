/** Questions about the article as a whole. */
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { explainQuestion } from '../../src/answers/explain-question.ts';
import { asksOverview } from '../../src/answers/overview.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { buildArticle } from '../fixtures/build-article.ts';

const ask = (text: string, previous: readonly string[] = []) => ({ text, previous });

test.for([
  'loh kok bisa gt sih, ceritanya gmn?',
  'ini artikel tentang apa sih?',
  'apa yang terjadi?',
  'ringkasannya dong',
  'inti beritanya apa min',
  'what is this about?',
  'what happened?',
  'tldr please',
])('"%s" asks about the whole', (text) => {
  expect(asksOverview(ask(text))).toBe(true);
});

test.for([
  'kok bisa bangkrut?',
  'ceritain dongeng dong',
  'what happened to the bakery?',
  'apa isi perjanjiannya?',
  'halo min',
  'kenapa?',
  'siapa?',
  '',
])('"%s" does not', (text) => {
  expect(asksOverview(ask(text))).toBe(false);
});

test('what goes on with an earlier question is about that one', () => {
  expect(asksOverview(ask('ceritanya gimana?', ['siapa pemilik toko roti?']))).toBe(false);
});

describe('its answer', () => {
  const knowledge = loadKnowledge();
  const blocks = ['Rini membuka toko roti.', 'Toko itu ramai.', 'Ia senang.', 'Pelanggannya juga.'];
  const article = buildArticle({ id: 'a', title: 'Toko Roti Rini', blocks });

  test('is how the only article begins, without its title', () => {
    const index = buildPassageIndex([article], { knowledge });
    const outcome = answerQuestion(index, ask('ceritanya gimana sih?'));
    expect(outcome.verdict).toBe('answers');
    expect(explainQuestion(index, ask('ceritanya gimana sih?'))).toMatchObject({
      isOverview: true,
      candidates: [],
    });
    expect(outcome.citations.map(({ start, end }) => article.text.slice(start, end))).toEqual(
      blocks.slice(0, 3),
    );
  });

  test('is how the article begins that was asked of several; none where it could be any', () => {
    const other = buildArticle({ id: 'b', title: 'Banjir', blocks: ['Sungai meluap.'] });
    const index = buildPassageIndex([article, other], { knowledge });
    const asked = answerQuestion(index, { ...ask('ceritanya gimana sih?'), articleId: 'b' });
    expect(asked.citations.map(({ articleId }) => articleId)).toEqual(['b']);
    expect(answerQuestion(index, ask('ceritanya gimana sih?')).kind).toBe('no-answer');
  });
});
