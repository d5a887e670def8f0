import { expect } from 'vitest';
import { z } from 'zod';
import type { Exchange } from '../../src/playground/local-discord.ts';

// The package ships this module without types.
const specModule: string = 'discord-api-spec/zod';
const schemas: Record<string, z.core.$ZodType> = await import(specModule);

const schema = (name: string): z.core.$ZodType => {
  const found = schemas[`${name}Schema`];
  if (found === undefined) throw new Error(`the published spec has no ${name}`);
  return found;
};
const list = (of: z.core.$ZodType) => z.array(of);
const channel = z.union([
  schema('GuildChannelResponse'),
  schema('PrivateChannelResponse'),
  schema('PrivateGroupChannelResponse'),
  schema('ThreadResponse'),
]);
const commands = '/applications/{application_id}/commands';
const guildCommands = '/applications/{application_id}/guilds/{guild_id}/commands';
const messages = '/channels/{channel_id}/messages';
const webhook = '/webhooks/{webhook_id}/{webhook_token}';

/** What the published spec says each route answers when all is well. */
const expected: Readonly<Record<string, z.core.$ZodType>> = {
  'GET /gateway/bot': schema('GatewayBotResponse'),
  'GET /users/@me': schema('UserPIIResponse'),
  'GET /users/@me/guilds': list(schema('MyGuildResponse')),
  'GET /users/{user_id}': schema('UserResponse'),
  'POST /users/@me/channels': schema('PrivateChannelResponse'),
  'GET /applications/@me': schema('PrivateApplicationResponse'),
  'GET /oauth2/applications/@me': schema('PrivateApplicationResponse'),
  ...Object.fromEntries(
    [commands, guildCommands].flatMap((route) => [
      [`GET ${route}`, list(schema('ApplicationCommandResponse'))],
      [`PUT ${route}`, list(schema('ApplicationCommandResponse'))],
      [`POST ${route}`, schema('ApplicationCommandResponse')],
      [`GET ${route}/{command_id}`, schema('ApplicationCommandResponse')],
      [`PATCH ${route}/{command_id}`, schema('ApplicationCommandResponse')],
    ]),
  ),
  'POST /interactions/{interaction_id}/{interaction_token}/callback': schema('InteractionCallbackResponse'),
  [`POST ${webhook}`]: schema('MessageResponse'),
  [`GET ${webhook}/messages/@original`]: schema('MessageResponse'),
  [`PATCH ${webhook}/messages/@original`]: schema('MessageResponse'),
  [`GET ${webhook}/messages/{message_id}`]: schema('MessageResponse'),
  [`PATCH ${webhook}/messages/{message_id}`]: schema('MessageResponse'),
  [`GET ${messages}`]: list(schema('MessageResponse')),
  [`POST ${messages}`]: schema('MessageResponse'),
  [`GET ${messages}/{message_id}`]: schema('MessageResponse'),
  [`PATCH ${messages}/{message_id}`]: schema('MessageResponse'),
  [`GET ${messages}/pins`]: schema('PinnedMessagesResponse'),
  [`GET ${messages}/{message_id}/reactions/{emoji_name}`]: list(schema('UserResponse')),
  [`POST ${messages}/{message_id}/threads`]: schema('ThreadResponse'),
  'POST /channels/{channel_id}/threads': schema('CreatedThreadResponse'),
  'GET /channels/{channel_id}/thread-members': list(schema('ThreadMemberResponse')),
  'GET /channels/{channel_id}': channel,
  'PATCH /channels/{channel_id}': channel,
  'DELETE /channels/{channel_id}': channel,
  'GET /guilds/{guild_id}': schema('GuildWithCountsResponse'),
  'GET /guilds/{guild_id}/channels': list(schema('GuildChannelResponse')),
  'GET /guilds/{guild_id}/roles': list(schema('GuildRoleResponse')),
  'GET /guilds/{guild_id}/roles/{role_id}': schema('GuildRoleResponse'),
  'GET /guilds/{guild_id}/members': list(schema('GuildMemberResponse')),
  'GET /guilds/{guild_id}/members/search': list(schema('GuildMemberResponse')),
  'GET /guilds/{guild_id}/members/{user_id}': schema('GuildMemberResponse'),
  'PATCH /guilds/{guild_id}/members/{user_id}': schema('GuildMemberResponse'),
  'GET /guilds/{guild_id}/threads/active': schema('ThreadsResponse'),
};

/** Discord's errors, whose inner codes the spec calls numbers and Discord sends as text. */
const refusal = z.object({
  code: z.number(),
  message: z.string(),
  errors: z.record(z.string(), z.unknown()).optional(),
});

/** Fails where the local Discord gave an answer that the published spec does not allow. */
export function checkAnswers(exchanges: readonly Exchange[]): void {
  for (const { method, route, path, status, responseBody, fault } of exchanges) {
    const name = `${method} ${route ?? path} → ${status}`;
    if (status === 0) continue;
    if (status === 204) expect(responseBody, name).toBeUndefined();
    else if (status >= 400) check(name, refusal, responseBody);
    else if (fault !== 'status') check(name, expected[`${method} ${route}`], responseBody);
  }
}

function check(name: string, wanted: z.core.$ZodType | undefined, value: unknown): void {
  if (wanted === undefined) throw new Error(`no schema is named for ${name}`);
  const result = z.safeParse(wanted, value);
  if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}`);
}
