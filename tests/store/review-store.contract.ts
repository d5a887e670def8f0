import { describe, expect, test } from 'vitest';
import type { TestDatabases } from './databases.ts';
import { openForEachTest } from './open-for-each-test.ts';
import { act, suggestQuote } from './quote-traces.ts';

const guildId = '3001';
const moderator = { id: '9001', role: 'moderator' } as const;

/** What every store of review cards does, whatever database is under it. */
export function describeReviewStore(databases: TestDatabases): void {
  describe(`review cards on ${databases.name}`, () => {
    const open = openForEachTest(databases);
    describeNotices(open);
    describeTelling(open);

    test('knows a card until it is forgotten, and keeps what else is known', async () => {
      const { reviews } = open.store;
      expect(await reviews.card(guildId, 1)).toBeUndefined();
      await reviews.saveLocale(guildId, 1, 'id');
      const card = { channelId: '50', messageId: '60', revision: 1 };
      await reviews.saveCard(guildId, 1, card);
      await reviews.saveCard(guildId, 1, { ...card, revision: 2 });
      expect(await reviews.card(guildId, 1)).toEqual({ ...card, revision: 2 });
      await reviews.forgetCard(guildId, 1);
      expect(await reviews.card(guildId, 1)).toBeUndefined();
      expect(await reviews.locale(guildId, 1)).toBe('id');
      expect(await reviews.locale('3002', 1)).toBeUndefined();
    });

    test('names the quotes whose card is missing or says too little', async () => {
      const { reviews, quotes } = open.store;
      const numbers = [];
      for (let count = 0; count < 3; count += 1) numbers.push(await suggestQuote(quotes, guildId, '4001'));
      const [first = 0, second = 0, third = 0] = numbers;
      expect(await reviews.behind(guildId, 10)).toEqual(numbers);
      expect(await reviews.behind(guildId, 2)).toEqual([first, second]);
      expect(await reviews.behind('3002', 10)).toEqual([]);
      const card = { channelId: '50', messageId: '60', revision: 1 };
      await reviews.saveCard(guildId, first, card);
      await reviews.saveCard(guildId, second, card);
      await act(quotes, { guildId, number: second }, moderator, { kind: 'approve' });
      // What was decided before there was a review channel needs no card any more.
      await act(quotes, { guildId, number: third }, moderator, { kind: 'approve' });
      expect(await reviews.behind(guildId, 10)).toEqual([second]);
    });

    test('wants no card for what came with a file', async () => {
      const { reviews, quotes } = open.store;
      const number = await suggestQuote(quotes, guildId, '4001', 1_000, true);
      const usual = await suggestQuote(quotes, guildId, '4001');
      expect(await reviews.behind(guildId, 10)).toEqual([usual]);
      expect(await reviews.wantsCard(guildId, number)).toBe(false);
      expect(await reviews.wantsCard(guildId, usual)).toBe(true);
    });
  });
}

function describeNotices(open: ReturnType<typeof openForEachTest>): void {
  test('knows who was asked about a changed article, apart from the card, until it is forgotten', async () => {
    const { reviews, quotes } = open.store;
    const number = await suggestQuote(quotes, guildId, '4001');
    const card = { channelId: '50', messageId: '60', revision: 1 };
    await reviews.saveCard(guildId, number, card);
    expect(await reviews.notice(guildId, number)).toBeUndefined();
    const notice = { channelId: '51', messageId: '61', revision: 1 };
    await reviews.saveNotice(guildId, number, notice);
    expect(await reviews.notice(guildId, number)).toEqual(notice);
    expect(await reviews.card(guildId, number)).toEqual(card);
    expect(await reviews.noticesBehind(guildId, 10)).toEqual([]);
    await act(quotes, { guildId, number }, moderator, { kind: 'approve' });
    expect(await reviews.noticesBehind(guildId, 10)).toEqual([number]);
    expect(await reviews.noticesBehind('3002', 10)).toEqual([]);
    await reviews.forgetNotice(guildId, number);
    expect(await reviews.notice(guildId, number)).toBeUndefined();
    expect(await reviews.noticesBehind(guildId, 10)).toEqual([]);
  });
}

function describeTelling(open: ReturnType<typeof openForEachTest>): void {
  test('lets one of many tell an outcome, and again only another one', async () => {
    const { reviews } = open.store;
    const claim = async (outcome: 'rejected' | 'posted', reason?: string) =>
      reviews.claimTelling(guildId, 1, { outcome, reason });
    const claims = await Promise.all(Array.from({ length: 10 }, async () => claim('rejected')));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await claim('posted')).toBe(true);
    expect(await claim('posted')).toBe(false);
    expect(await claim('rejected', 'Salah.')).toBe(true);
    expect(await claim('rejected', 'Salah.')).toBe(false);
    expect(await claim('rejected', 'Terlalu pendek.')).toBe(true);
  });

  test('tells everybody who has not said otherwise', async () => {
    const { reviews, privacy } = open.store;
    expect(await reviews.wantsOutcomes('4001')).toBe(true);
    await reviews.setWantsOutcomes('4001', false, 1_000);
    await reviews.setWantsOutcomes('4001', false, 2_000);
    expect(await reviews.wantsOutcomes('4001')).toBe(false);
    expect(await reviews.wantsOutcomes('4002')).toBe(true);
    await reviews.setWantsOutcomes('4001', true, 3_000);
    expect(await reviews.wantsOutcomes('4001')).toBe(true);
    await reviews.setWantsOutcomes('4001', false, 4_000);
    await privacy.sweep(4_000 + 10 * 365 * 86_400_000);
    expect(await reviews.wantsOutcomes('4001')).toBe(false);
    await privacy.forgetMember('4001');
    expect(await reviews.wantsOutcomes('4001')).toBe(true);
  });
}
