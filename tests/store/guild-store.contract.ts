import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeSettings } from '../../src/guilds/change-settings.ts';
import { noVotes, type Vote } from '../../src/guilds/feedback.ts';
import { lessonsMax, type KeptQuestion } from '../../src/guilds/guild-store.ts';
import type { LessonPlace } from '../../src/guilds/lessons.ts';
import { settingsDefaults, type GuildSettings } from '../../src/guilds/settings.ts';
import type { TestDatabases } from './databases.ts';
import { openForEachTest } from './open-for-each-test.ts';

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

const place: LessonPlace = {
  articleId: 'xai',
  version: 'v1',
  passageId: 'xai#7',
  start: 100,
  end: 112,
  text: 'Kata-katanya',
};

const act = { guildId: '3001', by: '9001', atMs: 5_000 };

const withRetention = (retentionDays: number): GuildSettings => {
  const outcome = changeSettings(settingsDefaults, { retentionDays });
  if (!outcome.ok) throw new Error('not a retention');
  return outcome.settings;
};

/** What every store of guilds does, whatever database is under it. */
export function describeGuildStore(databases: TestDatabases): void {
  describe(`settings on ${databases.name}`, () => {
    const open = openForEachTest(databases);

    test('a server that never chose has the defaults at revision 0', async () => {
      expect(await open.store.guilds.settings('3001')).toEqual({ settings: settingsDefaults, revision: 0 });
    });

    test('saves, remembers who and when, and reads back what was saved', async () => {
      const outcome = changeSettings(settingsDefaults, {
        channels: { '2001': { mode: 'questions', articles: ['a', 'b'] } },
        timeZone: 'Europe/London',
        retentionDays: 7,
      });
      const settings = outcome.ok ? outcome.settings : settingsDefaults;
      const save = { guildId: '3001', settings, expectedRevision: 0, changedBy: '9001', atMs: 77 };
      expect(await open.store.guilds.saveSettings(save)).toEqual({ ok: true, revision: 1 });
      const saved = { settings, revision: 1, changedBy: '9001', changedAtMs: 77 };
      expect(await open.store.guilds.settings('3001')).toEqual(saved);
      expect((await open.store.guilds.settings('3002')).revision).toBe(0);
    });

    test.for([0, 1])(
      'of ten moderators who saw revision %i one saves, the others see what he saved',
      async (seen) => {
        const { guilds } = open.store;
        const save = async (retentionDays: number, expectedRevision: number) =>
          guilds.saveSettings({
            guildId: '3001',
            settings: withRetention(retentionDays),
            expectedRevision,
            changedBy: `${9_000 + retentionDays}`,
            atMs: retentionDays,
          });
        if (seen === 1) await save(100, 0);
        const outcomes = await Promise.all(
          Array.from({ length: 10 }, async (_, index) => save(index + 1, seen)),
        );
        expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, revision: seen + 1 }]);
        const current = await guilds.settings('3001');
        for (const outcome of outcomes) if (!outcome.ok) expect(outcome.current).toEqual(current);
      },
    );
  });

  describe(`feedback on ${databases.name}`, () => {
    const open = openForEachTest(databases);
    const answered = { ...question, unanswered: false };
    const cast = async (memberId: string, vote: Vote, over: { known?: KeptQuestion; atMs?: number } = {}) =>
      open.store.guilds.vote({
        questionId: '1001',
        memberId,
        vote,
        atMs: over.atMs ?? 2_000,
        question: over.known ?? answered,
      });

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

    test('whatever members do in whatever order, their last act counts', async () => {
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
  });

  describe(`gaps and lessons on ${databases.name}`, () => {
    const open = openForEachTest(databases);

    test('gives unanswered and down-voted questions, newest first, without members', async () => {
      const { guilds } = open.store;
      await guilds.keepQuestion(question);
      await guilds.keepQuestion({ ...question, questionId: '1002', askedAtMs: 3_000 });
      const liked = { ...question, questionId: '1003', askedAtMs: 4_000, unanswered: false };
      await guilds.vote({
        questionId: '1003',
        memberId: '1',
        vote: { value: 'up' },
        atMs: 1,
        question: liked,
      });
      const disliked = { ...liked, questionId: '1004', askedAtMs: 2_000 };
      await guilds.vote({
        questionId: '1004',
        memberId: '1',
        vote: { value: 'down' },
        atMs: 1,
        question: disliked,
      });
      await guilds.keepQuestion({ ...question, questionId: '1005', guildId: '3002' });
      const found = await guilds.gapQuestions('3001');
      expect(found.map(({ questionId }) => questionId)).toEqual(['1002', '1004', '1001']);
      expect(found[1]).toEqual({
        questionId: '1004',
        text: question.text,
        askedAtMs: 2_000,
        unanswered: false,
        votes: { ...noVotes, down: 1 },
      });
    });

    test('an edited question is kept in its new words, once', async () => {
      await open.store.guilds.keepQuestion(question);
      await open.store.guilds.keepQuestion({ ...question, text: 'Siapa pendirinya?', askedAtMs: 9_999 });
      const found = await open.store.guilds.gapQuestions('3001');
      expect(found.map(({ text, askedAtMs }) => [text, askedAtMs])).toEqual([['Siapa pendirinya?', 1_000]]);
    });

    test('of ten moderators who dismiss one gap, one does', async () => {
      const { guilds } = open.store;
      await guilds.keepQuestion(question);
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, async (_, index) =>
          guilds.dismissGap({ ...act, by: `${index}`, questionIds: ['1001'] }),
        ),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'already-decided' });
      expect(await guilds.gapDecisions('3001')).toHaveLength(1);
    });

    test('a dismissal covers its questions until it is undone, once', async () => {
      const { guilds } = open.store;
      await guilds.keepQuestion(question);
      const outcome = await guilds.dismissGap({ ...act, questionIds: ['1001', '7777'] });
      const decisionId = outcome.ok ? outcome.decisionId : '';
      expect(await guilds.gapDecisions('3001')).toEqual([
        { decisionId, kind: 'dismissed', decidedBy: '9001', decidedAtMs: 5_000 },
      ]);
      expect((await guilds.gapQuestions('3001'))[0]?.decisionId).toBe(decisionId);
      const undo = { ...act, decisionId, atMs: 6_000 };
      expect(await guilds.undoDecision({ ...undo, guildId: '3002' })).toBe(false);
      const undone = await Promise.all([1, 2, 3].map(async () => guilds.undoDecision(undo)));
      expect(undone.filter(Boolean)).toHaveLength(1);
      expect(await guilds.gapDecisions('3001')).toEqual([]);
      expect((await guilds.gapQuestions('3001'))[0]).not.toHaveProperty('decisionId');
    });

    test('a moderator of another server cannot decide', async () => {
      await open.store.guilds.keepQuestion(question);
      const outcome = await open.store.guilds.dismissGap({ ...act, guildId: '3002', questionIds: ['1001'] });
      expect(outcome).toEqual({ ok: false, reason: 'already-decided' });
    });

    test('teaching keeps each wording once, the moderator’s own first, until it is undone', async () => {
      const { guilds } = open.store;
      await guilds.keepQuestion(question);
      await guilds.keepQuestion({ ...question, questionId: '1002', askedBy: '4002', askedAtMs: 2_000 });
      await guilds.keepQuestion({
        ...question,
        questionId: '1003',
        text: 'Modal awal dari siapa?',
        askedAtMs: 3_000,
      });
      const outcome = await guilds.teachGap({
        ...act,
        questionIds: ['1001', '1002', '1003'],
        ownWordings: ['Siapa pemodal pertama?'],
        place,
      });
      const decisionId = outcome.ok ? outcome.decisionId : '';
      expect(await guilds.lessons('3001')).toEqual([
        {
          decisionId,
          guildId: '3001',
          wordings: ['Siapa pemodal pertama?', 'Modal awal dari siapa?', question.text],
          place,
          isStale: false,
          taughtBy: '9001',
          taughtAtMs: 5_000,
        },
      ]);
      expect(await guilds.lessons('3002')).toEqual([]);
      expect((await guilds.gapDecisions('3001'))[0]?.kind).toBe('taught');
      await guilds.undoDecision({ ...act, decisionId });
      expect(await guilds.lessons('3001')).toEqual([]);
      expect((await guilds.gapQuestions('3001'))[0]).not.toHaveProperty('decisionId');
    });

    test('teaching what another moderator just dismissed changes nothing', async () => {
      const { guilds } = open.store;
      await guilds.keepQuestion(question);
      await guilds.dismissGap({ ...act, questionIds: ['1001'] });
      const outcome = await guilds.teachGap({ ...act, questionIds: ['1001'], ownWordings: [], place });
      expect(outcome).toEqual({ ok: false, reason: 'already-decided' });
      expect(await guilds.lessons('3001')).toEqual([]);
      expect(await guilds.gapDecisions('3001')).toHaveLength(1);
    });

    test('a lesson moves with its words, is marked where they are gone, and comes back with them', async () => {
      const { guilds } = open.store;
      const outcome = await guilds.teachGap({ ...act, questionIds: [], ownWordings: ['x'], place });
      const decisionId = outcome.ok ? outcome.decisionId : '';
      const moved = { ...place, version: 'v2', start: 200, end: 212, passageId: 'xai#8' };
      const moves = await Promise.all([1, 2].map(async () => guilds.moveLesson(decisionId, 'v1', moved)));
      expect(moves.filter(Boolean)).toHaveLength(1);
      expect((await guilds.lessons('3001'))[0]?.place).toEqual(moved);
      expect(await guilds.markLessonStale(decisionId, 'v1')).toBe(false);
      expect(await guilds.markLessonStale(decisionId, 'v2')).toBe(true);
      expect(await guilds.markLessonStale(decisionId, 'v2')).toBe(false);
      expect((await guilds.lessons('3001'))[0]?.isStale).toBe(true);
      expect(await guilds.moveLesson(decisionId, 'v2', { ...moved, version: 'v3' })).toBe(true);
      expect((await guilds.lessons('3001'))[0]?.isStale).toBe(false);
      await guilds.undoDecision({ ...act, decisionId });
      expect(await guilds.moveLesson(decisionId, 'v3', place)).toBe(false);
    });

    test('one process sends a week’s digest', async () => {
      const claims = await Promise.all(
        Array.from({ length: 10 }, async () => open.store.guilds.claimDigest('3001', '2026-11-16', 1)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await open.store.guilds.claimDigest('3001', '2026-11-23', 1)).toBe(true);
      expect(await open.store.guilds.claimDigest('3002', '2026-11-16', 1)).toBe(true);
    });

    test('takes hostile text and as many questions as a list may name', async () => {
      const { guilds } = open.store;
      const text = `\u0000'; drop table votes; -- \uDC00 ${'ü'.repeat(3_000)}`;
      await guilds.keepQuestion({ ...question, text });
      const questionIds = ['1001', ...Array.from({ length: 1_999 }, (_, index) => `n${index}`)];
      const outcome = await guilds.teachGap({ ...act, questionIds, ownWordings: [text], place });
      expect(outcome.ok).toBe(true);
      const [wording = ''] = (await guilds.lessons('3001'))[0]?.wordings ?? [];
      expect(wording).toHaveLength(1_000);
      expect(wording.startsWith("\uFFFD'; drop table votes; -- \uFFFD üü")).toBe(true);
    });
  });

  describe(`the bound of lessons on ${databases.name}`, () => {
    const open = openForEachTest(databases);

    test('the last lesson that fits is taught, the next is not', async () => {
      const teach = async () =>
        open.store.guilds.teachGap({ ...act, questionIds: [], ownWordings: ['x'], place });
      for (let count = 1; count < lessonsMax; count += 1) await teach();
      const last = await teach();
      expect(last.ok).toBe(true);
      expect(await teach()).toEqual({ ok: false, reason: 'too-many-lessons' });
      await open.store.guilds.undoDecision({ ...act, decisionId: last.ok ? last.decisionId : '' });
      expect((await teach()).ok).toBe(true);
      expect(await open.store.guilds.lessons('3001')).toHaveLength(lessonsMax);
    }, 60_000);
  });
}
