import { describe, expect, test } from 'vitest';
import { settingsDefaults } from '../../src/guilds/settings.ts';
import type { TestDatabases } from './databases.ts';
import { openForEachTest } from './open-for-each-test.ts';

/** What a restart must not lose, on every database that keeps anything. */
export function describeRestart(databases: TestDatabases): void {
  describe(`restart on ${databases.name}`, () => {
    const open = openForEachTest(databases);

    test('goes on with claims, threads, settings, votes, gaps and lessons', async () => {
      const asked = { askedBy: '4', askedAtMs: 10, corpusVersion: 'c' };
      const claim = { messageId: '1', channelId: '2', claimedAtMs: 10 };
      await open.store.conversations.claim(claim);
      await open.store.conversations.openThread({ threadId: '6', channelId: '2', guildId: '3', atMs: 10 });
      await open.store.conversations.recordTurn({
        ...asked,
        questionId: '1',
        channelId: '2',
        threadId: '6',
        question: 'Siapa?',
        verdict: 'answers',
      });
      const act = { guildId: '3', by: '9', atMs: 11 };
      await open.store.guilds.saveSettings({
        guildId: '3',
        settings: settingsDefaults,
        expectedRevision: 0,
        changedBy: '9',
        atMs: 11,
      });
      const kept = { ...asked, questionId: '1', guildId: '3', text: 'Siapa?', unanswered: true };
      await open.store.guilds.keepQuestion(kept);
      await open.store.guilds.vote({ questionId: '1', memberId: '4', vote: { value: 'down' }, atMs: 12 });
      const place = { articleId: 'a', version: 'v', passageId: 'a#1', start: 0, end: 1, text: 'x' };
      await open.store.guilds.teachGap({ ...act, questionIds: ['1'], ownWordings: [], place });
      await open.restart();
      const { conversations, guilds } = open.store;
      expect(await conversations.claim(claim)).toBe(false);
      expect(await conversations.unfinishedClaims({ sinceMs: 0, beforeMs: 20 })).toEqual([claim]);
      expect(await conversations.previousQuestions({ threadId: '6' }, { sinceMs: 0, count: 5 })).toEqual([
        'Siapa?',
      ]);
      expect((await conversations.thread('6'))?.answerCount).toBe(1);
      expect((await guilds.settings('3')).revision).toBe(1);
      expect(await guilds.voteOf('1', '4')).toEqual({ value: 'down' });
      expect((await guilds.lessons('3'))[0]?.wordings).toEqual(['Siapa?']);
      expect((await guilds.gapQuestions('3'))[0]).toHaveProperty('decisionId');
    });
  });
}
