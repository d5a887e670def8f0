/**
 * Who may do what with quotes, over every surface: what the one table says is what Discord's people
 * get, whether they type a command, press an old button, choose in a select, send a dialog or only type.
 */
import { Events } from 'discord.js';
import { PermissionFlagsBits, type APIMessage } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { mayDo, type Capability } from '../../src/quotes/permissions.ts';
import type { Person } from '../../src/playground/local-discord.ts';
import type { AnyQuoteAction } from '../../src/discord/quotes/quote-desk.ts';
import type { PageOption } from '../../src/playground/page-protocol.ts';
import { buttonOf, text } from './kutip.ts';
import { labelsOf, last, selectOf, startQuoteScene, type QuoteScene } from './quote-scene.ts';

const roles = ['member', 'moderator', 'administrator'] as const;
type ActingRole = (typeof roles)[number];

const refused = /^(?:Ini hanya untuk|That is for)/u;
const words = 'veteran industri Memphis Tennessee';

function personOf({ discord }: QuoteScene, role: ActingRole): Person {
  return { member: discord.member, moderator: discord.moderator, administrator: discord.owner }[role];
}

/** A suggestion of the guest's, whose card stands in a channel that everybody sees. */
async function startOpenScene(): Promise<QuoteScene & { readonly card: APIMessage }> {
  const scene = await startQuoteScene();
  await scene.configure({ reviewChannelId: scene.channel });
  await scene.suggest(scene.discord.guest, words);
  return { ...scene, card: await scene.newest(scene.channel) };
}

const number = text('number', '1');

const exportFile: PageOption = {
  name: 'file',
  type: 11,
  file: { name: 'kutip-quotes.json', contentType: 'application/json', base64: '' },
};

/** What decides comes last. */
const commands: readonly (readonly [string, PageOption[], Capability])[] = [
  ['suggest', [text('passage', 'Grok ditemukan mengutip')], 'suggest'],
  ['show', [number], 'show'],
  ['random', [], 'show'],
  ['search', [text('terms', 'Memphis')], 'search'],
  ['queue', [], 'read-queue'],
  ['approve', [number], 'approve'],
  ['post', [number], 'schedule'],
  ['withdraw', [number], 'withdraw'],
  ['history', [number], 'read-history'],
  ['export', [], 'export'],
  ['import', [exportFile], 'import'],
  ['schedule show', [], 'configure'],
  ['schedule set', [text('days', 'daily'), text('time', '7')], 'configure'],
  ['schedule pause', [], 'configure'],
  ['schedule resume', [], 'configure'],
  ['schedule remove', [], 'configure'],
  ['undo', [number], 'undo'],
];

/** What decides comes last. */
const buttons: readonly (readonly [string, Capability])[] = [
  ['Sesuaikan', 'adjust'],
  ['Jadwalkan', 'schedule'],
  ['Tolak', 'reject'],
  ['Catatan', 'annotate'],
  ['Pratinjau', 'read-queue'],
  ['Riwayat', 'read-history'],
  ['Setujui', 'approve'],
];

const postedButtons: readonly (readonly [string, Capability])[] = [
  ['Catatan', 'annotate'],
  ['Tarik', 'withdraw'],
  ['Hapus pesannya', 'withdraw'],
  ['Pratinjau', 'read-queue'],
  ['Riwayat', 'read-history'],
];

/** Whatever buttons a card has then, they are a moderator's. */
const cards: readonly (readonly [string, (nowMs: number) => AnyQuoteAction[]])[] = [
  ['that is approved', () => [{ kind: 'approve' }]],
  ['that is scheduled', (nowMs) => [{ kind: 'approve', dueAtMs: nowMs + 86_400_000 }]],
  ['that is rejected', () => [{ kind: 'reject', reason: 'Belum.' }]],
  ['on hold over its stored text', () => [{ kind: 'freeze', cause: 'snapshot-damaged' }]],
  ['on hold over its article', () => [{ kind: 'approve' }, { kind: 'freeze', cause: 'source-changed' }]],
];

