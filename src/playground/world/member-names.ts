import type { Member, World } from './world.ts';

/** The names a member may be searched by, in lower case. */
export function namesOf(world: World, member: Member): string[] {
  const account = world.users.get(member.userId)?.api;
  return [member.nick, account?.global_name, account?.username].flatMap((name) =>
    name === null || name === undefined ? [] : [name.toLowerCase()],
  );
}
