import { asWire, componentTypes as C } from '../world/protocol.ts';
import type { Interaction } from '../world/interaction.ts';
import { isRecord } from '../world/form-errors.ts';

/** What was filled in, by custom ID: text, or several values. */
export type ModalValues = Readonly<Record<string, string | readonly string[]>>;

/**
 * The `components` of a modal submission: the modal's own structure with the values in it.
 * @throws Error where a field lacks, is too short or too long, or is not of this modal.
 */
export function readModalFields(modal: NonNullable<Interaction['modal']>, values: ModalValues): unknown[] {
  const used = new Set<string>();
  const components = asWire<unknown[]>(modal.components).map((entry) => {
    const component = isRecord(entry) ? entry : {};
    const base = { type: component['type'], id: component['id'] };
    if (component['type'] === C.ActionRow) {
      const fields = asWire<unknown[]>(component['components']).map((field) =>
        readField(field, values, used),
      );
      return { ...base, components: fields };
    }
    if (component['type'] === C.Label)
      return { ...base, component: readField(component['component'], values, used) };
    return base;
  });
  const unknown = Object.keys(values).find((customId) => !used.has(customId));
  if (unknown !== undefined) throw new Error(`The dialog has no field "${unknown}".`);
  return components;
}

function readField(value: unknown, values: ModalValues, used: Set<string>): unknown {
  const field = isRecord(value) ? value : {};
  const customId = String(field['custom_id']);
  used.add(customId);
  const given = Object.hasOwn(values, customId) ? values[customId] : undefined;
  const base = { type: field['type'], id: field['id'], custom_id: customId };
  const name = typeof field['label'] === 'string' ? field['label'] : customId;
  const required = field['required'] !== false;
  switch (field['type']) {
    case C.TextInput: {
      const text =
        typeof given === 'string'
          ? given
          : (given?.[0] ?? (typeof field['value'] === 'string' ? field['value'] : ''));
      const min = Number(field['min_length'] ?? 0);
      if (required && text === '') throw new Error(`"${name}" must be filled in.`);
      if (text !== '' && text.length < min) throw new Error(`"${name}" needs at least ${min} characters.`);
      const max = Number(field['max_length'] ?? 4000);
      if (text.length > max) throw new Error(`"${name}" takes at most ${max} characters.`);
      return { ...base, value: text };
    }
    case C.Checkbox:
      return { ...base, value: [given].flat()[0] === 'true' };
    case C.RadioGroup: {
      const choice = [given ?? []].flat()[0] ?? null;
      if (required && choice === null) throw new Error(`"${name}" must be chosen.`);
      return { ...base, value: choice };
    }
    default: {
      const list = given === undefined ? [] : [given].flat();
      const min = required ? Math.max(1, Number(field['min_values'] ?? 1)) : 0;
      if (list.length < min || list.length > Number(field['max_values'] ?? Math.max(1, list.length))) {
        throw new Error(`"${name}" does not take ${list.length} values.`);
      }
      return { ...base, values: list };
    }
  }
}
