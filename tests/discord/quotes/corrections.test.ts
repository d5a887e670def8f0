import { describe, expect, test } from 'vitest';
import { bridge, moderator } from '../../quotes/make-quote.ts';
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

  test('words that stand unchanged elsewhere in it follow silently', async () => {
    const before = await makePostingScene();
    const number = await before.approve([4]);
    const after = await restart(before);
    expect((await after.quote(number)).body.version).toBe(corrected.article.version);
    expect(after.notices()).toEqual([]);
    expect(bridge.version).not.toBe(corrected.article.version);
  });
});
