import type { Quote } from '../../src/quotes/quote.ts';
import type { QuoteAction } from '../../src/quotes/quote-action.ts';
import type { Actor } from '../../src/quotes/permissions.ts';
import type { QuoteStore, QuoteWrite, StoredSchedule, WriteOutcome } from '../../src/quotes/quote-store.ts';
import { snapshotOf } from '../../src/quotes/select-sentences.ts';
import { transition } from '../../src/quotes/transition.ts';
import { body, bridge } from '../quotes/make-quote.ts';

/** Does an action to the stored quote, as the bot does: read, decide, write. @throws where it is refused. */
export async function act(
  quotes: QuoteStore,
  at: { readonly guildId: string; readonly number: number },
  actor: Actor,
  action: QuoteAction,
  over: Partial<QuoteWrite> & { readonly nowMs?: number; readonly from?: Quote } = {},
): Promise<WriteOutcome> {
  const { nowMs = 1_000, from, ...rest } = over;
  const before = from ?? (await quotes.quote(at.guildId, at.number));
  const result = transition(before, action, { actor, nowMs, rules: { twoPersonRule: false } });
  if (!result.ok) throw new Error(result.reason);
  return quotes.write({ quote: result.quote, event: result.event, ...rest });
}

/** Suggests the bridge's sentence and gives back its number. */
export async function suggestQuote(
  quotes: QuoteStore,
  guildId: string,
  userId: string,
  nowMs = 1_000,
  isImported = false,
): Promise<number> {
  const number = await quotes.nextNumber(guildId);
  const imported = isImported && ({ isImported: true } as const);
  const action = { kind: 'suggest', guildId, number, body, ...imported } as const;
  const by: Actor = { id: userId, role: 'member' };
  await act(quotes, { guildId, number }, by, action, { nowMs, snapshot: snapshotOf(bridge) });
  return number;
}

export const dailySchedule: StoredSchedule = {
  guildId: '3001',
  channelId: '500',
  schedule: {
    cadence: { kind: 'daily' },
    hour: 9,
    minute: 0,
    timeZone: 'Asia/Jakarta',
    missed: 'post-one',
    isPaused: false,
  },
  lastRunMs: 0,
  bag: { round: 1, drawn: [] },
  revision: 1,
};

/** One quote of that server that was posted, with everything that is stored beside it. */
export async function leaveQuoteTraces(
  quotes: QuoteStore,
  { guildId, prefix, atMs }: { readonly guildId: string; readonly prefix: string; readonly atMs: number },
): Promise<void> {
  const at = { guildId, number: await suggestQuote(quotes, guildId, '4001', atMs, true) };
  const moderator: Actor = { id: '9001', role: 'moderator' };
  await act(quotes, at, moderator, { kind: 'approve' }, { nowMs: atMs });
  await act(quotes, at, moderator, { kind: 'begin-posting', channelId: '500' }, { nowMs: atMs });
  await act(
    quotes,
    at,
    { id: '1', role: 'system' },
    { kind: 'posted', messageId: `${prefix}p` },
    { nowMs: atMs },
  );
  await act(quotes, at, moderator, { kind: 'annotate', note: 'Catatan.' }, { nowMs: atMs });
  await quotes.saveSchedule({ ...dailySchedule, guildId });
}
