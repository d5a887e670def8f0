import { expect, test, vi } from 'vitest';
import type { AnyQuoteAction } from '../../src/discord/quotes/quote-desk.ts';
import type { Actor } from '../../src/quotes/permissions.ts';
import { buttonOf, text } from './kutip.ts';
import { last, startQuoteScene } from './quote-scene.ts';

const words = 'veteran industri Memphis Tennessee';
const system: Actor = { id: '1', role: 'system' };

test('undoing by number deletes nothing that was posted only after the quote was read', async () => {
  const scene = await startQuoteScene();
  const { moderator, owner, member, guildId } = scene.discord;
  await scene.configure({ quoteChannelId: null });
  await scene.suggest(member, words);
  const { quotes } = scene.kutip.store;
  const { desk } = scene.kutip.services.quotes;
  const act = async (actor: Actor, action: AnyQuoteAction) => desk.act({ guildId, number: 1, actor, action });
  const read = quotes.quote.bind(quotes);
  const reading = vi.spyOn(quotes, 'quote').mockImplementationOnce(async (...of) => {
    const asItWas = await read(...of);
    await act({ id: owner.id, role: 'moderator' }, { kind: 'approve' });
    await act(system, { kind: 'begin-posting', channelId: scene.quoteChannel });
    await act(system, { kind: 'posted', messageId: '900' });
    return asItWas;
  });
  const late = last(await scene.quote(moderator, 'undo', [text('number', '1')]));
  reading.mockRestore();
  expect(late.content).toMatch(/^Ada yang lebih cepat/u);
  const changes = (await quotes.history(guildId, 1)).map(({ change }) => change);
  expect(changes).toContainEqual({ kind: 'posted', messageId: '900' });
  expect(changes).not.toContainEqual({ kind: 'withdrawn', mode: 'deleted' });
});

test('the dialog says who reads the reason: everybody in place of a post, moderators where it is deleted', async () => {
  const scene = await startQuoteScene();
  const { moderator, member } = scene.discord;
  await scene.suggest(member, words);
  await scene.press(moderator, await scene.newest(scene.reviewChannel), 'Setujui');
  const card = await scene.newest(scene.reviewChannel);
  const dialogOf = async (label: string): Promise<string> => {
    const { modal } = await moderator.click(card, buttonOf(card, label));
    return JSON.stringify(modal);
  };
  expect(await dialogOf('Tarik')).toContain('Dibaca semua orang');
  expect(await dialogOf('Hapus pesannya')).toContain('hanya dibaca moderator');
});
