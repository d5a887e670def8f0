import { describe, expect, test } from 'vitest';
import { noVotes } from '../../src/guilds/feedback.ts';
import { lessonsMax, type KeptQuestion } from '../../src/guilds/guild-store.ts';
import type { LessonPlace } from '../../src/guilds/lessons.ts';
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

/** What every store of gaps and lessons does, whatever database is under it. */
export function describeGapStore(databases: TestDatabases): void {
  describe(`gaps and lessons on ${databases.name}`, () => {
    describeGapQuestions(databases);
    describeDecisions(databases);
    describeTeaching(databases);
    describeLessons(databases);
  });
}

function describeGapQuestions(databases: TestDatabases): void {
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
}

function describeDecisions(databases: TestDatabases): void {
  const open = openForEachTest(databases);

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
}

function describeTeaching(databases: TestDatabases): void {
  const open = openForEachTest(databases);

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
}

function describeLessons(databases: TestDatabases): void {
  const open = openForEachTest(databases);

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
}
