/** Somebody at the page: who they are, where they are, and what they type and press, as a person does it. */
import type { Locator, Page } from 'playwright-core';
import { typeCommand } from './browser.ts';

export interface Seat {
  readonly page: Page;
  /** Goes on as that person, in a channel. */
  sitAs(person: 'Sari' | 'Budi' | 'Wulan', channel: string): Promise<void>;
  /** Opens a channel of the list. */
  enter(channel: string): Promise<void>;
  /** Types a command; gives the message that answers it, once it has come. */
  run(command: string): Promise<Locator>;
  /** Writes a message; gives it as it stands in the channel. */
  write(words: string): Promise<Locator>;
  /** Presses a button of a message, or of the newest one; gives what then is the newest. */
  press(label: string, message?: Locator): Promise<Locator>;
  /** Fills in the open dialog, in order, and sends it. */
  fill(...texts: readonly string[]): Promise<void>;
  newest(): Locator;
  /** The newest message with these words. */
  messageWith(words: string | RegExp): Locator;
}

export function seatAt(page: Page): Seat {
  const newest = () => page.locator('#messages .message').last();
  const enter = async (channel: string) => {
    const entry = page.locator('#sidebar .channel', {
      has: page.locator('.channel-name', { hasText: new RegExp(`^${channel}$`) }),
    });
    await entry.first().click();
    await page.getByRole('heading', { name: `Selamat datang di` }).filter({ hasText: channel }).waitFor();
    await page.locator('#messages[aria-busy=false]').waitFor();
  };
  return {
    page,
    enter,
    newest,
    sitAs: async (person, channel) => {
      const option = page.locator('#person option', { hasText: person });
      await page.locator('#person').selectOption(await option.first().getAttribute('value'));
      await page.locator('#sidebar .who', { hasText: person }).waitFor();
      await enter(channel);
    },
    run: async (command) => {
      const place = await page.locator('#messages .message').count();
      await typeCommand(page, command);
      const answer = page.locator('#messages .message').nth(place);
      await answer.locator('.text').first().waitFor();
      return answer;
    },
    write: async (words) => {
      await page.locator('#composer').fill(words);
      await page.keyboard.press('Enter');
      const message = page.locator('#messages .message', { hasText: words }).last();
      await message.waitFor();
      return message;
    },
    press: async (label, message = newest()) => {
      await message.getByRole('button', { name: label, exact: true }).click();
      return newest();
    },
    fill: async (...texts) => {
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const fields = dialog.locator('input:not([type=hidden]), textarea');
      for (const [index, text] of texts.entries()) await fields.nth(index).fill(text);
      await dialog.getByRole('button', { name: 'Kirim' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    messageWith: (words) => page.locator('#messages .message', { hasText: words }).last(),
  };
}
