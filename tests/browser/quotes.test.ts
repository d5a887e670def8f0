/** Every quote's way through the page: suggested by a member, decided by moderators, seen by everybody. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, openPage, typeCommand, type WatchedPage } from './browser.ts';
import { startPlayground, type Playground } from './program.ts';
import { seatAt, type Seat } from './seat.ts';

let playground: Playground;
let browser: Browser;
let watched: WatchedPage;
let seat: Seat;

beforeAll(async () => {
  [playground, browser] = await Promise.all([startPlayground(), openBrowser()]);
});

beforeEach(async () => {
  watched = await openPage(browser, playground.address);
  seat = seatAt(watched.page);
});

afterEach(async () => {
  expect(watched.troubles).toEqual([]);
  await watched.page.context().close();
});

afterAll(async () => {
  await browser.close();
  await playground.stop();
});

/** Sari suggests the passage that these words find; gives the quote's number. */
async function suggest(words: string): Promise<string> {
  await seat.sitAs('Sari', 'umum');
  const panel = await seat.run(`/kutipan usul ${words}`);
  await seat.press('Usulkan', panel);
  await panel.getByText(/Usulan #\d+ terkirim/).waitFor();
  return /#(\d+)/.exec((await panel.textContent()) ?? '')?.[1] ?? '';
}

/** The card of that quote in the review channel, with a moderator before it. */
async function cardOf(number: string): Promise<Locator> {
  await seat.sitAs('Budi', 'moderator');
  const card = watched.page
    .locator('#messages .message:not(.ephemeral)', { hasText: `Kutipan #${number} ·` })
    .first();
  await card.waitFor();
  return card;
}

/** The post of that quote, in its channel. */
async function postOf(number: string): Promise<Locator> {
  await seat.enter('kutipan');
  const post = seat.messageWith(`#${number} ·`);
  await post.waitFor();
  return post;
}

test('a suggestion from an answer is adjusted, approved, and posted with its picture', async () => {
  const { page } = watched;
  await seat.sitAs('Sari', 'umum');
  const answer = await seat.run('/tanya superkomputernya dibangun di mana sih?');
  await seat.press('Usulkan kutipan', answer);
  const panel = seat.messageWith('Bagian mana yang ingin kamu usulkan');
  await panel.locator('select').selectOption({ index: 1 });
  const draft = seat.messageWith('Usulan kutipan');
  await seat.press('Usulkan', draft);
  await seat.messageWith('Usulan #1 terkirim').waitFor();

  const card = await cardOf('1');
  expect(await card.textContent()).toContain('Kutipan dimulai dengan Dia');
  const adjusting = await seat.press('Sesuaikan', card);
  const chosen = adjusting.locator('input[type=checkbox]');
  await chosen.first().waitFor();
  expect(await chosen.evaluateAll((boxes) => boxes.filter((box) => box.matches(':checked')).length)).toBe(1);
  await seat.press('+ sebelumnya', adjusting);
  await adjusting.getByText('2 kalimat').waitFor();
  await seat.press('Simpan', adjusting);
  await card.getByText('paragraf 8, kalimat 1–2').waitFor();
  expect(await card.textContent()).not.toContain('Kutipan dimulai dengan Dia');
  await seat.press('Setujui', card);
  await card.getByText('Kutipan #1 · terbit').waitFor();

  // The card leads to the post, on this machine.
  await card.getByRole('button', { name: 'lihat', exact: true }).click();
  await page.getByRole('heading', { name: 'Selamat datang di #kutipan' }).waitFor();
  const post = await postOf('1');
  expect(await post.locator('.quotation.found blockquote').textContent()).toMatch(
    /^Dalam postingannya, .* sebagai 'mustahil\.'$/s,
  );
  const picture = post.locator('img.picture');
  expect(await picture.getAttribute('alt')).toContain("sebagai 'mustahil.'");
  await expect.poll(() => picture.evaluate((image) => image.clientHeight)).toBeGreaterThan(100);
});

test('a rejection reaches the suggester with the words and the reason, until they want no more', async () => {
  const number = await suggest('Saya belajar 2 pelajaran');
  const card = await cardOf(number);
  await seat.press('Tolak', card);
  await seat.fill('Sudah ada yang mirip.');
  await card.getByText(`Kutipan #${number} · ditolak`).waitFor();
  // The answer to a form leads back to the card whose button opened it.
  expect(await seat.messageWith(`#${number} ditolak.`).locator('.reference').textContent()).toContain(
    '@Sari',
  );
  await seat.sitAs('Sari', 'Kutip');
  const told = seat.messageWith(`Usulanmu #${number}`);
  await told.getByText('Alasan moderator: Sudah ada yang mirip.').waitFor();
  expect(await told.locator('.quotation.found').textContent()).toContain('Saya belajar 2 pelajaran');
  expect(await told.locator('.quotation.missing').count()).toBe(0);
  await seat.press('Jangan kabari lagi', told);
  await seat.messageWith('tidak lagi dikabarkan').waitFor();
  await seat.press('Kabari lagi');
  await seat.messageWith('akan dikabarkan lagi').waitFor();
});

test('a time that is not understood is asked for again with what was typed, then kept, and taken back', async () => {
  const number = await suggest('Co-founder xAI ini mengatakan');
  const card = await cardOf(number);
  await seat.press('Jadwalkan', card);
  await seat.fill('31/13', '07.30');
  const problem = seat.messageWith('31/13 bukan tanggal');
  await seat.press('Isi lagi', problem);
  const dialog = watched.page.getByRole('dialog');
  expect(await dialog.locator('input').nth(1).inputValue()).toBe('07.30');
  await seat.fill('besok');
  await card.getByText(`Kutipan #${number} · terjadwal`).waitFor();
  await seat.press('Batalkan jadwal', card);
  await card.getByText(`Kutipan #${number} · disetujui`).waitFor();
});

test('a post is withdrawn with a reason in its place, and brought back', async () => {
  const number = await suggest('Skandal-skandal ini kadang-kadang menutupi');
  const card = await cardOf(number);
  await seat.press('Setujui', card);
  await card.getByText(`Kutipan #${number} · terbit`).waitFor();
  await seat.press('Tarik', card);
  await seat.fill('Konteksnya menyesatkan.');
  const post = await postOf(number);
  await post.getByText('telah ditarik oleh moderator. Alasannya: Konteksnya menyesatkan.').waitFor();
  expect(await post.textContent()).not.toContain('Skandal-skandal');
  expect(await post.locator('img').count()).toBe(0);
  await seat.press('Urungkan', await cardOf(number));
  const again = await postOf(number);
  await again.getByText('Skandal-skandal ini').waitFor();
  await again.locator('img.picture').waitFor();
});

/** Whoever sits there imports a file with that in it. */
async function importFile(text: string): Promise<void> {
  await watched.page.locator('#composer').click();
  await watched.page.keyboard.type('/kutipan impor ');
  await watched.page
    .locator('.command-form input[type=file]')
    .setInputFiles({ name: 'kutip-quotes.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await watched.page.getByRole('button', { name: 'Kirim' }).click();
}

test('what was exported is imported by the owner alone, and only as it was', async () => {
  const number = await suggest('Kepergian Babuschkin terjadi setelah');
  await cardOf(number);
  const exported = await seat.run('/kutipan ekspor ');
  const href = await exported.locator('a.file').getAttribute('href');
  const file = await (await fetch(new URL(href ?? '', playground.address))).text();
  await importFile(file);
  await seat.messageWith('yang boleh mengelola server').waitFor();
  await seat.sitAs('Wulan', 'moderator');
  await importFile(file.replace('paragraph', 'heading'));
  await seat.messageWith('checksum-nya tidak cocok').waitFor();
  await importFile(file);
  await seat.messageWith(/dilewati karena server ini sudah punya/).waitFor();
});

test('anybody checks words: exact, but for the marks, otherwise, nowhere; and a message from its menu', async () => {
  await seat.sitAs('Sari', 'umum');
  const exact = await seat.run('/periksa xAI untuk membangun superkomputer di Memphis, Tennessee');
  await exact.getByText('Sama persis.').waitFor();
  const typography = await seat.run('/periksa menyebut dirinya “Mechahitler.”');
  await typography.getByText('hanya penulisannya berbeda').waitFor();
  const nowhere = await seat.run('/periksa Harga cabai naik di pasar induk kemarin siang.');
  await nowhere.getByText('Tidak ada di artikel.', { exact: true }).waitFor();
  const message = await seat.write(
    'Babuschkin juga bekerja sebagai peneliti di Google sebelum ChatGPT dirilis.',
  );
  await message.click({ button: 'right' });
  await watched.page.getByRole('menuitem', { name: 'Periksa kutipan' }).click();
  const differs = seat.messageWith('Tidak sama persis.');
  expect(await differs.locator('blockquote s').textContent()).toContain('Google');
  // What compares is marked as no quotation, what the article says as one.
  expect(await differs.locator('.quotation.missing').count()).toBe(0);
  expect(await differs.locator('.quotation.found').count()).toBe(1);
  expect(await differs.locator('.reference').textContent()).toContain('Periksa kutipan');
});

test('a moderator sets a schedule, pauses it and ends it', async () => {
  await seat.sitAs('Budi', 'moderator');
  const { page } = watched;
  // Typed in full without an option: it is a command all the same, and no message.
  await page.locator('#composer').click();
  await page.keyboard.type('/kutipan jadwal lihat');
  await page.keyboard.press('Enter');
  await page.locator('.command-form').waitFor();
  await page.keyboard.press('Enter');
  await seat.messageWith('belum punya jadwal kutipan').waitFor();
  await page.locator('#composer').click();
  await page.keyboard.type('/kutipan jadwal atur setiap');
  await page.getByRole('option', { name: 'setiap hari' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('7.30');
  await page.keyboard.press('Enter');
  const panel = seat.messageWith('Jadwal kutipan');
  await panel.getByText('Terbit setiap hari pukul 07:30 (Asia/Jakarta)').waitFor();
  expect(await panel.locator('.reference').textContent()).toContain('/kutipan jadwal atur');
  await seat.press('Jeda', panel);
  await panel.getByText('Sedang dijeda').waitFor();
  await seat.press('Lanjutkan', panel);
  await panel.getByText('Berikutnya, menurut jam').waitFor();
  // Nothing that was pressed stays busy once it has come to something.
  await seat.press('Jeda', panel);
  await panel.getByText('Sedang dijeda').waitFor();
  await seat.press('Hapus jadwal', panel);
  await seat.messageWith('Jadwal dihapus').waitFor();
});

test('the review card and the post fit a phone', async () => {
  const { page, troubles } = await openPage(browser, playground.address, {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    colorScheme: 'dark',
  });
  await page.locator('#person').selectOption({ label: 'Budi · Moderator' });
  for (const channel of ['moderator', 'kutipan']) {
    await page.getByRole('button', { name: 'Buka daftar saluran' }).tap();
    await page.locator('#sidebar .channel', { hasText: channel }).first().tap();
    await page.getByRole('heading', { name: `Selamat datang di #${channel}` }).waitFor({ state: 'attached' });
    await page.locator('.quotation').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    const cut = await page
      .locator('.message .button, .message .picture, .message blockquote')
      .evaluateAll((parts) => parts.filter((part) => part.getBoundingClientRect().right > 390).length);
    expect(cut).toBe(0);
  }
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('what a list of sentences is for stands above it on a phone, not over its first choice', async () => {
  const { page } = watched;
  const panel = await seat.run('/kutipan usul veteran industri Memphis');
  await panel.locator('.choices').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  const gap = await panel.locator('.choices').evaluate((list) => {
    const [legend, first] = ['legend', '.choice'].map((part) =>
      list.querySelector(part)!.getBoundingClientRect(),
    );
    return first!.top - legend!.bottom;
  });
  expect(gap).toBeGreaterThanOrEqual(0);
});

test('a question of a channel is taught, answered, and the lesson taken back', async () => {
  // Nothing it asks about is in the article: whether it is answered hangs on what was taught alone.
  const question = 'Kapan festival layang-layang Pangandaran digelar?';
  await seat.sitAs('Sari', 'umum');
  const before = await seat.run(`/tanya ${question}`);
  await before.getByText('Artikel tidak menyebutkannya.').waitFor();
  await seat.sitAs('Budi', 'moderator');
  await typeCommand(watched.page, '/celah ');
  await seat.messageWith(question).getByLabel('Pilih pertanyaan').selectOption({ index: 1 });
  const gap = seat.messageWith('Bagian mana yang menjawabnya?');
  await gap.getByLabel('Ajarkan: pilih bagian yang menjawab').selectOption({ index: 1 });
  await seat.messageWith('✅ Diajarkan.').locator('.quotation.found').first().waitFor();
  await seat.sitAs('Sari', 'umum');
  const taught = await seat.run(`/tanya ${question}`);
  await taught.getByText(/^(?:Artikel menjawab|Mungkin ini jawabannya):$/).waitFor();
  expect(await taught.locator('.quotation.found').count()).toBeGreaterThan(0);
  await seat.sitAs('Budi', 'moderator');
  await seat.press('Urungkan', seat.messageWith('✅ Diajarkan.'));
  await seat.messageWith('✅ Diurungkan.').waitFor();
  await seat.sitAs('Sari', 'umum');
  const after = await seat.run(`/tanya ${question}`);
  await after.getByText('Artikel tidak menyebutkannya.').waitFor();
});