describe.for(roles)('%s', (role) => {
  test('by command: what the table says', async () => {
    const scene = await startOpenScene();
    for (const [name, options, capability] of commands) {
      const said = last(await scene.quote(personOf(scene, role), name, options)).content;
      // Members may undo, but only what is their own.
      const may = mayDo(role, capability) && !(capability === 'undo' && role === 'member');
      expect([name, refused.test(said)]).toEqual([name, !may]);
    }
  });

  test('by button: what the table says, and nothing has happened where it says no', async () => {
    const scene = await startOpenScene();
    for (const [label, capability] of buttons) {
      const outcome = await personOf(scene, role).click(scene.card, buttonOf(scene.card, label));
      const isRefused = outcome.state !== 'modal' && refused.test(last(outcome).content);
      expect([label, isRefused]).toEqual([label, !mayDo(role, capability)]);
    }
    const quote = await scene.kutip.store.quotes.quote(scene.discord.guildId, 1);
    expect(quote?.approvedBy !== undefined).toBe(mayDo(role, 'approve'));
    if (role === 'member') expect(quote?.revision).toBe(1);
  });

  test('by the buttons of a posted quote: what the table says', async () => {
    const scene = await startOpenScene();
    await scene.press(scene.discord.owner, scene.card, 'Setujui');
    const card = scene.discord.owner.messages(scene.channel).find(({ id }) => id === scene.card.id);
    const posted = card ?? scene.card;
    expect(labelsOf(posted).toSorted()).toEqual(postedButtons.map(([label]) => label).toSorted());
    for (const [label, capability] of postedButtons) {
      const outcome = await personOf(scene, role).click(posted, buttonOf(posted, label));
      const isRefused = outcome.state !== 'modal' && refused.test(last(outcome).content);
      expect([label, isRefused]).toEqual([label, !mayDo(role, capability)]);
    }
    if (role !== 'member') return;
    expect(await scene.kutip.store.quotes.quote(scene.discord.guildId, 1)).toMatchObject({
      state: 'posted',
      revision: 4,
    });
  });

  test.for(cards)('by every button of a card %s: moderators alone', async ([, actions]) => {
    const scene = await startOpenScene();
    const { discord, kutip, channel, card } = scene;
    const { guildId, owner } = discord;
    await scene.configure({ quoteChannelId: null });
    const actor = { id: owner.id, role: 'administrator' } as const;
    for (const action of actions(kutip.services.now())) {
      expect(await kutip.services.quotes.desk.act({ guildId, number: 1, action, actor })).toMatchObject({
        ok: true,
      });
    }
    await kutip.bot.settle();
    const cardNow = () => owner.messages(channel).find(({ id }) => id === card.id) ?? card;
    const before = await kutip.store.quotes.quote(guildId, 1);
    const labels = labelsOf(cardNow());
    expect(labels.length).toBeGreaterThan(2);
    for (const label of labels) {
      // What a moderator pressed before has changed the card.
      await kutip.bot.settle();
      const shown = cardNow();
      if (role !== 'member' && !labelsOf(shown).includes(label)) continue;
      const outcome = await personOf(scene, role).click(shown, buttonOf(shown, label));
      const isRefused = outcome.state !== 'modal' && refused.test(last(outcome).content);
      expect([label, isRefused]).toEqual([label, role === 'member']);
    }
    if (role === 'member') expect(await kutip.store.quotes.quote(guildId, 1)).toEqual(before);
  });

  test('by autocomplete: numbers that are theirs to see', async () => {
    const scene = await startOpenScene();
    const person = personOf(scene, role);
    const offered = async (name: string) => {
      const options = [{ name, type: 1, options: [text('number', '', true)] }];
      return (await person.autocomplete(scene.channel, 'quote', options)).choices?.length;
    };
    const isModerator = role !== 'member';
    expect(await offered('show')).toBe(isModerator ? 1 : 0);
    expect(await offered('history')).toBe(isModerator ? 1 : 0);
    expect(await offered('undo')).toBe(isModerator ? 1 : 0);
    await scene.press(scene.discord.owner, scene.card, 'Setujui');
    expect(await offered('show')).toBe(1);
    expect(await offered('withdraw')).toBe(isModerator ? 1 : 0);
  });
});

