import { describe, expect, test } from 'vitest';
import { createCardRenderer } from '../../../src/quotes/card/render-card.ts';
import { loadCardFonts } from '../../../src/quotes/card/load-card-fonts.ts';
import { lookedPostsMax } from '../../../src/discord/quotes/look-at-posts.ts';
import { lookEveryMs } from '../../../src/discord/quotes/quote-worker.ts';
import { renderFailure } from '../../../src/discord/quotes/posting-failure.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import type { Quote } from '../../../src/quotes/quote.ts';
import { replay } from '../../../src/quotes/apply-event.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFakeBoard, type FakeBoard } from '../../fakes/quote-board.ts';
import { bridge, guildId, moderator } from '../../quotes/make-quote.ts';
import { correctedBridge } from './corrected-bridge.ts';
import { deskStartMs } from './desk-scene.ts';
import { makePostingScene, quoteChannel, reviewChannel, type PostingScene } from './posting-scene.ts';

const hourMs = 3_600_000;

const openCards = async () => createCardRenderer(await loadCardFonts());
const noCards = () => Promise.reject(new Error('no fonts'));
const tooMuchWritten: FakeBoard['ownMessages'] = async () => ({ ok: true, messages: [], isComplete: false });

/** Why its last attempt failed, as a reader of that language sees it. */
function whyOf({ lastFailure = '' }: Quote, locale = 'id'): string {
  return renderFailure(lastFailure, textsFor(locale));
}

async function changesOf({ store }: PostingScene, number: number): Promise<string[]> {
  const events = await store.quotes.history(guildId, number);
  expect(replay(events)).toEqual(await store.quotes.quote(guildId, number));
  return events.map(({ change }) => change.kind);
}

