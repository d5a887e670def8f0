import { describe, expect, test } from 'vitest';
import type { Turn } from '../../src/conversation/conversation-store.ts';
import type { TestDatabases } from './databases.ts';
import { openForEachTest } from './open-for-each-test.ts';

const claim = { messageId: '1001', channelId: '2001', guildId: '3001', claimedAtMs: 1_000 };

/** A turn of channel 2001; each test spoils one property. */
const turn: Turn = {
  questionId: '1001',
  answerId: '1002',
  guildId: '3001',
  channelId: '2001',
  askedBy: '4001',
  question: 'Siapa yang keluar dari xAI?',
  askedAtMs: 1_000,
  verdict: 'answers',
  shown: { articleId: 'xai', version: 'a'.repeat(64), passageId: 'xai#3' },
  corpusVersion: 'c1',
};

/** What every store of conversations does, whatever database is under it. */
export function describeConversationStore(databases: TestDatabases): void {
  describe(`conversations on ${databases.name}`, () => {
    describeClaims(databases);
    describeTurns(databases);
    describeEdits(databases);
    describeThreads(databases);
  });
}

function describeClaims(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('one of 50 simultaneous claims of a message wins', async () => {
    const won = await Promise.all(
      Array.from({ length: 50 }, async () => open.store.conversations.claim(claim)),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  test('one of 50 simultaneous claims of an interaction wins, and no message is taken by it', async () => {
    const { conversations } = open.store;
    const won = await Promise.all(
      Array.from({ length: 50 }, async () =>
        conversations.claimInteraction({ interactionId: claim.messageId, claimedAtMs: 1_000 }),
      ),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await conversations.claim(claim)).toBe(true);
  });

  test('gives unfinished claims of a window, oldest first, and each to one taker', async () => {
    const { conversations } = open.store;
    await conversations.claim({ ...claim, messageId: '3', claimedAtMs: 30 });
    await conversations.claim({ ...claim, messageId: '2', claimedAtMs: 20 });
    await conversations.claim({ messageId: '1', channelId: '2001', claimedAtMs: 10 });
    await conversations.claim({ ...claim, messageId: '4', claimedAtMs: 25 });
    await conversations.finish('4');
    const left = await conversations.unfinishedClaims({ sinceMs: 10, beforeMs: 30 });
    expect(left.map(({ messageId }) => messageId)).toEqual(['1', '2']);
    expect(left[0]).toEqual({ messageId: '1', channelId: '2001', claimedAtMs: 10 });
    const taken = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => conversations.takeOver(left[1]!, 100 + index)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    await conversations.finish('1');
    expect(await conversations.takeOver(left[0]!, 200)).toBe(false);
  });
}

function describeTurns(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('remembers a turn under its question and its answer', async () => {
    expect(await open.store.conversations.recordTurn(turn)).toBe(true);
    expect(await open.store.conversations.turnOfQuestion('1001')).toEqual(turn);
    expect(await open.store.conversations.turnOfAnswer('1002')).toEqual(turn);
    expect(await open.store.conversations.turnOfQuestion('1002')).toBeUndefined();
  });

  test('keeps the absent absent', async () => {
    const { answerId: _, guildId: __, shown: ___, ...bare } = turn;
    await open.store.conversations.recordTurn(bare);
    expect(await open.store.conversations.turnOfQuestion('1001')).toStrictEqual(bare);
  });

  test('previous questions are the newest few of the place, oldest first', async () => {
    const { conversations } = open.store;
    const ask = async (questionId: string, over: Partial<Turn>) =>
      conversations.recordTurn({
        ...turn,
        questionId,
        answerId: `a${questionId}`,
        question: questionId,
        ...over,
      });
    await ask('b', { askedAtMs: 20 });
    await ask('a', { askedAtMs: 10 });
    await ask('c', { askedAtMs: 30 });
    await ask('other member', { askedAtMs: 31, askedBy: '4002' });
    await ask('other channel', { askedAtMs: 32, channelId: '2002' });
    await ask('thread 1', { askedAtMs: 33, threadId: '5001' });
    await ask('thread 2', { askedAtMs: 34, threadId: '5001', askedBy: '4002' });
    const mine = { channelId: '2001', askedBy: '4001' };
    expect(await conversations.previousQuestions(mine, { sinceMs: 10, count: 2 })).toEqual(['b', 'c']);
    expect(await conversations.previousQuestions(mine, { sinceMs: 10, count: 9 })).toEqual(['a', 'b', 'c']);
    expect(await conversations.previousQuestions(mine, { sinceMs: 11, count: 9 })).toEqual(['b', 'c']);
    expect(
      await conversations.previousQuestions(mine, { sinceMs: 10, beforeMs: 30, count: 9 }),
    ).not.toContain('c');
    expect(await conversations.previousQuestions({ threadId: '5001' }, { sinceMs: 0, count: 9 })).toEqual([
      'thread 1',
      'thread 2',
    ]);
  });

  test('takes text that a database would refuse', async () => {
    const question = `\u0000'); drop table turns; -- \uD800 ${'🙂'.repeat(700)}`;
    await open.store.conversations.recordTurn({ ...turn, question });
    const kept = (await open.store.conversations.turnOfQuestion('1001'))?.question ?? '';
    expect(kept.startsWith("\uFFFD'); drop table turns; -- \uFFFD 🙂")).toBe(true);
    expect(kept.endsWith('🙂…')).toBe(true);
    expect(kept.length).toBeLessThanOrEqual(1_000);
  });
}

function describeEdits(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('an edit changes question, verdict and passage, and nothing else', async () => {
    const { conversations } = open.store;
    await conversations.recordTurn(turn);
    const revision = {
      question: 'Kapan dia keluar?',
      verdict: 'does-not-say',
      corpusVersion: 'c2',
    } as const;
    expect(await conversations.reviseTurn('1001', revision)).toBe(true);
    const { shown: _, ...rest } = turn;
    expect(await conversations.turnOfQuestion('1001')).toEqual({ ...rest, ...revision });
    expect(await conversations.reviseTurn('9999', revision)).toBe(false);
  });

  test('a deleted question gives its turn to one remover', async () => {
    await open.store.conversations.recordTurn(turn);
    const removed = await Promise.all([1, 2, 3].map(async () => open.store.conversations.removeTurn('1001')));
    expect(removed.filter((each) => each !== undefined)).toEqual([turn]);
    expect(await open.store.conversations.turnOfAnswer('1002')).toBeUndefined();
  });
}

function describeThreads(databases: TestDatabases): void {
  const open = openForEachTest(databases);

  test('a question recorded twice is one turn and one answer of its thread', async () => {
    const { conversations } = open.store;
    const thread = { threadId: '5001', channelId: '2001', guildId: '3001', atMs: 900 };
    await conversations.openThread(thread);
    await conversations.openThread({ ...thread, atMs: 950 });
    const inThread = { ...turn, threadId: '5001' };
    expect(await conversations.recordTurn(inThread)).toBe(true);
    expect(await conversations.recordTurn({ ...inThread, question: 'lagi' })).toBe(false);
    expect((await conversations.turnOfQuestion('1001'))?.question).toBe(turn.question);
    expect(await conversations.thread('5001')).toEqual({ threadId: '5001', answerCount: 1 });
    await conversations.removeTurn('1001');
    expect((await conversations.thread('5001'))?.answerCount).toBe(1);
  });

  test('counts every one of 20 answers given in a thread at once', async () => {
    const { conversations } = open.store;
    await conversations.openThread({ threadId: '5001', channelId: '2001', guildId: '3001', atMs: 900 });
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        conversations.recordTurn({
          ...turn,
          threadId: '5001',
          questionId: `q${index}`,
          answerId: `a${index}`,
        }),
      ),
    );
    expect((await conversations.thread('5001'))?.answerCount).toBe(20);
  });

  test('a moderator steps into a thread of the bot and out again', async () => {
    const { conversations } = open.store;
    await conversations.openThread({ threadId: '5001', channelId: '2001', guildId: '3001', atMs: 900 });
    await conversations.stepIn('5001', 2_000);
    await conversations.stepIn('7777', 2_000);
    expect((await conversations.thread('5001'))?.moderatorSteppedInAtMs).toBe(2_000);
    expect(await conversations.thread('7777')).toBeUndefined();
    await conversations.stepOut('5001');
    expect(await conversations.thread('5001')).toEqual({ threadId: '5001', answerCount: 0 });
  });
}
