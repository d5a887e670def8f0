import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { loadCorpus } from '../../src/articles/load-corpus.ts';
import { sceneOf } from './channel-scene.ts';
import { buttonOf, shippedArticle, startKutip } from './kutip.ts';
import {
  isEphemeral,
  labelsOf,
  last,
  quoteSceneOf,
  startQuoteScene,
  type QuoteScene,
} from './quote-scene.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kutip-corrections-'));
  folders.push(folder);
  return folder;
}

/** The shipped article as if its publisher had changed those words. */
async function rewritten(from: string, to: string): Promise<Article> {
  const { id } = await shippedArticle();
  const source = await readFile(new URL(`../../corpus/${id}.md`, import.meta.url), 'utf8');
  const folder = await makeFolder();
  await writeFile(path.join(folder, `${id}.md`), source.replace(from, to));
  const [article] = (await loadCorpus(folder)).articles;
  if (article === undefined) throw new Error('The article can be read');
  return article;
}

/** A posted quote of the sentence on Memphis; then the bot started again on another text of its article. */
async function startChanged(
  from: string,
  to: string,
  prepare?: (scene: QuoteScene) => Promise<void>,
): Promise<{ scene: QuoteScene; posted: APIMessage }> {
  const storePath = path.join(await makeFolder(), 'kutip.sqlite');
  const first = await startQuoteScene({ storePath });
  const { discord, clock, kutip } = first;
  await first.suggest(discord.moderator, 'veteran industri Memphis Tennessee');
  await first.press(discord.moderator, await first.newest(first.reviewChannel), 'Setujui');
  const posted = await first.newest(first.quoteChannel);
  await prepare?.(first);
  await kutip.bot.stop();
  const articles = [await rewritten(from, to)];
  const again = await startKutip(discord, { storePath, articles, schedule: clock });
  await again.bot.settle();
  return { scene: quoteSceneOf(sceneOf(discord, clock, again)), posted };
}

const changed = ['dalam waktu tiga bulan sebagai', 'dalam waktu empat bulan sebagai'] as const;

test('Adjust on a suggestion whose article changed shows the change and offers the words of today', async () => {
  const storePath = path.join(await makeFolder(), 'kutip.sqlite');
  const first = await startQuoteScene({ storePath });
  const { discord, clock, kutip } = first;
  const { moderator } = discord;
  await first.suggest(discord.member, 'veteran industri Memphis Tennessee');
  const card = await first.newest(first.reviewChannel);
  await kutip.bot.stop();
  const again = await startKutip(discord, {
    storePath,
    articles: [await rewritten(...changed)],
    schedule: clock,
  });
  await again.bot.settle();
  const scene = quoteSceneOf(sceneOf(discord, clock, again));
  const notice = await scene.newest(scene.reviewChannel);
  await scene.fill(moderator, notice, 'Pertahankan dengan catatan', { note: 'Sebelum dikoreksi.' });
  const kept = moderator.messages(scene.reviewChannel).find(({ id }) => id === card.id) ?? card;
  const shown = await scene.press(moderator, kept, 'Sesuaikan');
  expect(shown.content).toContain('**empat** ~~tiga~~');
  await scene.press(moderator, shown, 'Ambil yang baru');
  const quote = await again.store.quotes.quote(discord.guildId, 1);
  expect(quote).toMatchObject({ state: 'suggested', revision: 4 });
  expect(quote?.body.version).toBe(again.services.index.articles.get(quote?.body.articleId ?? '')?.version);
});

