import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeDigest, dueDigestWeek } from '../../src/guilds/digest.ts';
import { noVotes, type PassageFeedback } from '../../src/guilds/feedback.ts';
import { findGaps, type GapQuestion } from '../../src/guilds/gaps.ts';
import type { Lesson } from '../../src/guilds/lessons.ts';

const hourMs = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString();

describe('the week whose digest is due', () => {
  test.for([
    [
      'Asia/Jakarta',
      '2026-11-23T02:00:00Z',
      '2026-11-16',
      '2026-11-15T17:00:00.000Z',
      '2026-11-22T17:00:00.000Z',
    ],
    [
      'Asia/Jakarta',
      '2026-11-23T01:59:59Z',
      '2026-11-09',
      '2026-11-08T17:00:00.000Z',
      '2026-11-15T17:00:00.000Z',
    ],
    [
      'Asia/Jakarta',
      '2026-11-29T16:00:00Z',
      '2026-11-16',
      '2026-11-15T17:00:00.000Z',
      '2026-11-22T17:00:00.000Z',
    ],
    // Summer time ended on Sunday, 1 November: this week had 169 hours.
    [
      'America/New_York',
      '2026-11-02T14:00:00Z',
      '2026-10-26',
      '2026-10-26T04:00:00.000Z',
      '2026-11-02T05:00:00.000Z',
    ],
    ['UTC', '2027-01-04T09:00:00Z', '2026-12-28', '2026-12-28T00:00:00.000Z', '2027-01-04T00:00:00.000Z'],
  ] as const)('in %s at %s is that of %s', ([zone, now, week, from, to]) => {
    const due = dueDigestWeek(at(now), zone);
    expect([due.week, iso(due.fromMs), iso(due.toMs)]).toEqual([week, from, to]);
  });

  test('follows the week before without a hole, in any zone', () => {
    const zones = fc.constantFrom('Asia/Jakarta', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(zones, fc.integer({ min: at('2020-01-01'), max: at('2035-01-01') }), (zone, nowMs) => {
        const due = dueDigestWeek(nowMs, zone);
        const earlier = dueDigestWeek(due.toMs + 8 * hourMs, zone);
        expect(earlier.toMs).toBe(due.fromMs);
        expect(due.toMs).toBeLessThan(nowMs);
        expect(nowMs - due.toMs).toBeLessThan(8 * 24 * hourMs);
      }),
    );
  });
});

const ask = (questionId: string, text: string, askedAtMs: number): GapQuestion => ({
  questionId,
  text,
  askedAtMs,
  unanswered: true,
  votes: noVotes,
});
const lesson = (taughtAtMs: number, isStale: boolean): Lesson => ({
  decisionId: 'd',
  guildId: '3',
  wordings: [],
  place: { articleId: 'a', version: 'v', passageId: 'a#1', start: 0, end: 1, text: 'x' },
  isStale,
  taughtAtMs,
});
const feedback = (passageId: string, up: number, down: number): PassageFeedback => ({
  articleId: 'a',
  version: 'v',
  passageId,
  votes: { ...noVotes, up, down },
});

describe('the digest', () => {
  const week = { week: '2026-11-16', fromMs: 1_000, toMs: 2_000 };
  const compose = (
    questions: readonly GapQuestion[],
    votes: readonly PassageFeedback[],
    lessons: readonly Lesson[],
  ) => {
    const dismissed = [{ decisionId: 'd1', kind: 'dismissed' as const, decidedAtMs: 1_500 }];
    const gaps = findGaps({ questions, decisions: dismissed, termsOf: (text) => text.split(' ') });
    return composeDigest({ week, questions, gaps, feedback: votes, lessons });
  };

  test('counts what happened within the week, its first moment included and its last not', () => {
    const questions = [
      ask('1', 'lama', 999),
      ask('2', 'baru', 1_000),
      ask('3', 'baru', 1_999),
      ask('4', 'besok', 2_000),
      { ...ask('5', 'selesai', 1_200), decisionId: 'd1' },
    ];
    const votes = [feedback('a#1', 3, 0), feedback('a#2', 0, 1), feedback('a#3', 1, 4)];
    expect(compose(questions, votes, [lesson(1_000, true), lesson(2_000, false)])).toEqual({
      week,
      questionCount: 3,
      newGapCount: 1,
      openGapCount: 3,
      topGaps: [
        { wording: 'baru', askedCount: 2 },
        { wording: 'besok', askedCount: 1 },
        { wording: 'lama', askedCount: 1 },
      ],
      votes: { ...noVotes, up: 4, down: 5 },
      worstPassages: [votes[2], votes[1]],
      taughtCount: 1,
      dismissedCount: 1,
      staleLessonCount: 1,
      isEmpty: false,
    });
  });

  test('is empty where nothing happened and nothing waits', () => {
    expect(compose([], [], [lesson(500, false)]).isEmpty).toBe(true);
    expect(compose([], [], [lesson(500, true)]).isEmpty).toBe(false);
    expect(compose([ask('1', 'lama', 1)], [], []).isEmpty).toBe(false);
    expect(compose([], [feedback('a#1', 1, 0)], []).isEmpty).toBe(false);
  });

  test('names five gaps and three passages at most', () => {
    const questions = Array.from('abcdefg', (letter, index) => ask(`${index}`, letter, 1_500));
    const digest = compose(
      questions,
      ['a', 'b', 'c', 'd'].map((id) => feedback(id, 0, 1)),
      [],
    );
    expect([digest.topGaps.length, digest.openGapCount, digest.worstPassages.length]).toEqual([5, 7, 3]);
  });
});
