/** What Discord demands of a message, and Kutip of itself, beyond the published schemas. */
import { z } from 'zod';

const text = z.string().nullish();

const embed = z.looseObject({
  title: text,
  description: text,
  author: z.looseObject({ name: text }).nullish(),
  footer: z.looseObject({ text }).nullish(),
  fields: z.array(z.looseObject({ name: z.string(), value: z.string() })).nullish(),
});

const component = z.looseObject({
  type: z.number(),
  id: z.number().nullish(),
  custom_id: text,
  style: z.number().nullish(),
  label: text,
  url: text,
  sku_id: text,
  emoji: z.unknown().optional(),
  placeholder: text,
  min_values: z.number().nullish(),
  max_values: z.number().nullish(),
  options: z.array(z.looseObject({ value: text })).nullish(),
  get components() {
    return z.array(component).nullish();
  },
  get component() {
    return component.nullish();
  },
  get accessory() {
    return component.nullish();
  },
});

type Component = z.infer<typeof component>;

const message = z.looseObject({
  content: text,
  flags: z.number().nullish(),
  embeds: z.array(embed).nullish(),
  components: z.array(component).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  sticker_ids: z.array(z.unknown()).nullish(),
  poll: z.unknown().optional(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  allowed_mentions: z
    .looseObject({
      parse: z.array(z.unknown()).nullish(),
      users: z.array(z.unknown()).nullish(),
      roles: z.array(z.unknown()).nullish(),
    })
    .nullish(),
});

type MessageBody = z.infer<typeof message>;

/** https://docs.discord.com/developers/resources/message: the spec says 4000 for two of the routes. */
const contentLengthMax = 2_000;
const embedLengthSumMax = 6_000;
const fileCountMax = 10;
const fileSizeMaxBytes = 10 * 1024 * 1024;
const nonceLengthMax = 25;
const rowCountMax = 5;
const v2ComponentCountMax = 40;
const isComponentsV2 = 1 << 15;
/** Section, text display, thumbnail, media gallery, file, separator and container. */
const v2Types = new Set([9, 10, 11, 12, 13, 14, 17]);
const [actionRow, button] = [1, 2];

/** Problems of a message's body. `isNew` for one that is sent, not edited. */
export function checkMessage(
  body: unknown,
  files: readonly { name: string; sizeBytes: number }[],
  isNew: boolean,
): string[] {
  const read = message.safeParse(body);
  if (!read.success) return ['the body is no message'];
  const components = everyComponent(read.data.components ?? []);
  return [
    ...checkWords(read.data),
    ...checkMentions(read.data),
    ...checkLayout(read.data, components),
    ...checkComponents(components),
    ...checkFiles(files),
    ...(isNew && isEmpty(read.data, files) ? ['the message is empty (50006)'] : []),
  ];
}

/** Problems of the components of a modal. */
export function checkModalComponents(components: unknown): string[] {
  const read = z.array(component).safeParse(components);
  if (!read.success) return ['the modal has no components'];
  const all = everyComponent(read.data);
  const tooMany = read.data.length > rowCountMax ? [`${read.data.length} rows in a modal, 5 at most`] : [];
  return [...tooMany, ...checkComponents(all)];
}

function checkWords(body: MessageBody): string[] {
  const problems: string[] = [];
  const contentLength = body.content?.length ?? 0;
  if (contentLength > contentLengthMax)
    problems.push(`content has ${contentLength} characters, 2000 at most`);
  const sum = (body.embeds ?? []).reduce((total, each) => total + embedLength(each), 0);
  if (sum > embedLengthSumMax) problems.push(`the embeds have ${sum} characters together, 6000 at most`);
  if (String(body.nonce ?? '').length > nonceLengthMax)
    problems.push('the nonce is longer than 25 characters');
  if (body.enforce_nonce === true && (body.nonce ?? '') === '')
    problems.push('enforce_nonce without a nonce');
  return problems;
}

/** Discord trims before it measures. */
function embedLength(each: z.infer<typeof embed>): number {
  const parts = [each.title, each.description, each.author?.name, each.footer?.text];
  const fields = (each.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [...parts, ...fields].reduce((total, part) => total + (part ?? '').trim().length, 0);
}

/** Without the field Discord notifies whoever the words name, and the words are not ours. */
function checkMentions(body: MessageBody): string[] {
  const mentions = body.allowed_mentions;
  if (mentions === undefined || mentions === null) return ['allowed_mentions is missing'];
  if (mentions.parse?.length !== 0) return ['allowed_mentions.parse is not []'];
  const named = [...(mentions.users ?? []), ...(mentions.roles ?? [])];
  return named.length > 0 ? ['allowed_mentions names users or roles'] : [];
}

function checkLayout(body: MessageBody, all: readonly Component[]): string[] {
  if (((body.flags ?? 0) & isComponentsV2) !== 0) return checkV2Layout(body, all);
  const problems: string[] = [];
  const rows = body.components ?? [];
  if (rows.length > rowCountMax) problems.push(`${rows.length} rows, 5 at most`);
  for (const row of rows) {
    if (row.type !== actionRow) problems.push(`a component of type ${row.type} outside an action row`);
    else problems.push(...checkRow(row.components ?? []));
  }
  const foreign = all.find((each) => v2Types.has(each.type));
  if (foreign !== undefined) problems.push(`a component of type ${foreign.type} without IS_COMPONENTS_V2`);
  return problems;
}

function checkV2Layout(body: MessageBody, all: readonly Component[]): string[] {
  const rivals = [body.content, body.embeds?.length, body.poll, body.sticker_ids?.length];
  const problems: string[] = [];
  if (rivals.some(Boolean)) problems.push('IS_COMPONENTS_V2 beside content, embeds, poll or stickers');
  if (all.length > v2ComponentCountMax) problems.push(`${all.length} components, 40 at most`);
  const rows = all.filter((each) => each.type === actionRow);
  return [...problems, ...rows.flatMap((row) => checkRow(row.components ?? []))];
}

function checkRow(row: readonly Component[]): string[] {
  if (row.length === 0) return ['an empty action row'];
  const buttons = row.filter((each) => each.type === button).length;
  const fits = buttons === row.length ? buttons <= 5 : row.length === 1;
  return fits ? [] : ['an action row holds neither up to five buttons nor one select'];
}

function checkComponents(all: readonly Component[]): string[] {
  const customIds = all.flatMap((each) => each.custom_id ?? []);
  const ids = all.flatMap((each) => each.id ?? []).filter((id) => id !== 0);
  const problems = all.flatMap((each) => (each.type === button ? checkButton(each) : checkSelect(each)));
  if (new Set(customIds).size < customIds.length) problems.push('two components share a custom_id');
  if (new Set(ids).size < ids.length) problems.push('two components share an id');
  return problems;
}

/** https://docs.discord.com/developers/components/reference (button). */
function checkButton({ style, custom_id, url, sku_id, label, emoji }: Component): string[] {
  const given = [custom_id && 'custom_id', url && 'url', sku_id && 'sku_id'].filter(Boolean).join(', ');
  const wanted = style === 5 ? 'url' : style === 6 ? 'sku_id' : 'custom_id';
  const problems =
    given === wanted ? [] : [`a button of style ${style} has ${given || 'nothing'}, not ${wanted} alone`];
  const isBlank = (label ?? '').trim() === '' && (emoji ?? null) === null && style !== 6;
  return isBlank ? [...problems, 'a button with neither label nor emoji'] : problems;
}

function checkSelect({ options, min_values, max_values }: Component): string[] {
  const problems: string[] = [];
  if ((min_values ?? 1) > (max_values ?? Math.max(1, min_values ?? 1))) {
    problems.push('a select whose min_values exceed its max_values');
  }
  if (options === undefined || options === null) return problems;
  const values = options.map((option) => option.value);
  if (new Set(values).size < values.length) problems.push('a select with the same value twice');
  if ((max_values ?? 1) > values.length) problems.push('a select whose max_values exceed its options');
  return problems;
}

function everyComponent(components: readonly Component[]): Component[] {
  return components.flatMap((each) => [
    each,
    ...everyComponent(each.components ?? []),
    ...everyComponent(
      [each.component, each.accessory].filter((inner) => inner !== undefined && inner !== null),
    ),
  ]);
}

function checkFiles(files: readonly { name: string; sizeBytes: number }[]): string[] {
  const problems = files
    .filter((file) => file.sizeBytes > fileSizeMaxBytes)
    .map((file) => `the file ${file.name} has ${file.sizeBytes} bytes, 10 MiB at most`);
  return files.length > fileCountMax ? [...problems, `${files.length} files, 10 at most`] : problems;
}

function isEmpty(body: MessageBody, files: readonly unknown[]): boolean {
  const parts = [body.embeds, body.components, body.sticker_ids, body.attachments];
  const hasParts = parts.some((part) => (part?.length ?? 0) > 0) || files.length > 0;
  return (body.content ?? '').trim() === '' && !hasParts && (body.poll ?? null) === null;
}
