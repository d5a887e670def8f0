import { AllowedMentionsTypes, MessageFlags } from 'discord-api-types/v10';
import type { APIEmbed } from 'discord-api-types/v10';
import { readComponents } from './component-validation.ts';
import type { StoredComponent } from './component-validation.ts';
import { readEmbeds } from './embed-validation.ts';
import { checkInteger, checkList, checkText, FormErrors, isRecord } from './form-errors.ts';
import { isSnowflake } from './snowflakes.ts';

/** Characters a message may have. The published spec says 4,000 for one route; the docs say this. */
const contentMax = 2000;
const filesMax = 10;
const nonceMax = 25;

export interface AllowedMentions {
  parse: ReadonlySet<string>;
  users: ReadonlySet<string>;
  roles: ReadonlySet<string>;
  repliedUser: boolean;
}

/** What a request wants a message to be. Undefined: not said. */
export interface MessageFields {
  content: string | undefined;
  embeds: APIEmbed[] | undefined;
  components: StoredComponent[] | undefined;
  flags: number | undefined;
  allowedMentions: AllowedMentions | undefined;
  /** Which attachments to keep (by ID) or describe (by index of the upload). */
  attachments: { id: string; filename?: string; description?: string }[] | undefined;
  reference: { messageId: string; channelId: string | undefined; mustExist: boolean } | undefined;
  nonce: string | number | undefined;
  enforceNonce: boolean;
  tts: boolean;
}

/**
 * Reads a message body of any route.
 * `was` is the message's flags on an edit, where V2 cannot be taken back.
 * @throws DiscordError 50035 with every fault at once.
 */
export function readMessageFields(body: unknown, was = 0): MessageFields {
  const errors = new FormErrors();
  const source = isRecord(body) ? body : {};
  const content = source['content'];
  checkText(errors, ['content'], content, { max: contentMax });
  const hasFlags = checkInteger(errors, ['flags'], source['flags'], { min: 0, max: Number.MAX_SAFE_INTEGER });
  const flags = hasFlags ? Number(source['flags']) : undefined;
  const v2 = (((flags ?? 0) | was) & MessageFlags.IsComponentsV2) !== 0;
  const given = (key: string) => source[key] !== undefined;
  const fields: MessageFields = {
    content: typeof content === 'string' ? content : given('content') ? '' : undefined,
    embeds: given('embeds') ? readEmbeds(source['embeds'], errors) : undefined,
    components: given('components') ? readComponents(source['components'], errors, { v2 }) : undefined,
    flags,
    allowedMentions: readAllowedMentions(source['allowed_mentions'], errors),
    attachments: readAttachments(source['attachments'], errors),
    reference: readReference(source['message_reference'], errors),
    nonce: readNonce(source['nonce'], errors),
    enforceNonce: source['enforce_nonce'] === true,
    tts: source['tts'] === true,
  };
  if (v2) refuseOldPartsWithV2(fields, errors);
  errors.throwIfAny();
  return fields;
}

function refuseOldPartsWithV2(fields: MessageFields, errors: FormErrors): void {
  const message = 'The flag MessageFlags.IS_COMPONENTS_V2 does not allow this field';
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
  if (fields.content !== undefined && fields.content !== '') errors.add(['content'], code, message);
  if (fields.embeds !== undefined && fields.embeds.length > 0) errors.add(['embeds'], code, message);
}

function readAllowedMentions(value: unknown, errors: FormErrors): AllowedMentions | undefined {
  if (!isRecord(value)) return undefined;
  const parse = new Set<string>();
  const types = Object.values(AllowedMentionsTypes) as string[];
  for (const [index, type] of checkList(errors, ['allowed_mentions', 'parse'], value['parse'], {
    max: 3,
  }).entries()) {
    if (typeof type === 'string' && types.includes(type)) parse.add(type);
    else errors.choice(['allowed_mentions', 'parse', index], types);
  }
  const ids = (key: 'users' | 'roles') => {
    const path = ['allowed_mentions', key];
    const list = checkList(errors, path, value[key], { max: 100 });
    for (const [index, id] of list.entries()) {
      if (!isSnowflake(id)) errors.add([...path, index], 'NUMBER_TYPE_COERCE', 'Value is not snowflake.');
    }
    if (list.length > 0 && parse.has(key)) {
      errors.add(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`,
      );
    }
    return new Set(list.map(String));
  };
  return { parse, users: ids('users'), roles: ids('roles'), repliedUser: value['replied_user'] === true };
}

function readAttachments(value: unknown, errors: FormErrors): MessageFields['attachments'] {
  if (value === undefined || value === null) return undefined;
  return checkList(errors, ['attachments'], value, { max: filesMax }).map((entry, index) => {
    const source = isRecord(entry) ? entry : {};
    const id = source['id'];
    if (!isSnowflake(String(id))) errors.required(['attachments', index, 'id']);
    const filename = source['filename'];
    const description = source['description'];
    return {
      id: String(id),
      ...(checkText(errors, ['attachments', index, 'filename'], filename, { max: 1024 }) ? { filename } : {}),
      ...(checkText(errors, ['attachments', index, 'description'], description, { max: 1024 })
        ? { description }
        : {}),
    };
  });
}

function readReference(value: unknown, errors: FormErrors): MessageFields['reference'] {
  if (!isRecord(value)) return undefined;
  const messageId = value['message_id'];
  if (!isSnowflake(messageId)) {
    errors.required(['message_reference', 'message_id']);
    return undefined;
  }
  return {
    messageId,
    channelId: isSnowflake(value['channel_id']) ? value['channel_id'] : undefined,
    mustExist: value['fail_if_not_exists'] !== false,
  };
}

function readNonce(value: unknown, errors: FormErrors): string | number | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  return checkText(errors, ['nonce'], value, { max: nonceMax }) ? value : undefined;
}
