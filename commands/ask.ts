import { SlashCommandBuilder, type ChatInputCommandInteraction } from 'discord.js';
import { answerInteraction, isPrivateChannel } from '../src/discord/answer-interaction.ts';
import { contextButton, moreButton } from '../src/discord/answer-reply.ts';
import { findArticle, suggestArticles } from '../src/discord/article-option.ts';
import { chatCommand } from '../src/discord/command.ts';
import { everyContext, everyInstallation } from '../src/discord/contexts.ts';
import { questionLengthMax } from '../src/discord/limits.ts';
import { problemReply } from '../src/discord/reply.ts';
import type { Services } from '../src/discord/services.ts';
import { textsFor } from '../src/discord/texts/texts.ts';
import { reasonSelect, voteButton } from '../src/discord/vote-reply.ts';

/** `/ask question [article] [private]`: the article's own words, or that it does not say. */
export const ask = chatCommand({
  data: new SlashCommandBuilder()
    .setName('ask')
    .setNameLocalizations({ id: 'tanya' })
    .setDescription('Ask something; the article answers in its own words')
    .setDescriptionLocalizations({ id: 'Tanyakan sesuatu; artikel menjawab dengan kata-katanya sendiri' })
    .setContexts(everyContext)
    .setIntegrationTypes(everyInstallation)
    .addStringOption((option) =>
      option
        .setName('question')
        .setNameLocalizations({ id: 'pertanyaan' })
        .setDescription('In your own words')
        .setDescriptionLocalizations({ id: 'Dengan bahasamu sendiri' })
        .setRequired(true)
        .setMaxLength(questionLengthMax),
    )
    .addStringOption((option) =>
      option
        .setName('article')
        .setNameLocalizations({ id: 'artikel' })
        .setDescription('Only this article may answer')
        .setDescriptionLocalizations({ id: 'Hanya artikel ini yang boleh menjawab' })
        .setAutocomplete(true),
    )
    .addBooleanOption((option) =>
      option
        .setName('private')
        .setNameLocalizations({ id: 'pribadi' })
        .setDescription('Only you see the answer')
        .setDescriptionLocalizations({ id: 'Hanya kamu yang melihat jawabannya' }),
    )
    .toJSON(),
  isPrivate: wantsPrivacy,
  execute: async (interaction, services) => {
    const texts = textsFor(interaction.locale);
    const wanted = interaction.options.getString('article');
    const article = wanted === null ? undefined : findArticle(wanted, services);
    if (wanted !== null && !article) {
      return problemReply(texts.problems.noSuchArticle);
    }
    const text = interaction.options.getString('question', true);
    const isPrivate = await wantsPrivacy(interaction, services);
    return answerInteraction(interaction, { text, ...(article && { article }), isPrivate }, services);
  },
  autocomplete: async (interaction, services) => suggestArticles(interaction.options.getFocused(), services),
  buttons: {
    context: contextButton,
    more: moreButton,
    vote: voteButton,
    reason: reasonSelect,
  },
});

/** As asked for, else as the channel is set. */
async function wantsPrivacy(interaction: ChatInputCommandInteraction, services: Services): Promise<boolean> {
  return interaction.options.getBoolean('private') ?? isPrivateChannel(interaction, services);
}
