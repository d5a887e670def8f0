import { describe, expect, test } from 'vitest';
import { buildArticle } from '../fixtures/build-article.ts';
import { text } from './kutip.ts';
import { last, startQuoteScene } from './quote-scene.ts';

describe('what is said about a quote is so', () => {
  test('a note that would make the post too long is given back, and nothing is said to be saved', async () => {
    const heavy = `Kata ${'*_'.repeat(420)} akhir.`;
    const article = buildArticle({ id: 'berat', title: 'Berat', blocks: [heavy] });
    const scene = await startQuoteScene({ articles: [article] });
    const { moderator, guildId } = scene.discord;
    await scene.suggest(moderator, 'akhir');
    await scene.press(moderator, await scene.newest(scene.reviewChannel), 'Setujui');
    const post = await scene.newest(scene.quoteChannel);
    const note = `Catatan ${'~'.repeat(250)}`;
    const answer = await scene.fill(moderator, await scene.newest(scene.reviewChannel), 'Catatan', { note });
    expect(answer.content).toContain('Tidak disimpan');
    expect(answer.content).toContain('Catatan \\~');
    expect(await scene.kutip.store.quotes.quote(guildId, 1)).not.toHaveProperty('note');
    expect((await scene.newest(scene.quoteChannel)).content).toBe(post.content);
    const short = await scene.fill(moderator, await scene.newest(scene.reviewChannel), 'Catatan', {
      note: 'Ya.',
    });
    expect(short.content).toBe('✅ Catatan #1 tersimpan.');
    expect((await scene.newest(scene.quoteChannel)).content).toContain('Ya.');
  });

  test('an approval says that the schedule is paused, where it is', async () => {
    const scene = await startQuoteScene();
    const { moderator, member } = scene.discord;
    const made = last(
      await scene.quote(moderator, 'schedule set', [text('days', 'daily'), text('time', '08.05')]),
    );
    await scene.press(moderator, made, 'Jeda');
    await scene.suggest(member, 'veteran industri Memphis Tennessee');
    const approved = await scene.press(moderator, await scene.newest(scene.reviewChannel), 'Setujui');
    expect(approved.content).toContain('jadwalnya sedang dijeda');
    expect(approved.content).not.toContain('menunggu gilirannya');
  });

  test('a suggester hears the reason of a second rejection, and the same one once', async () => {
    const scene = await startQuoteScene();
    const { guest, moderator } = scene.discord;
    await scene.suggest(guest, 'veteran industri Memphis Tennessee');
    const card = async () => scene.newest(scene.reviewChannel);
    for (const reason of ['Salah artikel.', 'Terlalu pendek.', 'Terlalu pendek.']) {
      await scene.fill(moderator, await card(), 'Tolak', { reason });
      await scene.press(moderator, await card(), 'Urungkan');
    }
    const reasons = scene.told(guest).map(({ content }) => /[^ ]+ [^ ]+$/u.exec(content)?.[0]);
    expect(reasons).toEqual(['Salah artikel.', 'Terlalu pendek.']);
  });
});
