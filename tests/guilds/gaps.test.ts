import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noVotes } from '../../src/guilds/feedback.ts';
import {
  askedAgainMin,
  findGaps,
  pageOf,
  type GapDecision,
  type GapQuestion,
} from '../../src/guilds/gaps.ts';

const dayMs = 86_400_000;
const termsOf = (text: string) => text.toLowerCase().match(/[a-z]+/gu) ?? [];

function ask(questionId: string, text: string, over: Partial<GapQuestion> = {}): GapQuestion {
  return {
    questionId,
    text,
    askedAtMs: Number(questionId) * 1_000,
    unanswered: true,
    votes: noVotes,
    ...over,
  };
}

function decide(decisionId: string, kind: GapDecision['kind'], decidedAtMs = 1): GapDecision {
  return { decisionId, kind, decidedAtMs };
}

function wordingsOf(questions: readonly GapQuestion[], decisions: readonly GapDecision[] = []): string[][] {
  return findGaps({ questions, decisions, termsOf }).open.map(({ wordings }) => [...wordings]);
}

describe('grouping', () => {
  test.for<[string, string, boolean]>([
    ['siapa pendiri xai', 'pendiri xai siapa', true],
    ['siapa pendiri xai', 'SIAPA pendiri xAI??', true],
    ['siapa pendiri xai', 'siapa sih pendiri xai', true],
    ['siapa pendiri xai', 'kapan pendiri xai', false],
    ['siapa pendiri xai', 'siapa pendiri openai', false],
    ['kapan', 'kapan dia', false],
    ['???', '? ? ?', true],
    ['😀', '🙂', true],
    ['你好', '再见', false],
  ])('%s and %s: the same gap is %s', ([one, other, same]) => {
    expect(wordingsOf([ask('1', one), ask('2', other)])).toHaveLength(same ? 1 : 2);
  });

  test('gives counts, times, distinct wordings newest first, and nobody’s name', () => {
    const down = { ...noVotes, down: 2, reasons: { ...noVotes.reasons, 'wrong-passage': 1 } };
    const questions = [
      ask('1', 'siapa pendiri xai'),
      ask('3', 'siapa pendiri xai'),
      ask('2', 'pendiri xai siapa', { unanswered: false, votes: down }),
    ];
    expect(findGaps({ questions, decisions: [], termsOf })).toEqual({
      open: [
        {
          gapId: '1',
          wordings: ['siapa pendiri xai', 'pendiri xai siapa'],
          questionIds: ['3', '2', '1'],
          askedCount: 3,
          unansweredCount: 2,
          votes: down,
          firstAskedAtMs: 1_000,
          lastAskedAtMs: 3_000,
        },
      ],
      decided: [],
    });
  });

  test('does not depend on the order of questions or decisions, and loses no question', () => {
    const words = fc.constantFrom('siapa', 'kapan', 'pendiri', 'xai', 'musk', 'grok');
    const text = fc.array(words, { maxLength: 4 }).map((list) => list.join(' '));
    const question = fc.record({
      text,
      askedAtMs: fc.nat(30 * dayMs),
      decision: fc.option(fc.constantFrom('d1', 'd2', 'd3')),
    });
    const decisions = [decide('d1', 'dismissed', 5), decide('d2', 'taught', 5)];
    fc.assert(
      fc.property(fc.array(question, { maxLength: 25 }), fc.func(fc.nat()), (list, shuffle) => {
        const questions = list.map(({ text: asked, askedAtMs, decision }, index) =>
          ask(`${index}`, asked, { askedAtMs, ...(decision === null ? {} : { decisionId: decision }) }),
        );
        const gaps = findGaps({ questions, decisions, termsOf });
        const shuffled = questions.toSorted(
          (one, other) => shuffle(one.questionId) - shuffle(other.questionId),
        );
        expect(findGaps({ questions: shuffled, decisions: decisions.toReversed(), termsOf })).toEqual(gaps);
        const shown = [...gaps.open, ...gaps.decided].flatMap(({ questionIds }) => questionIds);
        const aside = gaps.decided.reduce((sum, { askedSinceCount }) => sum + askedSinceCount, 0);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.length + aside).toBeGreaterThanOrEqual(
          questions.filter(({ decisionId }) => decisionId === undefined).length,
        );
      }),
    );
  });

  test('stays quick with as many questions as it may get', () => {
    const questions = Array.from({ length: 2_000 }, (_, index) =>
      ask(
        `${index}`,
        `siapa pendiri nomor ${'abcdefghij'[index % 10] ?? ''}x${String.fromCodePoint(97 + (index % 26))}`,
      ),
    );
    expect(findGaps({ questions, decisions: [], termsOf }).open.length).toBeGreaterThan(0);
  });
});

