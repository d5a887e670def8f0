import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { APIMessage, Interaction, MessageActionRowComponentBuilder } from 'discord.js';
import { expect, test } from 'vitest';
import type { LocalDiscord, LocalDiscordOptions } from '../../src/playground/local-discord.ts';
import { startBot, startDiscord } from './bot.ts';

const commands = [
  {
    name: 'ask',
    description: 'Ask',
    contexts: [0, 1, 2],
    integrationTypes: [0, 1],
    options: [
      { type: 3 as const, name: 'question', description: 'What to ask', required: true, autocomplete: true },
      { type: 5 as const, name: 'private', description: 'For your eyes only' },
    ],
  },
  { name: 'Ask the article', type: ApplicationCommandType.Message as const },
  { name: 'purge', description: 'Moderators only', defaultMemberPermissions: '8192' },
];
const question = (value: string, focused = false) => [
  { name: 'question', type: 3, value, ...(focused ? { focused } : {}) },
];

function row(...components: MessageActionRowComponentBuilder[]) {
  return new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(components);
}
const button = (customId: string) =>
  new ButtonBuilder().setCustomId(customId).setLabel('Press').setStyle(ButtonStyle.Primary);

/** A bot that answers every interaction with `answer`; `failed` is the first thing that threw. */
async function startAnswering(
  answer: (interaction: Interaction) => Promise<unknown>,
  options: LocalDiscordOptions = {},
): Promise<{ discord: LocalDiscord; channel: string; failed: Promise<unknown> }> {
  const discord = await startDiscord(options);
  const bot = await startBot(discord, commands);
  const { promise: failed, resolve: fail } = Promise.withResolvers<unknown>();
  bot.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch(fail);
  });
  return { discord, channel: discord.channels['tanya-artikel'] ?? '', failed };
}

/** Answers a slash command with this message and leaves the rest to `rest`. */
function replyWith(
  message: Parameters<Extract<Interaction, { reply: unknown }>['reply']>[0],
  rest: (interaction: Interaction) => Promise<unknown>,
) {
  return async (interaction: Interaction) =>
    interaction.isChatInputCommand() ? interaction.reply(message) : rest(interaction);
}

const only = (messages: readonly APIMessage[]): APIMessage => {
  expect(messages).toHaveLength(1);
  return messages[0]!;
};

test('follow-ups come after the answer, and the answer can be fetched and deleted', async () => {
  const { discord, channel } = await startAnswering(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply('one');
    const fetched = await interaction.fetchReply();
    await interaction.followUp({ content: `two after ${fetched.content}`, flags: MessageFlags.Ephemeral });
    await interaction.deleteReply();
  });
  const outcome = await discord.member.command(channel, 'ask', question('x'));
  await discord.until(() => (discord.moderator.messages(channel).length === 0 ? true : undefined));
  expect(outcome.messages.map(({ content }) => content)).toEqual(['two after one']);
});

test('the first follow-up fills a deferred answer in', async () => {
  const { discord, channel } = await startAnswering(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.followUp('filled in');
  });
  const outcome = await discord.member.command(channel, 'ask', question('x'));
  expect(outcome.state).toBe('deferred');
  expect(only(outcome.messages)).toMatchObject({ content: 'filled in', flags: 0, edited_timestamp: null });
});

test('autocomplete brings the choices for what was typed so far', async () => {
  const { discord, channel } = await startAnswering(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const { value } = interaction.options.getFocused(true);
    await interaction.respond([{ name: `${value}!`, value: `${value}!` }]);
  });
  const outcome = await discord.member.autocomplete(channel, 'ask', question('ap', true));
  expect(outcome.choices).toEqual([{ name: 'ap!', value: 'ap!' }]);
});

test('more than 25 choices are refused', async () => {
  const choices = Array.from({ length: 26 }, (_, index) => ({ name: `c${index}`, value: `c${index}` }));
  const { discord, channel, failed } = await startAnswering(async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond(choices);
  });
  void discord.member.autocomplete(channel, 'ask', question('ap', true));
  expect(await failed).toMatchObject({ code: 50035 });
});

