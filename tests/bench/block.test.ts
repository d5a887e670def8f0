import { expect, test } from 'vitest';
import { runBlock } from '../../src/bench/block.ts';

/** A clock that stands still until a call moves it. */
function createClock() {
  let time = 0;
  return {
    now: () => time,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

test('counts what succeeded by the second of the clock, with each latency', async () => {
  const clock = createClock();
  const call = async () => {
    clock.pass(100);
    return true;
  };
  const block = await runBlock(call, { concurrency: 1, durationMs: 1_000, now: clock.now });
  expect(block).toEqual({ perSecond: 10, latenciesMs: Array.from({ length: 10 }, () => 100), failures: 0 });
});

test('numbers the calls from 0 and keeps failures out of the rate', async () => {
  const clock = createClock();
  const numbers: number[] = [];
  const call = async (number: number) => {
    numbers.push(number);
    clock.pass(250);
    return number % 2 === 0;
  };
  const block = await runBlock(call, { concurrency: 1, durationMs: 1_000, now: clock.now });
  expect(numbers).toEqual([0, 1, 2, 3]);
  expect(block).toMatchObject({ perSecond: 2, failures: 2 });
});

test('keeps as many calls in flight as it is told', async () => {
  const clock = createClock();
  let inFlight = 0;
  let most = 0;
  const call = async () => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await Promise.resolve();
    clock.pass(10);
    inFlight -= 1;
    return true;
  };
  await runBlock(call, { concurrency: 4, durationMs: 200, now: clock.now });
  expect(most).toBe(4);
});
