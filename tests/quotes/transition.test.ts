import { describe, expect, test } from 'vitest';
import { replay } from '../../src/quotes/apply-event.ts';
import type { QuoteAction, QuoteActionKind } from '../../src/quotes/quote-action.ts';
import { quoteActionKinds } from '../../src/quotes/quote-action.ts';
import { noteLengthMax, postsMax, reasonLengthMax } from '../../src/quotes/quote.ts';
import type { Quote } from '../../src/quotes/quote.ts';
import { transition } from '../../src/quotes/transition.ts';
import type { TransitionContext } from '../../src/quotes/transition.ts';
import {
  administrator,
  body,
  member,
  moderator,
  newerBody,
  otherBody,
  otherModerator,
  quoteAfter,
  quoteIn,
  suggest,
  system,
} from './make-quote.ts';
import { actions, actionsAtMs as nowMs } from './some-actions.ts';
import { typedKeys } from './typed-keys.ts';

const context: TransitionContext = { actor: moderator, nowMs, rules: { twoPersonRule: false } };
const bySystem = { ...context, actor: system };

const states = typedKeys(quoteIn);

/** By action: the state afterwards or why not, for every state in the order below. */
const expected: Readonly<Record<QuoteActionKind, string>> = {
  //              suggested         approved          scheduled         posting               posted           corrected        withdrawn          rejected
  suggest:
    'already-suggested already-suggested already-suggested already-suggested already-suggested already-suggested already-suggested already-suggested',
  adjust:
    '>suggested already-decided already-decided posting-in-progress already-posted already-posted already-withdrawn already-rejected',
  annotate:
    '>suggested >approved >scheduled posting-in-progress >posted >corrected already-withdrawn already-rejected',
  approve:
    '>approved already-approved already-approved posting-in-progress already-posted already-posted already-withdrawn already-rejected',
  schedule:
    'not-approved >scheduled >scheduled posting-in-progress already-posted already-posted already-withdrawn already-rejected',
  unschedule:
    'not-scheduled not-scheduled >approved posting-in-progress already-posted already-posted already-withdrawn already-rejected',
  reject:
    '>rejected >rejected >rejected posting-in-progress already-posted already-posted already-withdrawn already-rejected',
  'begin-posting':
    'not-approved >posting >posting posting-in-progress already-posted already-posted already-withdrawn already-rejected',
  posted: 'not-posting not-posting not-posting >posted not-posting not-posting not-posting not-posting',
  'posting-failed':
    'not-posting not-posting >approved >approved not-posting not-posting not-posting not-posting',
  withdraw:
    'not-posted not-posted not-posted posting-in-progress >withdrawn >withdrawn already-withdrawn already-rejected',
  correct:
    'not-posted not-posted not-posted posting-in-progress >corrected >corrected already-withdrawn already-rejected',
  'keep-with-note':
    '>suggested >approved >scheduled posting-in-progress >posted >corrected already-withdrawn already-rejected',
  undo: '>rejected >suggested >approved posting-in-progress >withdrawn >posted >posted >suggested',
  'deleted-by-hand':
    'not-posted not-posted not-posted unknown-message >withdrawn >withdrawn >withdrawn already-rejected',
  relocated:
    '>suggested >approved >scheduled posting-in-progress >posted >corrected already-withdrawn already-rejected',
  freeze:
    '>suggested >approved >scheduled posting-in-progress >posted >corrected already-withdrawn already-rejected',
  unfreeze:
    'not-frozen not-frozen not-frozen posting-in-progress not-frozen not-frozen already-withdrawn already-rejected',
};

/** The state afterwards with `>` in front, or the reason. */
function outcome(quote: Quote | undefined, action: QuoteAction, by: TransitionContext = context): string {
  const result = transition(quote, action, by);
  return result.ok ? `>${result.quote.state}` : result.reason;
}

function actorOf(kind: QuoteActionKind): TransitionContext {
  return ['posted', 'posting-failed', 'deleted-by-hand', 'relocated'].includes(kind) ? bySystem : context;
}

