import type { Place } from './schema-check.ts';

/** A key that is sent although the published spec does not know it there. */
interface AllowedKey {
  readonly method: string;
  readonly route: RegExp;
  /** The key's place, list positions left out. */
  readonly place: string;
  readonly why: string;
}

const message = /^\/channels\/\{channel_id\}\/messages\/\{message_id\}$/u;
const webhook = /^\/webhooks\/\{webhook_id\}\/\{webhook_token\}/u;
const callback = /\/callback$/u;
const commands = /^\/applications\/\{application_id\}(?:\/guilds\/\{guild_id\})?\/commands/u;

const always = 'discord.js puts it into every message body, and Discord takes it daily';

/**
 * Seen with discord.js 14.28.1. The spec knows `tts` and `enforce_nonce` for new channel messages
 * only, and Discord's documentation knows the other two.
 */
const allowedKeys: readonly AllowedKey[] = [
  ...['tts', 'enforce_nonce'].flatMap((place) => [
    { method: 'PATCH', route: message, place, why: always },
    { method: 'POST', route: webhook, place, why: always },
    { method: 'PATCH', route: webhook, place, why: always },
    { method: 'POST', route: callback, place: `data.${place}`, why: always },
  ]),
  {
    method: 'POST',
    route: /^\/channels\/\{channel_id\}\/messages\/\{message_id\}\/threads$/u,
    place: 'type',
    why: 'discord.js sends the kind of thread here too',
  },
  ...['POST', 'PUT', 'PATCH'].map((method) => ({
    method,
    route: commands,
    place: 'nsfw',
    why: 'documented: https://docs.discord.com/developers/interactions/application-commands',
  })),
];

/** Whether the key at that place of a request is one of the known gaps of the published spec. */
export function isAllowedKey(method: string, route: string, place: Place): boolean {
  const keys = place.filter((part) => typeof part === 'string').join('.');
  return allowedKeys.some(
    (allowed) => allowed.method === method && allowed.place === keys && allowed.route.test(route),
  );
}
