import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addVotes,
  countVotes,
  downReasons,
  noVotes,
  worstFirst,
  type VoteTally,
} from '../../src/guilds/feedback.ts';

const tally = fc.oneof(
  fc.record({ value: fc.constant('up' as const), reason: fc.constant(null), count: fc.nat(9) }),
  fc.record({
    value: fc.constant('down' as const),
    reason: fc.constantFrom(null, ...downReasons),
    count: fc.nat(9),
  }),
);

const passage = (passageId: string, up: number, down: number) => ({
  articleId: 'a',
  version: 'v',
  passageId,
  votes: { ...noVotes, up, down },
});

describe('votes', () => {
  test('without tallies are none', () => {
    expect(countVotes([])).toEqual(noVotes);
    expect(addVotes([])).toEqual(noVotes);
  });

  test('count the same together as apart, and reasons never exceed the votes against', () => {
    fc.assert(
      fc.property(fc.array(tally), (tallies: VoteTally[]) => {
        const together = countVotes(tallies);
        expect(addVotes(tallies.map((each) => countVotes([each])))).toEqual(together);
        const reasons = Object.values(together.reasons).reduce((sum, count) => sum + count, 0);
        expect(reasons).toBeLessThanOrEqual(together.down);
      }),
    );
  });

  test('put the passage that was voted down most first, then the one voted on most', () => {
    const list = [
      passage('d', 0, 1),
      passage('c', 9, 0),
      passage('b', 2, 1),
      passage('a', 0, 1),
      passage('e', 0, 3),
    ];
    expect(worstFirst(list).map(({ passageId }) => passageId)).toEqual(['e', 'b', 'a', 'd', 'c']);
  });
});
