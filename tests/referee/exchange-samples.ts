/** Exchanges that are right in every respect, for tests that spoil one thing in them. */
import type { JudgedExchange } from './judge.ts';

const ids = {
  application: '1100000000000000001',
  channel: '1100000000000000002',
  message: '1100000000000000003',
  user: '1100000000000000004',
  /** Made at `interactionMadeAtMs`. */
  interaction: '1100000000000000005',
};

/** When the interaction of `callbackSample` began: from its snowflake. */
export const interactionMadeAtMs = Number(BigInt(ids.interaction) >> 22n) + 1_420_070_400_000;

const user = {
  id: ids.user,
  username: 'kutip',
  avatar: null,
  discriminator: '0000',
  public_flags: 0,
  flags: 0,
  bot: true,
  global_name: null,
  primary_guild: null,
};

/** A message as Discord answers it. */
export function messageAnswer(content: string): Record<string, unknown> {
  return {
    type: 0,
    content,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    timestamp: '2026-11-23T10:00:00.000000+00:00',
    edited_timestamp: null,
    flags: 0,
    components: [],
    id: ids.message,
    channel_id: ids.channel,
    author: user,
    pinned: false,
    mention_everyone: false,
    tts: false,
  };
}

const json = { 'content-type': 'application/json' };
const limits = {
  'x-ratelimit-limit': '5',
  'x-ratelimit-remaining': '4',
  'x-ratelimit-reset': '1795473096.273',
  'x-ratelimit-reset-after': '1.000',
  'x-ratelimit-bucket': 'a1b2',
};
const common = {
  query: {},
  files: [],
  requestHeaders: { 'user-agent': 'DiscordBot (https://discord.js.org, 14.28.1) Node.js/24' },
};

export const noMentions = { parse: [] };

/** Row upon row of buttons. */
export function rowOf(...customIds: string[]): Record<string, unknown> {
  return {
    type: 1,
    components: customIds.map((custom_id) => ({ type: 2, style: 2, label: 'Konteks', custom_id })),
  };
}

/** A message sent to a channel, with the body's fields changed, added or, where undefined, left out. */
export function messageSample(body: Record<string, unknown> = {}): JudgedExchange {
  return {
    ...common,
    method: 'POST',
    path: `/channels/${ids.channel}/messages`,
    route: '/channels/{channel_id}/messages',
    requestBody: asSent({
      content: 'Halo',
      tts: false,
      enforce_nonce: false,
      allowed_mentions: noMentions,
      ...body,
    }),
    status: 200,
    responseBody: messageAnswer('Halo'),
    responseHeaders: { ...json, ...limits },
  };
}

/** JSON has no undefined. */
function asSent(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** The same for the answer to a deferred command. */
export function editReplySample(body: Record<string, unknown> = {}): JudgedExchange {
  return {
    ...messageSample(body),
    method: 'PATCH',
    path: `/webhooks/${ids.application}/aW50ZXJhY3Rpb24/messages/@original`,
    route: '/webhooks/{webhook_id}/{webhook_token}/messages/@original',
  };
}

/** A callback that answers 204. */
export function callbackSample(type: number, data?: Record<string, unknown>): JudgedExchange {
  return {
    ...common,
    method: 'POST',
    path: `/interactions/${ids.interaction}/aW50ZXJhY3Rpb24/callback`,
    route: '/interactions/{interaction_id}/{interaction_token}/callback',
    query: { with_response: 'false' },
    requestBody: data === undefined ? { type } : { type, data },
    status: 204,
    responseBody: undefined,
    responseHeaders: {},
  };
}

/** All commands written at once, answered with none. */
export function commandsSample(...commands: unknown[]): JudgedExchange {
  return {
    ...common,
    method: 'PUT',
    path: `/applications/${ids.application}/commands`,
    route: '/applications/{application_id}/commands',
    requestBody: commands,
    status: 200,
    responseBody: [],
    responseHeaders: json,
  };
}

/** A refusal in Discord's form. */
export function refused(exchange: JudgedExchange, status: number, code: number): JudgedExchange {
  const responseBody = { code, message: 'Invalid Form Body' };
  return { ...exchange, status, responseBody, responseHeaders: json };
}

/** Choices as autocomplete offers them, all of one value. */
export function choicesOf(count: number, value = 'a'): { name: string; value: string }[] {
  return Array.from({ length: count }, (_, index) => ({ name: `Artikel ${index}`, value }));
}

/** The flag of components of the second kind. */
export const isComponentsV2 = 1 << 15;

export const textDisplay = { type: 10, content: 'Halo' };
