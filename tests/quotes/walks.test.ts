import { fc } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { replay } from '../../src/quotes/apply-event.ts';
import { eventSchema, quoteSchema } from '../../src/quotes/quote-schema.ts';
import type { Actor } from '../../src/quotes/permissions.ts';
import type { QuoteAction } from '../../src/quotes/quote-action.ts';
import type { QuoteEvent } from '../../src/quotes/quote-event.ts';
import { postsMax } from '../../src/quotes/quote.ts';
import type { Quote, QuoteBody } from '../../src/quotes/quote.ts';
import { transition } from '../../src/quotes/transition.ts';
import {
  administrator,
  body,
  guildId,
  member,
  moderator,
  newerBody,
  otherBody,
  otherModerator,
  system,
} from './make-quote.ts';

const walks = 1_000;
/** Deep enough to go round the whole machine several times. */
const stepsMax = 60;

const bodies: QuoteBody[] = [
  body,
  otherBody,
  newerBody,
  { ...otherBody, version: 'c'.repeat(64) },
  { ...body, version: 'd'.repeat(64) },
];
const someBody = fc.constantFrom(...bodies);
const someActor = fc.constantFrom<Actor>(
  member,
  moderator,
  moderator,
  otherModerator,
  administrator,
  system,
  system,
);
const someMessage = fc.integer({ min: 900, max: 904 }).map(String);

const someAction: fc.Arbitrary<QuoteAction> = fc.oneof(
  someBody.map((each) => ({ kind: 'suggest' as const, guildId, number: 1, body: each })),
  someBody.map((each) => ({ kind: 'adjust' as const, body: each })),
  fc.constantFrom('Catatan.', undefined, '').map((note) => ({ kind: 'annotate' as const, note })),
  fc.constant({ kind: 'approve' as const }),
  fc.nat({ max: 100_000 }).map((dueAtMs) => ({ kind: 'approve' as const, dueAtMs })),
  fc.nat({ max: 100_000 }).map((dueAtMs) => ({ kind: 'schedule' as const, dueAtMs })),
  fc.constant({ kind: 'unschedule' as const }),
  fc.constantFrom('Tidak cocok.', '').map((reason) => ({ kind: 'reject' as const, reason })),
  fc.boolean().map((isRepeat) => ({ kind: 'begin-posting' as const, channelId: '500', isRepeat })),
  someMessage.map((messageId) => ({ kind: 'posted' as const, messageId })),
  fc.constant({ kind: 'posting-failed' as const, reason: 'HTTP 503' }),
  fc
    .nat({ max: 100_000 })
    .map((retryAtMs) => ({ kind: 'posting-failed' as const, reason: 'HTTP 429', retryAtMs })),
  fc
    .constantFrom('tombstone' as const, 'deleted' as const)
    .map((mode) => ({ kind: 'withdraw' as const, mode })),
  someBody.map((each) => ({ kind: 'correct' as const, body: each })),
  fc.constant({ kind: 'keep-with-note' as const, note: 'Sudah diubah.' }),
  fc.constant({ kind: 'undo' as const }),
  someMessage.map((messageId) => ({ kind: 'deleted-by-hand' as const, messageId })),
  someBody.map((each) => ({ kind: 'relocated' as const, body: each })),
  fc.constant({ kind: 'freeze' as const, cause: 'source-changed' as const }),
  fc.constant({ kind: 'unfreeze' as const }),
);

interface Walk {
  quote: Quote | undefined;
  readonly events: QuoteEvent[];
  refusals: number;
}

/** One step, checked against what must hold of every quote whatever led to it. */
class Step implements fc.Command<{ states: Set<string> }, Walk> {
  readonly action: QuoteAction;
  readonly actor: Actor;
  readonly isStale: boolean;

  constructor(action: QuoteAction, actor: Actor, isStale: boolean) {
    this.action = action;
    this.actor = actor;
    this.isStale = isStale;
  }

  check(): boolean {
    return true;
  }

  run(model: { states: Set<string> }, walk: Walk): void {
    const before = walk.quote;
    const result = transition(before, this.action, {
      actor: this.actor,
      nowMs: walk.events.length * 1_000,
      rules: { twoPersonRule: this.isStale },
      ...(this.isStale && before && { expectedRevision: before.revision - 1 }),
    });
    if (!result.ok) {
      walk.refusals += 1;
      return;
    }
    expect(this.isStale && before !== undefined).toBe(false);
    walk.quote = result.quote;
    walk.events.push(result.event);
    model.states.add(result.quote.state);
    expectLegal(result.quote);
  }

  toString(): string {
    return `${this.actor.role} ${JSON.stringify(this.action)}`;
  }
}

/** Half of the walks begin behind the post: few of the others would get far beyond it. */
const untilPosted = [
  new Step({ kind: 'approve' }, moderator, false),
  new Step({ kind: 'begin-posting', channelId: '500' }, system, false),
  new Step({ kind: 'posted', messageId: '900' }, system, false),
];

function expectLegal(quote: Quote): void {
  const { state, posts } = quote;
  const isOut = state === 'posted' || state === 'corrected';
  expect(quoteSchema.parse(quote)).toEqual(quote);
  expect(quote.attempt !== undefined).toBe(state === 'posting');
  if (state === 'scheduled') expect(quote.dueAtMs).toBeDefined();
  if (!['scheduled', 'posting'].includes(state)) expect(quote.dueAtMs).toBeUndefined();
  if (isOut) expect(posts.length).toBeGreaterThan(0);
  if (['suggested', 'approved', 'scheduled', 'rejected'].includes(state)) expect(posts).toEqual([]);
  if (!['suggested', 'rejected'].includes(state)) expect(quote.approvedBy).toBeDefined();
  if (state === 'withdrawn') expect(quote.withdrawal).toBeDefined();
  if (state === 'rejected') expect(quote.rejection).toBeDefined();
  if (state === 'corrected') expect(quote.correctedFrom).toBeDefined();
  expect(posts.length).toBeLessThanOrEqual(postsMax);
  expect(quote).toMatchObject({ guildId, number: 1 });
}

test(`${walks} random walks reach no illegal state, and every log replays to its quote`, () => {
  const model = { states: new Set<string>() };
  const commands = fc.commands(
    [
      fc
        .tuple(someAction, someActor, fc.nat({ max: 9 }))
        .map(([action, actor, n]) => new Step(action, actor, n === 0)),
    ],
    { maxCommands: stepsMax, size: 'max' },
  );
  let steps = 0;
  let refusals = 0;
  fc.assert(
    fc.property(commands, fc.boolean(), (walk, isPosted) => {
      const real: Walk = { quote: undefined, events: [], refusals: 0 };
      const start = new Step({ kind: 'suggest', guildId, number: 1, body }, member, false);
      fc.modelRun(() => ({ model, real }), [start, ...(isPosted ? untilPosted : []), ...walk]);
      expect(replay(real.events)).toEqual(real.quote);
      const kept: unknown = JSON.parse(JSON.stringify(real.events));
      const read = z.array(eventSchema).parse(kept);
      expect(replay(read)).toEqual(real.quote);
      steps += real.events.length;
      refusals += real.refusals;
    }),
    { numRuns: walks },
  );
  // The walks go everywhere, and far: otherwise they would prove little.
  expect(model.states.size).toBe(8);
  expect(steps).toBeGreaterThan(walks * 3);
  expect(refusals).toBeGreaterThan(walks);
});
