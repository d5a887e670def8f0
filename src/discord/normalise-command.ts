/** Fields of a command, or of one of its options, that mean something when they are equal. */
const commandFields = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'integration_types',
  'contexts',
  'nsfw',
  'required',
  'autocomplete',
  'choices',
  'value',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
];

/** Discord writes these for what was never said. */
const defaults: Readonly<Record<string, unknown>> = {
  description: '',
  required: false,
  autocomplete: false,
  nsfw: false,
};

/**
 * A command as plain data in one writing, so that what we say and what Discord gives back can be
 * compared: known fields in one order, nothing that says the default, sets sorted. Options and choices
 * keep their order, which people see.
 * https://discord.com/developers/docs/interactions/application-commands#application-command-object
 */
export function normaliseCommand(command: object): Record<string, unknown> {
  return normaliseFields({ type: 1, integration_types: [0], ...command });
}

function normaliseFields(value: object): Record<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries(
    commandFields
      .map((field) => [field, normaliseField(field, given.get(field))] as const)
      .filter(([field, normal]) => normal !== undefined && normal !== defaults[field]),
  );
}

function normaliseField(field: string, value: unknown): unknown {
  if (value === null || value === undefined) {
    return undefined;
  }
  if (Array.isArray(value)) {
    const entries: unknown[] = value;
    if (entries.length === 0) {
      return undefined;
    }
    return field === 'options' || field === 'choices'
      ? entries.map((entry) => (typeof entry === 'object' && entry ? normaliseFields(entry) : entry))
      : entries.toSorted((a, b) => Number(a) - Number(b));
  }
  if (typeof value === 'object') {
    const translations = Object.entries(value).filter(([, text]) => text !== null);
    return translations.length === 0
      ? undefined
      : Object.fromEntries(translations.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
  return value;
}
