import type { Member } from './world.ts';
import { toPartialMember } from './wire-objects.ts';

/** A member inside resolved data: without user, mute and deaf, with permissions. */
export function toResolvedMember(member: Member, permissions: bigint) {
  const { mute: _mute, deaf: _deaf, ...rest } = toPartialMember(member);
  return { ...rest, permissions: String(permissions) };
}
