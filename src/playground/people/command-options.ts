import { attachmentBytesMax } from './interaction-payload.ts';
import { asWire, optionTypes as O } from '../world/protocol.ts';
import type { PageOption } from '../page-protocol.ts';
import { storeFile } from '../world/attachments.ts';
import { isRecord } from '../world/form-errors.ts';
import { toResolvedChannel, toUser } from '../world/wire-objects.ts';
import { permissionsIn } from '../world/permissions.ts';
import { toResolvedMember } from '../world/resolved-member.ts';
import type { Channel, World } from '../world/world.ts';

export interface FilledOptions {
  options: unknown[];
  resolved: Record<string, Record<string, unknown>>;
}

interface Definition {
  type: number;
  name: string;
  required?: boolean;
  options?: Definition[];
  choices?: { name: string; value: string | number }[];
  autocomplete?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
}

/**
 * Puts what a person filled in into the form of an interaction, refusing what Discord's client
 * would not send: unknown options, missing ones, wrong types, values outside their bounds.
 * `partial` is for autocomplete, where unfinished values are fine.
 * @throws Error with a sentence for the person.
 */
export function fillOptions(
  world: World,
  {
    definitions,
    given,
    channel,
    partial,
  }: { definitions: unknown; given: readonly PageOption[]; channel: Channel; partial: boolean },
): FilledOptions {
  const resolved: FilledOptions['resolved'] = {};
  const fill = (known: Definition[], filled: readonly PageOption[]): unknown[] => {
    const isNested = known.some(({ type }) => type === O.Subcommand || type === O.SubcommandGroup);
    if (isNested && filled.length !== 1) throw new Error('Choose exactly one subcommand.');
    for (const { name, required } of known) {
      const isMissing = required === true && !filled.some((option) => option.name === name);
      if (isMissing && !partial) throw new Error(`The option "${name}" is required.`);
    }
    const names = new Set<string>();
    return filled.map((option) => {
      const definition = known.find(({ name }) => name === option.name);
      if (definition === undefined || names.has(option.name))
        throw new Error(`There is no option "${option.name}" here.`);
      names.add(option.name);
      const { type, name } = definition;
      if (type === O.Subcommand || type === O.SubcommandGroup) {
        return { type, name, options: fill(definition.options ?? [], option.options ?? []) };
      }
      if (type === O.Attachment) {
        return partial
          ? { type, name, value: '' }
          : { type, name, value: attach(world, { option, channel, resolved }) };
      }
      const isFocused = partial && option.focused === true;
      const value = partial ? (option.value ?? '') : checkValue(definition, option.value);
      if (!partial) resolve(world, { type, id: String(value), channel, resolved });
      return { type, name, value, ...(isFocused ? { focused: true } : {}) };
    });
  };
  const options = fill(Array.isArray(definitions) ? asWire<Definition[]>(definitions) : [], given);
  return { options, resolved };
}

function checkValue(definition: Definition, value: PageOption['value']): string | number | boolean {
  const { name, type, choices } = definition;
  if (value === undefined) throw new Error(`The option "${name}" is empty.`);
  if (choices !== undefined && choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new Error(`"${String(value)}" is not a choice of "${name}".`);
  }
  switch (type) {
    case O.String:
      return checkTextValue(definition, value);
    case O.Integer:
    case O.Number:
      return checkNumberValue(definition, value);
    case O.Boolean:
      if (typeof value !== 'boolean') throw new Error(`The option "${name}" is true or false.`);
      return value;
    default:
      if (typeof value !== 'string' || !/^\d{1,20}$/.test(value))
        throw new Error(`The option "${name}" takes an ID.`);
      return value;
  }
}

function checkTextValue(
  { name, min_length: min = 0, max_length: max = 6000 }: Definition,
  value: unknown,
): string {
  if (typeof value !== 'string') throw new Error(`The option "${name}" takes text.`);
  // Discord's client trims what is typed, and does not send an empty option.
  const text = value.trim();
  if (text.length < Math.max(1, min))
    throw new Error(`The option "${name}" needs at least ${Math.max(1, min)} characters.`);
  if (text.length > max) throw new Error(`The option "${name}" takes at most ${max} characters.`);
  return text;
}

function checkNumberValue(definition: Definition, value: unknown): number {
  const { name, type, min_value: min = -(2 ** 53), max_value: max = 2 ** 53 } = definition;
  const isFine =
    typeof value === 'number' && (type === O.Number ? Number.isFinite(value) : Number.isSafeInteger(value));
  if (!isFine) throw new Error(`The option "${name}" takes a number.`);
  if (value < min || value > max) throw new Error(`The option "${name}" lies between ${min} and ${max}.`);
  return value;
}

/** Adds the thing that an ID names to the resolved data. @throws Error where there is none. */
export function resolve(
  world: World,
  {
    type,
    id,
    channel,
    resolved,
  }: { type: number; id: string; channel: Channel; resolved: FilledOptions['resolved'] },
): void {
  const put = (kind: string, value: unknown) => {
    resolved[kind] = { ...(isRecord(resolved[kind]) ? resolved[kind] : {}), [id]: value };
  };
  const guild = 'guildId' in channel ? world.guilds.get(channel.guildId) : undefined;
  const asUser = () => {
    if (!world.users.has(id)) return false;
    put('users', toUser(world, id));
    const member = guild?.members.get(id);
    if (member !== undefined) put('members', toResolvedMember(member, permissionsIn(world, channel, id)));
    return true;
  };
  const asRole = () => {
    const role = guild?.roles.get(id);
    if (role !== undefined) put('roles', role);
    return role !== undefined;
  };
  if (type === O.User && !asUser()) throw new Error('There is nobody with that ID.');
  if (type === O.Role && !asRole()) throw new Error('There is no role with that ID.');
  if (type === O.Mentionable && !asUser() && !asRole())
    throw new Error('There is nobody and no role with that ID.');
  if (type === O.Channel) {
    const found = world.channels.get(id);
    if (found === undefined) throw new Error('There is no channel with that ID.');
    put('channels', toResolvedChannel(world, found, world.bot.id));
  }
}

/** Uploads the file of an option and gives its ID; the bot finds it under an address. @throws Error. */
function attach(
  world: World,
  {
    option: { name, file },
    channel,
    resolved,
  }: { option: PageOption; channel: Channel; resolved: FilledOptions['resolved'] },
): string {
  if (file === undefined) throw new Error(`The option "${name}" takes a file.`);
  const bytes = Buffer.from(file.base64, 'base64');
  if (bytes.byteLength > attachmentBytesMax) throw new Error('The file is too large: at most 10 MiB.');
  const attachment = storeFile(world, {
    channelId: channel.id,
    file: { index: '0', name: file.name, contentType: file.contentType || 'application/octet-stream', bytes },
    name: undefined,
    description: undefined,
    ephemeral: true,
  });
  resolved['attachments'] = { ...resolved['attachments'], [attachment.id]: attachment };
  return attachment.id;
}
