import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectMarkInView, markedWords, openBrowser, openPage, typeCommand } from './browser.ts';
import type { WatchedPage } from './browser.ts';
import { startPlayground, type Playground } from './program.ts';

let playground: Playground;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  [playground, browser] = await Promise.all([startPlayground(), openBrowser()]);
});

beforeEach(async () => {
  watched = await openPage(browser, playground.address);
  page = watched.page;
});

afterEach(async () => {
  expect(watched.troubles).toEqual([]);
  await page.context().close();
});

afterAll(async () => {
  await browser.close();
  await playground.stop();
});

const lastMessage = () => page.locator('.message').last();

/** Types a command and gives the message that answers it, not one that already stood there. */
async function ask(text: string): Promise<ReturnType<Page['locator']>> {
  const place = await page.locator('.message').count();
  await typeCommand(page, text);
  const answer = page.locator('.message').nth(place);
  await answer.locator('.text').waitFor();
  return answer;
}

/** The words of a quote without the marks of a cut. */
async function quotedWords(quote: ReturnType<Page['locator']>): Promise<string> {
  const text = (await quote.locator('blockquote').textContent()) ?? '';
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^\[…\] ?| ?\[…\]$/g, '')
    .trim();
}

test('answers /tanya in the article’s words, and the citation opens exactly those', async () => {
  const answer = await ask('/tanya Apa yang dilakukan Babuschkin setelah meninggalkan xAI?');
  const quote = answer.locator('.quotation').first();
  expect(await page.locator('.quotation.missing').count()).toBe(0);
  const words = await quotedWords(quote);
  await quote.locator('.cite').press('Enter');
  expect(await markedWords(page)).toBe(words);
  await expectMarkInView(page);
  await page.keyboard.press('Escape');
  const focused = page.locator('.cite:focus');
  await focused.waitFor();
});

test('pages through a search and stays verbatim on every page', async () => {
  const results = await ask('/cari xAI');
  const first = await results.locator('.text').textContent();
  await results.locator('.components button:not(:disabled)').last().click();
  await expect.poll(() => results.locator('.text').textContent()).not.toBe(first);
  expect(await results.locator('.quotation.found').count()).toBeGreaterThan(0);
  expect(await page.locator('.quotation.missing').count()).toBe(0);
});

test('opens the context of an answer and shows more', async () => {
  const answer = await ask('/tanya Siapa yang menginspirasi Babuschkin saat makan malam?');
  const privately = await page.locator('.message.ephemeral').count();
  await answer
    .getByRole('button', { name: /^(?:Lihat konteks|Konteks)/ })
    .first()
    .click();
  await expect.poll(() => page.locator('.message.ephemeral').count()).toBe(privately + 1);
  await answer.getByRole('button', { name: 'Lainnya' }).click();
  await expect.poll(() => page.locator('.message.ephemeral').count()).toBe(privately + 2);
  expect(await page.locator('.message.ephemeral .quotation.found').count()).toBeGreaterThan(1);
  expect(await page.locator('.quotation.missing').count()).toBe(0);
});

test('asks about somebody’s message, as a moderator', async () => {
  await page.locator('#composer').fill('Kenapa Igor Babuschkin keluar dari xAI?');
  await page.keyboard.press('Enter');
  await page.locator('.message', { hasText: 'Kenapa Igor' }).waitFor();
  const moderator = await page
    .locator('#person option', { hasText: 'Budi · Moderator' })
    .getAttribute('value');
  await page.locator('#person').selectOption(moderator);
  await page.getByRole('button', { name: 'moderator', exact: true }).waitFor();
  await page.locator('.message', { hasText: 'Kenapa Igor' }).last().click({ button: 'right' });
  await page
    .getByRole('menu')
    .getByRole('menuitem', { name: /artikel/i })
    .click();
  await lastMessage().locator('.quotation.found').first().waitFor();
});
