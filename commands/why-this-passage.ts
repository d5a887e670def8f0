import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import { messageCommand } from '../src/discord/command.ts';
import { whyReply } from '../src/discord/why-reply.ts';

/** *Why this passage* on an answer of Kutip's: how it was chosen, for moderators, in whose menu alone it is. */
export const whyThisPassage = messageCommand({
  data: new ContextMenuCommandBuilder()
    .setType(ApplicationCommandType.Message)
    .setName('Why this passage')
    .setNameLocalizations({ id: 'Kenapa bagian ini' })
    .setContexts([InteractionContextType.Guild])
    .setIntegrationTypes([ApplicationIntegrationType.GuildInstall])
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .toJSON(),
  isLight: true,
  isPrivate: true,
  execute: whyReply,
});