describe('posting', () => {
  test('an approved quote is posted once: words, number, place', async () => {
    const scene = await makePostingScene();
    const number = await scene.approve();
    await scene.pass(hourMs);
    expect(scene.posts()).toEqual([
      expect.stringMatching(
        /^> Jembatan Lontara di Kota .+\n\*\*#1\*\* · Jembatan Lontara Dibuka Kembali · paragraf 1, kalimat 1$/u,
      ),
    ]);
    expect(await scene.quote(number)).toMatchObject({
      state: 'posted',
      posts: [{ channelId: quoteChannel }],
    });
    expect(await changesOf(scene, number)).toEqual(['suggested', 'approved', 'posting-begun', 'posted']);
    expect(scene.notices()).toEqual([]);
  });

  test('one that is scheduled is posted at its time, not before', async () => {
    const scene = await makePostingScene();
    const { number } = await scene.suggest([2]);
    const dueAtMs = scene.clock.now() + hourMs;
    await scene.act(number, { kind: 'approve', dueAtMs });
    await scene.pass(hourMs - 1);
    expect(scene.posts()).toEqual([]);
    await scene.pass(lookEveryMs);
    expect(scene.posts()).toHaveLength(1);
  });

  test('a moderator posts what waits without a schedule, and what is out already once more', async () => {
    const scene = await makePostingScene();
    await scene.configure({ quoteChannelId: null });
    const number = await scene.approve();
    await scene.pass(hourMs);
    expect(await scene.quote(number)).toMatchObject({ state: 'approved' });
    const again = { kind: 'begin-posting', channelId: quoteChannel } as const;
    await scene.act(number, again);
    await scene.settle();
    expect(scene.posts()).toHaveLength(1);
    await scene.act(number, { ...again, isRepeat: true });
    await scene.settle();
    expect(scene.posts()).toHaveLength(2);
    expect((await scene.quote(number)).posts).toHaveLength(2);
  });

  test('with a picture of the same words where the server wants one', async () => {
    const scene = await makePostingScene({ cards: openCards });
    await scene.configure({ quoteCards: true });
    await scene.approve();
    const [message] = scene.board.in(quoteChannel);
    expect(message?.content).toMatch(/^> Jembatan/u);
    expect(message?.card?.altText).toMatch(/^“Jembatan Lontara di Kota Sagara .+#1$/su);
    expect([...(message?.card?.png.slice(1, 4) ?? [])]).toEqual([...Buffer.from('PNG')]);
    scene.board.setMayAttach(false);
    await scene.approve([3]);
    expect(scene.board.in(quoteChannel)[1]?.card).toBeUndefined();
    expect(scene.notices()).toEqual([expect.stringContaining('Lampirkan File')]);
  });

  test('without a picture where it cannot be drawn, and moderators hear why', async () => {
    const scene = await makePostingScene({ cards: noCards });
    await scene.configure({ quoteCards: true });
    await scene.approve();
    expect(scene.posts()).toHaveLength(1);
    expect(scene.notices()).toEqual([expect.stringMatching(/#1 terkirim tanpa gambar/u)]);
    expect(scene.logText()).toContain('card could not be drawn');
  });
});

describe('a post that fails', () => {
  test.for([
    [{ kind: 'no-channel' }, 'sudah tidak ada'],
    [{ kind: 'lacks-permissions', permissions: ['SendMessages'] }, 'Kirim Pesan (Send Messages)'],
    [{ kind: 'refused', code: '50035' }, '50035'],
  ] as const)('waits for a moderator, who is told why: %j', async ([problem, words]) => {
    const scene = await makePostingScene();
    scene.board.setProblem(problem);
    const number = await scene.approve();
    await scene.pass(hourMs);
    const failed = await scene.quote(number);
    expect(failed.state).toBe('approved');
    expect(whyOf(failed)).toContain(words);
    expect(scene.posts()).toEqual([]);
    scene.board.setProblem(undefined);
    await scene.act(number, { kind: 'begin-posting', channelId: quoteChannel });
    await scene.settle();
    expect(scene.posts()).toHaveLength(1);
    expect((await scene.quote(number)).lastFailure).toBeUndefined();
  });

  test('where there is no channel, approving waits and says so only where it was to be posted', async () => {
    const scene = await makePostingScene();
    const { number } = await scene.suggest([2]);
    await scene.act(number, { kind: 'approve', dueAtMs: scene.clock.now() + hourMs });
    await scene.configure({ quoteChannelId: null });
    await scene.pass(2 * hourMs);
    expect(await scene.quote(number)).toMatchObject({ state: 'approved' });
    expect(scene.notices()).toEqual([
      expect.stringMatching(/^⚠️ Kutipan #1 tidak terkirim\. Belum ada kanal/u),
    ]);
  });

  test('is tried again by itself while Discord is silent, and moderators hear of it once', async () => {
    const scene = await makePostingScene();
    scene.board.setFaults((request) => (request === `send ${quoteChannel}` ? 'lost-request' : undefined));
    const number = await scene.approve();
    await scene.pass(10 * 60_000);
    expect(scene.posts()).toEqual([]);
    scene.board.setFaults(() => undefined);
    await scene.pass(20 * 60_000);
    expect(scene.posts()).toHaveLength(1);
    expect(scene.notices()).toEqual([expect.stringMatching(/^⏳ Kutipan #1 belum terkirim/u)]);
    expect(await changesOf(scene, number)).toEqual([
      'suggested',
      'approved',
      ...Array.from({ length: 4 }, () => ['posting-begun', 'posting-failed']).flat(),
      'posting-begun',
      'posted',
    ]);
  });

  test('is given up after half a day of silence, and moderators are told', async () => {
    const scene = await makePostingScene({ everyMs: 10 * 60_000 });
    scene.board.setFaults((request) => (request === `send ${quoteChannel}` ? 'lost-request' : undefined));
    const number = await scene.approve();
    await scene.pass(24 * hourMs);
    const given = await scene.quote(number);
    expect(given.state).toBe('approved');
    expect(whyOf(given)).toBe('Discord sedang tidak menjawab.');
    expect(whyOf(given, 'en')).toBe('Discord is not answering.');
    expect(await changesOf(scene, number)).toHaveLength(2 + 2 * 9);
    expect(scene.notices()).toEqual([
      expect.stringMatching(/^⏳ Kutipan #1 belum terkirim/u),
      expect.stringMatching(/^⚠️ Kutipan #1 tidak terkirim/u),
    ]);
  });

  test.for([5 * 60_000, 0])(
    'whose answer was lost is found in the channel (nonces kept for %i ms)',
    async (nonceMs) => {
      const clock = createFakeClock(deskStartMs);
      const board = createFakeBoard({ now: () => clock.now(), guildIds: [guildId], nonceMs });
      const scene = await makePostingScene({ clock, board });
      board.setFaults((request) => (request === `send ${quoteChannel}` ? 'lost-answer' : undefined));
      const number = await scene.approve();
      await scene.pass(hourMs);
      expect(scene.posts()).toHaveLength(1);
      expect(await scene.quote(number)).toMatchObject({ state: 'posted', posts: [{ messageId: '9000001' }] });
    },
  );

  test('stays under way while not even the channel can be read, and is found when it can', async () => {
    const scene = await makePostingScene();
    scene.board.setFaults((request) => (request === `send ${quoteChannel}` ? 'lost-answer' : 'lost-request'));
    const number = await scene.approve();
    await scene.pass(2 * hourMs);
    expect(await scene.quote(number)).toMatchObject({ state: 'posting' });
    scene.board.setFaults(() => undefined);
    await scene.pass(hourMs);
    expect(scene.posts()).toHaveLength(1);
    expect(await scene.quote(number)).toMatchObject({ state: 'posted' });
  });

  test('is not guessed at where the channel says too much to be read', async () => {
    const scene = await makePostingScene();
    const { board } = scene;
    const number = await makePostingScene({
      store: scene.store,
      clock: scene.clock,
      board: { ...board, ownMessages: tooMuchWritten },
    }).then(async (other) => {
      await scene.worker.stop();
      board.setFaults((request) => (request === `send ${quoteChannel}` ? 'lost-answer' : undefined));
      return other.approve();
    });
    const failed = await scene.quote(number);
    expect(failed.state).toBe('approved');
    expect(whyOf(failed)).toContain('Lihat dulu');
    expect(scene.posts()).toHaveLength(1);
  });
});

describe('after the post', () => {
  test('a withdrawal leaves a tombstone with its reason; undo brings the words back', async () => {
    const scene = await makePostingScene();
    const number = await scene.approve();
    const [words] = scene.posts();
    await scene.act(number, { kind: 'withdraw', mode: 'tombstone', reason: 'Salah *orang*.' });
    await scene.settle();
    expect(scene.posts()).toEqual([
      '**#1** · Kutipan ini telah ditarik oleh moderator. Alasannya: Salah \\*orang\\*.',
    ]);
    await scene.act(number, { kind: 'undo' });
    await scene.settle();
    expect(scene.posts()).toEqual([words]);
  });

  test('or deletes it; undo then lets it be posted anew', async () => {
    const scene = await makePostingScene();
    const number = await scene.approve();
    await scene.act(number, { kind: 'withdraw', mode: 'deleted' });
    await scene.settle();
    expect(scene.posts()).toEqual([]);
    await scene.act(number, { kind: 'undo' });
    await scene.pass(hourMs);
    expect(await scene.quote(number)).toMatchObject({ state: 'approved' });
    await scene.act(number, { kind: 'begin-posting', channelId: quoteChannel });
    await scene.settle();
    expect(scene.posts()).toHaveLength(1);
  });

  test('deletes it also where that failed and was undone meanwhile', async () => {
    const scene = await makePostingScene();
    const number = await scene.approve();
    scene.board.setFaults((request) => (request === 'remove' ? 'lost-request' : undefined));
    await scene.act(number, { kind: 'withdraw', mode: 'deleted' });
    await scene.settle();
    expect(scene.posts()).toHaveLength(1);
    scene.board.setFaults(() => undefined);
    await scene.act(number, { kind: 'undo' });
    await scene.pass(lookEveryMs);
    expect(await scene.quote(number)).toMatchObject({ state: 'approved' });
    expect(scene.posts()).toEqual([]);
  });

  test('a note stands apart, and goes again', async () => {
    const scene = await makePostingScene();
    const number = await scene.approve();
    const [words] = scene.posts();
    await scene.act(number, { kind: 'annotate', note: 'Lihat juga #7.\n> palsu' });
    await scene.settle();
    expect(scene.posts()).toEqual([`${words}\n**Catatan moderator:** Lihat juga #7. > palsu`]);
    await scene.act(number, { kind: 'annotate', note: undefined });
    await scene.settle();
    expect(scene.posts()).toEqual([words]);
  });

  test('a correction shows the new words and says so; undo shows the old ones', async () => {
    const scene = await makePostingScene();
    const number = await scene.approve();
    const [words] = scene.posts();
    const { article, body } = correctedBridge();
    scene.articles.set(article.id, article);
    await scene.act(number, { kind: 'correct', body });
    await scene.settle();
    expect(scene.posts()).toHaveLength(1);
    expect(scene.posts()[0]).toMatch(/Rabu, 5 Maret 2025\..+\*\*Koreksi, 1 Desember 2026:\*\*/su);
    await scene.act(number, { kind: 'undo' });
    await scene.settle();
    expect(scene.posts()).toEqual([words]);
  });

  test('a change that could not be shown is shown with the next look', async () => {
    const scene = await makePostingScene();
    const number = await scene.approve();
    let left = 2;
    scene.board.setFaults((request) => (request === 'edit' && left-- > 0 ? 'lost-request' : undefined));
    await scene.act(number, { kind: 'withdraw', mode: 'tombstone' });
    await scene.settle();
    await scene.pass(3 * lookEveryMs);
    expect(scene.posts()[0]).toContain('ditarik');
    expect(scene.notices()).toEqual([]);
  });

  test('moderators are told where it cannot be shown at all', async () => {
    const scene = await makePostingScene();
    const number = await scene.approve();
    scene.board.setFaults((request) => (request === 'edit' ? 'lost-request' : undefined));
    await scene.act(number, { kind: 'withdraw', mode: 'tombstone' });
    await scene.pass(hourMs);
    expect(scene.notices()).toEqual([expect.stringMatching(/^⚠️ Pesan kutipan #1 belum bisa disesuaikan/u)]);
  });
});

describe('a post that somebody deletes by hand', () => {
  test('is recorded at once', async () => {
    const scene = await makePostingScene();
    const number = await scene.approve();
    const [{ messageId } = { messageId: '' }] = (await scene.quote(number)).posts;
    scene.board.take(messageId);
    scene.worker.onDeletion(messageId);
    scene.worker.onDeletion('1');
    await scene.settle();
    expect(await scene.quote(number)).toMatchObject({
      state: 'withdrawn',
      withdrawal: { mode: 'deleted-by-hand' },
      posts: [],
    });
  });

  test('is recorded on the next start, as is what the last one could not show', async () => {
    const scene = await makePostingScene();
    const taken = await scene.approve([2]);
    const stands = await scene.approve([3]);
    const tombstone = await scene.approve([4]);
    const deleted = await scene.approve([5]);
    await scene.worker.stop();
    const { messageId } = (await scene.quote(taken)).posts[0]!;
    scene.board.take(messageId);
    await scene.act(tombstone, { kind: 'withdraw', mode: 'tombstone' });
    await scene.act(deleted, { kind: 'withdraw', mode: 'deleted' });
    await scene.settle();
    expect(scene.posts()).toHaveLength(3);
    const edits: string[] = [];
    scene.board.setFaults((request) => {
      edits.push(request);
      return undefined;
    });
    const next = await makePostingScene({ store: scene.store, clock: scene.clock, board: scene.board });
    expect(await next.quote(taken)).toMatchObject({ withdrawal: { mode: 'deleted-by-hand' } });
    expect(await next.quote(stands)).toMatchObject({ state: 'posted' });
    expect(next.posts()).toEqual([
      expect.stringMatching(/^> /u),
      expect.stringMatching(/^\*\*#3\*\* · Kutipan ini telah ditarik/u),
    ]);
    expect(edits.filter((request) => request === 'edit')).toHaveLength(1);
  });

  test('with its channel is recorded when that goes, and the others stay', async () => {
    const scene = await makePostingScene();
    const gone = await scene.approve([2]);
    const again = { kind: 'begin-posting', channelId: quoteChannel, isRepeat: true } as const;
    for (let repeat = 0; repeat < lookedPostsMax; repeat += 1) {
      await scene.act(gone, again);
      await scene.settle();
    }
    expect((await scene.quote(gone)).posts).toHaveLength(lookedPostsMax + 1);
    await scene.configure({ quoteChannelId: '501' });
    const stands = await scene.approve([3]);
    for (const { id } of scene.board.in(quoteChannel)) scene.board.take(id);
    scene.worker.onChannelGone(guildId, quoteChannel);
    await scene.settle();
    expect(await scene.quote(gone)).toMatchObject({
      state: 'withdrawn',
      withdrawal: { mode: 'deleted-by-hand' },
      posts: [],
    });
    expect(await scene.quote(stands)).toMatchObject({ state: 'posted' });
  });

  test('before it was recorded as posted is recorded all the same', async () => {
    const scene = await makePostingScene();
    await scene.configure({ quoteChannelId: null });
    const number = await scene.approve();
    scene.worker.onDeletion('9000001');
    await scene.act(number, { kind: 'begin-posting', channelId: quoteChannel });
    await scene.settle();
    expect(await scene.quote(number)).toMatchObject({ withdrawal: { mode: 'deleted-by-hand' } });
  });
});

test('nothing that is not a post is taken for one', async () => {
  const scene = await makePostingScene();
  const looksLikeIt = '> kata\n**#1** · palsu';
  await scene.board.send({ channelId: quoteChannel }, { content: '**#1** · bukan kutipan' });
  await scene.board.send({ channelId: reviewChannel }, { content: looksLikeIt });
  await scene.configure({ quoteChannelId: null });
  const number = await scene.approve();
  // Begun by hand, so that the channel is read first.
  await scene.act(number, { kind: 'begin-posting', channelId: quoteChannel }, moderator);
  await scene.settle();
  const [post] = (await scene.quote(number)).posts;
  expect(scene.posts()).toHaveLength(2);
  expect(scene.board.all().find(({ id }) => id === post?.messageId)?.content).toContain(bridge.title);
});
