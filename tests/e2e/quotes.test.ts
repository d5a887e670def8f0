import { PermissionFlagsBits as P, type APIMessage } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { readMessage } from '../discord/read-markdown.ts';
import { buttonOf, channelOf, shippedArticle, text } from './kutip.ts';
import { isEphemeral, labelsOf, last, selectOf, startQuoteScene } from './quote-scene.ts';

const question = text('question', 'Di mana superkomputer xAI dibangun?');
const number = (value: string, focused = false) => text('number', value, focused);
/** Words of two different passages. */
const memphis = 'veteran industri Memphis Tennessee';
const grok = 'Grok ditemukan mengutip';

async function expectVerbatim(message: APIMessage): Promise<void> {
  const { text: source } = await shippedArticle();
  const quotes = readMessage(message.content).quotes.flatMap((quote) => quote.split('[…]'));
  expect(quotes.length).toBeGreaterThan(0);
  for (const part of quotes.flatMap((quote) => quote.split('\n'))) expect(source).toContain(part.trim());
}

describe('suggesting', () => {
  test('from an answer: a choice of its passages, then of sentences, then a number', async () => {
    const scene = await startQuoteScene();
    const { discord } = scene;
    const { member } = discord;
    const answer = last(await member.command(scene.channel, 'ask', [question]));
    const asked = await scene.press(member, answer, 'Usulkan kutipan');
    expect(isEphemeral(asked)).toBe(true);
    const [first] = selectOf(asked).options;
    let panel = await scene.choose(member, asked, [first?.value ?? '']);
    await expectVerbatim(panel);
    expect(panel.content).toContain('1 kalimat');
    panel = await scene.press(member, panel, '+ sebelumnya');
    expect(panel.content).toContain('2 kalimat');
    panel = await scene.press(member, panel, '− terakhir');
    expect(panel.content).toContain('1 kalimat');
    const chosen = selectOf(panel).options.filter((option) => option.default);
    expect(chosen).toHaveLength(1);
    expect(await scene.kutip.store.quotes.count({ guildId: discord.guildId })).toBe(0);
    const sent = await scene.press(member, panel, 'Usulkan');
    expect(sent.content).toContain('Usulan #1');
    expect(await scene.kutip.store.quotes.quote(discord.guildId, 1)).toMatchObject({
      state: 'suggested',
      suggestedBy: member.id,
    });
    const back = await scene.press(member, sent, 'Tarik kembali');
    expect(back.content).toContain('Usulan #1 sudah kamu tarik kembali');
    expect(await scene.newest(scene.reviewChannel)).toMatchObject({
      content: expect.stringContaining('Ditarik kembali oleh pengusulnya'),
    });
  });

  test('sentences in the middle can be left out, and a quote can be joined from parts', async () => {
    const scene = await startQuoteScene();
    const { member } = scene.discord;
    let panel = last(await scene.quote(member, 'suggest', [text('passage', grok)]));
    const { options } = selectOf(panel);
    const of5 = options.filter(({ description }) => description?.startsWith('paragraf 5,'));
    panel = await scene.choose(member, panel, [of5[0]?.value ?? '', of5[2]?.value ?? '']);
    expect(panel.content).toContain('[…]');
    await expectVerbatim(panel);
    const tooLong = await scene.choose(
      member,
      panel,
      options.map(({ value }) => value),
    );
    expect(tooLong.content).toContain('lebih dari 1.000 huruf');
    expect(tooLong.content).toContain('2 kalimat');
    const sent = await scene.press(member, tooLong, 'Usulkan');
    expect(sent.content).toContain('[…]');
  });

  test('by the message command, from the buttons of an answer alone', async () => {
    const scene = await startQuoteScene();
    const { discord } = scene;
    const { member, guest } = discord;
    const answer = last(await member.command(scene.channel, 'ask', [question]));
    const asked = last(await guest.messageCommand(scene.channel, 'Suggest as quote', answer.id));
    expect(asked.content).toContain('Which passage');
    const own = await member.send(scene.channel, '> Kata-kata yang tidak pernah ditulis.\n**[1]** Artikel');
    const refused = last(await guest.messageCommand(scene.channel, 'Suggest as quote', own.id));
    expect(refused.content).toContain('shows no passage');
  });

  test('what is quoted already is shown instead, and the caps are told with their numbers', async () => {
    const scene = await startQuoteScene();
    const { member, guest, moderator } = scene.discord;
    await scene.suggest(member, memphis);
    const again = await scene.suggest(guest, memphis);
    expect(again.content).toContain('This quote exists already');
    expect(again.content).toContain('**#1** · waiting for review · holds 100%');
    const words = ['Kepergian Babuschkin', grok, 'Sebelum mendirikan xAI', 'pelajaran tak ternilai'];
    for (const each of words) expect((await scene.suggest(member, each)).content).toContain('terkirim');
    const capped = await scene.suggest(member, 'turbin gas emisi');
    expect(capped.content).toContain('5 usulan yang menunggu');
    expect((await scene.suggest(moderator, 'turbin gas emisi')).content).toContain('Usulan #6');
  });
});

