import { buttonStyles as ButtonStyle, componentTypes as C } from './protocol.ts';
import { checkInteger, checkList, checkText, isRecord } from './form-errors.ts';
import type { FieldPath, FormErrors } from './form-errors.ts';

/** A component of any kind as it is stored: checked, with its integer ID and its defaults. */
export type StoredComponent = Record<string, unknown> & { type: number; id: number };

interface Reading {
  errors: FormErrors;
  /** Of the whole message or modal, to refuse a second one. */
  customIds: Set<string>;
  nextId: number;
  count: number;
}

const SELECTS: readonly number[] = [
  C.StringSelect,
  C.UserSelect,
  C.RoleSelect,
  C.MentionableSelect,
  C.ChannelSelect,
];
const V2_MAX = 40;
const ROWS_MAX = 5;

/**
 * Checks a message's components by the rules of its kind (rows only, or Components V2).
 * https://discord.com/developers/docs/components/reference
 */
export function readComponents(
  value: unknown,
  errors: FormErrors,
  { v2 }: { v2: boolean },
): StoredComponent[] {
  const reading: Reading = { errors, customIds: new Set(), nextId: 1, count: 0 };
  const top = checkList(errors, ['components'], value, { max: v2 ? V2_MAX : ROWS_MAX });
  const allowed = v2
    ? [C.ActionRow, C.TextDisplay, C.Section, C.MediaGallery, C.File, C.Separator, C.Container]
    : [C.ActionRow];
  const components = top.map((entry, index) => readComponent(entry, ['components', index], allowed, reading));
  if (reading.count > V2_MAX) {
    errors.add(['components'], 'BASE_TYPE_MAX_LENGTH', `Must be ${V2_MAX} or fewer in length.`);
  }
  return components;
}

/** Checks what a modal holds: labels, text displays, or the old action rows with one text input. */
export function readModalComponents(value: unknown, errors: FormErrors): StoredComponent[] {
  const reading: Reading = { errors, customIds: new Set(), nextId: 1, count: 0 };
  const path = ['data', 'components'];
  if (value === undefined) errors.required(path);
  return checkList(errors, path, value, { min: 1, max: ROWS_MAX }).map((entry, index) =>
    readModalComponent(entry, [...path, index], reading),
  );
}

/** Every component with a custom ID, nested ones included. */
export function customIdComponents(components: readonly unknown[]): Record<string, unknown>[] {
  return components.flatMap((component) => {
    if (!isRecord(component)) return [];
    const inner = [component['components'], component['accessory'], component['component']].flat();
    const own = typeof component['custom_id'] === 'string' ? [component] : [];
    return [...own, ...customIdComponents(inner.filter((entry) => entry !== undefined))];
  });
}

function readComponent(
  value: unknown,
  path: FieldPath,
  allowed: readonly number[],
  reading: Reading,
): StoredComponent {
  const source = isRecord(value) ? value : {};
  const type = source['type'];
  reading.count += 1;
  if (typeof type !== 'number' || !allowed.includes(type)) {
    reading.errors.choice([...path, 'type'], allowed);
    return { type: 0, id: 0 };
  }
  const base = { ...withoutNulls(source), type, id: takeId(source, reading) };
  switch (type) {
    case C.ActionRow:
      return { ...base, components: readRow(source['components'], path, reading) };
    case C.Button:
      return readButton(base, path, reading);
    case C.TextDisplay:
      checkText(reading.errors, [...path, 'content'], source['content'], {
        min: 1,
        max: 4000,
        required: true,
      });
      return base;
    case C.Section:
      return {
        ...base,
        components: children(source['components'], path, [C.TextDisplay], reading, { min: 1, max: 3 }),
        accessory: readComponent(
          source['accessory'],
          [...path, 'accessory'],
          [C.Button, C.Thumbnail],
          reading,
        ),
      };
    case C.MediaGallery:
      return { ...base, items: readGallery(source['items'], path, reading) };
    case C.Thumbnail:
      return { ...base, ...readMedia(source, 'media', path, reading) };
    case C.File:
      return { ...base, ...readMedia(source, 'file', path, reading), name: null, size: null };
    case C.Separator:
      return { ...base, divider: source['divider'] !== false, spacing: source['spacing'] === 2 ? 2 : 1 };
    case C.Container: {
      const inside = [C.ActionRow, C.TextDisplay, C.Section, C.MediaGallery, C.File, C.Separator];
      return {
        ...base,
        accent_color: source['accent_color'] ?? null,
        spoiler: source['spoiler'] === true,
        components: children(source['components'], path, inside, reading, { min: 1, max: V2_MAX }),
      };
    }
    default:
      return readSelect(base, path, reading);
  }
}

