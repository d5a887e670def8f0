import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noVotes, type Vote } from '../../src/guilds/feedback.ts';
import type { KeptQuestion } from '../../src/guilds/guild-store.ts';
import type { TestDatabases } from './databases.ts';
import { openForEachTest, type OpenStore } from './open-for-each-test.ts';

/** A question of guild 3001 that nothing answered; each test spoils one property. */
const question: KeptQuestion = {
  questionId: '1001',
  guildId: '3001',
  text: 'Siapa investor pertamanya?',
  askedBy: '4001',
  askedAtMs: 1_000,
  unanswered: true,
  shown: { articleId: 'xai', version: 'v1', passageId: 'xai#3' },
  corpusVersion: 'c1',
};

const answered = { ...question, unanswered: false };

/** Votes on question 1001, known as `known`. */
function caster(open: OpenStore) {
  return async (memberId: string, vote: Vote, over: { known?: KeptQuestion; atMs?: number } = {}) =>
    open.store.guilds.vote({
      questionId: '1001',
      memberId,
      vote,
      atMs: over.atMs ?? 2_000,
      question: over.known ?? answered,
    });
}

/** What every store of feedback does, whatever database is under it. */
export function describeFeedbackStore(databases: TestDatabases): void {
  describe(`feedback on ${databases.name}`, () => {
    describeVotes(databases);
    describeCounts(databases);
    describeLastActs(databases);
  });
}

function describeVotes(databases: TestDatabases): void {
  const open = openForEachTest(databases);
  const cast = caster(open);

  test('counts one vote per member, changes it, and gives it back', async () => {
    expect(await cast('1', { value: 'up' })).toBe('counted');
    expect(await cast('2', { value: 'down' })).toBe('counted');
    expect(await cast('1', { value: 'down', reason: 'wrong-passage' })).toBe('changed');
    expect(await cast('1', { value: 'down', reason: 'wrong-passage' })).toBe('unchanged');
    expect(await open.store.guilds.voteOf('1001', '1')).toEqual({ value: 'down', reason: 'wrong-passage' });
    expect(await open.store.guilds.voteOf('1001', '2')).toEqual({ value: 'down' });
    expect(await open.store.guilds.voteOf('1001', '3')).toBeUndefined();
    expect(await open.store.guilds.votesOn('1001')).toEqual({
      up: 0,
      down: 2,
      reasons: { ...noVotes.reasons, 'wrong-passage': 1 },
    });
  });

  test('a vote on a question that nobody knows any more is too old', async () => {
    const vote = { questionId: '1001', memberId: '1', vote: { value: 'up' }, atMs: 1 } as const;
    expect(await open.store.guilds.vote(vote)).toBe('too-old');
    await open.store.guilds.keepQuestion(question);
    expect(await open.store.guilds.vote(vote)).toBe('counted');
  });

  test('withdrawing the last vote on an answered question forgets its text', async () => {
    await cast('1', { value: 'down' });
    await cast('2', { value: 'up' });
    expect(await open.store.guilds.withdrawVote('1001', '1')).toBe(true);
    expect(await open.store.guilds.withdrawVote('1001', '1')).toBe(false);
    expect((await open.store.guilds.votesOn('1001')).up).toBe(1);
    expect(await open.store.guilds.gapQuestions('3001')).toEqual([]);
    await open.store.guilds.withdrawVote('1001', '2');
    const late = { questionId: '1001', memberId: '1', vote: { value: 'up' }, atMs: 1 } as const;
    expect(await open.store.guilds.vote(late)).toBe('too-old');
  });

  test('withdrawing the last vote on an unanswered question leaves the gap', async () => {
    await cast('1', { value: 'up' }, { known: question });
    await open.store.guilds.withdrawVote('1001', '1');
    expect(await open.store.guilds.gapQuestions('3001')).toHaveLength(1);
  });
}

function describeCounts(databases: TestDatabases): void {
  const open = openForEachTest(databases);
  const cast = caster(open);

  test('counts 30 members voting on one answer at once', async () => {
    await Promise.all(Array.from({ length: 30 }, async (_, index) => cast(`${index}`, { value: 'down' })));
    expect((await open.store.guilds.votesOn('1001')).down).toBe(30);
  });

  test('sums votes by passage from a time on, the worst first', async () => {
    const other = {
      ...answered,
      questionId: '1002',
      shown: { articleId: 'xai', version: 'v2', passageId: 'xai#3' },
    };
    await cast('1', { value: 'up' }, { atMs: 10 });
    await cast('2', { value: 'down', reason: 'not-what-i-asked' }, { atMs: 20 });
    await open.store.guilds.vote({
      questionId: '1002',
      memberId: '1',
      vote: { value: 'up' },
      atMs: 30,
      question: other,
    });
    const passage = { articleId: 'xai', passageId: 'xai#3' };
    expect(await open.store.guilds.feedback('3001', 20)).toEqual([
      {
        ...passage,
        version: 'v1',
        votes: { up: 0, down: 1, reasons: { ...noVotes.reasons, 'not-what-i-asked': 1 } },
      },
      { ...passage, version: 'v2', votes: { ...noVotes, up: 1 } },
    ]);
    expect(await open.store.guilds.feedback('3001', 31)).toEqual([]);
    expect(await open.store.guilds.feedback('3002', 0)).toEqual([]);
  });
}

const acts = fc.array(
  fc.record({
    member: fc.constantFrom('1', '2', '3'),
    vote: fc.constantFrom<(Vote | 'withdraw')[]>(
      { value: 'up' },
      { value: 'down' },
      { value: 'down', reason: 'cut-out-of-context' },
      'withdraw',
    ),
  }),
  { maxLength: 12 },
);

function describeLastActs(databases: TestDatabases): void {
  const open = openForEachTest(databases);
  const cast = caster(open);

  test('whatever members do in whatever order, their last act counts', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        await open.store.guilds.dropQuestion('1001');
        const last = new Map<string, Vote>();
        for (const { member, vote } of list) {
          if (vote === 'withdraw') {
            expect(await open.store.guilds.withdrawVote('1001', member)).toBe(last.delete(member));
          } else {
            const before = last.get(member);
            const expected = before === undefined ? 'counted' : 'changed';
            const isSame = JSON.stringify(before) === JSON.stringify(vote);
            expect(await cast(member, vote)).toBe(isSame ? 'unchanged' : expected);
            last.set(member, vote);
          }
        }
        const votes = await open.store.guilds.votesOn('1001');
        expect([votes.up, votes.down]).toEqual([
          [...last.values()].filter(({ value }) => value === 'up').length,
          [...last.values()].filter(({ value }) => value === 'down').length,
        ]);
      }),
      { numRuns: 20 },
    );
  });
}
