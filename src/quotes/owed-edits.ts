import type { QuoteChange, QuoteEvent } from './quote-event.ts';
import type { Quote } from './quote.ts';

const showsOtherwise: ReadonlySet<QuoteChange['kind']> = new Set<QuoteChange['kind']>([
  'annotated',
  'kept',
  'corrected',
]);

/** Whether Discord's messages may say something else than the quote does after that event. */
export function owesEdits({ posts }: Quote, { change }: QuoteEvent): boolean {
  // Also where it has no posts any more: the messages that it had may have to go.
  if (change.kind === 'withdrawn' || change.kind === 'undone') return true;
  // It was sent by an attempt before this one, with the words and the note of then.
  if (change.kind === 'posted') return change.isFound === true;
  return posts.length > 0 && showsOtherwise.has(change.kind);
}
