import type { World } from '../world/world.ts';

/**
 * Waits until the probe gives something, asking again after every event of the world.
 * Undefined where the time is up or the local Discord closes.
 */
export function until<T>(
  world: World,
  probe: () => T | undefined,
  timeoutMs?: number,
): Promise<T | undefined> {
  const already = probe();
  if (already !== undefined || world.events.isClosed) return Promise.resolve(already);
  return new Promise((resolve, reject) => {
    const finish = (value: T | undefined) => {
      stopListening();
      clearTimeout(timer);
      resolve(value);
    };
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => finish(undefined), timeoutMs);
    const stopListening = world.events.listen((event) => {
      if (event.type === 'closing') return finish(undefined);
      try {
        const value = probe();
        if (value !== undefined) finish(value);
      } catch (error) {
        finish(undefined);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}
