import { SlashCommandBuilder } from 'discord.js';
import { findArticle, suggestArticles } from '../src/discord/article-option.ts';
import { chatCommand } from '../src/discord/command.ts';
import { everyContext, everyInstallation } from '../src/discord/contexts.ts';
import { searchTermsLengthMax } from '../src/discord/limits.ts';
import { searchPageButton, searchReply } from '../src/discord/search-reply.ts';
import { problemReply } from '../src/discord/reply.ts';
import { textsFor } from '../src/discord/texts/texts.ts';

/** `/search terms [article]`: ranked passages, paged. */
export const search = chatCommand({
  data: new SlashCommandBuilder()
    .setName('search')
    .setNameLocalizations({ id: 'cari' })
    .setDescription('Search all articles for words')
    .setDescriptionLocalizations({ id: 'Cari kata di semua artikel' })
    .setContexts(everyContext)
    .setIntegrationTypes(everyInstallation)
    .addStringOption((option) =>
      option
        .setName('terms')
        .setNameLocalizations({ id: 'kata' })
        .setDescription('Words to look for')
        .setDescriptionLocalizations({ id: 'Kata-kata yang dicari' })
        .setRequired(true)
        .setMaxLength(searchTermsLengthMax),
    )
    .addStringOption((option) =>
      option
        .setName('article')
        .setNameLocalizations({ id: 'artikel' })
        .setDescription('Search only this article')
        .setDescriptionLocalizations({ id: 'Cari hanya di artikel ini' })
        .setAutocomplete(true),
    )
    .toJSON(),
  isPrivate: () => false,
  execute: async (interaction, services) => {
    const texts = textsFor(interaction.locale);
    const wanted = interaction.options.getString('article');
    const article = wanted === null ? undefined : findArticle(wanted, services);
    if (wanted !== null && !article) {
      return problemReply(texts.problems.noSuchArticle);
    }
    const terms = interaction.options.getString('terms', true);
    return searchReply({ terms, page: 1, ...(article && { article }), texts }, services);
  },
  autocomplete: async (interaction, services) => suggestArticles(interaction.options.getFocused(), services),
  buttons: { search: searchPageButton },
});
