import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { channelOf, startDiscord, startKutip, text } from './kutip.ts';

describe('/verify', () => {
  test('tells exact words from words that lost their negation, in the member’s language', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const channel = channelOf(discord);
    const exact = await discord.member.command(channel, 'verify', [
      text('text', 'Babuschkin juga bekerja sebagai peneliti di OpenAI sebelum ChatGPT dirilis.'),
    ]);
    expect(exact.messages[0]?.content).toMatch(/^\*\*Sama persis\.\*\*[\s\S]*paragraf 7, kalimat 2/u);
    const altered = await discord.guest.command(channel, 'verify', [
      text('text', 'Babuschkin juga bekerja sebagai direktur di OpenAI sebelum ChatGPT dirilis.'),
    ]);
    expect(altered.messages[0]?.content).toMatch(
      /^\*\*Not word for word\.\*\*[\s\S]*\*\*peneliti\*\* ~~direktur~~/u,
    );
    const nowhere = await discord.guest.command(channel, 'verify', [
      text('text', 'The company was sold to a bank in Zurich.'),
    ]);
    expect(nowhere.messages[0]?.content).toMatch(/^\*\*Not in the article\.\*\*/u);
  });
});

describe('*Verify quote*', () => {
  test('checks what a message quotes, for whoever asked alone', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const channel = channelOf(discord);
    const message = await discord.guest.send(
      channel,
      'he said: > nothing\n> Kami berdua merasa bahwa AI baru',
    );
    const { messages } = await discord.member.messageCommand(channel, 'Verify quote', message.id);
    expect(messages[0]?.content).toMatch(/^\*\*Tidak sama persis\.\*\*/u);
    expect((messages[0]?.flags ?? 0) & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
  });

  test('checks words between quotation marks alone where the rest is its author’s, and says so', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const channel = channelOf(discord);
    const message = await discord.guest.send(
      channel,
      'Katanya “Babuschkin juga bekerja sebagai peneliti di OpenAI sebelum ChatGPT dirilis.” Keren!',
    );
    const { messages } = await discord.member.messageCommand(channel, 'Verify quote', message.id);
    expect(messages[0]?.content).toMatch(
      /^Yang diperiksa hanya kata-kata di antara tanda kutip:\n\*\*Sama persis\.\*\*/u,
    );
  });

  test('finds an answer of Kutip exact', async () => {
    const discord = await startDiscord();
    await startKutip(discord);
    const channel = channelOf(discord);
    const asked = await discord.member.command(channel, 'ask', [
      text('question', 'Di mana superkomputer xAI dibangun?'),
    ]);
    const [answer] = asked.messages;
    if (!answer) throw new Error('The bot answered');
    const { messages } = await discord.guest.messageCommand(channel, 'Verify quote', answer.id);
    expect(messages[0]?.content).toMatch(/^\*\*Word for word\.\*\*/u);
  });
});
