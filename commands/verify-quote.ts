import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import { messageCommand } from '../src/discord/command.ts';
import { everyContext, everyInstallation } from '../src/discord/contexts.ts';
import { verifyMessageReply } from '../src/discord/quotes/verify-reply.ts';
import { problemReply } from '../src/discord/reply.ts';
import { textsFor } from '../src/discord/texts/texts.ts';

/** *Verify quote* on a message: whether an article says exactly what it says, or what it quotes. */
export const verifyQuote = messageCommand({
  data: new ContextMenuCommandBuilder()
    .setType(ApplicationCommandType.Message)
    .setName('Verify quote')
    .setNameLocalizations({ id: 'Periksa kutipan' })
    .setContexts(everyContext)
    .setIntegrationTypes(everyInstallation)
    .toJSON(),
  // Whoever wrote the message is not put on the spot before everybody.
  isPrivate: true,
  execute: async (interaction, services) => {
    const texts = textsFor(interaction.locale);
    const { content } = interaction.targetMessage;
    return content.trim() === ''
      ? problemReply(texts.problems.emptyMessage)
      : verifyMessageReply(content, texts, services);
  },
});