describe('every action in every state', () => {
  const table = quoteActionKinds.flatMap((kind) =>
    states.map((state, place) => [kind, state, expected[kind].split(' ')[place]!] as const),
  );

  test.for(table)('%s of a quote that is %s: %s', ([kind, state, wanted]) => {
    const quote = quoteIn[state];
    const result = transition(quote, actions[kind], actorOf(kind));
    expect(result.ok ? `>${result.quote.state}` : result.reason).toBe(wanted);
    if (!result.ok) return;
    expect(result.quote.revision).toBe(quote.revision + 1);
    expect(result.event).toMatchObject({ number: 1, revision: quote.revision + 1, atMs: nowMs });
  });

  test('covers every action and state', () => {
    expect(table).toHaveLength(quoteActionKinds.length * 8);
    expect(new Set(quoteActionKinds)).toEqual(new Set(Object.keys(actions)));
  });

  test('nothing but a suggestion begins a quote', () => {
    for (const kind of quoteActionKinds) {
      if (kind !== 'suggest') expect(outcome(undefined, actions[kind], actorOf(kind))).toBe('unknown-quote');
    }
    expect(outcome(undefined, suggest, { ...context, actor: member })).toBe('>suggested');
  });
});

const frozen = (quote: Quote): Quote => ({ ...quote, frozen: 'source-changed' });

