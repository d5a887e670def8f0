import { isCorrected, renderPost, type RenderedPost } from './render-post.ts';
import type { Quote } from '../../quotes/quote.ts';
import type { Reply } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Texts } from '../texts/texts.ts';
import { renderQuoteCard } from './quote-card.ts';
import { lastEvent } from './read-events.ts';
import { createQuoteReader, quotedArticle, type ReadQuote } from './read-quote.ts';

export interface CardView {
  /** Of whoever reads the card. */
  readonly texts: Texts;
  /** The server's: the post is in it. */
  readonly serverTexts: Texts;
  /** IANA. */
  readonly timeZone: string;
  readonly note?: string;
  readonly isPrivate?: boolean;
}

/** The card of a quote as it stands. */
export async function cardReply(quote: Quote, view: CardView, services: Services): Promise<Reply> {
  const read = await createQuoteReader(services)(quote);
  const post = await postOf(read, view, services);
  const article = quotedArticle(quote, services);
  return renderQuoteCard({ ...view, read, post, ...(article && { article }) });
}

/** The text of its post as it would be, or is. */
export async function postOf(
  read: ReadQuote,
  { serverTexts, timeZone }: Pick<CardView, 'serverTexts' | 'timeZone'>,
  { store }: Pick<Services, 'store'>,
): Promise<RenderedPost> {
  if (!read.ok) return { ok: false, reason: read.reason === 'no-snapshot' ? 'another-version' : read.reason };
  const { quote, snapshot } = read;
  const correctedAtMs = isCorrected(quote)
    ? (await lastEvent(quote, 'corrected', store.quotes))?.atMs
    : undefined;
  return renderPost({
    quote,
    snapshot,
    texts: serverTexts,
    timeZone,
    ...(correctedAtMs !== undefined && { correctedAtMs }),
  });
}
