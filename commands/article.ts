import { SlashCommandBuilder } from 'discord.js';
import { findArticle, suggestArticles } from '../src/discord/article-option.ts';
import { articleListReply, articlePageButton } from '../src/discord/article-reply.ts';
import { chatCommand } from '../src/discord/command.ts';
import { everyContext, everyInstallation } from '../src/discord/contexts.ts';
import { renderArticle } from '../src/discord/render/render-context.ts';
import { problemReply } from '../src/discord/reply.ts';
import { textsFor } from '../src/discord/texts/texts.ts';

/** `/article list` and `/article show article`: what can be asked about. */
export const article = chatCommand({
  data: new SlashCommandBuilder()
    .setName('article')
    .setNameLocalizations({ id: 'artikel' })
    .setDescription('What can be asked about')
    .setDescriptionLocalizations({ id: 'Artikel yang bisa ditanya' })
    .setContexts(everyContext)
    .setIntegrationTypes(everyInstallation)
    .addSubcommand((subcommand) =>
      subcommand
        .setName('list')
        .setNameLocalizations({ id: 'daftar' })
        .setDescription('All articles that can be asked about')
        .setDescriptionLocalizations({ id: 'Semua artikel yang bisa ditanya' }),
    )
    .addSubcommand((subcommand) =>
      subcommand
        .setName('show')
        .setNameLocalizations({ id: 'lihat' })
        .setDescription('What is known about one article')
        .setDescriptionLocalizations({ id: 'Keterangan tentang satu artikel' })
        .addStringOption((option) =>
          option
            .setName('article')
            .setNameLocalizations({ id: 'artikel' })
            .setDescription('Its title')
            .setDescriptionLocalizations({ id: 'Judulnya' })
            .setRequired(true)
            .setAutocomplete(true),
        ),
    )
    .toJSON(),
  isLight: true,
  isPrivate: () => false,
  execute: async (interaction, services) => {
    const texts = textsFor(interaction.locale);
    if (interaction.options.getSubcommand() === 'list') {
      return articleListReply(1, texts, services);
    }
    const found = findArticle(interaction.options.getString('article', true), services);
    return found ? renderArticle(found, texts) : problemReply(texts.problems.noSuchArticle);
  },
  autocomplete: async (interaction, services) => suggestArticles(interaction.options.getFocused(), services),
  buttons: { articles: articlePageButton },
});
