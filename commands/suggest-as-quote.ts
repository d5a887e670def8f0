import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
} from 'discord.js';
import { messageCommand } from '../src/discord/command.ts';
import { admit } from '../src/discord/quotes/quote-access.ts';
import { suggestFrom } from '../src/discord/quotes/suggest-acts.ts';

/** *Suggest as quote* on an answer of Kutip's: its own buttons say which passages it shows. */
export const suggestAsQuote = messageCommand({
  data: new ContextMenuCommandBuilder()
    .setType(ApplicationCommandType.Message)
    .setName('Suggest as quote')
    .setNameLocalizations({ id: 'Usulkan sebagai kutipan' })
    .setContexts([InteractionContextType.Guild])
    .setIntegrationTypes([ApplicationIntegrationType.GuildInstall])
    .toJSON(),
  isLight: true,
  isPrivate: true,
  execute: async (interaction, services) => {
    const admission = await admit(interaction, 'suggest', services);
    return admission.ok
      ? suggestFrom(interaction.targetMessage, admission.visitor, services)
      : admission.reply;
  },
});
