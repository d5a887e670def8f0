import { describe, expect, test } from 'vitest';
import { findAnswer, locateQuestion, parseWrittenQuestions } from '../../src/evaluation/judged-question.ts';
import { buildArticle } from '../fixtures/build-article.ts';

const line = (parts: Record<string, unknown>): string =>
  JSON.stringify({ id: 'q1', article: 'a', text: 'kapan?', lang: 'id', style: 'casual', ...parts });

describe('a file of questions', () => {
  test('gives its questions in order and skips blank lines', () => {
    const gold = [{ paragraph: 1, answer: 'Rabu' }];
    const text = `${line({ gold })}\n\n${line({ id: 'q2', unanswerable: 'absent' })}\n`;
    expect(parseWrittenQuestions(text, 'a.jsonl').map(({ id }) => id)).toEqual(['q1', 'q2']);
  });

  test.for([
    ['{', 'a.jsonl, line 1 is not JSON'],
    [line({ gold: [] }), 'a.jsonl, line 1'],
    [line({ unanswerable: 'maybe' }), 'a.jsonl, line 1'],
    [line({ unanswerable: 'absent', golds: 1 }), 'a.jsonl, line 1'],
    [line({}), 'give either "gold" or "unanswerable"'],
    [line({ unanswerable: 'absent', gold: [{ paragraph: 1, answer: 'x' }] }), 'give either'],
  ] as const)('is refused with its place: %s', ([text, message]) => {
    expect(() => parseWrittenQuestions(text, 'a.jsonl')).toThrow(message);
  });
});

describe('an answer', () => {
  test('is found as whole words only', () => {
    const text = 'Pada 2019 ada 2 orang, 2 lagi menyusul.';
    const spans = findAnswer(text, '2', { start: 0, end: text.length });
    expect(spans.map(({ start }) => start)).toEqual([14, 23]);
  });

  test('is found in its block only', () => {
    const text = 'Rabu. Rabu.';
    expect(findAnswer(text, 'Rabu', { start: 5, end: text.length })).toEqual([{ start: 6, end: 10 }]);
    expect(findAnswer(text, 'Rabu', { start: 0, end: 3 })).toEqual([]);
  });

  test('that the paragraph does not say word for word is an error', () => {
    const flood = buildArticle({ id: 'a', blocks: ['Hari Rabu.'] });
    const written = { id: 'q1', article: 'a', text: 'kapan?', lang: 'id', style: 'casual' } as const;
    expect(() =>
      locateQuestion({ ...written, gold: [{ paragraph: 1, answer: 'hari Rabu' }] }, flood),
    ).toThrow('q1: paragraph 1 of a does not say "hari Rabu"');
  });
});
