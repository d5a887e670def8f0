import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/** In servers, in DMs with the bot, and anywhere for whoever installed it for themselves. */
export const everyContext: InteractionContextType[] = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
];

export const everyInstallation: ApplicationIntegrationType[] = [
  ApplicationIntegrationType.GuildInstall,
  ApplicationIntegrationType.UserInstall,
];
