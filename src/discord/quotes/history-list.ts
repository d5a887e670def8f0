import type { ButtonHandler } from '../command.ts';
import { problemReply, type Reply, type ReplyButton } from '../reply.ts';
import type { Services } from '../services.ts';
import { describeEvent } from './describe-event.ts';
import { admit, type QuoteVisitor } from './quote-access.ts';
import type { QuoteMeaning } from './quote-button.ts';
import { stamp } from './quote-lines.ts';

/** Lines that fit one message with the longest reasons shown. */
const perPage = 8;

type HistoryMeaning = Extract<QuoteMeaning, { kind: 'quote-history' }>;

/** *History* of a quote, and its other pages. */
export const historyButton: ButtonHandler<HistoryMeaning> = {
  effect: 'turn-page',
  execute: async (interaction, meaning, services) => {
    const admission = await admit(interaction, 'read-history', services);
    return admission.ok ? historyPage(meaning, admission.visitor, services) : admission.reply;
  },
};

/** Everything that happened to one quote, oldest first; whoever calls it has been let in. */
export async function historyPage(
  { number, page: wanted }: Omit<HistoryMeaning, 'kind'>,
  { guildId, texts }: QuoteVisitor,
  { store }: Services,
): Promise<Reply> {
  const { history, problems, card } = texts.quotes;
  const quote = await store.quotes.quote(guildId, number);
  if (quote === undefined) return problemReply(problems.noSuchNumber);
  // Every event is one revision, without gaps.
  const pageCount = Math.ceil(quote.revision / perPage);
  const page = Math.min(wanted, pageCount);
  const after = (page - 1) * perPage;
  const events = (await store.quotes.history(guildId, number, after)).slice(0, perPage);
  const lines = events.map(
    (event) => `${event.revision}. ${stamp(event.atMs, 'f')} ${describeEvent(event, texts)}`,
  );
  const to = (label: string, target: number): ReplyButton => ({
    label,
    meaning: { kind: 'quote-history', number, page: target },
  });
  return {
    content: [
      pageCount > 1 ? `${history.title(number)} · ${texts.page(page, pageCount)}` : history.title(number),
      ...lines,
    ].join('\n'),
    buttons: [
      ...(page > 1 ? [to(texts.previousButton, page - 1)] : []),
      ...(page < pageCount ? [to(texts.nextButton, page + 1)] : []),
      { label: card.openButton, meaning: { kind: 'quote-open', number } },
    ],
  };
}