describe('what may not happen', () => {
  test('an old card is refused by its revision', () => {
    const quote = quoteIn.suggested;
    expect(outcome(quote, actions.approve, { ...context, expectedRevision: 2 })).toBe('stale');
    expect(outcome(quote, actions.approve, { ...context, expectedRevision: 1 })).toBe('>approved');
  });

  test('with the two-person rule, who suggested or adjusted does not approve', () => {
    const strict = { ...context, rules: { twoPersonRule: true } };
    const own = transition(undefined, suggest, strict);
    if (!own.ok) throw new Error(own.reason);
    expect(outcome(own.quote, actions.approve, strict)).toBe('second-person-needed');
    expect(outcome(own.quote, actions.approve, { ...strict, actor: otherModerator })).toBe('>approved');
    const adjusted = quoteAfter([moderator, actions.adjust]).quote;
    expect(outcome(adjusted, actions.approve, strict)).toBe('second-person-needed');
    expect(outcome(adjusted, actions.approve)).toBe('>approved');
  });

  test.for([
    [0, 'note-missing'],
    [1, '>suggested'],
    [noteLengthMax - 1, '>suggested'],
    [noteLengthMax, '>suggested'],
    [noteLengthMax + 1, 'note-too-long'],
  ] as const)('a note of %i units: %s', ([length, wanted]) => {
    expect(outcome(quoteIn.suggested, { kind: 'annotate', note: 'x'.repeat(length) })).toBe(wanted);
    const kept = outcome(quoteIn.suggested, { kind: 'keep-with-note', note: 'x'.repeat(length) });
    expect(kept).toBe(wanted);
  });

  test.for([
    ['', 'reason-missing'],
    ['  ', 'reason-missing'],
    ['x'.repeat(reasonLengthMax), '>rejected'],
    ['x'.repeat(reasonLengthMax + 1), 'reason-too-long'],
  ] as const)('a rejection needs a reason that can be shown', ([reason, wanted]) => {
    expect(outcome(quoteIn.suggested, { kind: 'reject', reason })).toBe(wanted);
  });

  test.for([
    [undefined, '>approved'],
    [nowMs - 1, 'due-in-past'],
    [nowMs, '>scheduled'],
    [nowMs + 1, '>scheduled'],
  ] as const)('approving for %s: %s', ([dueAtMs, wanted]) => {
    const approve = { kind: 'approve', ...(dueAtMs !== undefined && { dueAtMs }) } as const;
    expect(outcome(quoteIn.suggested, approve)).toBe(wanted);
  });

  test('approving for a time is one decision: undo takes all of it back', () => {
    const { quote } = quoteAfter([moderator, { kind: 'approve', dueAtMs: nowMs }]);
    expect(quote).toMatchObject({ state: 'scheduled', dueAtMs: nowMs, approvedBy: moderator.id });
    const undone = transition(quote, { kind: 'undo' }, context);
    expect(undone.ok && undone.quote.state).toBe('suggested');
    expect(undone.ok && undone.quote.dueAtMs).toBeUndefined();
  });

  test.for([
    [nowMs - 1, 'due-in-past'],
    [nowMs, 'due-in-past'],
    [nowMs + 1, '>scheduled'],
  ] as const)('schedules only what is still to come', ([dueAtMs, wanted]) => {
    expect(outcome(quoteIn.approved, { kind: 'schedule', dueAtMs })).toBe(wanted);
  });

  test('schedules for now where no time is given', () => {
    const result = transition(quoteIn.approved, { kind: 'schedule' }, context);
    expect(result.ok && result.quote).toMatchObject({ state: 'scheduled', dueAtMs: nowMs });
  });

  test('the worker posts a scheduled quote when it is due, a moderator at any time', () => {
    const early = { ...bySystem, nowMs: 999_999 };
    expect(outcome(quoteIn.scheduled, actions['begin-posting'], early)).toBe('not-due');
    expect(outcome(quoteIn.scheduled, actions['begin-posting'], { ...early, nowMs: 1_000_000 })).toBe(
      '>posting',
    );
    expect(outcome(quoteIn.scheduled, actions['begin-posting'], { ...early, actor: moderator })).toBe(
      '>posting',
    );
  });

  test('a repeat is posted again, up to the posts that are remembered', () => {
    const repeat = { kind: 'begin-posting', channelId: '500', isRepeat: true } as const;
    expect(outcome(quoteIn.posted, repeat, bySystem)).toBe('>posting');
    expect(outcome(quoteIn.suggested, repeat, bySystem)).toBe('not-approved');
    const [post] = quoteIn.posted.posts;
    const often = (count: number) => ({
      ...quoteIn.posted,
      posts: Array.from({ length: count }, () => post!),
    });
    expect(outcome(often(postsMax - 1), repeat, bySystem)).toBe('>posting');
    expect(outcome(often(postsMax), repeat, bySystem)).toBe('too-many-posts');
  });

  test('a frozen quote is neither approved, scheduled nor posted until somebody decides', () => {
    expect(outcome(frozen(quoteIn.suggested), actions.approve)).toBe('frozen');
    expect(outcome(frozen(quoteIn.suggested), actions.adjust)).toBe('frozen');
    expect(outcome(frozen(quoteIn.approved), actions.schedule)).toBe('frozen');
    expect(outcome(frozen(quoteIn.approved), actions['begin-posting'])).toBe('frozen');
    expect(outcome(frozen(quoteIn.posted), actions.freeze)).toBe('already-frozen');
    for (const action of [actions.correct, actions['keep-with-note'], actions.unfreeze]) {
      const result = transition(frozen(quoteIn.posted), action, context);
      expect(result.ok && result.quote.frozen).toBeUndefined();
      expect(result.ok).toBe(true);
    }
    const readjusted = transition(frozen(quoteIn.suggested), { kind: 'adjust', body: newerBody }, context);
    expect(readjusted.ok && readjusted.quote.frozen === undefined).toBe(true);
  });

  test('a body is changed only to other words of the same article, a relocation only to the same words', () => {
    const elsewhere = { ...newerBody, articleId: 'other' };
    expect(outcome(quoteIn.suggested, { kind: 'adjust', body })).toBe('same-words');
    expect(outcome(quoteIn.suggested, { kind: 'adjust', body: elsewhere })).toBe('another-article');
    expect(outcome(quoteIn.posted, { kind: 'correct', body: otherBody })).toBe('same-snapshot');
    expect(outcome(quoteIn.posted, { kind: 'correct', body: elsewhere })).toBe('another-article');
    const other = { ...otherBody, version: 'b'.repeat(64) };
    expect(outcome(quoteIn.posted, { kind: 'relocated', body: other }, bySystem)).toBe('other-words');
    const long = { ...newerBody, spans: [{ ...newerBody.spans[0]!, start: 0, end: 1_001 }] };
    expect(outcome(quoteIn.posted, { kind: 'correct', body: long })).toBe('quote-too-long');
  });
});

