/** A small discord.js bot whose every answer is known beforehand, to try what the page can do. */
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContextMenuCommandBuilder,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { ChatInputCommandInteraction, Interaction, InteractionReplyOptions } from 'discord.js';
import type { PageDocument } from '../../src/playground/page-protocol.ts';

const title = 'Kios Buku Tutup';
const paragraphs = [
  'Kios itu tutup pada Rabu.',
  'Pemiliknya pindah ke Solo.',
  'Kios itu tutup pada Rabu. Pembeli kecewa.',
];

/** The document the bot quotes from; its first sentence stands twice. */
export const kiosk: PageDocument = {
  id: 'kios',
  title,
  language: 'id',
  text: [title, ...paragraphs].join('\n\n'),
  blocks: [title, ...paragraphs].map((words, number) => {
    const start = [title, ...paragraphs].slice(0, number).join('\n\n').length + (number > 0 ? 2 : 0);
    return { kind: number === 0 ? 'title' : 'paragraph', number, start, end: start + words.length };
  }),
};

const commands = [
  new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Ask the article')
    .setNameLocalizations({ id: 'tanya' })
    .setDescriptionLocalizations({ id: 'Bertanya kepada artikel' })
    .addStringOption((option) =>
      option
        .setName('question')
        .setDescription('Your question')
        .setNameLocalizations({ id: 'pertanyaan' })
        .setRequired(true),
    )
    .addStringOption((option) =>
      option.setName('article').setDescription('Which article').setAutocomplete(true),
    )
    .addBooleanOption((option) => option.setName('private').setDescription('Only for you')),
  new SlashCommandBuilder().setName('form').setDescription('Opens a form'),
  new SlashCommandBuilder().setName('silent').setDescription('Never answers'),
  new ContextMenuCommandBuilder().setName('Count letters').setType(ApplicationCommandType.Message),
];

/** Logs in and registers; resolves once it is ready. */
export async function startScriptedBot({ api, token }: { api: string; token: string }): Promise<Client> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
  client.on('interactionCreate', (interaction) => void answer(interaction));
  const ready = new Promise((resolve) => void client.once('clientReady', resolve));
  await client.login(token);
  await ready;
  await client.application?.commands.set(commands);
  return client;
}

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${title} (${typed})`, value: 'kios' }]);
  } else if (interaction.isChatInputCommand()) await answerCommand(interaction);
  else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply(`${interaction.targetMessage.content.length} letters`);
  } else if (interaction.isButton() && interaction.customId === 'update') {
    await interaction.update({ content: 'Updated *in place*' });
  } else if (interaction.isStringSelectMenu()) {
    await interaction.reply({ content: `You chose ${interaction.values[0]}`, flags: MessageFlags.Ephemeral });
  } else if (interaction.isModalSubmit()) {
    const note = interaction.fields.getTextInputValue('note');
    const [reason] = interaction.fields.getStringSelectValues('reason');
    await interaction.reply({ content: `Note: ${note}, reason: ${reason}`, flags: MessageFlags.Ephemeral });
  }
}

async function answerCommand(interaction: ChatInputCommandInteraction): Promise<void> {
  if (interaction.commandName === 'form') await interaction.showModal(form());
  if (interaction.commandName !== 'ask') return;
  await interaction.deferReply(
    interaction.options.getBoolean('private') ? { flags: MessageFlags.Ephemeral } : {},
  );
  await interaction.editReply(reply(interaction.options.getString('article') ?? 'no article'));
}

function reply(chosen: string): Pick<InteractionReplyOptions, 'content' | 'components'> & { flags?: never } {
  return {
    content: [
      chosen,
      '> Kios itu **tutup pada Rabu**.',
      `**[1]** ${title} · paragraf 3`,
      '> Pemiliknya pindah ke Bandung.',
      `**[2]** ${title} · paragraf 2`,
    ].join('\n'),
    components: [
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder().setCustomId('update').setLabel('Update').setStyle(ButtonStyle.Primary),
        new ButtonBuilder().setCustomId('ignore').setLabel('Ignore').setStyle(ButtonStyle.Danger),
      ),
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId('choice')
          .addOptions({ label: 'One', value: 'one' }, { label: 'Two', value: 'two' }),
      ),
    ],
  };
}

function form(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('form')
    .setTitle('A form')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Note')
        .setTextInputComponent(new TextInputBuilder().setCustomId('note').setStyle(TextInputStyle.Paragraph)),
      new LabelBuilder()
        .setLabel('Reason')
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder()
            .setCustomId('reason')
            .addOptions({ label: 'Good', value: 'good' }, { label: 'Bad', value: 'bad' }),
        ),
    );
}
