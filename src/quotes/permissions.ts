/**
 * Who may do what with quotes: decided here for every surface, so that a command, a button, a select,
 * a modal and an autocomplete cannot differ.
 */
import type { QuoteActionKind } from './quote-action.ts';
import type { Quote } from './quote.ts';

/** `system` is the bot itself: the posting worker, the corpus refresh, what the gateway reports. */
export type Role = 'member' | 'moderator' | 'administrator' | 'system';

/** Everything that can be asked for: the actions on one quote, and what is not about one quote. */
export type Capability =
  | QuoteActionKind
  | 'show'
  | 'search'
  | 'verify'
  | 'read-queue'
  | 'read-history'
  | 'export'
  | 'import'
  | 'configure';

export interface Actor {
  /** User ID; the bot's own for `system`. */
  readonly id: string;
  readonly role: Role;
}

const everyone = ['member', 'moderator', 'administrator'] as const;
const moderators = ['moderator', 'administrator'] as const;
const administrators = ['administrator'] as const;
const systemOnly = ['system'] as const;

/** The whole table. */
export const permissions: Readonly<Record<Capability, readonly Role[]>> = {
  suggest: everyone,
  show: everyone,
  search: everyone,
  verify: everyone,
  adjust: moderators,
  annotate: moderators,
  approve: moderators,
  schedule: moderators,
  unschedule: moderators,
  reject: moderators,
  // Members may take back their own suggestion and nothing else: `mayAct`.
  undo: everyone,
  // A moderator posts by approving; the sending itself is the worker's.
  'begin-posting': ['moderator', 'administrator', 'system'],
  posted: systemOnly,
  'posting-failed': systemOnly,
  withdraw: moderators,
  correct: moderators,
  'keep-with-note': moderators,
  'deleted-by-hand': systemOnly,
  relocated: systemOnly,
  freeze: ['moderator', 'administrator', 'system'],
  unfreeze: moderators,
  'read-queue': moderators,
  'read-history': moderators,
  export: moderators,
  import: administrators,
  configure: moderators,
};

/** Whether that role may do it at all. */
export function mayDo(role: Role, capability: Capability): boolean {
  return permissions[capability].includes(role);
}

/** Whether that actor may do it to that quote: as `mayDo`, and members only undo their own open suggestion. */
export function mayAct(actor: Actor, capability: Capability, quote: Quote | undefined): boolean {
  if (!mayDo(actor.role, capability)) return false;
  if (capability !== 'undo' || actor.role !== 'member') return true;
  return quote?.state === 'suggested' && quote.suggestedBy === actor.id && quote.lastChange === undefined;
}

/** What Discord says of a member. */
export interface MemberFacts {
  readonly isOwner: boolean;
  /** Discord's Administrator. */
  readonly hasAdministrator: boolean;
  /** Discord's Manage Server. */
  readonly hasManageGuild: boolean;
  /** Discord's Manage Messages, in the channel where quotes are decided. */
  readonly hasManageMessages: boolean;
  readonly roleIds: readonly string[];
}

/**
 * A member's role: owner, Administrator and Manage Server are administrators. Moderators are who has
 * the server's moderator role; where none is set, who may manage messages.
 */
export function roleOf(member: MemberFacts, moderatorRoleId: string | undefined): Exclude<Role, 'system'> {
  if (member.isOwner || member.hasAdministrator || member.hasManageGuild) return 'administrator';
  const isModerator =
    moderatorRoleId === undefined ? member.hasManageMessages : member.roleIds.includes(moderatorRoleId);
  return isModerator ? 'moderator' : 'member';
}