describe('what follows', () => {
  test('a nonce is short, and another one for every attempt', () => {
    const first = quoteIn.posting.attempt?.nonce;
    const failed = transition(quoteIn.posting, actions['posting-failed'], bySystem);
    const again = failed.ok ? transition(failed.quote, actions['begin-posting'], context) : failed;
    if (!again.ok) throw new Error(again.reason);
    expect(first).toBe('q1.3');
    expect(again.quote.attempt?.nonce).toBe('q1.5');
    const late = { ...quoteIn.approved, number: 999_999_999, revision: 9_999_999 };
    const result = transition(late, actions['begin-posting'], context);
    expect(result.ok && result.quote.attempt!.nonce.length <= 25).toBe(true);
  });

  test('a failed attempt waits for its retry, or for a moderator', () => {
    const later = { kind: 'posting-failed', reason: 'HTTP 503', retryAtMs: nowMs + 60_000 } as const;
    const retried = transition(quoteIn.posting, later, bySystem);
    expect(retried.ok && retried.quote).toMatchObject({ state: 'scheduled', dueAtMs: nowMs + 60_000 });
    const given = transition(quoteIn.posting, actions['posting-failed'], bySystem);
    expect(given.ok && given.quote).toMatchObject({ state: 'approved', lastFailure: 'Missing Permissions' });
  });

  test('a failed repeat leaves the earlier post standing', () => {
    const repeat = { kind: 'begin-posting', channelId: '500', isRepeat: true } as const;
    const begun = transition(quoteIn.corrected, repeat, bySystem);
    const failed = begun.ok ? transition(begun.quote, actions['posting-failed'], bySystem) : begun;
    expect(failed.ok && failed.quote).toMatchObject({ state: 'corrected', posts: quoteIn.corrected.posts });
  });

  test('undo takes back a correction with its words, and undoing that brings it again', () => {
    const undone = transition(quoteIn.corrected, actions.undo, context);
    if (!undone.ok) throw new Error(undone.reason);
    expect(undone.quote).toMatchObject({ state: 'posted', body, posts: quoteIn.posted.posts });
    const redone = transition(undone.quote, actions.undo, context);
    expect(redone.ok && redone.quote).toMatchObject({ state: 'corrected', body: newerBody });
  });

  test('what was deleted is approved again after undo, what became a tombstone is posted', () => {
    const deleted = transition(quoteIn.posted, { kind: 'withdraw', mode: 'deleted' }, context);
    expect(deleted.ok && outcome(deleted.quote, actions.undo)).toBe('>approved');
    expect(outcome(quoteIn.withdrawn, actions.undo)).toBe('>posted');
    const byHand = transition(quoteIn.posted, actions['deleted-by-hand'], bySystem);
    if (!byHand.ok) throw new Error(byHand.reason);
    expect(byHand.quote).toMatchObject({
      state: 'withdrawn',
      withdrawal: { mode: 'deleted-by-hand' },
      posts: [],
    });
    expect(outcome(byHand.quote, actions.undo)).toBe('>approved');
  });

  test('unscheduling is not undone once the time has passed', () => {
    const unscheduled = transition(quoteIn.scheduled, actions.unschedule, context);
    if (!unscheduled.ok) throw new Error(unscheduled.reason);
    expect(outcome(unscheduled.quote, actions.undo, { ...context, nowMs: 999_999 })).toBe('>scheduled');
    expect(outcome(unscheduled.quote, actions.undo, { ...context, nowMs: 1_000_000 })).toBe('due-in-past');
  });

  test('a rejection is undone also when the time it was scheduled for has passed', () => {
    const rejected = transition(quoteIn.scheduled, actions.reject, context);
    if (!rejected.ok) throw new Error(rejected.reason);
    expect(outcome(rejected.quote, actions.undo, { ...context, nowMs: 999_999 })).toBe('>scheduled');
    const late = transition(rejected.quote, actions.undo, { ...context, nowMs: 1_000_000 });
    if (!late.ok) throw new Error(late.reason);
    expect(late.quote).toMatchObject({ state: 'approved', approvedBy: moderator.id });
    expect(late.quote.dueAtMs).toBeUndefined();
    expect(late.quote.rejection).toBeUndefined();
  });

  test.each([['undo'], ['reject']] as const)(
    'under the two-person rule the suggester does not bring back the approval that a second one took back by %s',
    (kind) => {
      const suggester = { ...moderator, id: quoteIn.approved.suggestedBy };
      const rules = { twoPersonRule: true };
      const takenBack = transition(quoteIn.approved, actions[kind], { ...context, rules });
      if (!takenBack.ok) throw new Error(takenBack.reason);
      const bySuggester = { ...context, actor: suggester, rules };
      expect(outcome(takenBack.quote, actions.undo, bySuggester)).toBe('second-person-needed');
      expect(outcome(takenBack.quote, actions.undo, { ...context, rules })).toBe('>approved');
      expect(
        outcome(takenBack.quote, actions.undo, { ...bySuggester, rules: { twoPersonRule: false } }),
      ).toBe('>approved');
    },
  );

  test('whoever takes an approval of somebody else back may bring it again', () => {
    const suggester = { ...moderator, id: quoteIn.approved.suggestedBy };
    const rules = { twoPersonRule: true };
    const takenBack = transition(quoteIn.approved, actions.undo, { ...context, actor: suggester, rules });
    if (!takenBack.ok) throw new Error(takenBack.reason);
    expect(outcome(takenBack.quote, actions.undo, { ...context, actor: suggester, rules })).toBe('>approved');
  });

  test('a member takes back an open suggestion of their own and nothing else', () => {
    const byMember = { ...context, actor: member };
    expect(outcome(quoteIn.suggested, actions.undo, byMember)).toBe('>rejected');
    expect(outcome(quoteIn.suggested, actions.undo, { ...byMember, actor: { ...member, id: '12' } })).toBe(
      'not-permitted',
    );
    expect(outcome(quoteIn.approved, actions.undo, byMember)).toBe('not-permitted');
    const result = transition(quoteIn.suggested, actions.undo, byMember);
    expect(result.ok && result.quote.rejection).toEqual({ by: member.id, isRetracted: true });
  });

  test('under the two-person rule a forgotten suggester may be whoever approves: nobody does, until another adjusts', () => {
    const rules = { twoPersonRule: true };
    const strict = { ...context, rules };
    const forgotten = { ...quoteIn.suggested, suggestedBy: 'forgotten-7' };
    expect(outcome(forgotten, actions.approve, strict)).toBe('first-person-forgotten');
    expect(outcome(forgotten, actions.approve)).toBe('>approved');
    const adjusted = transition(forgotten, actions.adjust, { ...strict, actor: administrator });
    if (!adjusted.ok) throw new Error(adjusted.reason);
    expect(outcome(adjusted.quote, actions.approve, strict)).toBe('>approved');
    const byUnknown = { ...adjusted.quote, adjustedBy: 'forgotten-8' };
    expect(outcome(byUnknown, actions.approve, strict)).toBe('first-person-forgotten');
    const posted = { ...quoteIn.posted, suggestedBy: 'forgotten-7' };
    expect(outcome(posted, actions.correct, strict)).toBe('first-person-forgotten');
  });

  test('what its suggester took back is brought back by them alone', () => {
    const suggester = { ...moderator, id: quoteIn.suggested.suggestedBy };
    const retracted = transition(quoteIn.suggested, actions.undo, { ...context, actor: suggester });
    if (!retracted.ok) throw new Error(retracted.reason);
    for (const kind of ['undo', 'approve', 'adjust', 'schedule'] as const) {
      expect(outcome(retracted.quote, actions[kind])).toBe('retracted');
    }
    expect(outcome(retracted.quote, actions.undo, { ...context, actor: suggester })).toBe('>suggested');
    // A moderator's own undoing of somebody's suggestion is a decision like any other.
    const undone = transition(quoteIn.suggested, actions.undo, context);
    expect(undone.ok && outcome(undone.quote, actions.undo, { ...context, actor: administrator })).toBe(
      '>suggested',
    );
  });

  test('50 approvals of what was seen at once: the first counts, the others are told', () => {
    let quote: Quote = quoteIn.suggested;
    const outcomes = Array.from({ length: 50 }, () => {
      const result = transition(quote, actions.approve, { ...context, actor: administrator });
      if (result.ok) quote = result.quote;
      return result.ok ? 'approved' : result.reason;
    });
    expect(outcomes).toEqual(['approved', ...Array.from({ length: 49 }, () => 'already-approved')]);
  });

  test('a log with a gap, another quote or no beginning is not replayed', () => {
    const { events } = quoteAfter([moderator, actions.approve], [moderator, actions.undo]);
    expect(replay([])).toBeUndefined();
    expect(replay(events)?.state).toBe('suggested');
    expect(() => replay(events.slice(1))).toThrow(RangeError);
    expect(() => replay([events[0]!, events[2]!])).toThrow(RangeError);
    expect(() => replay([...events, events[0]!])).toThrow(RangeError);
    expect(() => replay([events[0]!, { ...events[1]!, number: 2 }])).toThrow(RangeError);
  });
});