describe('order', () => {
  test('what is asked more often comes first, what is newer comes first', () => {
    expect(wordingsOf([ask('1', 'aaa'), ask('2', 'aaa'), ask('3', 'bbb'), ask('4', 'ccc')])).toEqual([
      ['aaa'],
      ['ccc'],
      ['bbb'],
    ]);
  });

  test('three questions of last month weigh less than one of today', () => {
    const old = (id: string) => ask(id, 'lama', { askedAtMs: 0 });
    expect(wordingsOf([old('1'), old('2'), old('3'), ask('4', 'baru', { askedAtMs: 28 * dayMs })])).toEqual([
      ['baru'],
      ['lama'],
    ]);
  });

  test.for([
    [1, ['a', 'b'], 1],
    [2, ['c'], 2],
    [3, ['c'], 2],
    [0, ['a', 'b'], 1],
    [Number.NaN, ['a', 'b'], 1],
  ] as const)('page %i of three by two holds %j', ([page, entries, shown]) => {
    expect(pageOf(['a', 'b', 'c'], page, 2)).toEqual({ entries, page: shown, pageCount: 2 });
  });

  test('an empty list has one empty page', () => {
    expect(pageOf([], 1, 5)).toEqual({ entries: [], page: 1, pageCount: 1 });
  });
});

describe('decisions', () => {
  const dismissed = ask('1', 'siapa pendiri xai', { decisionId: 'd' });
  const again = (count: number) =>
    Array.from({ length: count }, (_, index) => ask(`${index + 10}`, 'pendiri xai siapa'));

  test('a dismissed gap comes back at three more questions, not at two', () => {
    const decisions = [decide('d', 'dismissed')];
    expect(askedAgainMin).toBe(3);
    const quiet = findGaps({ questions: [dismissed, ...again(2)], decisions, termsOf });
    expect(quiet.open).toEqual([]);
    expect(quiet.decided[0]).toMatchObject({ askedCount: 1, askedSinceCount: 2, questionIds: ['1'] });
    const loud = findGaps({ questions: [dismissed, ...again(3)], decisions, termsOf });
    expect(loud.open[0]).toMatchObject({ askedCount: 3, again: { decisionId: 'd' } });
    expect(loud.decided[0]).toMatchObject({ askedCount: 1, askedSinceCount: 0 });
  });

  test('a taught gap that is asked in vain comes back at once', () => {
    const { open } = findGaps({
      questions: [dismissed, ...again(1)],
      decisions: [decide('d', 'taught')],
      termsOf,
    });
    expect(open[0]?.again?.kind).toBe('taught');
  });

  test('an undone decision leaves its questions open', () => {
    expect(wordingsOf([dismissed])).toEqual([['siapa pendiri xai']]);
  });

  test('a dismissal does not take an unlike gap along', () => {
    expect(wordingsOf([dismissed, ask('2', 'kapan grok rilis')], [decide('d', 'dismissed')])).toEqual([
      ['kapan grok rilis'],
    ]);
  });

  test('the latest decision is shown first', () => {
    const questions = [dismissed, ask('2', 'kapan', { decisionId: 'e' })];
    const { decided } = findGaps({
      questions,
      decisions: [decide('d', 'dismissed', 1), decide('e', 'taught', 2)],
      termsOf,
    });
    expect(decided.map(({ decision }) => decision.decisionId)).toEqual(['e', 'd']);
  });
});
