import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { AllowedMentions } from './message-fields.ts';
import { permissionsIn } from './permissions.ts';
import { guildOf } from './world.ts';
import type { Channel, World } from './world.ts';

export interface Mentions {
  userIds: string[];
  roleIds: string[];
  everyone: boolean;
}

/** Who a text would ping: what it names, less what `allowed` and the author's permissions hold back. */
export function computeMentions(
  world: World,
  {
    channel,
    authorId,
    content,
    allowed,
    usersOnly,
  }: {
    channel: Channel;
    authorId: string;
    content: string;
    allowed: AllowedMentions | undefined;
    /** Interaction answers and webhooks ping users alone unless told otherwise. */
    usersOnly: boolean;
  },
): Mentions {
  const defaults = usersOnly ? ['users'] : ['users', 'roles', 'everyone'];
  const parse = allowed?.parse ?? new Set(defaults);
  // Code is shown as it is, so it names nobody.
  const text = content.replaceAll(/```[\s\S]*?```|``[^`]*``|`[^`]*`/g, ' ');
  const mentionsEveryone = (permissionsIn(world, channel, authorId) & P.MentionEveryone) !== 0n;
  const userIds = unique(text.matchAll(/<@!?(\d{1,20})>/g)).filter(
    (id) => world.users.has(id) && (parse.has('users') || allowed?.users.has(id) === true),
  );
  const roles = guildOf(world, channel)?.roles;
  const roleIds = unique(text.matchAll(/<@&(\d{1,20})>/g)).filter((id) => {
    const role = roles?.get(id);
    const pingable = role !== undefined && (role.mentionable || mentionsEveryone);
    return pingable && (parse.has('roles') || allowed?.roles.has(id) === true);
  });
  const everyone = /@(everyone|here)/.test(text) && parse.has('everyone') && mentionsEveryone;
  return { userIds, roleIds, everyone };
}

function unique(matches: Iterable<RegExpMatchArray>): string[] {
  return [...new Set([...matches].map((match) => match[1] ?? ''))];
}
