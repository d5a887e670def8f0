import { describe, expect, test } from 'vitest';
import { lendWordings } from '../../src/evaluation/fitting/lend-wordings.ts';
import { loadOwnSet } from '../../src/evaluation/load-sets.ts';
import { measureSets, withoutColumns } from '../../src/evaluation/fitting/fit-confidence.ts';
import { holdOutArticles, rankAnswerable } from '../../src/evaluation/fitting/held-out.ts';
import { fitEvents } from '../../src/evaluation/fitting/logistic.ts';
import { makeTwins, sayOpposite } from '../../src/evaluation/fitting/make-twins.ts';
import type { AnswerEvent } from '../../src/evaluation/fitting/observe.ts';
import { chooseThresholds } from '../../src/evaluation/fitting/fitted-file.ts';
import type { JudgedQuestion } from '../../src/evaluation/judged-question.ts';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { buildArticle } from '../fixtures/build-article.ts';

const fit = { hold: 0.0001, steps: 12 };

test('a logistic regression finds the odds that made its events', () => {
  // Three in four come true where the second column is 1, one in four where it is 0.
  const events = [0, 1].flatMap((column) =>
    [0, 1, 2, 3].map((place) => ({
      row: [1, column],
      truth: place === 0 ? 1 - column : column,
      weight: 1,
    })),
  );
  const [constant = 0, weight = 0] = fitEvents(events, fit);
  expect(constant).toBeCloseTo(-Math.log(3), 1);
  expect(weight).toBeCloseTo(2 * Math.log(3), 1);
});

test('a column that never changes does no harm, and nothing cannot be fitted to', () => {
  const events = [0, 1].map((truth) => ({ row: [1, 0, truth], truth, weight: 1 }));
  for (const weight of fitEvents(events, fit)) expect(Number.isFinite(weight)).toBe(true);
  expect(() => fitEvents([], fit)).toThrow(/nothing to fit/);
});

function makeEvent(articleId: string, value: number, isTrue: boolean): AnswerEvent {
  return { row: [1, value], truth: isTrue ? 1 : 0, isTrue, isRight: isTrue, articleId, weight: 1 };
}

test('an article’s own events do not teach what its confidence comes from', () => {
  // Article b says the opposite of article a: held out, each is judged by the other.
  const events = [
    makeEvent('a', 1, true),
    makeEvent('a', 0, false),
    makeEvent('b', 0, true),
    makeEvent('b', 1, false),
  ];
  const answers = holdOutArticles(events, { weighted: events, others: [], fit });
  expect(rankAnswerable(answers)).toBe(0);
});

test('thresholds withhold what is best withheld and call sure what is right at least three times in four', () => {
  const answers = [0.9, 0.8, 0.7, 0.6, 0.5, 0.2, 0.1].map((confidence, place) => ({
    confidence,
    isTrue: place < 5,
    isRight: place < 4,
  }));
  const { mayAnswer, answers: sure } = chooseThresholds(answers);
  expect(mayAnswer).toBeGreaterThan(0.2);
  expect(mayAnswer).toBeLessThanOrEqual(0.5);
  expect(sure).toBe(mayAnswer);
});

test('questions stand as wordings only where they are not asked', async () => {
  const set = await loadOwnSet('tune');
  const lent = lendWordings(set);
  const answerable = set.questions.filter(({ golds }) => golds.length > 0);
  expect(lent.questions).toHaveLength(answerable.length);
  const wordingsOf = new Map(
    lent.articles.map(({ id, questions = [] }) => [
      id,
      new Set(questions.flatMap(({ wordings }) => wordings)),
    ]),
  );
  expect([...wordingsOf.values()].every(({ size }) => size > 0)).toBe(true);
  const ownWording = lent.questions.filter(({ articleId, text }) => wordingsOf.get(articleId)?.has(text));
  expect(ownWording).toEqual([]);
});

test('a set is measured by weights that have seen none of it, and by those that have seen its other passages', () => {
  const agree = ['a', 'b'].flatMap((id) => [makeEvent(id, 1, true), makeEvent(id, 0, false)]);
  const differ = ['c', 'd'].flatMap((id) => [makeEvent(id, 0, true), makeEvent(id, 1, false)]);
  const heavy = differ.map((event) => ({ ...event, weight: 10 }));
  expect(measureSets({ own: agree, sets: [heavy], twins: [] })).toEqual([{ unseen: 0, otherPassages: 1 }]);
});

test('without its column an event tells nothing', () => {
  const own = [makeEvent('a', 1, true), makeEvent('b', 0, false)];
  expect(withoutColumns({ own, sets: [own], twins: own }, new Set([1]))).toMatchObject({
    own: [{ row: [1] }, { row: [1] }],
    sets: [[{ row: [1] }, { row: [1] }]],
    twins: [{ row: [1] }, { row: [1] }],
  });
});

describe('questions made unanswerable', () => {
  const articles = [
    buildArticle({ id: 'a', blocks: ['Toko roti Rini dibuka di Semarang pada 2019.'] }),
    buildArticle({ id: 'b', blocks: ['Toko bunga dibuka di Solo pada 2020.'] }),
    buildArticle({ id: 'c', blocks: ['Gempa merusak jembatan.'] }),
  ];
  const question: JudgedQuestion = {
    id: 'q',
    text: 'Kapan toko roti dibuka?',
    lang: 'id',
    style: 'formal',
    previous: [],
    articleId: 'a',
    golds: [{ articleId: 'a', paragraph: 1, spans: [] }],
    unanswerable: null,
  };
  const twins = makeTwins({ articles, questions: [question] }, (all) => buildPassageIndex(all));

  test('are asked of the nearest passage that does not answer them', () => {
    expect(twins.elsewhere.questions).toMatchObject([
      { text: question.text, articleId: 'b', golds: [], unanswerable: 'public-set' },
    ]);
  });

  test('say the opposite of what their own passage says', () => {
    const [twin] = twins.opposite.questions;
    expect(twin).toMatchObject({ articleId: 'a', golds: [], unanswerable: 'public-set' });
    expect(twin?.text).toMatch(/^Kapan toko roti (?!dibuka)\S+\?$/);
    expect(sayOpposite('Siapa Rini?')).toBeUndefined();
  });

  test('leave the questions as they are beside them', () => {
    expect(twins.answerable.questions).toEqual([question]);
  });
});
