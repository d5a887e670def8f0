import { Locale } from 'discord-api-types/v10';
import { optionTypes as O } from './protocol.ts';
import { checkInteger, checkList, checkText, FormErrors, isRecord } from './form-errors.ts';
import type { FieldPath } from './form-errors.ts';

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const sumMax = 8000;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));
const COMPLETABLE: ReadonlySet<unknown> = new Set([O.String, O.Integer, O.Number]);

/** A command as the request gives it, checked, with Discord's defaults. */
export type CommandFields = Record<string, unknown> & { type: number; name: string };

/**
 * Checks a command definition. @throws DiscordError 50035 with every fault at once.
 * `base` is the command it changes (PATCH), whose fields count where the body says nothing.
 */
export function readCommand(
  body: unknown,
  { base = {}, inGuild }: { base?: Record<string, unknown>; inGuild: boolean },
): CommandFields {
  const errors = new FormErrors();
  const source: Record<string, unknown> = { ...base, ...(isRecord(body) ? body : {}) };
  const type = source['type'] ?? 1;
  if (type !== 1 && type !== 2 && type !== 3 && type !== 4) errors.choice(['type'], [1, 2, 3, 4]);
  const isChat = type === 1;
  checkName(errors, ['name'], source['name'], isChat);
  checkLocalisations(errors, ['name_localizations'], source['name_localizations'], (path, text) =>
    checkName(errors, path, text, isChat),
  );
  if (isChat) checkText(errors, ['description'], source['description'], { min: 1, max: 100, required: true });
  else if (
    source['description'] !== undefined &&
    source['description'] !== '' &&
    source['description'] !== null
  ) {
    errors.add(
      ['description'],
      'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION',
      'Context menu commands cannot have description',
    );
  }
  checkLocalisations(
    errors,
    ['description_localizations'],
    source['description_localizations'],
    (path, text) => checkText(errors, path, text, { min: 1, max: 100 }),
  );
  if (!isChat && Array.isArray(source['options']) && source['options'].length > 0) {
    errors.add(
      ['options'],
      'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS',
      'Context menu commands cannot have options',
    );
  }
  const options = isChat ? readOptions(source['options'], ['options'], errors, 0) : [];
  checkPermissions(errors, source['default_member_permissions']);
  const contexts = readSet(errors, ['contexts'], source['contexts'], [0, 1, 2]);
  const integrationTypes = readSet(errors, ['integration_types'], source['integration_types'], [0, 1]);
  if (inGuild && contexts !== undefined) {
    errors.add(['contexts'], 'APPLICATION_COMMAND_CONTEXTS_GUILD', 'Contexts are only for global commands');
  }
  if (measure(source) > sumMax) {
    errors.add([], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${sumMax})`);
  }
  errors.throwIfAny();
  return {
    ...(options.length === 0 ? {} : { options }),
    type: Number(type),
    name: String(source['name']),
    name_localizations: source['name_localizations'] ?? null,
    description: isChat ? String(source['description']) : '',
    description_localizations: source['description_localizations'] ?? null,
    default_member_permissions: permissionsText(source['default_member_permissions']),
    nsfw: source['nsfw'] === true,
    ...(inGuild
      ? {}
      : {
          contexts: contexts ?? null,
          integration_types: integrationTypes ?? [0, 1],
          dm_permission: contexts?.includes(1) ?? true,
        }),
  };
}

function checkName(errors: FormErrors, path: FieldPath, value: unknown, isChat: boolean): void {
  if (!checkText(errors, path, value, { min: 1, max: 32, required: true }) || !isChat) return;
  // Where a lower case exists it must be used.
  if (!CHAT_NAME.test(value) || value !== value.toLowerCase()) {
    errors.add(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function checkLocalisations(
  errors: FormErrors,
  path: FieldPath,
  value: unknown,
  check: (path: FieldPath, text: unknown) => void,
): void {
  if (value === undefined || value === null) return;
  if (!isRecord(value))
    return errors.add(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
  for (const [locale, text] of Object.entries(value)) {
    if (!LOCALES.has(locale)) errors.choice([...path, locale], [...LOCALES]);
    else if (text !== null) check([...path, locale], text);
  }
}

function readOptions(
  value: unknown,
  path: FieldPath,
  errors: FormErrors,
  depth: number,
): Record<string, unknown>[] {
  const names = new Set<unknown>();
  let optionalSeen = false;
  const list = checkList(errors, path, value, { max: 25 });
  const nested = list.filter((option) => isRecord(option) && isNesting(option['type'])).length;
  if (nested > 0 && nested < list.length) {
    errors.add(
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
  return list.map((entry, index) => {
    const at = [...path, index];
    const option = isRecord(entry) ? entry : {};
    if (names.has(option['name'])) {
      errors.add(
        [...at, 'name'],
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists in the options array',
      );
    }
    names.add(option['name']);
    if (option['required'] === true && optionalSeen) {
      errors.add(
        at,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    if (option['required'] !== true) optionalSeen = true;
    return readOption(option, at, errors, depth);
  });
}

function readOption(
  option: Record<string, unknown>,
  path: FieldPath,
  errors: FormErrors,
  depth: number,
): Record<string, unknown> {
  const type = option['type'];
  if (!checkInteger(errors, [...path, 'type'], type, { min: 1, max: 11, required: true })) return {};
  checkName(errors, [...path, 'name'], option['name'], true);
  checkText(errors, [...path, 'description'], option['description'], { min: 1, max: 100, required: true });
  checkLocalisations(errors, [...path, 'name_localizations'], option['name_localizations'], (at, text) =>
    checkName(errors, at, text, true),
  );
  checkLocalisations(
    errors,
    [...path, 'description_localizations'],
    option['description_localizations'],
    (at, text) => checkText(errors, at, text, { min: 1, max: 100 }),
  );
  const isDeep = (type === O.SubcommandGroup && depth > 0) || (type === O.Subcommand && depth > 1);
  if (isDeep) errors.add([...path, 'type'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Too deeply nested');
  const known = new Set([
    'type',
    'name',
    'description',
    'name_localizations',
    'description_localizations',
    'required',
    'autocomplete',
    'choices',
    'options',
    'min_length',
    'max_length',
    'min_value',
    'max_value',
    'channel_types',
  ]);
  const kept = Object.fromEntries(
    Object.entries(option).filter(
      ([key, value]) => known.has(key) && value !== null && value !== undefined && value !== false,
    ),
  );
  if (isNesting(type)) {
    if (isDeep) return kept;
    return {
      ...kept,
      options: readOptions(option['options'], [...path, 'options'], errors, type === O.Subcommand ? 2 : 1),
    };
  }
  checkValueLimits(option, path, errors);
  return kept;
}

function checkValueLimits(option: Record<string, unknown>, path: FieldPath, errors: FormErrors): void {
  const { type, choices } = option;
  checkInteger(errors, [...path, 'min_length'], option['min_length'], { min: 0, max: 6000 });
  checkInteger(errors, [...path, 'max_length'], option['max_length'], { min: 1, max: 6000 });
  const hasChoices = Array.isArray(choices) && choices.length > 0;
  if (option['autocomplete'] === true && (hasChoices || !COMPLETABLE.has(type))) {
    errors.add(
      [...path, 'autocomplete'],
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
      'Autocomplete is not possible here',
    );
  }
  if (hasChoices && !COMPLETABLE.has(type)) {
    errors.add(
      [...path, 'choices'],
      'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
      'Choices are not possible here',
    );
  }
  const names = new Set<unknown>();
  for (const [index, entry] of checkList(errors, [...path, 'choices'], choices, { max: 25 }).entries()) {
    const at = [...path, 'choices', index];
    const choice = isRecord(entry) ? entry : {};
    checkText(errors, [...at, 'name'], choice['name'], { min: 1, max: 100, required: true });
    if (type === O.String)
      checkText(errors, [...at, 'value'], choice['value'], { min: 1, max: 100, required: true });
    else if (typeof choice['value'] !== 'number')
      errors.add([...at, 'value'], 'NUMBER_TYPE_COERCE', 'Value is not a number.');
    if (names.has(choice['name'])) {
      errors.add(
        [...at, 'name'],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Option choice name already exists',
      );
    }
    names.add(choice['name']);
  }
}

function checkPermissions(errors: FormErrors, value: unknown): void {
  if (value === undefined || value === null) return;
  if (permissionsText(value) === null) {
    errors.add(['default_member_permissions'], 'NUMBER_TYPE_COERCE', 'Value is not a permission bit set.');
  }
}

function permissionsText(value: unknown): string | null {
  return (typeof value === 'string' || typeof value === 'number') && /^\d{1,20}$/.test(String(value))
    ? String(value)
    : null;
}

function readSet(
  errors: FormErrors,
  path: FieldPath,
  value: unknown,
  allowed: readonly number[],
): number[] | undefined {
  if (value === undefined || value === null) return undefined;
  const list = checkList(errors, path, value, { min: 1, max: allowed.length });
  for (const [index, entry] of list.entries()) {
    if (!allowed.includes(Number(entry))) errors.choice([...path, index], allowed);
  }
  return list.map(Number);
}

function isNesting(type: unknown): boolean {
  return type === O.Subcommand || type === O.SubcommandGroup;
}

/** Name, description and values of the command and all its parts; the longest localisation counts. */
function measure(part: Record<string, unknown>): number {
  const longest = (key: string) => {
    const localised = part[`${key}_localizations`];
    const texts = [part[key], ...(isRecord(localised) ? Object.values(localised) : [])];
    return Math.max(0, ...texts.map((text) => (typeof text === 'string' ? text.length : 0)));
  };
  const inner = [part['options'], part['choices']].flat().filter(isRecord);
  const value = typeof part['value'] === 'string' ? part['value'].length : 0;
  return (
    longest('name') + longest('description') + value + inner.reduce((sum, entry) => sum + measure(entry), 0)
  );
}
