import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCooldown } from '../../src/discord/cooldown.ts';

describe('the cooldown', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('lets one command of a member pass and says how many seconds are left', async () => {
    const cooldown = createCooldown({ commandSeconds: 3 });
    expect(await cooldown.wait('command', 'a')).toBeUndefined();
    expect(await cooldown.wait('command', 'a')).toBe(3);
    vi.advanceTimersByTime(2001);
    expect(await cooldown.wait('command', 'a')).toBe(1);
    expect(await cooldown.wait('command', 'b')).toBeUndefined();
  });

  test('is over after its seconds, however often the member asked meanwhile', async () => {
    const cooldown = createCooldown({ commandSeconds: 3 });
    await cooldown.wait('command', 'a');
    for (let second = 0; second < 2; second += 1) {
      vi.advanceTimersByTime(1000);
      expect(await cooldown.wait('command', 'a')).toBeGreaterThan(0);
    }
    vi.advanceTimersByTime(1000);
    expect(await cooldown.wait('command', 'a')).toBeUndefined();
  });

  test.for([
    ['button', 6],
    ['autocomplete', 20],
  ] as const)('is gentler for a %s: %i in a row', async ([act, allowed]) => {
    const cooldown = createCooldown({ commandSeconds: 3 });
    for (let count = 0; count < allowed; count += 1) {
      expect(await cooldown.wait(act, 'a')).toBeUndefined();
    }
    expect(await cooldown.wait(act, 'a')).toBeGreaterThan(0);
    expect(await cooldown.wait('command', 'a')).toBeUndefined();
  });

  test('remembers nobody once the time is over', async () => {
    const cooldown = createCooldown({ commandSeconds: 3 });
    for (let member = 0; member < 100; member += 1) {
      await cooldown.wait('command', String(member));
    }
    expect(vi.getTimerCount()).toBe(100);
    vi.advanceTimersByTime(3000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is off at 0 seconds', async () => {
    const cooldown = createCooldown({ commandSeconds: 0 });
    expect(await cooldown.wait('command', 'a')).toBeUndefined();
    expect(await cooldown.wait('command', 'a')).toBeUndefined();
  });
});
