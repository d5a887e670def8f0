import type { QuoteEvent } from '../../quotes/quote-event.ts';
import { renderInline } from '../render/cut-text.ts';
import type { Texts } from '../texts/texts.ts';
import { renderFailure } from './posting-failure.ts';
import { mention, stamp } from './quote-lines.ts';

/** Of a reason or note in a line of history, in UTF-16 units. */
const saidLengthMax = 120;

/** Who did what, in one line without when. */
export function describeEvent(event: QuoteEvent, texts: Texts): string {
  const { actor } = event;
  const { history } = texts.quotes;
  const who = actor.role === 'system' ? history.system : mention(actor.id, texts);
  return `${who} ${describeChange(event, texts)}`;
}

function describeChange({ change, atMs }: QuoteEvent, texts: Texts): string {
  const { history, states } = texts.quotes;
  const { events } = history;
  switch (change.kind) {
    case 'suggested':
    case 'adjusted':
    case 'unscheduled':
    case 'posted':
    case 'corrected':
    case 'relocated':
    case 'unfrozen':
      return events[change.kind];
    case 'annotated':
      return events.annotated(change.note === undefined ? undefined : said(change.note));
    case 'approved':
      return change.dueAtMs === undefined ? events.approved : events.approvedFor(stamp(change.dueAtMs, 'f'));
    case 'scheduled':
      return change.dueAtMs > atMs ? events.scheduled(stamp(change.dueAtMs, 'f')) : events.postedNow;
    case 'rejected':
      if (change.isRetracted) return events.retracted;
      return events.rejected(change.reason === undefined ? undefined : said(change.reason));
    case 'posting-begun':
      return events.postingBegun(`<#${change.channelId}>`);
    case 'posting-failed':
      return events.postingFailed(renderFailure(change.reason, texts, saidLengthMax));
    case 'withdrawn': {
      const reason = change.reason === undefined ? undefined : said(change.reason);
      return change.mode === 'deleted' ? events.deleted(reason) : events.withdrawn(reason);
    }
    case 'kept':
      return events.kept(said(change.note));
    case 'undone':
      return events.undone(states[change.restored.state]);
    case 'deleted-by-hand':
      return events.deletedByHand;
    case 'frozen':
      return events.frozen[change.cause];
    default:
      return change satisfies never;
  }
}

function said(words: string): string {
  return renderInline(words, saidLengthMax);
}
