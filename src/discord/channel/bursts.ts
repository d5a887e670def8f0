/**
 * Several messages of one member within a short time are one question. Messages come in one by one;
 * a burst goes out when its author has paused, or has gone on for long enough.
 */
import type { Schedule } from '../schedule.ts';

/** How long a pause ends a burst. People who write in pieces send the next within a second or so. */
export const burstPauseMs = 1_500;
/** A burst ends after so long even without a pause. */
export const burstLengthMaxMs = 8_000;
/** Messages of one burst, at most: the rest are a flood, and left unread. */
export const burstMessagesMax = 10;

/** Something said, by its message's ID. */
export interface Said {
  readonly messageId: string;
}

export interface Bursts<T extends Said> {
  /** Adds a message to its author's burst; gives the whole burst so far, or undefined where it is full. */
  add(key: string, said: T): readonly T[] | undefined;
  /** Whether something of that author waits. */
  has(key: string): boolean;
  /** Puts another text in a message's place; false where it waits in no burst. */
  replace(said: T): boolean;
  /** Takes a message out; false where it waits in no burst. */
  remove(messageId: string): boolean;
  /** Makes a burst wait longer; what is said meanwhile joins it. */
  hold(key: string, burst: readonly T[], delayMs: number): void;
  /** Ends all bursts now. */
  flush(): void;
}

interface Waiting<T> {
  messages: T[];
  readonly startedAtMs: number;
  cancel: () => void;
}

/** `ready` is told of every burst that ends with at least one message, oldest first. */
export function createBursts<T extends Said>(
  schedule: Schedule,
  ready: (key: string, burst: readonly T[]) => void,
): Bursts<T> {
  const waiting = new Map<string, Waiting<T>>();

  function end(key: string): void {
    const burst = waiting.get(key);
    waiting.delete(key);
    burst?.cancel();
    if (burst !== undefined && burst.messages.length > 0) ready(key, burst.messages);
  }

  function start(key: string, messages: T[], delayMs: number): void {
    waiting.set(key, {
      messages,
      startedAtMs: schedule.now(),
      cancel: schedule.after(delayMs, () => end(key)),
    });
  }

  function find(messageId: string): Waiting<T> | undefined {
    for (const burst of waiting.values()) {
      if (burst.messages.some((said) => said.messageId === messageId)) return burst;
    }
    return undefined;
  }

  return {
    add: (key, said) => {
      const burst = waiting.get(key);
      if (burst === undefined) {
        start(key, [said], burstPauseMs);
        return [said];
      }
      if (burst.messages.length >= burstMessagesMax) return undefined;
      burst.messages.push(said);
      burst.cancel();
      const left = burst.startedAtMs + burstLengthMaxMs - schedule.now();
      burst.cancel = schedule.after(Math.max(0, Math.min(burstPauseMs, left)), () => end(key));
      return [...burst.messages];
    },
    has: (key) => waiting.has(key),
    replace: (said) => {
      const burst = find(said.messageId);
      if (burst === undefined) return false;
      burst.messages = burst.messages.map((each) => (each.messageId === said.messageId ? said : each));
      return true;
    },
    remove: (messageId) => {
      const burst = find(messageId);
      if (burst === undefined) return false;
      burst.messages = burst.messages.filter((each) => each.messageId !== messageId);
      return true;
    },
    hold: (key, burst, delayMs) => {
      const later = waiting.get(key);
      later?.cancel();
      start(key, [...burst, ...(later?.messages ?? [])].slice(0, burstMessagesMax), delayMs);
    },
    flush: () => {
      // Ending one takes it out of the map, which its iterator allows.
      for (const key of waiting.keys()) end(key);
    },
  };
}
