import type {
  APIApplicationCommandOptionChoice,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { ButtonKind, ButtonMeaning } from './custom-id.ts';
import type { Reply } from './reply.ts';
import type { Services } from './services.ts';

/**
 * One Discord command: data plus functions. Files under `commands/` export one each, made by
 * `chatCommand` or `messageCommand`. Its functions only work out a reply; dispatch acknowledges,
 * sends, times, logs and catches.
 */
export interface Command {
  /** From a builder's `toJSON()`, which throws at load on a bad name, length or option. */
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  /** Only looks something up: counts with the gentler limit of buttons. Default false. */
  readonly isLight?: boolean;
  /** Whether this call's reply is for its author only; decided first, since it cannot change later. */
  isPrivate(interaction: CommandInteraction): boolean;
  execute(interaction: CommandInteraction, services: Services): Promise<Reply>;
  /** At most 25 choices are sent. */
  autocomplete?(
    interaction: AutocompleteInteraction,
    services: Services,
  ): Promise<APIApplicationCommandOptionChoice<string>[]>;
  /** What this command's buttons do, by kind; every kind belongs to one command. */
  readonly buttons?: ButtonHandlers;
}

export type CommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

export type ButtonHandlers = {
  readonly [Kind in ButtonKind]?: ButtonHandler<Extract<ButtonMeaning, { kind: Kind }>>;
};

export interface ButtonHandler<Meaning extends ButtonMeaning = ButtonMeaning> {
  /**
   * `private-reply`: whoever clicked gets a message of their own. `turn-page`: whoever ran the
   * command turns the page of its message, anybody else gets their own private page.
   */
  readonly effect: 'private-reply' | 'turn-page';
  execute(interaction: ButtonInteraction, meaning: Meaning, services: Services): Promise<Reply>;
}

/** A slash command; `execute` sees chat-input interactions only. */
export function chatCommand(
  definition: Omit<Command, 'isPrivate' | 'execute'> & {
    isPrivate(interaction: ChatInputCommandInteraction): boolean;
    execute(interaction: ChatInputCommandInteraction, services: Services): Promise<Reply>;
  },
): Command {
  return {
    ...definition,
    isPrivate: (interaction) => definition.isPrivate(requireChatInput(interaction)),
    execute: (interaction, services) => definition.execute(requireChatInput(interaction), services),
  };
}

/** A message context-menu command; `execute` sees such interactions only. */
export function messageCommand(
  definition: Omit<Command, 'isPrivate' | 'execute' | 'autocomplete'> & {
    readonly isPrivate: boolean;
    execute(interaction: MessageContextMenuCommandInteraction, services: Services): Promise<Reply>;
  },
): Command {
  return {
    ...definition,
    isPrivate: () => definition.isPrivate,
    execute: (interaction, services) => definition.execute(requireMessageMenu(interaction), services),
  };
}

function requireChatInput(interaction: CommandInteraction): ChatInputCommandInteraction {
  if (!interaction.isChatInputCommand()) {
    throw new TypeError('A slash command was called as something else');
  }
  return interaction;
}

function requireMessageMenu(interaction: CommandInteraction): MessageContextMenuCommandInteraction {
  if (!interaction.isMessageContextMenuCommand()) {
    throw new TypeError('A message command was called as something else');
  }
  return interaction;
}
