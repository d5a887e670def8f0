import { expect, test } from 'vitest';
import { findAnswerSpans } from '../../src/answers/answer-spans.ts';
import { readSentence } from '../../src/answers/read-sentence.ts';
import { findWordRuns } from '../../src/answers/span-candidates.ts';

const sentence = 'Babuschkin, salah satu pendiri xAI, pergi bersama satu teman.';

test('a run of words never begins inside "salah satu"', () => {
  const read = readSentence({
    sentence,
    articleText: sentence,
    language: 'id',
    terms: [],
    expected: { kind: 'number', focus: new Set() },
    questionForms: new Set(),
  });
  const runs = findWordRuns(read).map(({ start, end }) => sentence.slice(start, end));
  expect(runs).toContain('salah satu pendiri xAI');
  expect(runs.filter((run) => run.startsWith('satu pendiri'))).toEqual([]);
});

test.for<[string, string[]]>([
  [sentence, ['satu teman']],
  ['She is one of the founders and has one boat.', ['one boat']],
])('what is one of several is no figure: %s', ([text, figures]) => {
  expect(findAnswerSpans(text, 'number').map(({ start, end }) => text.slice(start, end))).toEqual(figures);
});
