import { SlashCommandBuilder } from 'discord.js';
import { chatCommand } from '../src/discord/command.ts';
import { everyContext, everyInstallation } from '../src/discord/contexts.ts';
import { forgetButton, forgetQuestion } from '../src/discord/privacy-reply.ts';

/** `/forget-me`: deletes a member's traces at once, after asking. */
export const forgetMe = chatCommand({
  data: new SlashCommandBuilder()
    .setName('forget-me')
    .setNameLocalizations({ id: 'lupakan-aku' })
    .setDescription('Delete everything Kutip has stored about you')
    .setDescriptionLocalizations({ id: 'Hapus semua yang disimpan Kutip tentangmu' })
    .setContexts(everyContext)
    .setIntegrationTypes(everyInstallation)
    .toJSON(),
  isLight: true,
  isPrivate: () => true,
  execute: async (interaction) => forgetQuestion(interaction.locale),
  buttons: { forget: forgetButton },
});
