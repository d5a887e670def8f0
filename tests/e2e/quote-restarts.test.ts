import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFakeClock } from '../fakes/clock.ts';
import { sceneOf, sceneStartMs } from './channel-scene.ts';
import { channelOf, expectRefusal, startDiscord, startKutip, text, type Kutip } from './kutip.ts';
import { last, quoteSceneOf, selectOf, type QuoteScene } from './quote-scene.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kutip-quotes-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

test('from suggestion to withdrawal and back, with a restart before every step', async () => {
  const clock = createFakeClock(sceneStartMs);
  const discord = await startDiscord({ now: () => clock.now() });
  const { member, moderator } = discord;
  let kutip: Kutip | undefined;
  /** Another process takes over what the last one left behind. */
  const restart = async (): Promise<QuoteScene> => {
    await kutip?.bot.stop();
    await kutip?.store.close();
    kutip = await startKutip(discord, { storePath: path.join(folder, 'kutip.sqlite'), schedule: clock });
    return quoteSceneOf(sceneOf(discord, clock, kutip));
  };
  let scene = await restart();
  await scene.configure({
    quoteChannelId: channelOf(discord, 'kutipan'),
    reviewChannelId: channelOf(discord, 'moderator'),
  });
  const question = text('question', 'Di mana superkomputer xAI dibangun?');
  const answer = last(await member.command(scene.channel, 'ask', [question]));
  scene = await restart();
  const asked = await scene.press(member, answer, 'Usulkan kutipan');
  scene = await restart();
  const panel = await scene.choose(member, asked, [selectOf(asked).options[0]?.value ?? '']);
  scene = await restart();
  const sent = await scene.press(member, panel, 'Usulkan');
  expect(sent.content).toContain('Usulan #1');
  const reviews = channelOf(discord, 'moderator');
  scene = await restart();
  const adjusting = await scene.press(moderator, await scene.newest(reviews), 'Sesuaikan');
  scene = await restart();
  const wider = await scene.press(moderator, adjusting, '+ sebelumnya');
  scene = await restart();
  const saved = await scene.press(moderator, wider, 'Simpan');
  expect(saved.content).toContain('Kalimat #1 disesuaikan');
  scene = await restart();
  await scene.press(moderator, await scene.newest(reviews), 'Setujui');
  const posts = channelOf(discord, 'kutipan');
  const post = await scene.newest(posts);
  scene = await restart();
  expect((await scene.newest(reviews)).content).toContain('Kutipan #1 · terbit');
  const withdrawn = await scene.fill(moderator, await scene.newest(reviews), 'Tarik', { reason: 'Salah.' });
  expect((await scene.newest(posts)).content).toContain('Salah.');
  scene = await restart();
  await scene.press(moderator, withdrawn, 'Urungkan');
  expect((await scene.newest(posts)).content).toBe(post.content);
  expect(scene.answers(posts)).toHaveLength(1);
  expect(scene.answers(reviews)).toHaveLength(1);
  // Once of the post and once of its withdrawal, whatever was restarted.
  expect(scene.told(member)).toHaveLength(2);
});

test('a member who takes no direct messages is not told, and that is no failure', async () => {
  const clock = createFakeClock(sceneStartMs);
  const discord = await startDiscord({ now: () => clock.now() });
  const scene = quoteSceneOf(sceneOf(discord, clock, await startKutip(discord, { schedule: clock })));
  const { member, moderator } = discord;
  const reviews = channelOf(discord, 'moderator');
  await scene.configure({ reviewChannelId: reviews });
  await scene.suggest(member, 'veteran industri Memphis Tennessee');
  const card = await scene.newest(reviews);
  const sending = { method: 'POST', route: '/channels/{channel_id}/messages' } as const;
  discord.inject({ ...sending, kind: 'status', status: 403, code: 50_007 });
  await scene.fill(moderator, card, 'Tolak', { reason: 'Sudah ada.' });
  expect(scene.told(member)).toEqual([]);
  const logged = scene.kutip.logLines();
  const untold = logged.find(({ msg }) => msg === 'outcome of a suggestion not told');
  expect(untold).toMatchObject({ level: 30, code: 50_007, number: 1 });
  expect(logged.filter(({ level }) => Number(level) > 30)).toEqual([]);
  // It is not tried again with the next step.
  await scene.quote(moderator, 'undo', [text('number', '1')]);
  expect(scene.told(member)).toEqual([]);
});

test('a member who cannot be told keeps nobody from deciding, and a deleted card is sent anew', async () => {
  const clock = createFakeClock(sceneStartMs);
  const discord = await startDiscord({ now: () => clock.now() });
  const scene = quoteSceneOf(sceneOf(discord, clock, await startKutip(discord, { schedule: clock })));
  const { member, moderator, owner } = discord;
  const reviews = channelOf(discord, 'moderator');
  await scene.configure({ reviewChannelId: reviews });
  await scene.suggest(member, 'veteran industri Memphis Tennessee');
  const first = await scene.newest(reviews);
  await scene.remove(owner, reviews, first.id);
  expectRefusal(discord, { method: 'PATCH', status: 404, code: 10008 });
  const queue = last(await scene.quote(moderator, 'queue'));
  const card = await scene.choose(moderator, queue, ['1']);
  await scene.fill(moderator, card, 'Catatan', { note: 'Bagus.' });
  const second = await scene.newest(reviews);
  expect(second.content).toContain('Bagus.');
  discord.inject({ route: '/users/@me/channels', kind: 'status', status: 403 });
  expect((await scene.fill(moderator, second, 'Tolak', { reason: 'Sudah ada.' })).content).toContain(
    'ditolak',
  );
  expect(scene.told(member)).toEqual([]);
  expect((await scene.newest(reviews)).content).toContain('Sudah ada.');
  expect(scene.kutip.logLines().filter(({ level }) => Number(level) >= 50)).toEqual([]);
});
