import { describe, expect, test } from 'vitest';
import { relocateQuote } from '../../../src/discord/quotes/follow-source.ts';
import { newBody } from '../../../src/discord/quotes/render-correction.ts';
import { bridge, guildId, moderator } from '../../quotes/make-quote.ts';
import { correctedBridge } from './corrected-bridge.ts';
import { makeDeskScene } from './desk-scene.ts';
import { joinWorker, makePostingScene, type PostingScene } from './posting-scene.ts';

const corrected = correctedBridge();

/** The bot started again over the same store and Discord, with the article as its publisher corrected it. */
async function restart({ store, board, clock, worker }: PostingScene): Promise<PostingScene> {
  await worker.stop();
  const articles = [corrected.article];
  const scene = joinWorker(await makeDeskScene({ store, clock, articles }), { board, articles });
  scene.worker.start();
  await scene.settle();
  return scene;
}

describe('when an article has changed over a restart', () => {
  test('a post stays as it is, is held, and moderators see the difference once', async () => {
    const before = await makePostingScene();
    const number = await before.approve();
    const posts = before.posts();
    const after = await restart(before);
    expect(after.posts()).toEqual(posts);
    expect(await after.quote(number)).toMatchObject({ state: 'posted', frozen: 'source-changed' });
    const [notice, ...more] = after.notices();
    expect(notice).toContain('**Rabu, 5** ~~Selasa, 4~~ Maret');
    expect(more).toEqual([]);
    await (await restart(after)).settle();
    expect(after.notices()).toHaveLength(1);
  });

  test('the question says what was decided and by whom, is asked again when that is undone, and survives a lost edit', async () => {
    const before = await makePostingScene();
    const number = await before.approve();
    const after = await restart(before);
    const note = 'Artikelnya dikoreksi kemudian.';
    const keep = { kind: 'keep-with-note', note, besideVersion: corrected.article.version } as const;
    await after.act(number, keep);
    await after.settle();
    expect(after.notices()).toEqual([
      expect.stringMatching(
        `Sudah diputuskan:\n✅ <@${moderator.id}> mempertahankan dengan catatan: ${note}`,
      ),
    ]);
    await after.act(number, { kind: 'undo' });
    await after.settle();
    const [decided, ...asked] = after.notices();
    expect(decided).toContain('Sudah diputuskan');
    expect(asked).toEqual([expect.stringContaining('ditahan sampai moderator memutuskan')]);
    after.board.setFaults((request) => (request === 'edit' ? 'lost-request' : undefined));
    await after.act(number, { kind: 'withdraw', mode: 'deleted' });
    await after.settle();
    expect(after.notices()[1]).toContain('ditahan sampai moderator memutuskan');
    after.board.setFaults(() => undefined);
    const later = await restart(after);
    expect(later.notices()[1]).toContain('menarik dan menghapus pesannya');
    expect(later.notices()).toHaveLength(2);
  });

  test('the question about a suggestion says that the words of today were taken over', async () => {
    const before = await makePostingScene();
    const { number } = await before.suggest([2], moderator);
    const after = await restart(before);
    const relocation = await relocateQuote(await after.quote(number), corrected.article, after.store.quotes);
    const body = newBody(relocation);
    if (body === undefined) throw new Error('The article still has such words');
    await after.act(number, { kind: 'adjust', body });
    await after.settle();
    expect(after.notices()).toEqual([
      expect.stringContaining(`✅ <@${moderator.id}> mengambil kata-kata artikel yang sekarang · <t:`),
    ]);
  });

  test('a quote that falls due is not sent in its old words, and is when it is kept', async () => {
    const before = await makePostingScene();
    const { number } = await before.suggest([2], moderator);
    const dueAtMs = before.clock.now() + 60_000;
    await before.act(number, { kind: 'approve' as const, dueAtMs });
    await before.settle();
    const after = await restart(before);
    await after.pass(120_000);
    expect(after.posts()).toEqual([]);
    const note = 'Artikelnya dikoreksi kemudian.';
    await after.act(number, { kind: 'keep-with-note', note, besideVersion: corrected.article.version });
    await after.settle();
    await after.pass(120_000);
    expect(after.posts()).toHaveLength(1);
    expect(after.posts()[0]).toContain('Selasa, 4 Maret');
    expect(after.posts()[0]).toContain(note);
  });

  test.for([
    ['rejected', { kind: 'reject', reason: 'Belum.' }],
    ['withdrawn', { kind: 'withdraw', mode: 'tombstone' }],
  ] as const)('a quote that was %s then is held once that is undone', async ([state, action]) => {
    const before = await makePostingScene();
    const number =
      state === 'withdrawn' ? await before.approve() : (await before.suggest([2], moderator)).number;
    await before.act(number, action);
    await before.settle();
    const after = await restart(before);
    expect(await after.quote(number)).toMatchObject({ state });
    expect((await after.quote(number)).frozen).toBeUndefined();
    await after.act(number, { kind: 'undo' });
    await after.settle();
    expect(await after.quote(number)).toMatchObject({ frozen: 'source-changed' });
    expect(after.notices()).toEqual([expect.stringContaining('**Rabu, 5** ~~Selasa, 4~~ Maret')]);
    expect(await after.act(number, { kind: 'approve' })).toMatchObject({ ok: false });
  });

  test('an approval that is faster than the look at the article sends nothing', async () => {
    const before = await makePostingScene();
    const { number } = await before.suggest([2], moderator);
    await before.act(number, { kind: 'reject', reason: 'Belum.' });
    const after = await restart(before);
    // In a process whose worker is told of nothing.
    const other = await makeDeskScene({
      store: after.store,
      clock: after.clock,
      articles: [corrected.article],
    });
    for (const kind of ['undo', 'approve'] as const) {
      const outcome = await other.desk.act({ guildId, number, action: { kind }, actor: moderator });
      expect(outcome.ok).toBe(true);
    }
    await after.pass(60_000);
    expect(after.posts()).toEqual([]);
    expect(await after.quote(number)).toMatchObject({ frozen: 'source-changed' });
  });

  test('words that stand unchanged elsewhere in it follow silently', async () => {
    const before = await makePostingScene();
    const number = await before.approve([4]);
    const after = await restart(before);
    expect((await after.quote(number)).body.version).toBe(corrected.article.version);
    expect(after.notices()).toEqual([]);
    expect(bridge.version).not.toBe(corrected.article.version);
  });
});
