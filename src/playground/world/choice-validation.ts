import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { checkList, checkText, FormErrors, isRecord } from './form-errors.ts';
import { asWire } from './protocol.ts';
import type { Interaction } from './interaction.ts';

const choicesMax = 25;
const textMax = 100;

/** Checks an autocomplete answer: at most 25 choices whose values fit the focused option. */
export function readChoices(value: unknown, interaction: Interaction): APIApplicationCommandOptionChoice[] {
  const errors = new FormErrors();
  const path = ['data', 'choices'];
  if (value === undefined) errors.required(path);
  const wantsText = focusedType(interaction) === 3;
  const choices = checkList(errors, path, value, { max: choicesMax });
  for (const [index, choice] of choices.entries()) {
    const source = isRecord(choice) ? choice : {};
    checkText(errors, [...path, index, 'name'], source['name'], { min: 1, max: textMax, required: true });
    const at = [...path, index, 'value'];
    if (wantsText) checkText(errors, at, source['value'], { min: 1, max: textMax, required: true });
    else if (typeof source['value'] !== 'number')
      errors.add(at, 'NUMBER_TYPE_COERCE', 'Value is not a number.');
  }
  errors.throwIfAny();
  return asWire(choices);
}

function focusedType({ payload }: Interaction): number {
  const search = (options: unknown): number | undefined => {
    for (const option of Array.isArray(options) ? (options as unknown[]) : []) {
      if (!isRecord(option)) continue;
      const found = option['focused'] === true ? Number(option['type']) : search(option['options']);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(asWire<{ options?: unknown } | undefined>(payload.data)?.options) ?? 3;
}
