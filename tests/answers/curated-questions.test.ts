import { describe, expect, test } from 'vitest';
import type { Answer, NoAnswer } from '../../src/answers/answer.ts';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import type { Article, CuratedQuestions } from '../../src/articles/article.ts';
import { loadKnowledge } from '../../src/language/load-knowledge.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { smallCorpus } from '../fixtures/small-corpus.ts';

const knowledge = loadKnowledge();
const questions: readonly CuratedQuestions[] = [
  {
    paragraph: 2,
    wordings: ['duitnya dari mana?', 'siapa yang bayarin jembatannya?', 'who paid for the bridge?'],
  },
  { paragraph: 1, wordings: ['kapan jembatannya bisa dipakai lagi?'] },
];
const [bridge, ...others] = smallCorpus;
if (bridge === undefined) throw new Error('the small corpus is empty');
const asked: readonly Article[] = [{ ...bridge, questions }, ...others];
const plainIndex = buildPassageIndex(smallCorpus, { knowledge });
const askedIndex = buildPassageIndex(asked, { knowledge });

function ask(text: string, index = askedIndex): Answer | NoAnswer {
  return answerQuestion(index, { text, previous: [] });
}

describe('a question that the article carries', () => {
  test.for<[string, string]>([
    ['as it stands there', 'siapa yang bayarin jembatannya?'],
    ['in other small words', 'yg bayarin jembatan lontara siapa sih'],
    ['in English', 'Who paid for the bridge?'],
    ['with none of the article’s words', 'Duitnya dari mana?'],
  ])('is answered by its paragraph %s', ([, question]) => {
    expect(ask(question, plainIndex)).not.toMatchObject({ verdict: 'answers' });
    const outcome = ask(question);
    expect(outcome).toMatchObject({
      verdict: 'answers',
      citations: [{ paragraph: 2 }, ...outcome.citations.slice(1).map(() => ({}))],
    });
  });

  test.for<[string, string]>([
    ['about another bridge', 'siapa yang bayarin Jembatan Suramadu?'],
    ['about another bridge in small letters', 'siapa yang bayarin jembatan suramadu?'],
    ['about something else', 'siapa yang bayarin kebun kopi?'],
    ['that asks for something else in its words', 'berapa lama jembatannya dibayarin?'],
    ['that shares one word with it', 'duit berapa?'],
    ['that shares one English word with it', 'who paid for dinner?'],
    ['off the topic', 'siapa presiden indonesia?'],
  ])('makes hardly surer a question %s', ([, question]) => {
    const [now, before] = [ask(question), ask(question, plainIndex)];
    expect(now.confidence).toBeLessThan(before.confidence + 0.15);
    expect(now.verdict).not.toBe('answers');
  });

  test('never shows as the article’s words', () => {
    const { citations } = ask('siapa yang bayarin jembatannya?');
    const words = citations.map(({ start, end }) => bridge.text.slice(start, end));
    expect(words.join(' ')).not.toMatch(/bayarin/);
  });

  test('leaves the choice of the sentence to the words of the paragraph', () => {
    const [first] = ask('siapa yang bayarin perbaikan jembatannya?').citations;
    expect(first && bridge.text.slice(first.sentence.start, first.sentence.end)).toMatch(/^Perbaikan/);
  });

  test('counts the same whatever order the articles came in', () => {
    const other = buildPassageIndex(asked.toReversed(), { knowledge });
    for (const { wordings } of questions)
      for (const text of wordings) expect(ask(text, other)).toEqual(ask(text));
  });
});
