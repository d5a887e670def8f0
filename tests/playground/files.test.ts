import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import { startBot, startDiscord } from './bot.ts';

const take = {
  name: 'take',
  description: 'Take a file',
  options: [{ type: 11 as const, name: 'file', description: 'The file', required: true }],
};
const fileOf = (words: string, name = 'daftar kutipan.json') => [
  {
    name: 'file',
    type: 11,
    file: { name, contentType: 'application/json', base64: Buffer.from(words).toString('base64') },
  },
];

test('a file given as an option reaches the bot under an address', async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, [take]);
  bot.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { name, size, url, contentType } = interaction.options.getAttachment('file', true);
    void fetch(url)
      .then(async (answer) => answer.text())
      .then(async (words) => interaction.reply(`${name} ${size} ${contentType} ${words}`));
  });
  const channel = discord.channels['umum'] ?? '';
  const { messages } = await discord.member.command(channel, 'take', fileOf('{"a":"é"}'));
  expect(messages.map(({ content }) => content)).toEqual([
    'daftar_kutipan.json 10 application/json {"a":"é"}',
  ]);
});

test('an option that takes a file takes nothing else, and no file beyond 10 MiB', async () => {
  const discord = await startDiscord();
  await startBot(discord, [take]);
  const channel = discord.channels['umum'] ?? '';
  const text = [{ name: 'file', type: 11, value: '1' }];
  await expect(discord.member.command(channel, 'take', text)).rejects.toThrow('takes a file');
  const large = fileOf('x'.repeat(10 * 1024 * 1024 + 1));
  await expect(discord.member.command(channel, 'take', large)).rejects.toThrow('at most 10 MiB');
});
