import type { QuoteEvent } from './quote-event.ts';
import type { LastChange, Quote, QuoteSituation } from './quote.ts';

/** Gives another name for a person, for every place where one is named. */
export type Rename = (person: string) => string;

/** The quote with every person renamed: what keeps and forgets names need not know where they stand. */
export function renameInQuote(quote: Quote, rename: Rename): Quote {
  const { suggestedBy, lastChange, ...rest } = quote;
  return {
    ...rest,
    ...renameInSituation(quote, rename),
    suggestedBy: rename(suggestedBy),
    ...(lastChange && { lastChange: renameInChange(lastChange, rename) }),
  };
}

/** The event with every person renamed. */
export function renameInEvent(event: QuoteEvent, rename: Rename): QuoteEvent {
  const { actor, change } = event;
  return {
    ...event,
    actor: { ...actor, id: rename(actor.id) },
    change:
      change.kind === 'undone'
        ? { ...change, restored: { ...change.restored, ...renameInSituation(change.restored, rename) } }
        : change,
  };
}

function renameInChange({ kind, by, before }: LastChange, rename: Rename): LastChange {
  return { kind, by: rename(by), before: { ...before, ...renameInSituation(before, rename) } };
}

/** Only the parts of a situation that name somebody. */
function renameInSituation(
  { approvedBy, adjustedBy, rejection, withdrawal }: QuoteSituation,
  rename: Rename,
): Partial<QuoteSituation> {
  return {
    ...(approvedBy !== undefined && { approvedBy: rename(approvedBy) }),
    ...(adjustedBy !== undefined && { adjustedBy: rename(adjustedBy) }),
    ...(rejection && { rejection: { ...rejection, by: rename(rejection.by) } }),
    ...(withdrawal && { withdrawal: { ...withdrawal, by: rename(withdrawal.by) } }),
  };
}
