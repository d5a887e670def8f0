import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
} from 'discord.js';
import { buildCustomId, type ButtonMeaning } from './custom-id.ts';
import { buttonLabelLengthMax } from './limits.ts';

/** What Kutip says: plain content with buttons under it. Commands return one; dispatch sends it. */
export interface Reply {
  /** Discord Markdown, 1 to 2,000 UTF-16 units. */
  readonly content: string;
  /** At most five, in one row. */
  readonly buttons?: readonly ReplyButton[];
  /** Tells its reader what to do differently: nobody else needs to see it, where that is still open. */
  readonly isProblem?: true;
}

/** A reply that tells its reader what to do differently. */
export function problemReply(content: string): Reply {
  return { content, isProblem: true };
}

export interface ReplyButton {
  readonly label: string;
  readonly meaning: ButtonMeaning;
}

/** A reply as discord.js takes it: nobody is ever pinged, links show no previews. */
export interface MessagePayload {
  readonly content: string;
  readonly components: APIActionRowComponent<APIButtonComponentWithCustomId>[];
  readonly allowedMentions: { readonly parse: [] };
  readonly flags: MessageFlags.SuppressEmbeds;
}

/** The one door out: everything Kutip sends takes this shape. */
export function toMessagePayload({ content, buttons = [] }: Reply): MessagePayload {
  // Discord refuses a message in which two components have the same ID.
  const row = [...new Map(buttons.map(toButton).map((button) => [button.custom_id, button])).values()];
  return {
    content,
    components: row.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: row }],
    allowedMentions: { parse: [] },
    flags: MessageFlags.SuppressEmbeds,
  };
}

function toButton({ label, meaning }: ReplyButton): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: label.slice(0, buttonLabelLengthMax),
    custom_id: buildCustomId(meaning),
  };
}
