import { SlashCommandBuilder } from 'discord.js';
import { chatCommand } from '../src/discord/command.ts';
import { everyContext, everyInstallation } from '../src/discord/contexts.ts';
import { textsFor } from '../src/discord/texts/texts.ts';

/** `/help`: how to ask, for whoever called it. */
export const help = chatCommand({
  data: new SlashCommandBuilder()
    .setName('help')
    .setNameLocalizations({ id: 'bantuan' })
    .setDescription('How to ask, and what the answers mean')
    .setDescriptionLocalizations({ id: 'Cara bertanya, dan arti jawabannya' })
    .setContexts(everyContext)
    .setIntegrationTypes(everyInstallation)
    .toJSON(),
  isLight: true,
  isPrivate: () => true,
  execute: async (interaction) => ({ content: textsFor(interaction.locale).help }),
});
