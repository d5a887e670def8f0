import { SlashCommandBuilder } from 'discord.js';
import { chatCommand } from '../src/discord/command.ts';
import { everyContext, everyInstallation } from '../src/discord/contexts.ts';
import { verifiedLengthMax, verifyReply } from '../src/discord/quotes/verify-reply.ts';
import { textsIn } from '../src/discord/texts/texts.ts';

/** `/verify text [private]`: whether an article says exactly that. */
export const verify = chatCommand({
  data: new SlashCommandBuilder()
    .setName('verify')
    .setNameLocalizations({ id: 'periksa' })
    .setDescription('Check whether an article says exactly these words')
    .setDescriptionLocalizations({ id: 'Periksa apakah artikel menulis persis seperti ini' })
    .setContexts(everyContext)
    .setIntegrationTypes(everyInstallation)
    .addStringOption((option) =>
      option
        .setName('text')
        .setNameLocalizations({ id: 'teks' })
        .setDescription('The quote, pasted as you found it')
        .setDescriptionLocalizations({ id: 'Kutipannya, tempel apa adanya' })
        .setRequired(true)
        .setMaxLength(verifiedLengthMax),
    )
    .addBooleanOption((option) =>
      option
        .setName('private')
        .setNameLocalizations({ id: 'pribadi' })
        .setDescription('Only you see the result')
        .setDescriptionLocalizations({ id: 'Hanya kamu yang melihat hasilnya' }),
    )
    .toJSON(),
  isPrivate: (interaction) => interaction.options.getBoolean('private') ?? false,
  execute: async (interaction, services) => {
    const texts = await textsIn(interaction.guild?.id, interaction.locale, services);
    return verifyReply(interaction.options.getString('text', true), texts, services);
  },
});
