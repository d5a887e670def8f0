import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import { answerInteraction } from '../src/discord/answer-interaction.ts';
import { messageCommand } from '../src/discord/command.ts';
import { everyContext, everyInstallation } from '../src/discord/contexts.ts';
import { problemReply } from '../src/discord/reply.ts';
import { textsFor } from '../src/discord/texts/texts.ts';

/** *Ask the article* on a message: its text is the question; Kutip's own messages are not questions. */
export const askTheArticle = messageCommand({
  data: new ContextMenuCommandBuilder()
    .setType(ApplicationCommandType.Message)
    .setName('Ask the article')
    .setNameLocalizations({ id: 'Tanya artikel' })
    .setContexts(everyContext)
    .setIntegrationTypes(everyInstallation)
    .toJSON(),
  // For whoever asked the question to see, not only for the one who knew where to look.
  isPrivate: false,
  execute: async (interaction, services) => {
    const texts = textsFor(interaction.locale);
    if (interaction.targetMessage.author.id === interaction.client.user.id) {
      return problemReply(texts.problems.ownMessage);
    }
    const text = withoutMentions(interaction.targetMessage.content).trim();
    return text === ''
      ? problemReply(texts.problems.emptyMessage)
      : answerInteraction(interaction, { text, isPrivate: false }, services);
  },
});

/** Mentions and custom emoji name nobody a search could find. */
function withoutMentions(content: string): string {
  return content.replace(/<(?:@[!&]?|#|a?:\w+:)\d+>/gu, ' ');
}
