import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { chatCommand } from '../src/discord/command.ts';
import { gapViews } from '../src/discord/custom-id.ts';
import {
  gapButton,
  gapsButton,
  gapSearchButton,
  gapSearchDialog,
  gapsView,
  refuseModerating,
} from '../src/discord/gap-acts.ts';

/** `/gaps [show]`: what stayed unanswered, for moderators. */
export const gaps = chatCommand({
  data: new SlashCommandBuilder()
    .setName('gaps')
    .setNameLocalizations({ id: 'celah' })
    .setDescription('Questions that stayed unanswered: teach or dismiss them')
    .setDescriptionLocalizations({ id: 'Pertanyaan yang belum terjawab: ajarkan atau sisihkan' })
    .setContexts([InteractionContextType.Guild])
    .setIntegrationTypes([ApplicationIntegrationType.GuildInstall])
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .addStringOption((option) =>
      option
        .setName('show')
        .setNameLocalizations({ id: 'tampilkan' })
        .setDescription('Open questions, what was decided, or votes')
        .setDescriptionLocalizations({ id: 'Pertanyaan terbuka, yang sudah diputuskan, atau suara' })
        .addChoices(
          { name: 'open', value: 'open', name_localizations: { id: 'terbuka' } },
          { name: 'decided', value: 'decided', name_localizations: { id: 'diputuskan' } },
          { name: 'votes', value: 'votes', name_localizations: { id: 'suara' } },
        ),
    )
    .toJSON(),
  isLight: true,
  isPrivate: () => true,
  execute: async (interaction, services) => {
    const wanted = interaction.options.getString('show');
    const view = gapViews.find((known) => known === wanted) ?? 'open';
    return (
      (await refuseModerating(interaction, services)) ?? gapsView(interaction, { view, page: 1 }, services)
    );
  },
  buttons: { gaps: gapsButton, gap: gapButton, 'gap-search': gapSearchButton },
  dialogs: { 'gap-search': gapSearchDialog },
});
