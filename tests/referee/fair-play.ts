import { appendFileSync } from 'node:fs';
import { expect, inject } from 'vitest';
import { type ExpectedRefusal, judge, type JudgedExchange } from './judge.ts';

/**
 * Judges everything a local Discord has logged and fails the running test with every breach; adds
 * the count to the sum that the run prints at its end. Call it once per local Discord, before it is
 * closed (or before `clearExchanges`). A log without any exchange fails too. Writes to `file`, by
 * default the one of the run.
 */
export function expectFairPlay(
  exchanges: readonly JudgedExchange[],
  expected: readonly ExpectedRefusal[] = [],
  file: string = inject('refereeFile'),
): void {
  const verdict = judge(exchanges, expected);
  appendFileSync(file, `${JSON.stringify(verdict)}\n`);
  expect(verdict.problems).toEqual([]);
  expect(verdict.checked, 'requests judged').toBeGreaterThan(0);
}
