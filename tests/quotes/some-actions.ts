import type { QuoteAction, QuoteActionKind } from '../../src/quotes/quote-action.ts';
import { newerBody, otherBody, suggest } from './make-quote.ts';

/** When the tests take them. */
export const actionsAtMs = 2_000_000;

/** A well-formed action of every kind. */
export const actions: Readonly<Record<QuoteActionKind, QuoteAction>> = {
  suggest,
  adjust: { kind: 'adjust', body: otherBody },
  annotate: { kind: 'annotate', note: 'Catatan.' },
  approve: { kind: 'approve' },
  schedule: { kind: 'schedule', dueAtMs: actionsAtMs + 1 },
  unschedule: { kind: 'unschedule' },
  reject: { kind: 'reject', reason: 'Sudah ada.' },
  'begin-posting': { kind: 'begin-posting', channelId: '500' },
  posted: { kind: 'posted', messageId: '901' },
  'posting-failed': { kind: 'posting-failed', reason: 'Missing Permissions' },
  withdraw: { kind: 'withdraw', mode: 'tombstone' },
  correct: { kind: 'correct', body: { ...newerBody, version: 'c'.repeat(64) } },
  'keep-with-note': { kind: 'keep-with-note', note: 'Angka telah diubah.' },
  undo: { kind: 'undo' },
  'deleted-by-hand': { kind: 'deleted-by-hand', messageId: '900' },
  relocated: { kind: 'relocated', body: { ...newerBody, version: 'c'.repeat(64) } },
  freeze: { kind: 'freeze', cause: 'source-changed' },
  unfreeze: { kind: 'unfreeze' },
};
