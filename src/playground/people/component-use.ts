import { asWire, componentTypes as C, optionTypes as O } from '../world/protocol.ts';
import { customIdComponents } from '../world/component-validation.ts';
import type { Channel, StoredMessage, World } from '../world/world.ts';
import { resolve } from './command-options.ts';
import type { FilledOptions } from './command-options.ts';

/** What kind of thing a select's values name, as the option type that resolves it alike. */
const RESOLVED_AS: Readonly<Record<number, number>> = {
  [C.UserSelect]: O.User,
  [C.RoleSelect]: O.Role,
  [C.MentionableSelect]: O.Mentionable,
  [C.ChannelSelect]: O.Channel,
};

/** The `data` of a component interaction. @throws Error where the person could not have done that. */
export function readComponentUse(
  world: World,
  {
    message,
    customId,
    values,
    channel,
  }: { message: StoredMessage; customId: string; values: readonly string[] | undefined; channel: Channel },
): unknown {
  const component = customIdComponents(message.api.components ?? []).find(
    (entry) => entry['custom_id'] === customId,
  );
  if (component === undefined) throw new Error('That message has no such button or menu.');
  if (component['disabled'] === true) throw new Error('That button or menu is switched off.');
  const type = Number(component['type']);
  const base = { component_type: type, custom_id: customId, id: component['id'] };
  if (type === C.Button) return base;
  if (values === undefined) throw new Error('Choose something first.');
  const [min, max] = [Number(component['min_values'] ?? 1), Number(component['max_values'] ?? 1)];
  if (values.length < min || values.length > max) throw new Error(`Choose between ${min} and ${max}.`);
  if (type === C.StringSelect) {
    const options = asWire<{ value: string }[]>(component['options']);
    const isOffered = values.every((value) => options.some((option) => option.value === value));
    if (!isOffered || new Set(values).size !== values.length)
      throw new Error('That is not among the choices.');
    return { ...base, values };
  }
  const resolved: FilledOptions['resolved'] = {};
  for (const id of values)
    resolve(world, { type: RESOLVED_AS[type] ?? O.Mentionable, id, channel, resolved });
  return { ...base, values, resolved };
}
