import type { Client } from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';
import { expectMarkInView, markedWords, openBrowser, openPage, typeCommand } from './browser.ts';
import type { WatchedPage } from './browser.ts';
import { kiosk, startScriptedBot } from './scripted-bot.ts';

let discord: LocalDiscord;
let bot: Client;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});

beforeEach(async () => {
  discord = await startLocalDiscord({ documents: [kiosk], rateLimits: false });
  bot = await startScriptedBot(discord);
  watched = await openPage(browser, discord.pageUrl);
  page = watched.page;
});

afterEach(async () => {
  expect(watched.troubles).toEqual([]);
  await page.context().close();
  await bot.destroy();
  await discord.close();
});

afterAll(async () => {
  await browser.close();
});

const chat = () => page.locator('#messages');
const last = (selector: string) => chat().locator(`.message ${selector}`).last();

test('asks by typing, and opens the very words at the cited of two places', async () => {
  await typeCommand(page, '/tanya kapan tutup?');
  await page.locator('.cite').click();
  expect(await markedWords(page)).toBe('Kios itu tutup pada Rabu.');
  expect(await markedWords(page, 'mark.strong')).toBe('tutup pada Rabu');
  expect(await page.locator('.block:has(mark)').getAttribute('data-number')).toBe('3');
  await expectMarkInView(page);
});

test('says which quote is not in the article', async () => {
  await typeCommand(page, '/tanya ke mana?');
  await page.locator('.quotation.missing').waitFor();
  expect(await page.locator('.quotation.missing').textContent()).toContain('Bandung');
  expect(await page.locator('.not-found').textContent()).toBe('Tidak ada di artikel');
});

test('completes a command by keyboard alone, with autocompletion and a boolean', async () => {
  await page.locator('#composer').focus();
  await page.keyboard.type('/ta');
  await page.getByRole('option', { name: '/tanya' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('kapan?');
  for (const name of ['article', 'private']) {
    await page.getByRole('button', { name: `Tambah ${name}` }).press('Enter');
    if (name === 'article') await page.keyboard.type('ki');
    await page.getByRole('option', { name: name === 'article' ? 'Kios Buku Tutup (ki)' : 'Ya' }).waitFor();
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
  await page.locator('.ephemeral').waitFor();
  await chat().getByText('Hanya Anda yang dapat melihat ini').waitFor();
  await expect.poll(() => last('.text').textContent()).toMatch(/^kios/);
  await page.getByRole('button', { name: 'Tutup pesan' }).click();
  await page.locator('.ephemeral').waitFor({ state: 'detached' });
});

test('names the option that is missing and sends nothing', async () => {
  await typeCommand(page, '/tanya ');
  expect(await page.getByRole('alert').first().textContent()).toBe('pertanyaan wajib diisi.');
  await page.keyboard.press('Escape');
  expect(
    await page.locator('#composer').evaluate((element) => element === element.ownerDocument.activeElement),
  ).toBe(true);
  expect(await page.locator('.message').count()).toBe(0);
});

test('shows what a button updates, what a select answers and what fails', async () => {
  await typeCommand(page, '/tanya apa?');
  await last('select').selectOption('two');
  await expect.poll(() => last('.text').textContent()).toBe('You chose two');
  await page.getByRole('button', { name: 'Ignore' }).click();
  await chat().getByText('Interaksi ini gagal').waitFor();
  await page.getByRole('button', { name: 'Update' }).click();
  await page.locator('.message em', { hasText: 'in place' }).waitFor();
});

test('opens a modal, keeps it until it is valid and submits it', async () => {
  await page.locator('#composer').fill('/form');
  await page.keyboard.press('Enter');
  await page.locator('.command-form').waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'A form' });
  await dialog.getByRole('button', { name: 'Kirim' }).click();
  expect(await dialog.isVisible()).toBe(true);
  await dialog.getByLabel('Note').fill('Bagus');
  await dialog.getByLabel('Reason').selectOption('good');
  await dialog.getByRole('button', { name: 'Kirim' }).click();
  await chat().getByText('Note: Bagus, reason: good').waitFor();
});

test('says so when the bot never answers', async () => {
  await page.locator('#composer').fill('/silent');
  await page.keyboard.press('Enter');
  await page.locator('.command-form').waitFor();
  await page.keyboard.press('Enter');
  await chat().getByText('Aplikasi tidak merespons').waitFor();
  await page.getByRole('button', { name: 'Tutup pesan' }).click();
  await page.locator('.failed').waitFor({ state: 'detached' });
});

test('writes, edits, reacts, replies, runs a message command and deletes', async () => {
  await page.locator('#composer').fill('Halo **semua**');
  await page.keyboard.press('Enter');
  await last('strong').waitFor();
  await page.locator('#composer').press('ArrowUp');
  await page.locator('.editor textarea').fill('Halo dunia');
  await page.keyboard.press('Enter');
  await chat().getByText('(disunting)').waitFor();
  await page.locator('.message').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '👍' }).click();
  await page.getByRole('button', { name: '👍 1' }).waitFor();
  await page.locator('.message').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Balas' }).click();
  await page.keyboard.type('Balasan');
  await page.keyboard.press('Enter');
  await page.locator('.message .reference', { hasText: 'Halo dunia' }).waitFor();
  await page.locator('.message').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Count letters' }).click();
  await chat().getByText('10 letters').waitFor();
  await page.locator('.message').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Hapus pesan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus pesan' }).click();
  await chat().getByText('Pesan asli telah dihapus').waitFor();
});

