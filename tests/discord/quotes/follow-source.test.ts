import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/articles/article.ts';
import { followSources, type FollowedSources } from '../../../src/discord/quotes/follow-source.ts';
import type { Quote } from '../../../src/quotes/quote.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { buildArticle } from '../../fixtures/build-article.ts';
import { bridge, guildId, moderator } from '../../quotes/make-quote.ts';
import { makeDeskScene } from './desk-scene.ts';
import { joinWorker, type PostingScene } from './posting-scene.ts';

const nothing: FollowedSources = { relocated: 0, frozen: 0, waiting: 0, damaged: 0 };

/** The bridge with one thing said otherwise. @throws where it does not say that. */
function rewrite(from: string, to: string): Article {
  if (!bridge.text.includes(from)) throw new Error(`The bridge does not say ${from}`);
  const blocks = bridge.blocks.map(({ kind, start, end }) => ({
    kind,
    text: bridge.text.slice(start, end).replace(from, to),
  }));
  return buildArticle({ id: bridge.id, blocks });
}

/** The bot started anew on other articles, over what is stored. */
async function refresh(
  store: Store,
  ...articles: Article[]
): Promise<PostingScene & { followed: FollowedSources }> {
  const scene = joinWorker(await makeDeskScene({ store, articles }), { articles });
  const followed = await followSources(scene.parts);
  return { ...scene, followed };
}

async function quoted(): Promise<{ store: Store; number: number; words: string }> {
  const { store, suggest } = await makeDeskScene();
  const { number, body } = await suggest();
  const [span] = body.spans;
  if (span === undefined) throw new Error('A quote has words');
  return { store, number, words: bridge.text.slice(span.start, span.end) };
}

async function read(store: Store, number: number): Promise<Quote> {
  const quote = await store.quotes.quote(guildId, number);
  if (quote === undefined) throw new Error('The quote is stored');
  return quote;
}

describe('quotes of an article', () => {
  test('are left alone while it says the same', async () => {
    const { store, number } = await quoted();
    expect((await refresh(store, bridge)).followed).toEqual(nothing);
    expect((await read(store, number)).revision).toBe(1);
  });

  test('follow silently where their words stand unchanged in another text', async () => {
    const { store, number } = await quoted();
    const opening = bridge.text.slice(bridge.blocks[0]?.start, bridge.blocks[0]?.end);
    const article = rewrite(opening, `${opening} Ditambahkan kemudian.`);
    expect((await refresh(store, article)).followed).toEqual({ ...nothing, relocated: 1 });
    const { body, frozen } = await read(store, number);
    expect([body.version, frozen]).toEqual([article.version, undefined]);
    expect((await refresh(store, article)).followed).toEqual(nothing);
  });

  test('are frozen where their words changed, once, and thaw when the words come back', async () => {
    const { store, number, words } = await quoted();
    const article = rewrite(words, words.replace(/\w+\.$/u, 'berubah.'));
    expect((await refresh(store, article)).followed).toEqual({ ...nothing, frozen: 1 });
    expect(await read(store, number)).toMatchObject({
      frozen: 'source-changed',
      body: { version: bridge.version },
    });
    expect((await refresh(store, article)).followed).toEqual({ ...nothing, waiting: 1 });
    const restored = buildArticle({ id: bridge.id, blocks: [...blocksOf(bridge), 'Penutup baru.'] });
    expect((await refresh(store, restored)).followed).toEqual({ ...nothing, relocated: 1 });
    expect((await read(store, number)).frozen).toBeUndefined();
  });

  test('kept beside a change are not asked about again until the next change', async () => {
    const { store, number, words } = await quoted();
    const changed = rewrite(words, words.replace(/\w+\.$/u, 'berubah.'));
    const { desk } = await refresh(store, changed);
    const action = {
      kind: 'keep-with-note',
      note: 'Dikutip dari versi lama.',
      besideVersion: changed.version,
    } as const;
    expect((await desk.act({ guildId, number, actor: moderator, action })).ok).toBe(true);
    expect((await refresh(store, changed)).followed).toEqual({ ...nothing, waiting: 1 });
    expect((await read(store, number)).frozen).toBeUndefined();
    const changedAgain = rewrite(words, words.replace(/\w+\.$/u, 'berganti.'));
    expect((await refresh(store, changedAgain)).followed).toEqual({ ...nothing, frozen: 1 });
  });

  test('stay as they are where the article is gone', async () => {
    const { store, number } = await quoted();
    expect((await refresh(store)).followed).toEqual(nothing);
    expect((await read(store, number)).frozen).toBeUndefined();
  });
});

function blocksOf({ text, blocks }: Article) {
  return blocks.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }));
}