describe('a posted quote whose article changed', () => {
  test('is corrected by a moderator: the post shows the new words and says so', async () => {
    const { scene } = await startChanged(...changed);
    const { moderator } = scene.discord;
    const notice = await scene.newest(scene.reviewChannel);
    expect(notice.content).toContain('**empat** ~~tiga~~');
    expect(notice.content).toContain('paragraf 8, kalimat 1–2');
    expect(labelsOf(notice)).toEqual(['Koreksi', 'Pertahankan dengan catatan', 'Tarik', 'Hapus pesannya']);
    const done = await scene.press(moderator, notice, 'Koreksi');
    expect(done.content).toContain('#1 dikoreksi');
    const post = await scene.newest(scene.quoteChannel);
    expect(post.content).toContain('empat bulan');
    expect(post.content).toMatch(/koreksi/iu);
    const decided = moderator.messages(scene.reviewChannel).find(({ id }) => id === notice.id);
    expect(decided?.content).toMatch(/Sudah diputuskan:\n✅ <@\d+> mengoreksi/u);
    expect(decided?.components).toEqual([]);
  });

  test('is for moderators: a member who sees the buttons presses none of them', async () => {
    const { scene } = await startChanged(...changed, async (first) =>
      first.configure({ reviewChannelId: first.channel }),
    );
    const { guildId, member, moderator } = scene.discord;
    const notice = await scene.newest(scene.channel);
    const before = await scene.kutip.store.quotes.quote(guildId, 1);
    const labels = labelsOf(notice);
    expect(labels).toHaveLength(4);
    for (const label of labels) {
      const outcome = await member.click(notice, buttonOf(notice, label));
      expect([label, last(outcome).content]).toEqual([
        label,
        expect.stringContaining('hanya untuk moderator'),
      ]);
    }
    expect(await scene.kutip.store.quotes.quote(guildId, 1)).toEqual(before);
    const states: string[] = [];
    for (const label of labels.toReversed()) {
      states.push((await moderator.click(notice, buttonOf(notice, label))).state);
    }
    expect(states).toEqual(['modal', 'modal', 'modal', 'replied']);
  });

  test('is kept with a note, and not asked about again', async () => {
    const { scene } = await startChanged(...changed);
    const { moderator } = scene.discord;
    const card = last(await scene.quote(moderator, 'queue', [{ name: 'show', type: 3, value: 'posted' }]));
    expect(card.content).toContain('#1');
    const notice = await scene.newest(scene.reviewChannel);
    const note = 'Dikutip sebelum artikelnya dikoreksi.';
    const done = await scene.fill(moderator, notice, 'Pertahankan dengan catatan', { note });
    expect(done.content).toContain('#1 tetap seperti semula');
    const post = await scene.newest(scene.quoteChannel);
    expect(post.content).toContain('tiga bulan');
    expect(post.content).toContain(note);
    expect(await scene.kutip.store.quotes.quote(scene.discord.guildId, 1)).not.toHaveProperty('frozen');
  });

  test('follows silently where only its surroundings changed', async () => {
    const { scene, posted } = await startChanged(
      'Babuschkin juga bekerja sebagai peneliti',
      'Ia juga pernah menjadi peneliti',
    );
    expect((await scene.newest(scene.quoteChannel)).content).toBe(posted.content);
    expect(await scene.kutip.store.quotes.quote(scene.discord.guildId, 1)).not.toHaveProperty('frozen');
  });
});

describe('exporting and importing', () => {
  test('what a moderator exports an administrator of another server imports as suggestions, once', async () => {
    const scene = await startQuoteScene();
    const { discord } = scene;
    const { moderator, owner } = discord;
    const none = last(await scene.quote(moderator, 'export'));
    expect(none.content).toContain('belum punya kutipan');
    await scene.suggest(moderator, 'veteran industri Memphis Tennessee');
    await scene.suggest(moderator, 'Grok ditemukan mengutip');
    const exported = last(await scene.quote(moderator, 'export'));
    expect(isEphemeral(exported)).toBe(true);
    const [file] = exported.attachments;
    const json = await (await fetch(file?.url ?? '')).text();
    expect(json).not.toContain(moderator.id);
    const other = await startQuoteScene();
    const base64 = Buffer.from(json).toString('base64');
    const option = {
      name: 'file',
      type: 11,
      file: { name: 'kutip-quotes.json', contentType: 'application/json', base64 },
    };
    const refused = last(await other.quote(other.discord.moderator, 'import', [option]));
    expect(refused.content).not.toContain('masuk sebagai usulan');
    const imported = last(await other.quote(other.discord.owner, 'import', [option]));
    expect(imported.content).toContain('2 kutipan masuk sebagai usulan');
    // One message for all of them, now and later.
    await other.pass(20 * 60_000);
    const [announced, ...more] = other.answers(other.reviewChannel);
    expect(more).toEqual([]);
    expect(announced?.content).toContain('2 kutipan diimpor');
    const list = await other.press(other.discord.moderator, announced!, 'Menunggu');
    expect(list.content).toContain('2 usulan menunggu tinjauan');
    const again = last(await other.quote(other.discord.owner, 'import', [option]));
    expect(again.content).toContain('Tidak ada kutipan baru.');
    expect(again.content).toContain('2 kutipan dilewati');
    const spoilt = {
      ...option,
      file: { ...option.file, base64: Buffer.from(json.replace('Grok', 'Grak')).toString('base64') },
    };
    const unfit = last(await other.quote(other.discord.owner, 'import', [spoilt]));
    expect(unfit.content).toContain('checksum');
    expect(owner.id).not.toBe(moderator.id);
  });
});
