import type { APIEmbed } from 'discord-api-types/v10';
import { checkInteger, checkList, checkText, isRecord } from './form-errors.ts';
import { asWire } from './protocol.ts';
import type { FieldPath, FormErrors } from './form-errors.ts';

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const MAX = {
  embeds: 10,
  title: 256,
  description: 4096,
  fields: 25,
  value: 1024,
  footer: 2048,
  sum: 6000,
  url: 2048,
};

/** Checks all embeds of a message and gives them as Discord would store them. */
export function readEmbeds(value: unknown, errors: FormErrors): APIEmbed[] {
  const embeds = checkList(errors, ['embeds'], value, { max: MAX.embeds }).map((embed, index) =>
    readEmbed(embed, ['embeds', index], errors),
  );
  // Embeds with faults lack parts, and are refused anyway.
  if (!errors.isEmpty) return embeds;
  const sum = embeds.reduce((total, embed) => total + measureEmbed(embed), 0);
  if (sum > MAX.sum) {
    errors.add(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX.sum}`);
  }
  return embeds;
}

function readEmbed(value: unknown, path: FieldPath, errors: FormErrors): APIEmbed {
  if (!isRecord(value)) {
    errors.add(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return {};
  }
  const embed: Record<string, unknown> = { type: 'rich' };
  const text = (
    source: Record<string, unknown>,
    key: string,
    max: number,
    at: FieldPath,
    required = false,
  ) => {
    // Discord trims before it measures.
    const trimmed = typeof source[key] === 'string' ? source[key].trim() : source[key];
    return checkText(errors, [...at, key], trimmed, { max, required, min: required ? 1 : 0 }) &&
      trimmed !== ''
      ? { [key]: trimmed }
      : {};
  };
  Object.assign(
    embed,
    text(value, 'title', MAX.title, path),
    text(value, 'description', MAX.description, path),
  );
  Object.assign(embed, readUrl(value, 'url', path, errors));
  if (checkInteger(errors, [...path, 'color'], value['color'], { min: 0, max: 0xff_ff_ff })) {
    embed['color'] = value['color'];
  }
  Object.assign(embed, readTimestamp(value, path, errors));
  for (const [part, key, max] of [
    ['author', 'name', MAX.title],
    ['footer', 'text', MAX.footer],
  ] as const) {
    const source = value[part];
    if (!isRecord(source)) continue;
    embed[part] = {
      ...text(source, key, max, [...path, part], true),
      ...readUrl(source, 'url', [...path, part], errors),
      ...readUrl(source, 'icon_url', [...path, part], errors),
    };
  }
  for (const part of ['image', 'thumbnail'] as const) {
    const source = value[part];
    if (isRecord(source)) embed[part] = readUrl(source, 'url', [...path, part], errors);
  }
  const fields = checkList(errors, [...path, 'fields'], value['fields'], { max: MAX.fields });
  if (fields.length > 0) {
    embed['fields'] = fields.map((field, index) => {
      const at = [...path, 'fields', index];
      const source = isRecord(field) ? field : {};
      return {
        ...text(source, 'name', MAX.title, at, true),
        ...text(source, 'value', MAX.value, at, true),
        inline: source['inline'] === true,
      };
    });
  }
  const shown = ['title', 'description', 'fields', 'author', 'footer', 'image', 'thumbnail'];
  if (!shown.some((part) => embed[part] !== undefined)) errors.required([...path, 'description']);
  return asWire<APIEmbed>(embed);
}

function readUrl(
  source: Record<string, unknown>,
  key: string,
  path: FieldPath,
  errors: FormErrors,
): Record<string, string> {
  const value = source[key];
  if (!checkText(errors, [...path, key], value, { max: MAX.url }) || value === '') return {};
  const allowed = key === 'url' && path.length < 3 ? /^https?:\/\//i : /^(https?|attachment):\/\//i;
  if (!allowed.test(value) || !URL.canParse(value)) {
    errors.add([...path, key], 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    return {};
  }
  return { [key]: value };
}

function readTimestamp(source: Record<string, unknown>, path: FieldPath, errors: FormErrors) {
  const value = source['timestamp'];
  if (value === undefined || value === null) return {};
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) {
    errors.add([...path, 'timestamp'], 'DATE_TIME_TYPE_PARSE', 'Could not parse date. Should be ISO8601.');
    return {};
  }
  return { timestamp: new Date(value).toISOString() };
}

function measureEmbed(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return (
    (embed.title ?? '').length +
    (embed.description ?? '').length +
    (embed.footer?.text ?? '').length +
    (embed.author?.name ?? '').length +
    fields
  );
}
