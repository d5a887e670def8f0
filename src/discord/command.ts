import type {
  AnySelectMenuInteraction,
  APIApplicationCommandOptionChoice,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
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
  isPrivate(interaction: CommandInteraction, services: Services): boolean | Promise<boolean>;
  execute(interaction: CommandInteraction, services: Services): Promise<Reply>;
  /** At most 25 choices are sent. */
  autocomplete?(
    interaction: AutocompleteInteraction,
    services: Services,
  ): Promise<APIApplicationCommandOptionChoice<string>[]>;
  /** What this command's buttons and selects do, by kind; every kind belongs to one command. */
  readonly buttons?: ButtonHandlers;
  /** What becomes of the dialogs that its buttons open, by kind. */
  readonly dialogs?: DialogHandlers;
}

export type CommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** A button that was clicked or a select in which something was chosen. */
export type ComponentInteraction = ButtonInteraction | AnySelectMenuInteraction;

export type ButtonHandlers = {
  readonly [Kind in ButtonKind]?:
    | ButtonHandler<Extract<ButtonMeaning, { kind: Kind }>>
    | DialogOpener<Extract<ButtonMeaning, { kind: Kind }>>;
};

export interface ButtonHandler<Meaning extends ButtonMeaning = ButtonMeaning> {
  /**
   * `private-reply`: whoever clicked gets a message of their own. `turn-page`: whoever ran the
   * command turns the page of its message, anybody else gets their own private page.
   */
  readonly effect: 'private-reply' | 'turn-page';
  execute(interaction: ComponentInteraction, meaning: Meaning, services: Services): Promise<Reply>;
}

/** A button that opens a dialog; what is filled in goes to the dialog handler of the same kind. */
export interface DialogOpener<Meaning extends ButtonMeaning = ButtonMeaning> {
  readonly effect: 'open-dialog';
  /** A dialog cannot be announced first: this must be quick. A reply where there is a problem. */
  open(interaction: ComponentInteraction, meaning: Meaning, services: Services): Promise<Dialog | Reply>;
}

/** Texts to fill in. */
export interface Dialog {
  /** At most 45 UTF-16 units. */
  readonly title: string;
  readonly meaning: ButtonMeaning;
  /** One to five, with names of their own. */
  readonly fields: readonly DialogField[];
}

export interface DialogField {
  readonly name: string;
  /** At most 45 UTF-16 units. */
  readonly label: string;
  /** Below the label, at most 100 UTF-16 units. */
  readonly hint?: string;
  readonly value?: string;
  /** An example where nothing is filled in, at most 100 UTF-16 units. */
  readonly example?: string;
  readonly lengthMax: number;
  /** May be left empty. */
  readonly isOptional?: true;
  /** Several lines. */
  readonly isLong?: true;
}

export type DialogHandlers = {
  readonly [Kind in ButtonKind]?: DialogHandler<Extract<ButtonMeaning, { kind: Kind }>>;
};

/** Its reply takes the place of the message whose button opened the dialog. */
export interface DialogHandler<Meaning extends ButtonMeaning = ButtonMeaning> {
  execute(filled: FilledDialog, meaning: Meaning, services: Services): Promise<Reply>;
}

export interface FilledDialog {
  readonly interaction: ModalSubmitInteraction;
  /** What stands in the field of that name; empty where there is none. */
  readonly text: (name: string) => string;
}

/** A slash command; `execute` sees chat-input interactions only. */
export function chatCommand(
  definition: Omit<Command, 'isPrivate' | 'execute'> & {
    isPrivate(interaction: ChatInputCommandInteraction, services: Services): boolean | Promise<boolean>;
    execute(interaction: ChatInputCommandInteraction, services: Services): Promise<Reply>;
  },
): Command {
  return {
    ...definition,
    isPrivate: (interaction, services) => definition.isPrivate(requireChatInput(interaction), services),
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
