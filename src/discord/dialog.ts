import {
  LabelBuilder,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Dialog, DialogField, FilledDialog } from './command.ts';
import { buildCustomId } from './custom-id.ts';
import { modalTitleLengthMax, selectTextLengthMax } from './limits.ts';
import { takeStart } from './render/cut-text.ts';

/** A dialog as discord.js takes it. */
export function toModal({ title, meaning, fields }: Dialog): ModalBuilder {
  return new ModalBuilder()
    .setCustomId(buildCustomId(meaning))
    .setTitle(takeStart(title, modalTitleLengthMax))
    .addLabelComponents(fields.map(toLabel));
}

/** What was filled in. */
export function readDialog(interaction: ModalSubmitInteraction): FilledDialog {
  const { fields } = interaction.fields;
  return {
    interaction,
    text: (name) => (fields.has(name) ? interaction.fields.getTextInputValue(name) : ''),
  };
}

function toLabel(field: DialogField): LabelBuilder {
  const { name, label, hint, value, example, lengthMax, isOptional = false, isLong = false } = field;
  const input = new TextInputBuilder()
    .setCustomId(name)
    .setStyle(isLong ? TextInputStyle.Paragraph : TextInputStyle.Short)
    .setRequired(!isOptional)
    .setMinLength(isOptional ? 0 : 1)
    .setMaxLength(lengthMax);
  if (value !== undefined && value !== '') input.setValue(takeStart(value, lengthMax));
  if (example !== undefined) input.setPlaceholder(takeStart(example, selectTextLengthMax));
  const builder = new LabelBuilder()
    .setLabel(takeStart(label, modalTitleLengthMax))
    .setTextInputComponent(input);
  return hint === undefined ? builder : builder.setDescription(takeStart(hint, selectTextLengthMax));
}
