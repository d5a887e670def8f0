import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SelectMenuDefaultValueType,
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type ChannelType,
} from 'discord.js';
import { buildCustomId, type ButtonMeaning } from './custom-id.ts';
import {
  buttonLabelLengthMax,
  buttonsPerRowMax,
  choicesMax,
  placeholderLengthMax,
  rowsMax,
  selectTextLengthMax,
} from './limits.ts';
import { takeStart } from './render/cut-text.ts';

/** What Kutip says: plain content with buttons and selects under it. Commands return one; dispatch sends it. */
export interface Reply {
  /** Discord Markdown, 1 to 2,000 UTF-16 units. */
  readonly content: string;
  /** At most five, in one row, above `rows`. */
  readonly buttons?: readonly ReplyButton[];
  /** Further rows; five together with the buttons' own. */
  readonly rows?: readonly ReplyRow[];
  /** Goes with the message. */
  readonly file?: ReplyFile;
  /** Tells its reader what to do differently: nobody else needs to see it, where that is still open. */
  readonly isProblem?: true;
  /** Notes down what was said; done while it is being sent. */
  readonly remember?: () => Promise<void>;
}

export interface ReplyFile {
  readonly name: string;
  /** For those who do not see it; at most 1,024 UTF-16 units. */
  readonly description?: string;
  readonly bytes: Uint8Array;
}

/** A reply that tells its reader what to do differently. */
export function problemReply(content: string): Reply {
  return { content, isProblem: true };
}

export interface ReplyButton {
  readonly label: string;
  readonly meaning: ButtonMeaning;
  /** Default `plain`. */
  readonly look?: 'plain' | 'main' | 'danger';
  readonly isDisabled?: boolean;
}

export interface SelectOption {
  /** At most 100 UTF-16 units are shown. */
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly isChosen?: boolean;
}

interface Select {
  readonly meaning: ButtonMeaning;
  readonly placeholder: string;
  /** Default 1. */
  readonly valuesMin?: number;
  /** Default 1. */
  readonly valuesMax?: number;
}

/** One row: up to five buttons, or one select. */
export type ReplyRow =
  | { readonly kind: 'buttons'; readonly buttons: readonly ReplyButton[] }
  /** At most 25 options. */
  | (Select & { readonly kind: 'choice'; readonly options: readonly SelectOption[] })
  | (Select & {
      readonly kind: 'channels';
      readonly channelTypes: readonly ChannelType[];
      readonly chosenIds: readonly string[];
    })
  | (Select & { readonly kind: 'roles'; readonly chosenIds: readonly string[] });

/** A reply as discord.js takes it: nobody is ever pinged, links show no previews. */
export interface MessagePayload {
  readonly content: string;
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowedMentions: { readonly parse: [] };
  readonly flags: MessageFlags.SuppressEmbeds;
  /** Absent rather than empty: an edit leaves other files alone. */
  readonly files?: { readonly attachment: Buffer; readonly name: string; readonly description?: string }[];
}

/** The one door out: everything Kutip sends takes this shape. */
export function toMessagePayload({ content, buttons = [], rows = [], file }: Reply): MessagePayload {
  const all: readonly ReplyRow[] = [{ kind: 'buttons', buttons }, ...rows];
  return {
    content,
    components: all
      .map(toComponents)
      .filter((components) => components.length > 0)
      .slice(0, rowsMax)
      .map((components) => ({ type: ComponentType.ActionRow, components })),
    allowedMentions: { parse: [] },
    flags: MessageFlags.SuppressEmbeds,
    ...(file && { files: [toFile(file)] }),
  };
}

function toFile({ name, description, bytes }: ReplyFile) {
  const attachment = Buffer.from(bytes);
  return { attachment, name, ...(description !== undefined && { description }) };
}

function toComponents(row: ReplyRow): APIComponentInMessageActionRow[] {
  if (row.kind === 'buttons') {
    // Discord refuses a message in which two components have the same ID.
    const byId = new Map(row.buttons.map((button) => [buildCustomId(button.meaning), button]));
    return [...byId].slice(0, buttonsPerRowMax).map(([customId, button]) => toButton(customId, button));
  }
  return [toSelect(row)];
}

const buttonStyles = {
  plain: ButtonStyle.Secondary,
  main: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const;

function toButton(
  customId: string,
  { label, look = 'plain', isDisabled = false }: ReplyButton,
): APIComponentInMessageActionRow {
  return {
    type: ComponentType.Button,
    style: buttonStyles[look],
    label: label.slice(0, buttonLabelLengthMax),
    custom_id: customId,
    ...(isDisabled && { disabled: true }),
  };
}

function toSelect(row: Exclude<ReplyRow, { kind: 'buttons' }>): APIComponentInMessageActionRow {
  const base = {
    custom_id: buildCustomId(row.meaning),
    placeholder: takeStart(row.placeholder, placeholderLengthMax),
    min_values: row.valuesMin ?? 1,
    max_values: row.valuesMax ?? 1,
  };
  switch (row.kind) {
    case 'channels':
      return {
        ...base,
        type: ComponentType.ChannelSelect,
        channel_types: [...row.channelTypes],
        default_values: row.chosenIds.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
      };
    case 'roles':
      return {
        ...base,
        type: ComponentType.RoleSelect,
        default_values: row.chosenIds.map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
      };
    case 'choice':
    default:
      return {
        ...base,
        type: ComponentType.StringSelect,
        options: row.options.slice(0, choicesMax).map(toOption),
      };
  }
}

function toOption({ label, value, description, isChosen = false }: SelectOption) {
  return {
    label: takeStart(label, selectTextLengthMax),
    value,
    ...(description === undefined ? {} : { description: takeStart(description, selectTextLengthMax) }),
    ...(isChosen && { default: true }),
  };
}