test('a button updates the message it is on', async () => {
  const { discord, channel } = await startAnswering(
    replyWith({ content: 'before', components: [row(button('go'))] }, async (interaction) =>
      interaction.isButton() ? interaction.update({ content: 'after', components: [] }) : undefined,
    ),
  );
  const asked = await discord.member.command(channel, 'ask', question('x'));
  const clicked = await discord.moderator.click(only(asked.messages), 'go');
  expect(clicked.state).toBe('updated');
  expect(only(discord.member.messages(channel))).toMatchObject({ content: 'after', components: [] });
});

test('a button deferred is settled by the edit that follows', async () => {
  const { discord, channel } = await startAnswering(
    replyWith({ content: 'before', components: [row(button('go'))] }, async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.editReply('after');
    }),
  );
  const asked = await discord.member.command(channel, 'ask', question('x'));
  const clicked = await discord.member.click(only(asked.messages), 'go');
  expect(only(clicked.messages).content).toBe('after');
});

test('a select hands its values over, and only those it offers', async () => {
  const menu = new StringSelectMenuBuilder()
    .setCustomId('pick')
    .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' });
  const { discord, channel } = await startAnswering(
    replyWith({ content: 'choose', components: [row(menu)] }, async (interaction) =>
      interaction.isStringSelectMenu()
        ? interaction.reply({ content: interaction.values.join(), flags: MessageFlags.Ephemeral })
        : undefined,
    ),
  );
  const asked = await discord.member.command(channel, 'ask', question('x'));
  const chosen = await discord.moderator.select(only(asked.messages), 'pick', ['b']);
  expect(only(chosen.messages)).toMatchObject({ content: 'b', type: 19 });
  await expect(discord.moderator.select(only(asked.messages), 'pick', ['c'])).rejects.toThrow('not among');
});

test('a modal opens from a button and its fields come back', async () => {
  const modal = new ModalBuilder()
    .setCustomId('form')
    .setTitle('Why?')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Reason')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('reason').setStyle(TextInputStyle.Short).setMinLength(3),
        ),
    );
  const { discord, channel } = await startAnswering(
    replyWith({ content: 'x', components: [row(button('open'))] }, async (interaction) => {
      if (interaction.isButton()) await interaction.showModal(modal);
      else if (interaction.isModalSubmit())
        await interaction.reply(interaction.fields.getTextInputValue('reason'));
    }),
  );
  const asked = await discord.member.command(channel, 'ask', question('x'));
  const opened = await discord.member.click(only(asked.messages), 'open');
  expect(opened.modal).toMatchObject({ custom_id: 'form', title: 'Why?' });
  await expect(discord.member.submit(opened, { reason: 'no' })).rejects.toThrow('at least 3');
  const submitted = await discord.member.submit(opened, { reason: 'because' });
  expect(only(submitted.messages).content).toBe('because');
});

test('a message command gets its message whole, without the content intent', async () => {
  const { discord, channel } = await startAnswering(async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) await interaction.reply(interaction.targetMessage.content);
  });
  const said = await discord.member.send(channel, 'kok bisa?');
  const outcome = await discord.moderator.messageCommand(channel, 'Ask the article', said.id);
  expect(only(outcome.messages)).toMatchObject({
    content: 'kok bisa?',
    type: 23,
    interaction_metadata: { target_message_id: said.id },
  });
});

test('a second callback is refused with 40060', async () => {
  const { discord, channel, failed } = await startAnswering(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply('once');
    interaction.replied = false;
    await interaction.reply('twice');
  });
  await discord.member.command(channel, 'ask', question('x'));
  expect(await failed).toMatchObject({ code: 40060 });
  expect(discord.member.messages(channel)).toHaveLength(1);
});

