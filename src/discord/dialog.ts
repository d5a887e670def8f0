import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import type { Dialog } from './command.ts';
import { buildCustomId } from './custom-id.ts';
import { modalTitleLengthMax } from './limits.ts';
import { takeStart } from './render/cut-text.ts';

/** The custom ID of a dialog's one field. */
export const dialogTextId = 'text';

/** A dialog as discord.js takes it. */
export function toModal({ title, meaning, label, value, lengthMax }: Dialog): ModalBuilder {
  const input = new TextInputBuilder()
    .setCustomId(dialogTextId)
    .setStyle(TextInputStyle.Short)
    .setMinLength(1)
    .setMaxLength(lengthMax);
  if (value !== undefined && value !== '') input.setValue(takeStart(value, lengthMax));
  return new ModalBuilder()
    .setCustomId(buildCustomId(meaning))
    .setTitle(takeStart(title, modalTitleLengthMax))
    .addLabelComponents(
      new LabelBuilder().setLabel(takeStart(label, modalTitleLengthMax)).setTextInputComponent(input),
    );
}
