import { expect, test } from 'vitest';
import type { Question } from '../../src/answers/answer.ts';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { answersKeptMax, rememberAnswers } from '../../src/discord/remember-answers.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { smallCorpus } from '../fixtures/small-corpus.ts';

const index = buildPassageIndex(smallCorpus);

/** With a count of the questions that were really put to the index. */
function counted() {
  let count = 0;
  const answer = rememberAnswers((seen, question) => {
    count += 1;
    return answerQuestion(seen, question);
  });
  const ask = (text: string, over: Partial<Question> = {}, seen = index) =>
    answer(seen, { text, previous: [], ...over });
  return { ask, count: () => count };
}

test('a question that is asked again is answered alike, without being put to the index again', () => {
  const { ask, count } = counted();
  const text = 'kapan jembatan dibuka?';
  expect(ask(text)).toEqual(answerQuestion(index, { text, previous: [] }));
  expect(ask(text)).toEqual(ask(text));
  expect(count()).toBe(1);
});

test('earlier questions tell it from another only where they count', () => {
  const { ask, count } = counted();
  ask('kapan jembatan Lontara dibuka lagi?', { previous: ['siapa yang datang?'] });
  ask('kapan jembatan Lontara dibuka lagi?', { previous: ['berapa biayanya?'] });
  expect(count()).toBe(1);
  for (const previous of [['siapa yang datang ke jembatan?'], ['berapa biaya jembatan?']]) {
    const text = 'lha yang satunya?';
    expect(ask(text, { previous })).toEqual(answerQuestion(index, { text, previous }));
  }
  expect(count()).toBe(3);
});

test('another article, another index and other letters are other questions', () => {
  const { ask, count } = counted();
  ask('kapan jembatan dibuka?');
  ask('Kapan jembatan dibuka?');
  ask('kapan jembatan dibuka?', { articleId: 'jembatan-lontara' });
  ask('kapan jembatan dibuka?', {}, buildPassageIndex(smallCorpus));
  expect(count()).toBe(4);
});

test('what is remembered has a bound', () => {
  const { ask, count } = counted();
  for (let number = 0; number <= answersKeptMax; number += 1) ask(`kopi ${number}`);
  ask('kopi 0');
  expect(count()).toBe(answersKeptMax + 2);
});
