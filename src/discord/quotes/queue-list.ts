/** `/quote queue`: what waits, page by page, for one moderator alone; works where there is no review channel. */
import type { QuoteState } from '../../quotes/quote.ts';
import type { QuoteStore } from '../../quotes/quote-store.ts';
import type { ButtonHandler } from '../command.ts';
import type { Reply, ReplyButton, ReplyRow } from '../reply.ts';
import type { Services } from '../services.ts';
import { admit, type QuoteVisitor } from './quote-access.ts';
import { queueViews, type QueueView, type QuoteMeaning } from './quote-button.ts';
import { holdLines, peopleLine } from './quote-lines.ts';
import { createQuoteReader, firstWords, quoteChoice } from './read-quote.ts';

const perPage = 5;
const wordsLengthMax = 150;

/** What each view lists. */
export const viewStates: Readonly<Record<QueueView, readonly QuoteState[]>> = {
  suggested: ['suggested'],
  approved: ['approved'],
  scheduled: ['scheduled', 'posting'],
  posted: ['posted', 'corrected'],
};

type QueueMeaning = Extract<QuoteMeaning, { kind: 'quote-queue' }>;

/** Another page or view. */
export const queueButton: ButtonHandler<QueueMeaning> = {
  effect: 'turn-page',
  execute: async (interaction, meaning, services) => {
    const admission = await admit(interaction, 'read-queue', services);
    return admission.ok ? queuePage(meaning, admission.visitor, services) : admission.reply;
  },
};

/** One page of a view; whoever calls it has been let in. */
export async function queuePage(
  wanted: Omit<QueueMeaning, 'kind'>,
  visitor: QuoteVisitor,
  services: Services,
): Promise<Reply> {
  const { guildId, texts } = visitor;
  const { queue } = texts.quotes;
  const { view } = wanted;
  const page = await readPage(wanted, guildId, services.store.quotes);
  const read = createQuoteReader(services);
  const entries = await Promise.all(page.quotes.map(read));
  const count = await services.store.quotes.count({ guildId, states: viewStates[view] });
  const lines = entries.map((entry) =>
    [
      `**${texts.quotes.name(entry.quote.number)}** ${firstWords(entry, texts, wordsLengthMax)}`,
      peopleLine(entry.quote, texts),
      ...holdLines(entry.quote, texts),
    ].join('\n'),
  );
  const open: ReplyRow = {
    kind: 'choice',
    meaning: { kind: 'quote-open' },
    placeholder: queue.choose,
    options: entries.map((entry) => ({ label: quoteChoice(entry), value: String(entry.quote.number) })),
  };
  return {
    content: [count === 0 ? queue.none[view] : queue.title[view](count), ...lines].join('\n'),
    rows: [
      ...(entries.length > 0 ? [open] : []),
      ...(page.hasBefore || page.hasAfter ? [pageRow(view, page, visitor)] : []),
      viewRow(view, visitor),
    ],
  };
}

interface Page {
  readonly quotes: Awaited<ReturnType<QuoteStore['quotes']>>;
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

/** Waiting ones oldest first, posted ones newest first; a page that has emptied meanwhile is the first one. */
async function readPage(
  { view, side, number }: Omit<QueueMeaning, 'kind'>,
  guildId: string,
  store: Pick<QuoteStore, 'quotes'>,
): Promise<Page> {
  const query = { guildId, states: viewStates[view] };
  const [ahead, back] =
    view === 'posted' ? (['descending', 'ascending'] as const) : (['ascending', 'descending'] as const);
  const order = side === 'after' ? ahead : back;
  const found = await store.quotes({
    ...query,
    order,
    limit: perPage + 1,
    ...(number > 0 && { after: number }),
  });
  if (found.length === 0 && number > 0) return readPage({ view, side: 'after', number: 0 }, guildId, store);
  const shown = found.slice(0, perPage);
  const quotes = side === 'after' ? shown : shown.toReversed();
  const first = quotes[0]?.number ?? 0;
  const hasFurther = found.length > perPage;
  const behind =
    side === 'before' || number === 0
      ? []
      : await store.quotes({ ...query, order: back, limit: 1, after: first });
  return side === 'after'
    ? { quotes, hasBefore: behind.length > 0, hasAfter: hasFurther }
    : { quotes, hasBefore: hasFurther, hasAfter: true };
}

function pageRow(view: QueueView, { quotes, hasBefore, hasAfter }: Page, { texts }: QuoteVisitor): ReplyRow {
  const to = (side: QueueMeaning['side'], label: string, place: number): ReplyButton => ({
    label,
    meaning: { kind: 'quote-queue', view, side, number: quotes.at(place)?.number ?? 0 },
  });
  return {
    kind: 'buttons',
    buttons: [
      ...(hasBefore ? [to('before', texts.previousButton, 0)] : []),
      ...(hasAfter ? [to('after', texts.nextButton, -1)] : []),
    ],
  };
}

function viewRow(shown: QueueView, { texts }: QuoteVisitor): ReplyRow {
  return {
    kind: 'buttons',
    buttons: queueViews.map((view) => ({
      label: texts.quotes.queue.views[view],
      look: view === shown ? 'main' : 'plain',
      // The view that is shown is read anew.
      meaning: { kind: 'quote-queue', view, side: 'after', number: 0 },
    })),
  };
}
