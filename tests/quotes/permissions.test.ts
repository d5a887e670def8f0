import { describe, expect, test } from 'vitest';
import { mayDo, permissions, roleOf } from '../../src/quotes/permissions.ts';
import type { Capability, MemberFacts } from '../../src/quotes/permissions.ts';
import { quoteActionKinds } from '../../src/quotes/quote-action.ts';
import { transition } from '../../src/quotes/transition.ts';
import { actions } from './some-actions.ts';
import { typedKeys } from './typed-keys.ts';
import { administrator, member, moderator, quoteIn, system } from './make-quote.ts';

/** m member, M moderator, A administrator, s system. */
const expected: Readonly<Record<Capability, string>> = {
  suggest: 'mMA',
  show: 'mMA',
  search: 'mMA',
  verify: 'mMA',
  adjust: 'MA',
  annotate: 'MA',
  approve: 'MA',
  schedule: 'MA',
  unschedule: 'MA',
  reject: 'MA',
  undo: 'mMA',
  'begin-posting': 'MAs',
  posted: 's',
  'posting-failed': 's',
  withdraw: 'MA',
  correct: 'MA',
  'keep-with-note': 'MA',
  'deleted-by-hand': 's',
  relocated: 's',
  freeze: 'MAs',
  unfreeze: 'MA',
  'read-queue': 'MA',
  'read-history': 'MA',
  export: 'MA',
  import: 'A',
  configure: 'MA',
};
const roles = [
  ['m', member],
  ['M', moderator],
  ['A', administrator],
  ['s', system],
] as const;
const capabilities = typedKeys(permissions);
const nobody: MemberFacts = {
  isOwner: false,
  hasAdministrator: false,
  hasManageGuild: false,
  hasManageMessages: false,
  roleIds: [],
};

describe('who may do what', () => {
  test.for(
    capabilities.flatMap((capability) =>
      roles.map(([letter, actor]) => [capability, letter, actor] as const),
    ),
  )('%s by %s', ([capability, letter, actor]) => {
    expect(mayDo(actor.role, capability)).toBe(expected[capability].includes(letter));
  });

  test('an action that a role may not do is refused before anything else is looked at', () => {
    for (const kind of quoteActionKinds) {
      for (const [letter, actor] of roles) {
        if (expected[kind].includes(letter)) continue;
        const result = transition(quoteIn.posted, actions[kind], {
          actor,
          nowMs: 0,
          rules: { twoPersonRule: false },
          expectedRevision: -1,
        });
        expect(result).toEqual({ ok: false, reason: 'not-permitted' });
      }
    }
  });

  test.for([
    ['nobody in particular', {}, undefined, 'member'],
    ['who may manage messages, no role set', { hasManageMessages: true }, undefined, 'moderator'],
    ['who may manage messages, a role set', { hasManageMessages: true }, '5', 'member'],
    ['who has the role', { roleIds: ['4', '5'] }, '5', 'moderator'],
    ['who has another role', { roleIds: ['4'] }, '5', 'member'],
    ['who manages the server', { hasManageGuild: true }, '5', 'administrator'],
    ['an administrator', { hasAdministrator: true }, '5', 'administrator'],
    ['the owner', { isOwner: true }, '5', 'administrator'],
  ] as const)('%s', ([, facts, moderatorRoleId, role]) => {
    expect(roleOf({ ...nobody, ...facts }, moderatorRoleId)).toBe(role);
  });
});
