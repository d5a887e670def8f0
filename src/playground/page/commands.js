/**
 * What a person can run: the registered commands as entries of a list, in the person's language,
 * and back from filled-in fields to the options that Discord would send.
 * @import {CommandEntry, CommandOption, FieldValues} from './commands.d.ts'
 * @import {PageOption, PageUser} from '../page-protocol.ts'
 * @import {APIApplicationCommand} from 'discord-api-types/v10'
 */

/** Discord's numbers: https://discord.com/developers/docs/interactions/application-commands */
export const optionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
};
/** @type {APIApplicationCommand['type']} */
const chatInput = 1;
/** @type {Record<'user' | 'message', APIApplicationCommand['type']>} */
const menuTypes = { user: 2, message: 3 };
const contextOf = { text: 0, thread: 0, dm: 1 };

/**
 * Localised text of a command, option or choice.
 * @param {Record<string, any>} thing
 * @param {'name' | 'description'} field
 * @param {string} locale
 * @returns {string}
 */
export function localised(thing, field, locale) {
  const localisations = thing[`${field}_localizations`] ?? {};
  // A browser says `id-ID` where Discord says `id`.
  return localisations[locale] ?? localisations[locale.split('-')[0] ?? ''] ?? thing[field] ?? '';
}

/**
 * Whether Discord's client would offer the command to this person in such a channel.
 * @param {APIApplicationCommand} command
 * @param {PageUser} me
 * @param {'text' | 'thread' | 'dm'} kind
 */
export function isOffered(command, me, kind) {
  if (command.default_member_permissions && !me.moderator) return false;
  return !command.contexts || command.contexts.includes(contextOf[kind]);
}

/**
 * Chat-input commands, subcommands each on their own, in the order of registration.
 * @param {readonly APIApplicationCommand[]} commands
 * @param {string} locale
 * @returns {CommandEntry[]}
 */
export function listEntries(commands, locale) {
  return commands
    .filter(({ type }) => type === chatInput)
    .flatMap((command) => expand(command, command, [], localised(command, 'name', locale), locale));
}

/**
 * @param {APIApplicationCommand} command
 * @param {any} level the command, group or subcommand
 * @param {{name: string, type: number}[]} path
 * @param {string} label
 * @param {string} locale
 * @returns {CommandEntry[]}
 */
function expand(command, level, path, label, locale) {
  /** @type {any[]} */
  const options = level.options ?? [];
  const below = options.filter(({ type }) => type === optionType.subcommand || type === optionType.group);
  if (below.length > 0) {
    return below.flatMap((option) =>
      expand(
        command,
        option,
        [...path, { name: option.name, type: option.type }],
        `${label} ${localised(option, 'name', locale)}`,
        locale,
      ),
    );
  }
  return [
    {
      command,
      path,
      label,
      plain: [command.name, ...path.map(({ name }) => name)].join(' '),
      description: localised(level, 'description', locale),
      options: options.map((option) => describeOption(option, locale)),
    },
  ];
}

/**
 * @param {any} option
 * @param {string} locale
 * @returns {CommandOption}
 */
function describeOption(option, locale) {
  /** @type {any[] | undefined} */
  const choices = option.choices;
  return {
    ...option,
    label: localised(option, 'name', locale),
    hint: localised(option, 'description', locale),
    required: option.required ?? false,
    choices: choices?.map((choice) => ({ name: localised(choice, 'name', locale), value: choice.value })),
  };
}

/**
 * Entries whose name holds what was typed after the slash; those that begin with it first.
 * @param {CommandEntry[]} entries
 * @param {string} typed
 * @returns {CommandEntry[]}
 */
export function matchEntries(entries, typed) {
  const wanted = typed.trim().toLowerCase();
  const rank = (/** @type {CommandEntry} */ entry) => {
    const names = [entry.label.toLowerCase(), entry.plain];
    if (names.some((name) => name.startsWith(wanted))) return 0;
    return names.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  return [0, 1].flatMap((wantedRank) => entries.filter((entry) => rank(entry) === wantedRank));
}

/**
 * The entry a text names in full, and what was typed after its name: `/ask who` → ask, `who`.
 * @param {CommandEntry[]} entries
 * @param {string} text
 * @returns {{entry: CommandEntry, rest: string} | undefined}
 */
export function takeEntry(entries, text) {
  for (const entry of entries) {
    for (const name of [entry.label, entry.plain]) {
      if (text.toLowerCase().startsWith(`/${name.toLowerCase()} `))
        return { entry, rest: text.slice(name.length + 2) };
    }
  }
  return undefined;
}

/**
 * What Discord would send. Empty fields are left out, except the focused one; `values` by option name.
 * @param {CommandEntry} entry
 * @param {FieldValues} values
 * @param {string} [focused]
 * @param {Record<string, import('../page-protocol.ts').PageFile>} [files] chosen ones, by option name
 * @returns {PageOption[]}
 */
export function buildOptions(entry, values, focused, files = {}) {
  /** @type {PageOption[]} */
  let options = [];
  for (const option of entry.options) {
    const text = values[option.name]?.trim() ?? '';
    if (text === '' && option.name !== focused) continue;
    const file = files[option.name];
    if (option.type === optionType.attachment) {
      if (file !== undefined) options.push({ name: option.name, type: option.type, file });
      continue;
    }
    options.push({
      name: option.name,
      type: option.type,
      // A focused number may be half typed: Discord then sends the text as it is.
      value: option.name === focused ? (values[option.name] ?? '') : valueOf(option.type, text),
      ...(option.name === focused ? { focused: true } : {}),
    });
  }
  for (const { name, type } of entry.path.toReversed()) options = [{ name, type, options }];
  return options;
}

/**
 * @param {number} type
 * @param {string} text
 */
function valueOf(type, text) {
  if (type === optionType.integer || type === optionType.number) return Number(text);
  return type === optionType.boolean ? text === 'true' : text;
}

/**
 * The first option that cannot be sent as it stands, and why.
 * @param {CommandEntry} entry
 * @param {FieldValues} values
 * @returns {{option: CommandOption, reason: 'missing' | 'number' | 'range' | 'short'} | undefined}
 */
export function firstProblem(entry, values) {
  for (const option of entry.options) {
    const text = values[option.name]?.trim() ?? '';
    if (text === '') {
      if (option.required) return { option, reason: 'missing' };
      continue;
    }
    if (option.type === optionType.integer || option.type === optionType.number) {
      const number = Number(text);
      if (!(option.type === optionType.integer ? Number.isSafeInteger(number) : Number.isFinite(number)))
        return { option, reason: 'number' };
      if (number < (option.min_value ?? -Infinity) || number > (option.max_value ?? Infinity))
        return { option, reason: 'range' };
    }
    if (option.type === optionType.string && text.length < (option.min_length ?? 0))
      return { option, reason: 'short' };
  }
  return undefined;
}

/**
 * The command to show a newcomer: the first with a required text option.
 * @param {CommandEntry[]} entries
 * @returns {CommandEntry | undefined}
 */
export function firstAskable(entries) {
  return entries.find(({ options }) =>
    options.some((option) => option.required && option.type === optionType.string),
  );
}

/**
 * Commands of a message's or a user's context menu.
 * @param {readonly APIApplicationCommand[]} commands
 * @param {'message' | 'user'} kind
 */
export function menuCommands(commands, kind) {
  return commands.filter(({ type }) => type === menuTypes[kind]);
}