test('draws hostile text as text', async () => {
  const hostile = '<img src=x onerror=alert(1)> [klik](javascript:alert(1)) <script>alert(1)</script>';
  await discord.member.send(discord.channels['umum'] ?? '', hostile);
  await expect.poll(() => last('.text').textContent()).toBe(hostile);
  expect(await page.locator('.message :is(img, script, a)').count()).toBe(0);
});

test('shows each person their own view after a switch', async () => {
  await typeCommand(page, '/tanya siapa?');
  await page.locator('.cite').waitFor();
  expect(await page.getByRole('button', { name: 'moderator' }).count()).toBe(0);
  await page.locator('#person').selectOption(discord.moderator.id);
  await page.getByRole('button', { name: 'moderator' }).click();
  await page.getByRole('heading', { name: 'Selamat datang di #moderator' }).waitFor();
  await page.getByRole('button', { name: 'umum' }).click();
  await page.locator('.cite').waitFor();
});

test("offers commands in the person's language", async () => {
  await page.locator('#composer').fill('/');
  await page.getByRole('option', { name: '/tanya' }).waitFor();
  await page.locator('#composer').fill('');
  await page.locator('#person').selectOption(discord.guest.id);
  await page.locator('#composer').fill('/');
  await page.getByRole('option', { name: '/ask' }).waitFor();
});

test('asks in the direct messages with the bot', async () => {
  await page.getByRole('button', { name: 'Kutip', exact: true }).click();
  await page.getByRole('heading', { name: 'Selamat datang di @Kutip' }).waitFor();
  await typeCommand(page, '/tanya kapan?');
  await page.locator('.cite').waitFor();
});

test('says that the connection is lost, and catches up once it is back', async () => {
  await page.context().route('**/page/api/events**', (route) => route.abort());
  await page.reload();
  await page.getByText('Sambungan terputus').waitFor();
  await page.getByRole('heading', { name: 'Selamat datang di #umum' }).waitFor();
  await discord.member.send(discord.channels['umum'] ?? '', 'Sementara itu');
  expect(await chat().getByText('Sementara itu').count()).toBe(0);
  await page.context().unrouteAll();
  await chat().getByText('Sementara itu').waitFor();
  expect(await page.getByText('Sambungan terputus').count()).toBe(0);
  // The refused connections are in the browser's console, as they should be.
  watched.troubles.splice(0);
});

test('fits a phone: nothing is cut off, and article and channels are drawers', async () => {
  const { page: phone, troubles } = await openPage(browser, discord.pageUrl, {
    viewport: { width: 390, height: 780 },
    colorScheme: 'dark',
    isMobile: true,
    hasTouch: true,
  });
  await typeCommand(phone, '/tanya kapan?');
  await phone.locator('.cite').tap();
  await expectMarkInView(phone);
  await phone.getByRole('button', { name: 'Kembali ke pesan' }).tap();
  expect(await phone.locator('#article').isVisible()).toBe(false);
  await phone.getByRole('button', { name: 'Buka daftar saluran' }).tap();
  await phone.getByRole('button', { name: 'tanya-artikel' }).tap();
  await phone.getByRole('heading', { name: 'Selamat datang di #tanya-artikel' }).waitFor();
  expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  expect(troubles).toEqual([]);
  await phone.context().close();
});