function children(
  value: unknown,
  path: FieldPath,
  allowed: readonly number[],
  reading: Reading,
  limits: { min: number; max: number },
): StoredComponent[] {
  const at = [...path, 'components'];
  if (value === undefined) reading.errors.required(at);
  return checkList(reading.errors, at, value, limits).map((entry, index) =>
    readComponent(entry, [...at, index], allowed, reading),
  );
}

/** A row holds up to five buttons or one select. */
function readRow(value: unknown, path: FieldPath, reading: Reading): StoredComponent[] {
  const row = children(value, path, [C.Button, ...SELECTS], reading, { min: 1, max: 5 });
  if (row.length > 1 && row.some(({ type }) => SELECTS.includes(type))) {
    reading.errors.add(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    );
  }
  return row;
}

function readButton(button: StoredComponent, path: FieldPath, reading: Reading): StoredComponent {
  const { errors } = reading;
  checkText(errors, [...path, 'label'], button['label'], { max: 80 });
  if (!checkInteger(errors, [...path, 'style'], button['style'], { min: 1, max: 6, required: true }))
    return button;
  if (button['style'] === ButtonStyle.Link) {
    if (checkText(errors, [...path, 'url'], button['url'], { min: 1, max: 512, required: true })) {
      const known = /^(https?|discord):\/\//i.test(button['url']) && URL.canParse(button['url']);
      if (!known) errors.add([...path, 'url'], 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    }
    if (button['custom_id'] !== undefined) {
      errors.add(
        path,
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
    return button;
  }
  if (button['style'] === ButtonStyle.Premium) {
    if (button['sku_id'] === undefined) errors.required([...path, 'sku_id']);
    return button;
  }
  takeCustomId(button, path, reading);
  if (button['label'] === undefined && button['emoji'] === undefined) {
    errors.add(path, 'BUTTON_COMPONENT_MUST_HAVE_LABEL_OR_EMOJI', 'A button must have a label or emoji');
  }
  return button;
}

function readSelect(select: StoredComponent, path: FieldPath, reading: Reading): StoredComponent {
  const { errors } = reading;
  takeCustomId(select, path, reading);
  checkText(errors, [...path, 'placeholder'], select['placeholder'], { max: 150 });
  const min = checkInteger(errors, [...path, 'min_values'], select['min_values'], { min: 0, max: 25 })
    ? select['min_values']
    : 1;
  const max = checkInteger(errors, [...path, 'max_values'], select['max_values'], { min: 1, max: 25 })
    ? select['max_values']
    : 1;
  if (min > max) {
    errors.add(
      [...path, 'min_values'],
      'SELECT_COMPONENT_MIN_VALUES_TOO_HIGH',
      'min_values exceeds max_values',
    );
  }
  const stored = { ...select, min_values: min, max_values: max };
  if (select.type !== C.StringSelect) return stored;
  return { ...stored, options: readSelectOptions(select['options'], path, max, reading) };
}

function readSelectOptions(value: unknown, path: FieldPath, max: number, { errors }: Reading) {
  const at = [...path, 'options'];
  if (value === undefined) errors.required(at);
  const options = checkList(errors, at, value, { min: 1, max: 25 });
  const seen = new Set<unknown>();
  for (const [index, option] of options.entries()) {
    const source = isRecord(option) ? option : {};
    checkText(errors, [...at, index, 'label'], source['label'], { min: 1, max: 100, required: true });
    checkText(errors, [...at, index, 'value'], source['value'], { min: 1, max: 100, required: true });
    checkText(errors, [...at, index, 'description'], source['description'], { max: 100 });
    if (seen.has(source['value'])) {
      errors.add(
        [...at, index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    seen.add(source['value']);
  }
  if (options.length > 0 && max > options.length) {
    errors.add(
      [...path, 'max_values'],
      'SELECT_COMPONENT_MAX_VALUES_TOO_HIGH',
      `max_values exceeds the ${options.length} options`,
    );
  }
  return options.map((option) => (isRecord(option) ? withoutNulls(option) : {}));
}

function readGallery(value: unknown, path: FieldPath, reading: Reading) {
  const at = [...path, 'items'];
  if (value === undefined) reading.errors.required(at);
  return checkList(reading.errors, at, value, { min: 1, max: 10 }).map((entry, index) =>
    readMedia(isRecord(entry) ? entry : {}, 'media', [...at, index], reading),
  );
}

function readMedia(source: Record<string, unknown>, key: string, path: FieldPath, { errors }: Reading) {
  const media = isRecord(source[key]) ? source[key] : {};
  const url = media['url'];
  if (checkText(errors, [...path, key, 'url'], url, { min: 1, max: 2048, required: true })) {
    const known = /^(https?|attachment):\/\//i.test(url) && URL.canParse(url);
    if (!known) errors.add([...path, key, 'url'], 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  }
  checkText(errors, [...path, 'description'], source['description'], { max: 1024 });
  return {
    ...(key === 'file' ? {} : { description: source['description'] ?? null }),
    spoiler: source['spoiler'] === true,
    [key]: { id: '0', url: url ?? '', proxy_url: url ?? '' },
  };
}

function readModalComponent(value: unknown, path: FieldPath, reading: Reading): StoredComponent {
  const source = isRecord(value) ? value : {};
  const { errors } = reading;
  const type = source['type'];
  if (type !== C.ActionRow && type !== C.Label && type !== C.TextDisplay) {
    errors.choice([...path, 'type'], [C.ActionRow, C.TextDisplay, C.Label]);
    return { type: 0, id: 0 };
  }
  const base = { ...withoutNulls(source), type, id: takeId(source, reading) };
  if (type === C.TextDisplay) {
    checkText(errors, [...path, 'content'], source['content'], { min: 1, max: 4000, required: true });
    return base;
  }
  if (type === C.ActionRow) {
    const at = [...path, 'components'];
    const row = checkList(errors, at, source['components'] ?? [], { min: 1, max: 1 });
    return {
      ...base,
      components: row.map((entry) => readModalField(entry, [...at, 0], [C.TextInput], reading)),
    };
  }
  checkText(errors, [...path, 'label'], source['label'], { min: 1, max: 45, required: true });
  checkText(errors, [...path, 'description'], source['description'], { max: 100 });
  const fields = [C.TextInput, ...SELECTS, C.FileUpload, C.RadioGroup, C.CheckboxGroup, C.Checkbox];
  return { ...base, component: readModalField(source['component'], [...path, 'component'], fields, reading) };
}

function readModalField(
  value: unknown,
  path: FieldPath,
  allowed: readonly number[],
  reading: Reading,
): StoredComponent {
  const source = isRecord(value) ? value : {};
  const type = source['type'];
  const { errors } = reading;
  if (typeof type !== 'number' || !allowed.includes(type)) {
    errors.choice([...path, 'type'], allowed);
    return { type: 0, id: 0 };
  }
  const field: StoredComponent = { ...withoutNulls(source), type, id: takeId(source, reading) };
  if (SELECTS.includes(type)) return readSelect(field, path, reading);
  takeCustomId(field, path, reading);
  if (type !== C.TextInput) return field;
  checkInteger(errors, [...path, 'style'], field['style'], { min: 1, max: 2, required: true });
  checkText(errors, [...path, 'placeholder'], field['placeholder'], { max: 100 });
  checkText(errors, [...path, 'value'], field['value'], { max: 4000 });
  checkInteger(errors, [...path, 'min_length'], field['min_length'], { min: 0, max: 4000 });
  checkInteger(errors, [...path, 'max_length'], field['max_length'], { min: 1, max: 4000 });
  checkText(errors, [...path, 'label'], field['label'], { min: 1, max: 45, required: allowed.length === 1 });
  return field;
}

function takeCustomId(
  source: Record<string, unknown>,
  path: FieldPath,
  { errors, customIds }: Reading,
): void {
  const value = source['custom_id'];
  const at = [...path, 'custom_id'];
  if (!checkText(errors, at, value, { min: 1, max: 100, required: true })) return;
  if (customIds.has(value)) {
    errors.add(at, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  customIds.add(value);
}

function takeId(source: Record<string, unknown>, reading: Reading): number {
  const given = source['id'];
  if (typeof given === 'number' && Number.isInteger(given) && given > 0) return given;
  return reading.nextId++;
}

function withoutNulls(source: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== null));
}