test.for([
  { late: 3000, code: undefined },
  { late: 3001, code: 10_062 },
])('an answer after $late ms ends with $code', async ({ late, code }) => {
  const clock = { now: Date.now() };
  const { discord, channel, failed } = await startAnswering(
    async (interaction) => {
      clock.now += late;
      if (interaction.isChatInputCommand()) await interaction.reply('late?');
    },
    { now: () => clock.now },
  );
  const outcome = await discord.member.command(channel, 'ask', question('x'));
  expect(outcome.state).toBe(code === undefined ? 'replied' : 'failed');
  if (code !== undefined) expect(await failed).toMatchObject({ code });
});

test.for([
  { minutes: 15, code: undefined },
  { minutes: 15.1, code: 50_027 },
])('an edit after $minutes minutes ends with $code', async ({ minutes, code }) => {
  const clock = { now: Date.now() };
  const { discord, channel, failed } = await startAnswering(
    async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      clock.now += minutes * 60_000;
      await interaction.editReply('still there?');
    },
    { now: () => clock.now },
  );
  const outcome = await discord.member.command(channel, 'ask', question('x'));
  expect(only(outcome.messages).content).toBe(code === undefined ? 'still there?' : '');
  if (code !== undefined) expect(await failed).toMatchObject({ code });
});

test('no answer at all is a failure after three seconds', async () => {
  const { discord, channel } = await startAnswering(() => Promise.resolve());
  const outcome = await discord.member.command(channel, 'ask', question('x'));
  expect(outcome).toMatchObject({ state: 'failed', messages: [] });
});

test('an interaction says who, where, in which language and what the bot may do', async () => {
  const seen: Interaction[] = [];
  const { discord, channel } = await startAnswering(async (interaction) => {
    seen.push(interaction);
    if (interaction.isChatInputCommand()) await interaction.reply('ok');
  });
  await discord.guest.command(channel, 'ask', question('x'));
  await discord.moderator.command(channel, 'ask', question('x'));
  await discord.member.command(discord.dmChannel(discord.member.id), 'ask', question('x'));
  await discord.member.command(discord.channels['Obrolan bertiga'] ?? '', 'ask', question('x'));
  expect(seen.map(({ locale, guildLocale, context }) => [locale, guildLocale, context])).toEqual([
    ['en-US', 'id', 0],
    ['id', 'id', 0],
    ['id', null, 1],
    ['id', null, 2],
  ]);
  expect(seen.map(({ memberPermissions }) => memberPermissions?.has('ManageMessages'))).toEqual([
    false,
    true,
    undefined,
    undefined,
  ]);
  expect(seen.map(({ appPermissions }) => appPermissions.has('SendMessages'))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(seen.map(({ authorizingIntegrationOwners: owners }) => Object.keys(owners))).toHaveLength(4);
});

test('commands are offered to those who may use them, and checked before they are sent', async () => {
  const { discord, channel } = await startAnswering(() => Promise.resolve());
  await expect(discord.member.command(channel, 'purge')).rejects.toThrow('no command');
  await expect(discord.member.command(channel, 'ask')).rejects.toThrow('required');
  await expect(
    discord.member.command(channel, 'ask', [...question('x'), { name: 'private', type: 5, value: 'yes' }]),
  ).rejects.toThrow('true or false');
  await expect(
    discord.member.command(discord.channels['moderator'] ?? '', 'ask', question('x')),
  ).rejects.toThrow('no command');
});

test('as a user-installed app the bot has five follow-ups', async () => {
  const { discord, failed } = await startAnswering(
    async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('0');
      for (let count = 1; count <= 6; count++) await interaction.followUp(String(count));
    },
    { rateLimits: false },
  );
  const group = discord.channels['Obrolan bertiga'] ?? '';
  await discord.member.command(group, 'ask', question('x'));
  expect(await failed).toMatchObject({ code: 40_094 });
  expect(discord.guest.messages(group).map(({ content }) => content)).toEqual(['0', '1', '2', '3', '4', '5']);
});
