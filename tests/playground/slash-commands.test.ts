import { Events, MessageFlags } from 'discord.js';
import type { ChatInputCommandInteraction, Client } from 'discord.js';
import { expect, test } from 'vitest';
import { startBot, startDiscord } from './bot.ts';

const ask = {
  name: 'ask',
  description: 'Ask',
  options: [{ type: 3 as const, name: 'question', description: 'What to ask', required: true }],
};
const given = (value: string) => [{ name: 'question', type: 3, value }];

function onCommand(
  bot: Client,
  execute: (interaction: ChatInputCommandInteraction) => Promise<unknown>,
): void {
  bot.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void execute(interaction);
  });
}

test('discord.js logs in and sees the server, its channels and itself', async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const guild = bot.guilds.cache.get(discord.guildId);
  expect(bot.user.id).toBe(discord.applicationId);
  expect(guild?.channels.cache.map(({ name }) => name)).toEqual([
    'umum',
    'tanya-artikel',
    'kutipan',
    'moderator',
  ]);
  expect(guild?.members.me?.roles.botRole?.managed).toBe(true);
});

test('a slash command is answered and the person sees the answer', async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, [ask]);
  onCommand(bot, (interaction) =>
    interaction.reply(`Echo: ${interaction.options.getString('question', true)}`),
  );
  const channel = discord.channels['tanya-artikel'] ?? '';
  const outcome = await discord.member.command(channel, 'ask', given('apa kabar'));
  expect(outcome.state).toBe('replied');
  expect(outcome.messages.map(({ content }) => content)).toEqual(['Echo: apa kabar']);
  expect(discord.moderator.messages(channel)).toHaveLength(1);
});

test('an answer names the command that called for it, with group and subcommand', async () => {
  const discord = await startDiscord();
  const show = { type: 1 as const, name: 'show', description: 'Show', options: [] };
  const schedule = { type: 2 as const, name: 'schedule', description: 'When', options: [show] };
  const bot = await startBot(discord, [ask, { name: 'quote', description: 'Quotes', options: [schedule] }]);
  onCommand(bot, (interaction) => interaction.reply('Here.'));
  const channel = discord.channels['umum'] ?? '';
  const nested = { ...schedule, options: [show] };
  const shown = await discord.member.command(channel, 'quote', [nested]);
  const asked = await discord.member.command(channel, 'ask', given('x'));
  const names = [shown, asked].map(({ messages }) => messages[0]?.interaction?.name);
  expect(names).toEqual(['quote schedule show', 'ask']);
});

test('a deferred private answer is seen by its person alone', async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, [ask]);
  onCommand(bot, async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('Done');
  });
  const channel = discord.channels['umum'] ?? '';
  const outcome = await discord.member.command(channel, 'ask', given('x'));
  expect(outcome.messages.map(({ content, flags }) => [content, flags])).toEqual([
    ['Done', MessageFlags.Ephemeral],
  ]);
  expect(discord.member.messages(channel)).toHaveLength(1);
  expect(discord.moderator.messages(channel)).toHaveLength(0);
});
