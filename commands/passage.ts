import { SlashCommandBuilder } from 'discord.js';
import { chatCommand } from '../src/discord/command.ts';
import { everyContext, everyInstallation } from '../src/discord/contexts.ts';
import { findPassage, suggestPassages } from '../src/discord/passage-option.ts';
import { renderContext } from '../src/discord/render/render-context.ts';
import { problemReply } from '../src/discord/reply.ts';
import { textsFor } from '../src/discord/texts/texts.ts';

/** `/passage words`: one passage with its neighbours; typing searches. */
export const passage = chatCommand({
  data: new SlashCommandBuilder()
    .setName('passage')
    .setNameLocalizations({ id: 'bagian' })
    .setDescription('Open one passage with the paragraphs around it')
    .setDescriptionLocalizations({ id: 'Buka satu bagian beserta paragraf di sekitarnya' })
    .setContexts(everyContext)
    .setIntegrationTypes(everyInstallation)
    .addStringOption((option) =>
      option
        .setName('words')
        .setNameLocalizations({ id: 'kata' })
        .setDescription('Some of its words; then pick a passage')
        .setDescriptionLocalizations({ id: 'Beberapa katanya; lalu pilih bagiannya' })
        .setRequired(true)
        .setMaxLength(100)
        .setAutocomplete(true),
    )
    .toJSON(),
  isLight: true,
  isPrivate: () => false,
  execute: async (interaction, services) => {
    const texts = textsFor(interaction.locale);
    const found = findPassage(interaction.options.getString('words', true), services);
    if (found.kind === 'found') {
      return renderContext({ ...found, title: texts.passageTitle, texts });
    }
    const { articleChanged, noSuchPassage } = texts.problems;
    return problemReply(found.kind === 'changed' ? articleChanged : noSuchPassage);
  },
  autocomplete: async (interaction, services) =>
    suggestPassages(interaction.options.getFocused(), textsFor(interaction.locale), services),
});
