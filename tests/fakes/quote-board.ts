/** Discord's part in posting, in memory: channels with the bot's messages, and faults on demand. */
import type {
  BoardMessage,
  BoardProblem,
  PostContent,
  QuoteBoard,
} from '../../src/discord/quotes/quote-board.ts';

/** What becomes of one request: it has no effect, or it has one and nobody hears of it. */
export type BoardFault = 'lost-request' | 'lost-answer';

export interface FakeMessage extends BoardMessage {
  readonly channelId: string;
  readonly sentAtMs: number;
  readonly card?: PostContent['card'];
}

export interface FakeBoard extends QuoteBoard {
  /** Every message that stands, oldest first. */
  readonly all: () => readonly FakeMessage[];
  readonly in: (channelId: string) => readonly FakeMessage[];
  /** Takes a message away, as a person would. */
  readonly take: (messageId: string) => void;
  readonly setProblem: (problem: BoardProblem | undefined) => void;
  /** Asked before every request, `send` with its channel; gives the fault that strikes it, if any. */
  readonly setFaults: (next: (request: string) => BoardFault | undefined) => void;
  readonly setMayAttach: (mayAttach: boolean) => void;
}

interface FakeBoardOptions {
  readonly now: () => number;
  readonly guildIds: readonly string[];
  /** How long a nonce is remembered. Default five minutes; 0 for a Discord that forgets at once. */
  readonly nonceMs?: number;
  readonly locale?: string;
  /** Begins its messages' IDs: another one for each board that shares a store. Default 900000. */
  readonly idPrefix?: string;
}

export function createFakeBoard(options: FakeBoardOptions): FakeBoard {
  const { now, guildIds, nonceMs = 5 * 60_000, locale = 'id', idPrefix = '900000' } = options;
  const messages = new Map<string, FakeMessage>();
  const nonces = new Map<string, { readonly id: string; readonly atMs: number }>();
  let count = 0;
  let problem: BoardProblem | undefined;
  let mayAttach = true;
  let nextFault: ((request: string) => BoardFault | undefined) | undefined;

  /** Does the work unless a fault keeps it from happening, and tells of it unless that is lost. */
  async function request<Result>(name: string, work: () => Result): Promise<Result | 'unclear'> {
    const fault = nextFault?.(name);
    if (fault === 'lost-request') return 'unclear';
    const result = work();
    return fault === 'lost-answer' ? 'unclear' : result;
  }

  function put(channelId: string, { content, card }: PostContent): string {
    count += 1;
    const id = `${idPrefix}${count}`;
    messages.set(id, {
      id,
      channelId,
      content,
      isPlain: true,
      sentAtMs: now(),
      ...(card !== undefined && { card }),
    });
    return id;
  }

  return {
    botId: () => '99',
    guildIds: () => guildIds,
    localeOf: () => locale,
    problemIn: () => problem,
    mayAttach: () => mayAttach,
    send: async ({ channelId, nonce }, content) => {
      const messageId = await request(`send ${channelId}`, () => {
        const known = nonce === undefined ? undefined : nonces.get(`${channelId} ${nonce}`);
        if (known !== undefined && now() - known.atMs < nonceMs) return known.id;
        const id = put(channelId, content);
        if (nonce !== undefined) nonces.set(`${channelId} ${nonce}`, { id, atMs: now() });
        return id;
      });
      return messageId === 'unclear' ? { ok: false, problem: { kind: 'unclear' } } : { ok: true, messageId };
    },
    ownMessages: async (channelId, sinceMs) => {
      const found = await request('ownMessages', () =>
        [...messages.values()].filter(
          (message) => message.channelId === channelId && message.sentAtMs >= sinceMs,
        ),
      );
      return found === 'unclear'
        ? { ok: false, problem: { kind: 'unclear' } }
        : { ok: true, messages: found, isComplete: true };
    },
    message: async (_channelId, messageId) => {
      const found = await request('message', () => messages.get(messageId) ?? 'gone');
      if (found === 'unclear') return { ok: false, problem: { kind: 'unclear' } };
      return found === 'gone' ? 'gone' : { ok: true, message: found };
    },
    edit: async (_channelId, messageId, { content, card }) => {
      const changed = await request('edit', () => {
        const { card: _, ...old } = messages.get(messageId) ?? {};
        if (!('id' in old)) return 'gone' as const;
        messages.set(messageId, { ...old, content, ...(card !== undefined && { card }) });
        return 'done' as const;
      });
      return changed === 'unclear' ? { kind: 'unclear' } : changed;
    },
    remove: async (_channelId, messageId) => {
      const removed = await request('remove', () => (messages.delete(messageId) ? 'done' : 'gone'));
      return removed === 'unclear' ? { kind: 'unclear' } : removed;
    },
    all: () => [...messages.values()],
    in: (channelId) => [...messages.values()].filter((message) => message.channelId === channelId),
    take: (messageId) => void messages.delete(messageId),
    setProblem: (next) => {
      problem = next;
    },
    setFaults: (next) => {
      nextFault = next;
    },
    setMayAttach: (next) => {
      mayAttach = next;
    },
  };
}
