import { describe, expect, test } from 'vitest';
import { lastEvent, readEvents } from '../../../src/discord/quotes/read-events.ts';
import type { QuoteEvent } from '../../../src/quotes/quote-event.ts';
import { eventPageMax } from '../../../src/quotes/quote-store.ts';
import { guildId, moderator } from '../../quotes/make-quote.ts';

/** A log of so many notes, of which those with these revisions are holds instead. */
function makeLog(count: number, holds: readonly number[] = []) {
  const events = Array.from({ length: count }, (_, place): QuoteEvent => {
    const revision = place + 1;
    const change = holds.includes(revision)
      ? ({ kind: 'frozen', cause: 'moderator' } as const)
      : ({ kind: 'annotated', note: `${revision}` } as const);
    return { guildId, number: 1, revision, atMs: revision, actor: moderator, change };
  });
  const history = async (_guild: string, _number: number, after = 0) =>
    events.slice(after, after + eventPageMax);
  return { quote: { guildId, number: 1, revision: count }, log: { history } };
}

describe.for([0, 1, eventPageMax - 1, eventPageMax, eventPageMax + 1, 3 * eventPageMax + 7])(
  'a log of %i events',
  (count) => {
    test('is read to its end, in order', async () => {
      const { quote, log } = makeLog(count);
      const revisions: number[] = [];
      for await (const { revision } of readEvents(quote, log)) revisions.push(revision);
      expect(revisions).toEqual(Array.from({ length: count }, (_, place) => place + 1));
    });

    test('gives the newest of a kind, wherever it stands', async () => {
      for (const at of [1, count - eventPageMax, count].filter((revision) => revision > 0)) {
        const { quote, log } = makeLog(count, at <= count ? [1, at] : []);
        const found = await lastEvent(quote, 'frozen', log);
        expect(found?.revision).toBe(at <= count ? at : undefined);
      }
      const { quote, log } = makeLog(count);
      expect(await lastEvent(quote, 'corrected', log)).toBeUndefined();
    });
  },
);
