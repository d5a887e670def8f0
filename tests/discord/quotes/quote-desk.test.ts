import { describe, expect, test } from 'vitest';
import { replay } from '../../../src/quotes/apply-event.ts';
import { placeSentences } from '../../../src/quotes/select-sentences.ts';
import { defaultSuggestionLimits, suggestionDayMs } from '../../../src/quotes/suggestion-cap.ts';
import {
  bodyFrom,
  bridge,
  guildId,
  member,
  moderator,
  newerBody,
  otherModerator,
  system,
} from '../../quotes/make-quote.ts';
import { correctedBridge } from './corrected-bridge.ts';
import { dailySchedule } from '../../store/quote-traces.ts';
import { makeDeskScene } from './desk-scene.ts';

const suggestion = { guildId, actor: member, articleId: bridge.id, selection: [2] } as const;

describe('suggesting', () => {
  test('writes a numbered quote whose words are kept with it', async () => {
    const { desk, store } = await makeDeskScene();
    const outcome = await desk.suggest(suggestion);
    expect(outcome).toMatchObject({ ok: true, quote: { number: 1, state: 'suggested', revision: 1 } });
    const snapshot = await store.quotes.snapshot(guildId, bridge.id, bridge.version);
    expect(snapshot?.text).toBe(bridge.text);
  });

  test('shows the live quote that already holds the words instead of adding one', async () => {
    const { desk, store } = await makeDeskScene();
    await desk.suggest(suggestion);
    const again = await desk.suggest({ ...suggestion, actor: otherModerator });
    expect(again).toMatchObject({ ok: false, reason: 'overlaps', overlaps: [{ quote: { number: 1 } }] });
    expect(await store.quotes.count({ guildId })).toBe(1);
  });

  test('adds one where twenty ask for the same words at the same moment', async () => {
    const { desk, store } = await makeDeskScene();
    const outcomes = await Promise.all(Array.from({ length: 20 }, async () => desk.suggest(suggestion)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await store.quotes.count({ guildId })).toBe(1);
  });

  test('holds members to their cap within 24 hours, and moderators to none', async () => {
    const { desk, clock } = await makeDeskScene();
    const ordinals = placeSentences(bridge).map(({ ordinal }) => ordinal);
    const reasons: string[] = [];
    const ask = async (actor: typeof member) => {
      for (const ordinal of ordinals) {
        const outcome = await desk.suggest({ ...suggestion, actor, selection: [ordinal] });
        reasons.push(outcome.ok ? 'ok' : outcome.reason);
      }
    };
    await ask(member);
    expect(reasons.filter((reason) => reason === 'ok')).toHaveLength(defaultSuggestionLimits.openMax);
    expect(reasons).toContain('too-many-open');
    reasons.length = 0;
    clock.moveTo(clock.now() + suggestionDayMs);
    await ask(moderator);
    expect(reasons).toContain('ok');
    expect(reasons).not.toContain('too-many-open');
  });

  test.for([
    ['unknown-article', { articleId: 'nothing' }],
    ['no-such-sentence', { selection: [9_999] }],
    ['no-such-sentence', { selection: [] }],
  ] as const)('refuses: %s', async ([reason, over]) => {
    const { desk } = await makeDeskScene();
    expect(await desk.suggest({ ...suggestion, ...over })).toEqual({ ok: false, reason });
  });
});

describe('acting', () => {
  test('fifty who approve at once: one does, forty-nine are told', async () => {
    const { desk, store, suggest } = await makeDeskScene();
    const { number } = await suggest();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async () =>
        desk.act({ guildId, number, action: { kind: 'approve' }, actor: moderator, expectedRevision: 1 }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome]));
    expect(refused).toHaveLength(49);
    expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(['stale']));
    expect(refused.every(({ quote }) => quote?.state === 'approved')).toBe(true);
    expect(await store.quotes.history(guildId, number)).toHaveLength(2);
  });

  test('an approval is due at once where the server has a channel for quotes', async () => {
    const { desk, clock, configure, suggest } = await makeDeskScene();
    await configure({ quoteChannelId: '500' });
    const { number } = await suggest();
    const outcome = await desk.act({ guildId, number, action: { kind: 'approve' }, actor: moderator });
    expect(outcome).toMatchObject({ ok: true, quote: { state: 'scheduled', dueAtMs: clock.now() } });
  });

  test('an approval waits for its turn where the server has a schedule', async () => {
    const { desk, store, configure, suggest } = await makeDeskScene();
    await configure({ quoteChannelId: '500' });
    await store.quotes.saveSchedule({ ...dailySchedule, guildId });
    const { number } = await suggest();
    const outcome = await desk.act({ guildId, number, action: { kind: 'approve' }, actor: moderator });
    expect(outcome).toMatchObject({ ok: true, quote: { state: 'approved' } });
  });

  test('the two-person rule is the server’s setting', async () => {
    const { desk, configure, suggest } = await makeDeskScene();
    await configure({ twoPersonRule: true });
    const { number } = await suggest([2], moderator);
    const approve = { guildId, number, action: { kind: 'approve' } } as const;
    const own = await desk.act({ ...approve, actor: moderator });
    expect(own).toMatchObject({ ok: false, reason: 'second-person-needed', quote: { number } });
    expect(await desk.act({ ...approve, actor: otherModerator })).toMatchObject({ ok: true });
  });

  test.for([
    ['unknown-quote', moderator, 9],
    ['not-permitted', member, 1],
  ] as const)('refuses: %s', async ([reason, actor, number]) => {
    const { desk, suggest } = await makeDeskScene();
    await suggest();
    const outcome = await desk.act({ guildId, number, action: { kind: 'approve' }, actor });
    expect(outcome).toMatchObject({ ok: false, reason });
  });

  test('words that another quote holds already are shown instead of adjusted to', async () => {
    const { desk, store, suggest } = await makeDeskScene();
    const other = await suggest([2]);
    const { number } = await suggest([3]);
    const act = { guildId, number, actor: moderator } as const;
    const taken = await desk.act({ ...act, action: { kind: 'adjust', body: bodyFrom(bridge, [2]) } });
    expect(taken).toMatchObject({
      ok: false,
      reason: 'overlaps',
      overlaps: [{ quote: { number: other.number }, share: 1, isSame: true }],
    });
    expect(await store.quotes.quote(guildId, number)).toMatchObject({ revision: 1 });
    // Its own words are no obstacle.
    const wider = await desk.act({ ...act, action: { kind: 'adjust', body: bodyFrom(bridge, [3, 4]) } });
    expect(wider).toMatchObject({ ok: true });
  });

  test('a rejection is not taken back once another quote holds its words', async () => {
    const { desk, suggest } = await makeDeskScene();
    const { number } = await suggest([2]);
    const reject = { kind: 'reject', reason: 'Tidak.' } as const;
    const act = { guildId, actor: moderator } as const;
    await desk.act({ ...act, number, action: reject });
    const other = await suggest([2]);
    const undone = await desk.act({ ...act, number, action: { kind: 'undo' } });
    expect(undone).toMatchObject({ ok: false, reason: 'overlaps', quote: { state: 'rejected' } });
    await desk.act({ ...act, number: other.number, action: reject });
    expect(await desk.act({ ...act, number, action: { kind: 'undo' } })).toMatchObject({ ok: true });
  });

  test('with the two-person rule, who suggested a quote does not correct its post alone', async () => {
    const { desk, articles, configure, suggest } = await makeDeskScene();
    await configure({ twoPersonRule: true });
    const { number } = await suggest([2], moderator);
    const { article, body } = correctedBridge();
    articles.set(article.id, article);
    const act = { guildId, number } as const;
    await desk.act({ ...act, actor: otherModerator, action: { kind: 'approve' } });
    const begin = { kind: 'begin-posting', channelId: '500' } as const;
    await desk.act({ ...act, actor: moderator, action: begin });
    await desk.act({ ...act, actor: system, action: { kind: 'posted', messageId: '900' } });
    const correct = { kind: 'correct', body } as const;
    const own = await desk.act({ ...act, actor: moderator, action: correct });
    expect(own).toMatchObject({ ok: false, reason: 'second-person-needed' });
    expect(await desk.act({ ...act, actor: otherModerator, action: correct })).toMatchObject({ ok: true });
  });

  test('words of a version that nobody has kept are never written', async () => {
    const { desk, store, suggest } = await makeDeskScene();
    const { number } = await suggest();
    const action = { kind: 'adjust', body: newerBody } as const;
    await expect(desk.act({ guildId, number, action, actor: moderator })).rejects.toThrow('No snapshot');
    expect(await store.quotes.quote(guildId, number)).toMatchObject({ revision: 1 });
  });

  test('a schedule that somebody changed meanwhile keeps the whole step from happening', async () => {
    const { desk, store, suggest } = await makeDeskScene();
    const { number } = await suggest();
    const stored = { ...dailySchedule, guildId };
    await store.quotes.saveSchedule(stored);
    const act = { guildId, number, action: { kind: 'approve' }, actor: moderator } as const;
    const stale = await desk.act({ ...act, alongside: { schedule: { ...stored, revision: 5 } } });
    expect(stale).toMatchObject({ ok: false, reason: 'stale', quote: { state: 'suggested' } });
    const next = { ...stored, lastRunMs: 5, revision: 2 };
    expect(await desk.act({ ...act, alongside: { schedule: next } })).toMatchObject({ ok: true });
    expect(await store.quotes.schedule(guildId)).toEqual(next);
  });
});

describe('listening', () => {
  test('hears every change in order, and one that throws stops neither the act nor the others', async () => {
    const { desk, store, suggest } = await makeDeskScene();
    const heard: string[] = [];
    desk.onChange(() => {
      throw new Error('cannot');
    });
    const stop = desk.onChange((quote, event) => {
      heard.push(`${event.change.kind} ${quote.state}`);
    });
    const { number } = await suggest();
    const act = { guildId, number, actor: moderator } as const;
    await desk.act({ ...act, action: { kind: 'annotate', note: 'Catatan.' } });
    await desk.act({ ...act, action: { kind: 'approve' } });
    await desk.act({ ...act, action: { kind: 'approve' } });
    await desk.settle();
    expect(heard).toEqual(['suggested suggested', 'annotated suggested', 'approved approved']);
    stop();
    await desk.act({ ...act, action: { kind: 'undo' } });
    await desk.settle();
    expect(heard).toHaveLength(3);
    const events = await store.quotes.history(guildId, number);
    expect(replay(events)).toEqual(await store.quotes.quote(guildId, number));
  });
});
