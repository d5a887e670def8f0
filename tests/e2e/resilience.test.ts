import { once } from 'node:events';
import { Events, SlashCommandBuilder } from 'discord.js';
import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { chatCommand, type Command } from '../../src/discord/command.ts';
import { deferAfterMs } from '../../src/discord/acknowledge.ts';
import { problemReply } from '../../src/discord/reply.ts';
import { makeArticle } from '../discord/corpus.ts';
import {
  buttonOf,
  channelOf,
  expectRefusal,
  shippedArticle,
  startDiscord,
  startKutip,
  text,
} from './kutip.ts';

const secretQuestion = 'Di mana superkomputer rahasia xAI dibangun?';
const question = text('question', secretQuestion);
const callback = '/interactions/{interaction_id}/{interaction_token}/callback';
const followUp = { method: 'POST', route: '/webhooks/{webhook_id}/{webhook_token}' };

/** A command of a test's own. */
function commandThat(name: string, execute: () => Promise<string>, isPrivate = false): Command {
  return chatCommand({
    data: new SlashCommandBuilder().setName(name).setDescription('For a test').toJSON(),
    isPrivate: () => isPrivate,
    execute: async () => ({ content: await execute() }),
  });
}

/** Something to wait for that the test lets go. */
function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

describe('after a restart', () => {
  test('buttons of earlier messages still work', async () => {
    const discord = await startDiscord();
    const first = await startKutip(discord);
    const channel = channelOf(discord);
    const asked = await discord.member.command(channel, 'ask', [question]);
    const searched = await discord.member.command(channel, 'search', [text('terms', 'xAI Babuschkin')]);
    await first.bot.stop();
    await startKutip(discord);
    const [answer] = asked.messages;
    const [page] = searched.messages;
    if (!answer || !page) {
      throw new Error('The bot answered');
    }
    const context = await discord.member.click(answer, buttonOf(answer, 'Konteks [1]'));
    expect(context.messages[0]?.content).toContain('**Dalam konteks**');
    const next = await discord.member.click(page, buttonOf(page, 'Berikutnya'));
    expect(next.state).toBe('updated');
  });

  test('a button whose article has changed or is gone says so privately', async () => {
    const discord = await startDiscord();
    const article = makeArticle([{ sentences: ['Sari pindah ke Bandung pada bulan Mei.'] }], { id: 'a' });
    const other = makeArticle([{ sentences: ['Budi tinggal di Bogor.'] }], { id: 'b' });
    const channel = channelOf(discord);
    const first = await startKutip(discord, { articles: [article, other] });
    const asked = await discord.member.command(channel, 'ask', [text('question', 'Sari pindah ke mana?')]);
    await first.bot.stop();
    const [message] = asked.messages;
    if (!message) {
      throw new Error('The bot answered');
    }
    const label = message.content.includes('**[2]**') ? 'Konteks [1]' : 'Lihat konteksnya';
    const changed = makeArticle([{ sentences: ['Sari pindah ke Solo.'] }], { id: 'a' });
    const second = await startKutip(discord, { articles: [changed, other] });
    const afterChange = await discord.member.click(message, buttonOf(message, label));
    expect(afterChange.messages[0]?.content).toMatch(/^Artikelnya sudah berubah/u);
    expect(afterChange.messages[0]?.flags).toBe(MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds);
    await second.bot.stop();
    await startKutip(discord, { articles: [other] });
    const afterLoss = await discord.member.click(message, buttonOf(message, label));
    expect(afterLoss.messages[0]?.content).toBe('Artikelnya sudah tidak tersedia di sini.');
  });

  test('nothing is registered again, and only what changed is written', async () => {
    const discord = await startDiscord();
    const first = await startKutip(discord);
    expect(first.logLines().find(({ msg }) => msg === 'commands registered')).toMatchObject({
      created: commands.length,
    });
    await first.bot.stop();
    discord.clearExchanges();
    const second = await startKutip(discord);
    expect(discord.exchanges.filter(({ method }) => method !== 'GET')).toEqual([]);
    await second.bot.stop();
    discord.clearExchanges();
    const described = commands.map((command) =>
      command.data.name === 'help'
        ? { ...command, data: { ...command.data, description: 'Another', name_localizations: null } }
        : command,
    );
    const fewer = described.filter(({ data }) => data.name !== 'passage');
    const third = await startKutip(discord, { commands: fewer });
    const written = discord.exchanges.filter(({ method }) => method !== 'GET').map(({ method }) => method);
    expect(written).toEqual(['PATCH', 'DELETE']);
    expect(third.logLines().find(({ msg }) => msg === 'commands registered')).toMatchObject({
      created: 0,
      updated: 1,
      deleted: 1,
      unchanged: commands.length - 2,
    });
  });
});

