/** A real chromium, and pages in it that remember everything that must not happen. */
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface WatchedPage {
  page: Page;
  /** Script errors, broken content policy, failed loads and requests that leave the machine. */
  troubles: string[];
}

/** Debian's chromium, or the one `CHROMIUM` names. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** The playground in a fresh context, loaded and connected. Default desktop width, in Indonesian. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale: 'id-ID',
    viewport: { width: 1360, height: 850 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) troubles.push(`left the machine: ${request.url()}`);
  });
  await page.goto(url);
  // Drawn together with the messages that already stand there.
  await page.locator('.intro').waitFor();
  return { page, troubles };
}

/** Runs a chat-input command by typing it, as a person does. */
export async function typeCommand(page: Page, text: string): Promise<void> {
  await page.locator('#composer').click();
  await page.keyboard.type(text);
  await page.locator('.command-form').waitFor();
  await page.keyboard.press('Enter');
}

/** The marked words of the article as one text, white space as single spaces. */
export async function markedWords(page: Page, selector = 'mark'): Promise<string> {
  const pieces = await page.locator(`#article ${selector}`).allTextContents();
  return pieces.join('').replaceAll(/\s+/g, ' ');
}

/** Waits until the article's first mark is in view. */
export async function expectMarkInView(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const mark = await page.locator('#article mark').first().boundingBox();
      const height = page.viewportSize()?.height ?? 0;
      return mark !== null && mark.y >= 0 && mark.y + mark.height <= height;
    })
    .toBe(true);
}
