import { GatewayIntentBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { pauseMs, startScene } from './channel-scene.ts';
import { channelOf, text } from './kutip.ts';

const refused = { disallowedIntents: GatewayIntentBits.MessageContent };

test('a refused Message Content intent is no crash: the bot goes on without and says so', async () => {
  const scene = await startScene({ discord: refused });
  const { discord, kutip } = scene;
  const channel = channelOf(discord);
  await scene.configure({ channels: { [channel]: { mode: 'questions' } }, memberCooldownSeconds: 0 });
  const logged = kutip.logLines().map(({ msg }) => msg);
  expect(logged).toContain('message content intent refused');
  expect(logged).toContain('bot ready');

  // What it may not read it leaves alone; mentions, direct messages and commands go on working.
  await scene.say(discord.guest, channel, 'xAI membangun superkomputer di kota mana?');
  await scene.pass(pauseMs);
  expect(scene.answers(channel)).toEqual([]);
  await scene.say(
    discord.member,
    channel,
    `<@${kutip.bot.client.user?.id}> xAI membangun superkomputer di kota mana?`,
  );
  await scene.pass(pauseMs);
  expect(scene.answers(channel)).toHaveLength(1);
  const direct = discord.dmChannel(discord.member.id);
  await scene.say(discord.member, direct, 'xAI membangun superkomputer di kota mana?');
  await scene.pass(pauseMs);
  expect(discord.member.messages(direct).at(-1)?.content).toContain('Memphis');
  const asked = await discord.member.command(channel, 'ask', [
    text('question', 'Berapa bulan superkomputer di Memphis dibangun?'),
  ]);
  expect(asked.state).toBe('replied');
  const message = await scene.say(discord.guest, channel, 'superkomputernya dibangun di mana?');
  const menu = await discord.member.messageCommand(channel, 'Ask the article', message.id);
  expect(menu.messages[0]?.content).toContain('Memphis');

  const show = await discord.owner.command(channel, 'settings', [{ name: 'show', type: 1 }]);
  expect(show.messages[0]?.content).toContain('intent Message Content');
});

test('an intent that is taken away while the bot runs is no crash either', async () => {
  const scene = await startScene();
  const { discord, kutip } = scene;
  const channel = channelOf(discord);
  discord.dropGateway(4014);
  const readyCount = () => kutip.logLines().filter(({ msg }) => msg === 'bot ready').length;
  await expect.poll(readyCount, { timeout: 10_000 }).toBe(2);
  const show = await discord.owner.command(channel, 'settings', [{ name: 'show', type: 1 }]);
  expect(show.messages[0]?.content).toContain('intent Message Content');
});

test('what is granted is not complained about', async () => {
  const { discord } = await startScene();
  const show = await discord.owner.command(channelOf(discord), 'settings', [{ name: 'show', type: 1 }]);
  expect(show.messages[0]?.content).not.toContain('intent Message Content');
});
