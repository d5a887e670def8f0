import { SlashCommandBuilder } from 'discord.js';
import { chatCommand } from '../src/discord/command.ts';
import { everyContext, everyInstallation } from '../src/discord/contexts.ts';
import { privacyPageButton, privacyReply } from '../src/discord/privacy-reply.ts';

/** `/privacy`: exactly what is stored. */
export const privacy = chatCommand({
  data: new SlashCommandBuilder()
    .setName('privacy')
    .setNameLocalizations({ id: 'privasi' })
    .setDescription('What Kutip stores, why, and for how long')
    .setDescriptionLocalizations({ id: 'Apa yang disimpan Kutip, untuk apa, dan berapa lama' })
    .setContexts(everyContext)
    .setIntegrationTypes(everyInstallation)
    .toJSON(),
  isLight: true,
  isPrivate: () => true,
  execute: async (interaction, services) => privacyReply(interaction, 1, services),
  buttons: { privacy: privacyPageButton },
});