describe('somebody who is no moderator any more', () => {
  test('cannot send the dialog they opened, choose in the list they opened, save their panel, or stop the schedule', async () => {
    const scene = await startOpenScene();
    const { discord, card } = scene;
    const { moderator } = discord;
    const queue = last(await scene.quote(moderator, 'queue'));
    const panel = await scene.press(moderator, card, 'Sesuaikan');
    const times = [text('days', 'daily'), text('time', '7')];
    const schedule = last(await scene.quote(moderator, 'schedule set', times));
    const dialog = await moderator.click(card, buttonOf(card, 'Tolak'));
    const filter = discord.member.id;
    // From now on moderators are those with a role that nobody has.
    await scene.configure({ moderatorRoleId: filter });
    expect(last(await moderator.submit(dialog, { reason: 'Tidak.' })).content).toMatch(refused);
    const chosen = await moderator.select(queue, selectOf(queue).custom_id, ['1']);
    expect(last(chosen).content).toMatch(refused);
    const saved = await moderator.click(panel, buttonOf(panel, 'Simpan'));
    expect(last(saved).content).toMatch(refused);
    expect(labelsOf(schedule)).toHaveLength(2);
    for (const label of labelsOf(schedule)) {
      const pressed = await moderator.click(schedule, buttonOf(schedule, label));
      expect(last(pressed).content).toMatch(refused);
    }
    expect(await scene.kutip.store.quotes.schedule(discord.guildId)).toMatchObject({ revision: 1 });
    expect(await scene.kutip.store.quotes.quote(discord.guildId, 1)).toMatchObject({ revision: 1 });
  });
});

/** Lets them manage messages in that channel alone, and waits until the bot knows. */
async function allowIn({ discord, kutip }: QuoteScene, channelId: string, person: Person): Promise<void> {
  const { promise: known, resolve } = Promise.withResolvers<void>();
  kutip.bot.client.once(Events.ChannelUpdate, () => resolve());
  discord.setOverwrite(channelId, person.id, { allow: PermissionFlagsBits.ManageMessages, deny: 0n });
  await known;
}

describe('Manage Messages, where the server has no moderator role', () => {
  test('counts in the review channel, wherever they type, and in no other', async () => {
    const scene = await startQuoteScene();
    const { discord, channel } = scene;
    await scene.configure({ reviewChannelId: scene.quoteChannel, quoteChannelId: null });
    await scene.suggest(discord.guest, words);
    await allowIn(scene, channel, discord.member);
    expect(last(await scene.quote(discord.member, 'approve', [number])).content).toMatch(refused);
    await allowIn(scene, scene.quoteChannel, discord.member);
    expect(last(await scene.quote(discord.member, 'approve', [number])).content).not.toMatch(refused);
  });
});

describe('Manage Messages, where the review channel was deleted', () => {
  test('counts in the whole server, and not in the channel that somebody types in', async () => {
    const scene = await startQuoteScene();
    const { discord, channel } = scene;
    await scene.suggest(discord.guest, words);
    await scene.configure({ reviewChannelId: '1564475712977599999', quoteChannelId: null });
    await allowIn(scene, channel, discord.member);
    expect(last(await scene.quote(discord.member, 'approve', [number])).content).toMatch(refused);
    expect(last(await scene.quote(discord.moderator, 'approve', [number])).content).not.toMatch(refused);
  });
});

describe('a member', () => {
  test('takes back their own suggestion alone, and only while nobody has dealt with it', async () => {
    const scene = await startOpenScene();
    const { guest, member, moderator } = scene.discord;
    expect(last(await scene.quote(member, 'undo', [number])).content).toMatch(refused);
    await scene.fill(moderator, scene.card, 'Catatan', { note: 'Bagus.' });
    expect(last(await scene.quote(guest, 'undo', [number])).content).toContain('begun to deal with');
    const own = await scene.suggest(guest, 'Grok ditemukan mengutip');
    expect((await scene.press(guest, own, 'Take back')).content).toContain('took suggestion #2 back');
  });

  test('is offered nothing of it outside servers', async () => {
    const scene = await startQuoteScene();
    const { member } = scene.discord;
    const dm = scene.discord.dmChannel(member.id);
    const answer = last(
      await member.command(dm, 'ask', [text('question', 'Di mana superkomputer xAI dibangun?')]),
    );
    expect(JSON.stringify(answer.components)).not.toContain('Usulkan');
    await expect(member.command(dm, 'quote', [])).rejects.toThrow();
  });
});
