import { expect } from 'vitest';
import { judge, type JudgedExchange } from './judge.ts';

/** The exchanges break exactly one rule, and the verdict says so in these words. */
export function checkBreach(exchanges: JudgedExchange | readonly JudgedExchange[], words: string): void {
  const { problems } = judge([exchanges].flat());
  expect(problems).toEqual([expect.stringContaining(words)]);
}

/** The exchanges break no rule. */
export function checkFair(...exchanges: JudgedExchange[]): void {
  expect(judge(exchanges).problems).toEqual([]);
}