describe('time', () => {
  test('work that is slow is announced first and then shown in its place', async () => {
    const discord = await startDiscord();
    const { passed, open } = gate();
    const slow = commandThat('slow', () => passed.then(() => 'Sudah.'));
    await startKutip(discord, { commands: [slow] });
    const acting = discord.member.command(channelOf(discord), 'slow');
    const announcement = await discord.until(() => discord.exchanges.find(({ route }) => route === callback));
    expect(announcement.requestBody).toMatchObject({ type: 5 });
    open();
    const { messages } = await acting;
    expect(messages.map(({ content }) => content)).toEqual(['Sudah.']);
    expect(deferAfterMs).toBeLessThan(3000);
  });

  test('an interaction past answering is logged and nothing breaks', async () => {
    let time = Date.now();
    const discord = await startDiscord({ now: () => time });
    const late = commandThat('late', async () => {
      // Discord's clock alone goes on: its token is dead when the answer comes.
      time += 4000;
      return 'Terlambat.';
    });
    const kutip = await startKutip(discord, { commands: [late, ...commands] });
    expectRefusal(discord, { route: callback, status: 404, code: 10062 });
    const outcome = await discord.member.command(channelOf(discord), 'late');
    expect(outcome.state).toBe('failed');
    const { state } = await discord.member.command(channelOf(discord), 'help');
    expect(state).toBe('replied');
    await kutip.bot.stop();
    const line = kutip.logLines().find(({ msg }) => msg === 'interaction was past answering');
    expect(line).toMatchObject({ interactionId: outcome.id, code: 10062 });
    expect(kutip.logLines().filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  test('an event delivered twice is answered once', async () => {
    const discord = await startDiscord();
    await startKutip(discord, { logLevel: 'debug' });
    discord.clearExchanges();
    discord.duplicateEvents(1);
    const { state } = await discord.member.command(channelOf(discord), 'ask', [question]);
    expect(state).toBe('replied');
    expect(discord.exchanges.filter(({ route }) => route === callback)).toHaveLength(1);
  });

  test('a member who asks again at once is told privately how long to wait, and gets the question back', async () => {
    const discord = await startDiscord();
    await startKutip(discord, { cooldownSeconds: 60 });
    const channel = channelOf(discord);
    await discord.member.command(channel, 'ask', [question]);
    const again = await discord.member.command(channel, 'ask', [question]);
    expect(again.messages[0]?.content).toMatch(/^Sebentar ya, coba lagi dalam (?:59|60) dtk\.\n/u);
    expect(again.messages[0]?.content).toMatch(`Yang kamu tulis:\n${secretQuestion}`);
    expect(again.messages[0]?.flags).toBe(MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds);
    const light = await discord.member.command(channel, 'help');
    expect(light.messages[0]?.content).toContain('`/tanya`');
    const someoneElse = await discord.guest.command(channel, 'ask', [question]);
    expect(someoneElse.messages[0]?.content).toMatch(/^Question:/u);
    const typed = await discord.member.autocomplete(channel, 'passage', [text('words', 'turbin', true)]);
    expect(typed.choices?.length).toBeGreaterThan(0);
  });
});

describe('trouble', () => {
  const failing = commandThat('broken', async () => {
    throw new Error('the reason');
  });

  test('gives the person a reference that the operator finds in the log', async () => {
    const discord = await startDiscord();
    const kutip = await startKutip(discord, { commands: [failing] });
    for (const [person, words] of [
      [discord.member, 'Ada yang salah'],
      [discord.guest, 'Something went wrong'],
    ] as const) {
      const { id, messages } = await person.command(channelOf(discord), 'broken');
      expect(messages[0]?.content).toContain(words);
      const reference = /`([0-9a-f]{8})`/u.exec(messages[0]?.content ?? '')?.[1];
      const line = kutip.logLines().find((logged) => logged['reference'] === reference);
      expect(line).toMatchObject({
        interactionId: id,
        msg: 'interaction failed',
        err: { message: 'the reason' },
      });
    }
  });

  test('takes the place of the announcement where there was one', async () => {
    const discord = await startDiscord();
    const { passed, open } = gate();
    const slow = commandThat('slow', async () => {
      await passed;
      throw new Error('the reason');
    });
    await startKutip(discord, { commands: [slow] });
    const acting = discord.member.command(channelOf(discord), 'slow');
    await discord.until(() => discord.exchanges.find(({ route }) => route === callback));
    open();
    const { messages } = await acting;
    expect(messages.map(({ content }) => content.slice(0, 14))).toEqual(['Ada yang salah']);
  });

  test.for([
    ['is a problem', 'Masalah.', async () => problemReply('Masalah.')],
    [
      'fails',
      'Ada yang salah',
      async () => {
        throw new Error('the reason');
      },
    ],
  ] as const)('leaves the shown page alone where a slow next one %s', async ([, words, end]) => {
    const discord = await startDiscord();
    const { passed, open } = gate();
    const slow = commands.map((command): Command =>
      command.data.name === 'search'
        ? { ...command, buttons: { search: { effect: 'turn-page', execute: () => passed.then(end) } } }
        : command,
    );
    await startKutip(discord, { commands: slow });
    const channel = channelOf(discord);
    const searched = await discord.member.command(channel, 'search', [text('terms', 'xAI Babuschkin')]);
    const [page] = searched.messages;
    if (!page) {
      throw new Error('The bot answered');
    }
    discord.clearExchanges();
    const clicking = discord.member.click(page, buttonOf(page, 'Berikutnya'));
    const announcement = await discord.until(() => discord.exchanges.find(({ route }) => route === callback));
    expect(announcement.requestBody).toMatchObject({ type: 6 });
    open();
    await clicking;
    const sent = await discord.until(() => discord.exchanges[1]);
    expect(sent).toMatchObject({
      ...followUp,
      status: 200,
      requestBody: {
        content: expect.stringContaining(words),
        flags: MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds,
      },
    });
    const shown = discord.member.messages(channel).map(({ content }) => content);
    expect(shown).toEqual([page.content, expect.stringContaining(words)]);
    expect(discord.moderator.messages(channel)).toHaveLength(1);
  });

  test('after the reply is told apart from it, to whoever asked alone', async () => {
    const discord = await startDiscord();
    const replying = chatCommand({
      data: new SlashCommandBuilder().setName('half').setDescription('For a test').toJSON(),
      isPrivate: () => false,
      execute: async (interaction) => {
        await interaction.reply('Sudah.');
        throw new Error('the reason');
      },
    });
    await startKutip(discord, { commands: [replying] });
    const channel = channelOf(discord);
    await discord.member.command(channel, 'half');
    const sent = await discord.until(() => discord.exchanges.find(({ route }) => route === followUp.route));
    expect(sent).toMatchObject({ ...followUp, status: 200 });
    const contents = discord.member.messages(channel).map(({ content }) => content);
    expect(contents).toEqual(['Sudah.', expect.stringContaining('Ada yang salah')]);
    expect(discord.moderator.messages(channel).map(({ content }) => content)).toEqual(['Sudah.']);
  });

  test.for([
    ['a rate limit', { kind: 'rate-limit', retryAfterSeconds: 0.05, scope: 'user' }],
    ['a failing server', { kind: 'status', status: 503 }],
    ['a dropped connection', { kind: 'drop' }],
    ['a lost answer', { kind: 'lose-answer' }],
  ] as const)('answers once in spite of %s', async ([, fault]) => {
    const discord = await startDiscord();
    const kutip = await startKutip(discord);
    if (fault.kind === 'lose-answer') {
      expectRefusal(discord, { route: callback, status: 400, code: 40060 });
    }
    discord.inject({ ...fault, route: callback, times: 1 });
    const { state, messages } = await discord.member.command(channelOf(discord), 'ask', [question]);
    expect([state, messages.map(({ content }) => content.slice(0, 10))]).toEqual(['replied', ['Pertanyaan']]);
    await kutip.bot.stop();
    expect(kutip.logLines().filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  test('goes on after the gateway was lost', async () => {
    const discord = await startDiscord();
    const kutip = await startKutip(discord);
    const resumed = once(kutip.bot.client, Events.ShardResume);
    discord.dropGateway();
    await resumed;
    const { state } = await discord.member.command(channelOf(discord), 'help');
    expect(state).toBe('replied');
  });

  test('never sees a citation that does not fit: it is logged and nothing verbatim is sent', async () => {
    const discord = await startDiscord();
    const article = await shippedArticle();
    const ask = commands
      .filter(({ data }) => data.name === 'ask')
      .map((command) => ({
        ...command,
        execute: ((interaction, services) =>
          command.execute(interaction, {
            ...services,
            answer: async (asked) => {
              const outcome = await services.answer(asked);
              const citations = outcome.citations.map((citation) => ({
                ...citation,
                version: 'f'.repeat(64),
              }));
              return { ...outcome, citations };
            },
          })) satisfies Command['execute'],
      }));
    const kutip = await startKutip(discord, { commands: ask });
    const { messages } = await discord.member.command(channelOf(discord), 'ask', [question]);
    expect(messages[0]?.content).toMatch(/^Kutipannya tidak cocok lagi/u);
    expect(kutip.logLines()).toContainEqual(
      expect.objectContaining({ level: 50, msg: 'citation does not fit the article', articleId: article.id }),
    );
  });

  test('answers a button of an older version and an unknown command', async () => {
    const discord = await startDiscord();
    const first = await startKutip(discord);
    const channel = channelOf(discord);
    const { messages } = await discord.member.command(channel, 'ask', [question]);
    await first.bot.stop();
    const [message] = messages;
    if (!message) {
      throw new Error('The bot answered');
    }
    const help = commands.filter(({ data }) => data.name === 'help');
    await startKutip(discord, { commands: help });
    const pressed = await discord.member.click(message, buttonOf(message, 'Konteks [1]'));
    expect(pressed.messages[0]?.content).toMatch(/^Tombol ini berasal dari versi lama/u);
  });
});

describe('stopping', () => {
  test('finishes what runs, and tells whoever asks meanwhile', async () => {
    const discord = await startDiscord();
    const { passed, open } = gate();
    const slow = commandThat('slow', () => passed.then(() => 'Sudah.'));
    const kutip = await startKutip(discord, { commands: [slow, ...commands] });
    const channel = channelOf(discord);
    const running = discord.member.command(channel, 'slow');
    await discord.until(() => discord.exchanges.find(({ route }) => route === callback));
    const stopping = kutip.bot.stop();
    const refused = await discord.guest.command(channel, 'ask', [question]);
    expect(refused.messages[0]?.content).toMatch(/^Kutip is restarting\. Please try again in a moment\.\n/u);
    open();
    const { messages } = await running;
    await stopping;
    expect(messages.map(({ content }) => content)).toEqual(['Sudah.']);
    expect(kutip.bot.client.isReady()).toBe(false);
  });
});
