import { SlashCommandBuilder } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { chatCommand } from '../../src/discord/command.ts';
import { buttonOf, channelOf, expectRefusal, startDiscord, startKutip, text } from './kutip.ts';

const question = text('question', 'Di mana superkomputer rahasia xAI dibangun?');
const callback = '/interactions/{interaction_id}/{interaction_token}/callback';

describe('the log', () => {
  test('has the interaction’s ID, and neither token nor question at info', async () => {
    const discord = await startDiscord();
    const kutip = await startKutip(discord);
    const { id, messages } = await discord.member.command(channelOf(discord), 'ask', [question]);
    const [message] = messages;
    if (!message) {
      throw new Error('The bot answered');
    }
    await discord.member.click(message, buttonOf(message, 'Konteks [1]'));
    await discord.member.command(channelOf(discord), 'search', [text('terms', 'katarahasia')]);
    expect(kutip.logLines()).toContainEqual(
      expect.objectContaining({ interactionId: id, kind: 'command ask', msg: 'interaction handled' }),
    );
    expect(kutip.logText()).not.toContain(discord.token);
    expect(kutip.logText()).not.toContain('superkomputer');
    expect(kutip.logText()).not.toContain('katarahasia');
  });

  test('has neither when Discord refuses a message', async () => {
    const discord = await startDiscord();
    const long = chatCommand({
      data: new SlashCommandBuilder().setName('long').setDescription('For a test').toJSON(),
      isPrivate: () => false,
      execute: async () => ({ content: `superkomputer ${'x'.repeat(2000)}` }),
    });
    const kutip = await startKutip(discord, { commands: [long] });
    expectRefusal(discord, { route: callback, status: 400, code: 50035 });
    const { messages } = await discord.member.command(channelOf(discord), 'long');
    expect(messages[0]?.content).toContain('Ada yang salah');
    expect(kutip.logText()).toContain('BASE_TYPE_MAX_LENGTH');
    expect(kutip.logText()).not.toContain('superkomputer');
    const token = discord.exchanges.find(({ route }) => route === callback)?.path.split('/')[3];
    expect(token).toMatch(/\w{20}/u);
    expect(kutip.logText()).not.toContain(token);
  });
});