describe('reviewing', () => {
  test('queue, adjust, approve, posted: the post is the preview', async () => {
    const scene = await startQuoteScene();
    const { member, moderator } = scene.discord;
    await scene.suggest(member, memphis);
    const queue = last(await scene.quote(moderator, 'queue'));
    expect(queue.content).toContain('1 usulan menunggu');
    expect(isEphemeral(queue)).toBe(true);
    let card = await scene.choose(moderator, queue, ['1']);
    expect(card.content).not.toContain('⚠️');
    const panel = await scene.press(moderator, card, 'Sesuaikan');
    const narrower = await scene.press(moderator, panel, '− pertama');
    card = await scene.press(moderator, narrower, 'Simpan');
    expect(card.content).toMatch(/^✅ Kalimat #1 disesuaikan/u);
    expect(card.content).toContain(
      'Kutipan dimulai dengan **Dia**; yang dimaksud disebut sebelumnya:\n> Dalam postingannya',
    );
    const preview = await scene.press(moderator, card, 'Pratinjau');
    const done = await scene.press(moderator, card, 'Setujui');
    expect(done.content).toContain('disetujui dan segera terbit');
    const post = await scene.newest(scene.quoteChannel);
    expect(post.content).toBe(preview.content);
    await expectVerbatim(post);
    const shown = await scene.newest(scene.reviewChannel);
    expect(shown.content).toContain('Kutipan #1 · terbit');
    expect(shown.content).toContain(post.id);
    const told = scene.told(member).at(-1)!;
    expect(told.content).toContain('sudah terbit');
    expect(told.content).toContain(post.id);
  });

  test('a note stands apart, a rejection reaches the suggester, who may want no more', async () => {
    const scene = await startQuoteScene();
    const { discord } = scene;
    const { guest, moderator } = discord;
    await scene.suggest(guest, memphis);
    let card = await scene.newest(scene.reviewChannel);
    const noted = await scene.fill(moderator, card, 'Catatan', { note: 'Baca **juga** @everyone' });
    expect(noted.content).toBe('✅ Catatan #1 tersimpan.');
    card = await scene.newest(scene.reviewChannel);
    expect(card.content).toContain('**Catatan moderator:** Baca \\*\\*juga\\*\\*');
    await scene.fill(moderator, card, 'Tolak', { reason: 'Terlalu\npendek.' });
    const told = scene.told(guest).at(-1)!;
    expect(told.content).toContain('will not be posted');
    expect(told.content).toMatch(
      /^> Dalam postingannya.*\n\*\*The moderators’ reason:\*\* Terlalu pendek\.$/mu,
    );
    const stopped = await scene.press(guest, told, 'Stop telling me');
    expect(stopped.content).toContain('not be told');
    card = await scene.newest(scene.reviewChannel);
    await scene.press(moderator, card, 'Urungkan');
    card = await scene.newest(scene.reviewChannel);
    expect(card.content).toContain('menunggu tinjauan');
    await scene.press(moderator, card, 'Setujui');
    expect((await scene.newest(scene.quoteChannel)).content).toContain('**#1**');
    expect(scene.told(guest)).toHaveLength(1);
  });

  test('two at once: one decides, the other sees what and the card as it is', async () => {
    const scene = await startQuoteScene();
    const { discord } = scene;
    await scene.suggest(discord.member, memphis);
    const card = await scene.newest(scene.reviewChannel);
    const [approved, rejected] = await Promise.all([
      discord.moderator.click(card, buttonOf(card, 'Setujui')),
      discord.owner.click(card, buttonOf(card, 'Setujui')),
    ]);
    await scene.kutip.bot.settle();
    const said = [last(approved).content, last(rejected).content];
    expect(said.filter((words) => words.includes('segera terbit'))).toHaveLength(1);
    expect(said.filter((words) => words.startsWith('Ada yang lebih cepat'))).toHaveLength(1);
    expect(scene.answers(scene.quoteChannel)).toHaveLength(1);
    expect((await scene.newest(scene.reviewChannel)).content).toContain('Kutipan #1 · terbit');
  });

  test('a dialog that comes too late decides nothing', async () => {
    const scene = await startQuoteScene();
    const { discord } = scene;
    await scene.suggest(discord.member, memphis);
    const card = await scene.newest(scene.reviewChannel);
    const dialog = await discord.moderator.click(card, buttonOf(card, 'Tolak'));
    await scene.press(discord.owner, card, 'Setujui');
    const late = last(await discord.moderator.submit(dialog, { reason: 'Kurang jelas.' }));
    expect(late.content).toMatch(/^Yang kamu tulis:\nKurang jelas\.\nAda yang lebih cepat/u);
    const history = await scene.press(discord.moderator, await scene.newest(scene.reviewChannel), 'Riwayat');
    expect(history.content).toContain('menerbitkan');
    expect(history.content).not.toContain('menolak');
  });

  test('a time is read on the server’s clock, and what is not understood is said', async () => {
    const scene = await startQuoteScene();
    const { moderator, member } = scene.discord;
    await scene.suggest(member, memphis);
    let card = await scene.newest(scene.reviewChannel);
    const wrong = await scene.fill(moderator, card, 'Jadwalkan', { date: '31/2', time: '07:30' });
    expect(wrong.content).toContain('**31/2** bukan tanggal');
    const again = await moderator.click(wrong, buttonOf(wrong, 'Isi lagi'));
    expect(JSON.stringify(again.modal)).toMatch(/"value":"31\/2".*"value":"07:30"/u);
    const past = await scene.fill(moderator, wrong, 'Isi lagi', { date: 'hari ini', time: '7' });
    expect(past.content).toContain('sudah lewat');
    const planned = await scene.fill(moderator, past, 'Isi lagi', { date: 'hari ini', time: '08.05' });
    const dueAtMs = Date.UTC(2026, 11, 1, 1, 5);
    expect(planned.content).toContain(`<t:${dueAtMs / 1000}:F>`);
    expect(await scene.kutip.store.quotes.quote(scene.discord.guildId, 1)).toMatchObject({
      state: 'scheduled',
      dueAtMs,
      approvedBy: moderator.id,
    });
    card = await scene.newest(scene.reviewChannel);
    expect(labelsOf(card)).toContain('Ganti waktu');
    expect(scene.answers(scene.quoteChannel)).toEqual([]);
    await scene.pass(dueAtMs - scene.clock.now() + 1_000);
    expect(scene.answers(scene.quoteChannel)).toHaveLength(1);
  });

  test('with the two-person rule, who suggested is told to ask somebody else', async () => {
    const scene = await startQuoteScene();
    const { moderator, owner } = scene.discord;
    await scene.configure({ twoPersonRule: true });
    await scene.suggest(moderator, memphis);
    const card = await scene.newest(scene.reviewChannel);
    expect((await scene.press(moderator, card, 'Setujui')).content).toContain('aturan dua orang');
    await scene.press(owner, card, 'Setujui');
    expect(scene.answers(scene.quoteChannel)).toHaveLength(1);
  });

  test('where the review channel is forbidden, the list works all the same and the card follows', async () => {
    const scene = await startQuoteScene();
    const { moderator, member } = scene.discord;
    await scene.forbid(scene.reviewChannel, P.SendMessages);
    await scene.suggest(member, memphis);
    expect(scene.answers(scene.reviewChannel)).toEqual([]);
    const queue = last(await scene.quote(moderator, 'queue'));
    const card = await scene.choose(moderator, queue, ['1']);
    expect(labelsOf(card)).toContain('Setujui');
    await scene.forbid(scene.reviewChannel, 0n);
    await scene.pass(10 * 60_000);
    expect((await scene.newest(scene.reviewChannel)).content).toContain('menunggu tinjauan');
    expect(scene.answers(scene.reviewChannel)).toHaveLength(1);
  });
});

describe('after the post', () => {
  test('withdrawing leaves a line, undo brings the quote back', async () => {
    const scene = await startQuoteScene();
    const { moderator, member } = scene.discord;
    await scene.suggest(member, memphis);
    await scene.press(moderator, await scene.newest(scene.reviewChannel), 'Setujui');
    const post = await scene.newest(scene.quoteChannel);
    const withdrawn = last(
      await scene.quote(moderator, 'withdraw', [number('#1'), text('reason', 'Salah *konteks*')]),
    );
    expect(withdrawn.content).toContain('#1 ditarik');
    expect((await scene.newest(scene.quoteChannel)).content).toContain('Salah \\*konteks\\*');
    expect(last(await scene.quote(member, 'show', [number('1')])).content).toContain('sudah ditarik');
    const told = scene.told(member).at(-1);
    expect(told?.content).toMatch(/^Kutipan #1 usulanmu di .* ditarik moderator\.\n> /u);
    expect(told?.content).toContain('**Alasan moderator:** Salah \\*konteks\\*');
    await scene.press(moderator, withdrawn, 'Urungkan');
    expect((await scene.newest(scene.quoteChannel)).content).toBe(post.content);
    const history = last(await scene.quote(moderator, 'history', [number('1')]));
    expect(history.content.split('\n').length).toBeGreaterThan(6);
  });

  test('undoing a post asks first, because it deletes the message', async () => {
    const scene = await startQuoteScene();
    const { moderator, member } = scene.discord;
    await scene.suggest(member, memphis);
    await scene.press(moderator, await scene.newest(scene.reviewChannel), 'Setujui');
    const asked = last(await scene.quote(moderator, 'undo', [number('1')]));
    expect(asked.content).toContain('Pesannya di kanal akan dihapus');
    expect(scene.answers(scene.quoteChannel)).toHaveLength(1);
    await scene.press(moderator, asked, 'Ya, hapus pesannya');
    expect(scene.answers(scene.quoteChannel)).toEqual([]);
  });

  test('posted quotes are shown, found by their words, and drawn at random', async () => {
    const scene = await startQuoteScene();
    const { moderator, member, guest } = scene.discord;
    expect(last(await scene.quote(guest, 'random')).content).toContain('not posted any quotes yet');
    await scene.suggest(member, memphis);
    await scene.suggest(member, grok);
    expect(last(await scene.quote(guest, 'show', [number('1')])).content).toContain('not posted');
    const own = last(await scene.quote(member, 'show', [number('1')]));
    expect(labelsOf(own)).toEqual(['Tarik kembali']);
    const cards = scene.answers(scene.reviewChannel);
    for (const card of cards) await scene.press(moderator, card, 'Setujui');
    const shown = last(await scene.quote(guest, 'show', [number('1')]));
    expect(isEphemeral(shown)).toBe(false);
    await expectVerbatim(shown);
    await expectVerbatim(last(await scene.quote(guest, 'random')));
    const found = last(await scene.quote(guest, 'search', [text('terms', 'MEMPHIS')]));
    expect(found.content).toContain('**1 quote** holds **MEMPHIS**');
    expect(last(await scene.quote(guest, 'search', [text('terms', 'Coldplay')])).content).toContain(
      'No posted quote holds',
    );
  });

  test('a schedule is made, shown with its next runs, paused and removed', async () => {
    const scene = await startQuoteScene();
    const { moderator, member } = scene.discord;
    expect(last(await scene.quote(moderator, 'schedule show')).content).toContain('belum punya jadwal');
    const wrong = await scene.quote(moderator, 'schedule set', [text('days', 'daily'), text('time', 'pagi')]);
    expect(last(wrong).content).toContain('**pagi** bukan jam');
    const made = last(
      await scene.quote(moderator, 'schedule set', [text('days', 'weekdays'), text('time', '08.05')]),
    );
    expect(made.content).toContain('Senin sampai Jumat pukul 08:05 (Asia/Jakarta)');
    const firstMs = Date.UTC(2026, 11, 1, 1, 5);
    expect(made.content).toContain(`<t:${firstMs / 1000}:F>`);
    await scene.suggest(member, memphis);
    const approved = await scene.press(moderator, await scene.newest(scene.reviewChannel), 'Setujui');
    expect(approved.content).toContain('menunggu gilirannya');
    expect(scene.answers(scene.quoteChannel)).toEqual([]);
    const paused = await scene.press(moderator, made, 'Jeda');
    expect(paused.content).toContain('Sedang dijeda');
    const resumed = await scene.press(moderator, paused, 'Lanjutkan');
    expect(resumed.content).toContain('1 kutipan disetujui');
    await scene.pass(firstMs - scene.clock.now() + 1_000);
    expect(scene.answers(scene.quoteChannel)).toHaveLength(1);
    expect((await scene.press(moderator, resumed, 'Hapus jadwal')).content).toContain('Jadwal dihapus');
  });

  test('without a quote channel nothing is lost: it waits and says what to do', async () => {
    const scene = await startQuoteScene();
    const { moderator, member } = scene.discord;
    await scene.configure({ quoteChannelId: null });
    await scene.suggest(member, memphis);
    const approved = await scene.press(moderator, await scene.newest(scene.reviewChannel), 'Setujui');
    expect(approved.content).toContain('belum punya kanal kutipan');
    const refused = last(await scene.quote(moderator, 'post', [number('1')]));
    expect(refused.content).toContain('belum punya kanal kutipan');
    await scene.configure({ quoteChannelId: channelOf(scene.discord, 'umum') });
    expect(last(await scene.quote(moderator, 'post', [number('1')])).content).toContain('segera terbit');
    expect(scene.answers(scene.quoteChannel)).toHaveLength(1);
  });
});

describe('/settings quotes', () => {
  const panelOptions = [{ name: 'quotes', type: 1 as const, options: [] }];

  test('chooses the channels and rules, and names what the bot may not do there', async () => {
    const scene = await startQuoteScene();
    const { discord } = scene;
    const { owner, guildId } = discord;
    const read = async () => (await scene.kutip.store.guilds.settings(guildId)).settings;
    let panel = last(await owner.command(scene.channel, 'settings', panelOptions));
    expect(panel.content).toContain(`Terbit di: <#${scene.quoteChannel}>`);
    const pick = async (field: string, value: string) => {
      const outcome = last(await owner.select(panel, `k1:t:${field}:-`, [value]));
      if (outcome.content.includes('**Kutipan.**')) panel = outcome;
      return outcome.content;
    };
    expect(await pick('two-person-rule', 'on')).toContain('Tersimpan');
    expect(await pick('quote-channel', channelOf(discord, 'kutipan'))).toContain('Tersimpan');
    expect(await read()).toMatchObject({
      twoPersonRule: true,
      quoteChannelId: channelOf(discord, 'kutipan'),
    });
    await scene.forbid(channelOf(discord, 'kutipan'), P.AttachFiles);
    expect(await pick('quote-cards', 'on')).toContain('Attach Files');
    expect((await read()).quoteCards).toBe(false);
    await scene.forbid(scene.channel, P.SendMessages);
    expect(await pick('review-channel', scene.channel)).toContain('Send Messages');
    panel = await scene.press(owner, panel, 'Tanpa kanal tinjauan');
    expect(panel.content).toContain('/kutipan antrean');
    expect((await read()).reviewChannelId).toBeNull();
  });

  test('takes the schedule along to another quote channel', async () => {
    const scene = await startQuoteScene();
    const { discord } = scene;
    const options = [text('days', 'daily'), text('time', '7')];
    await scene.quote(discord.moderator, 'schedule set', options);
    const panel = last(await discord.owner.command(scene.channel, 'settings', panelOptions));
    const wanted = channelOf(discord, 'kutipan');
    await discord.owner.select(panel, 'k1:t:quote-channel:-', [wanted]);
    expect(await scene.kutip.store.quotes.schedule(discord.guildId)).toMatchObject({
      channelId: wanted,
      revision: 2,
    });
  });
});

test('a schedule goes with the server’s clock, and the reply says so', async () => {
  const scene = await startQuoteScene();
  const { owner, guildId } = scene.discord;
  await scene.quote(owner, 'schedule set', [text('days', 'daily'), text('time', '7')]);
  const change = { name: 'time-zone', type: 1, options: [text('zone', 'Asia/Tokyo')] };
  const said = last(await owner.command(scene.channel, 'settings', [change])).content;
  expect(said).toContain(
    '🗓️ Jadwal kutipan ikut jam server: jamnya tetap, mulai sekarang menurut Asia/Tokyo.',
  );
  expect(await scene.kutip.store.quotes.schedule(guildId)).toMatchObject({
    schedule: { hour: 7, timeZone: 'Asia/Tokyo' },
    lastRunMs: scene.clock.now(),
  });
  expect(last(await owner.command(scene.channel, 'settings', [change])).content).not.toContain('🗓️');
});
