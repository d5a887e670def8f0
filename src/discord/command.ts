import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Services } from './services.ts';

/** One Discord command: data plus functions. Files under `commands/` export one each. */
export interface Command {
  /** From a builder's `toJSON()`, which throws at load on a bad name, length or option. */
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  /** Whether this call's reply is for its author only; decided before the reply is deferred, since it cannot change later. */
  isPrivate(interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction): boolean;
  /** Runs after the deferral: answer with `editReply`. */
  execute(
    interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
    services: Services,
  ): Promise<void>;
  autocomplete?(interaction: AutocompleteInteraction, services: Services): Promise<void>;
  /** Buttons by custom-ID kind. */
  readonly buttons?: Readonly<
    Record<string, (interaction: ButtonInteraction, services: Services) => Promise<void>>
  >;
}
