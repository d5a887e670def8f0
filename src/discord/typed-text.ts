/** Where nothing comes of what somebody typed, they get it back: nobody should have to write it twice. */
import { ComponentType, type ModalSubmitInteraction } from 'discord.js';
import type { CommandInteraction } from './command.ts';
import { messageLengthMax } from './limits.ts';
import { cutMark, takeStart } from './render/cut-text.ts';
import { escapeMarkdown } from './render/escape-markdown.ts';
import type { Reply } from './reply.ts';
import type { Texts } from './texts/texts.ts';

/** Escaping at most doubles a text; what is longer than this is cut, which the mark shows. */
const typedLengthMax = 800;

/**
 * What somebody wrote into a command's text options or a dialog's fields, in order; nothing that is blank.
 * Of a command only what has several words: what was picked from its suggestions is an ID.
 */
export function typedIn(interaction: CommandInteraction | ModalSubmitInteraction): readonly string[] {
  return textsOf(interaction).filter((text) => text.trim() !== '');
}

function textsOf(interaction: CommandInteraction | ModalSubmitInteraction): readonly string[] {
  if (interaction.isModalSubmit()) {
    return [...interaction.fields.fields.values()].flatMap((field) =>
      field.type === ComponentType.TextInput ? [field.value] : [],
    );
  }
  if (!interaction.isChatInputCommand()) return [];
  const { data } = interaction.options;
  const leaves = data.flatMap((option) => option.options ?? [option]);
  return leaves
    .flatMap((option) => option.options ?? [option])
    .flatMap(({ value }) => (typeof value === 'string' && /\S\s+\S/u.test(value) ? [value] : []));
}

/** The reply with what was typed below it, as far as there is room. */
export function withTyped(reply: Reply, typed: readonly string[], texts: Texts): Reply {
  if (typed.length === 0) return reply;
  const content = `${reply.content}\n${typedLines(typed, texts)}`;
  return content.length > messageLengthMax ? reply : { ...reply, content };
}

/** What was typed, so that it reads exactly like that and can be copied. */
export function typedLines(typed: readonly string[], { problems }: Texts): string {
  const whole = typed.join('\n');
  const shown = takeStart(whole, typedLengthMax);
  const mark = shown.length < whole.length ? ` ${cutMark}` : '';
  return `${problems.typed}\n${escapeMarkdown(shown)}${mark}`;
}
