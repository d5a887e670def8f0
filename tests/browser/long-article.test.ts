import { expect, test } from 'vitest';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';
import type { PageDocument } from '../../src/playground/page-protocol.ts';
import { expectMarkInView, markedWords, openBrowser, openPage, typeCommand } from './browser.ts';
import { kiosk, startScriptedBot } from './scripted-bot.ts';

const filler = 'Harga beras naik lagi pekan ini. '.repeat(6).trim();

/** The bot's document with that in front of its last paragraph. */
function longDocument(paragraphs: readonly string[]): PageDocument {
  const pieces = [kiosk.title, ...paragraphs, 'Kios itu tutup pada Rabu.'];
  let start = 0;
  const blocks = pieces.map((piece, number) => {
    const block = { kind: number === 0 ? ('title' as const) : ('paragraph' as const), number, start, end: 0 };
    block.end = start + piece.length;
    start = block.end + 2;
    return block;
  });
  return { ...kiosk, text: pieces.join('\n\n'), blocks };
}

test.each([
  ['of 9,000 paragraphs', longDocument(Array.from({ length: 9_000 }, () => filler))],
  ['of one line of 2 MiB', longDocument(['kata '.repeat(420_000).trim()])],
  ['of one word of 2 MiB', longDocument(['a'.repeat(2 * 1024 * 1024)])],
])('an article %s can be read and quoted', { timeout: 120_000 }, async (_, document) => {
  const browser = await openBrowser();
  const discord = await startLocalDiscord({ documents: [document], rateLimits: false });
  const bot = await startScriptedBot(discord);
  try {
    const { page, troubles } = await openPage(browser, discord.pageUrl);
    expect(await page.locator('#article .block').count()).toBe(document.blocks.length);
    const shown = await page.locator('#article .block .words').allTextContents();
    expect(shown).toEqual(document.blocks.map(({ start, end }) => document.text.slice(start, end)));
    await typeCommand(page, '/tanya kapan tutup?');
    await page.locator('.cite').click();
    expect(await markedWords(page)).toBe('Kios itu tutup pada Rabu.');
    await expectMarkInView(page);
    expect(troubles).toEqual([]);
  } finally {
    await browser.close();
    await bot.destroy();
    await discord.close();
  }
});
