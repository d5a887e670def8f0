/** A stored quote enters, the message that shows it leaves, or why it may not be shown. */
import type { CardRenderer } from '../../quotes/card/render-card.ts';
import type { Quote, Snapshot } from '../../quotes/quote.ts';
import type { QuoteStore } from '../../quotes/quote-store.ts';
import { formatDate } from '../render/citation-line.ts';
import { escapeInline } from '../render/escape-markdown.ts';
import type { PostingGuild, PostingParts } from './posting-parts.ts';
import type { PostCard, PostContent, QuoteBoard } from './quote-board.ts';
import { lastEvent } from './read-events.ts';
import { isCorrected, renderPost } from './render-post.ts';

/** What composing works with: a preview needs no more. */
export type ComposingParts = Pick<PostingParts, 'quotes' | 'cards' | 'log'> & {
  readonly board: Pick<QuoteBoard, 'mayAttach'>;
};

export type ComposedPost =
  | {
      readonly ok: true;
      readonly content: PostContent;
      /** Why there is no picture where the server wants one. */
      readonly cardProblem?: string;
    }
  /** `damaged`: the stored text is not the quoted one; `detail` says what is wrong, for the log. */
  | { readonly ok: false; readonly reason: 'damaged'; readonly detail: string }
  | { readonly ok: false; readonly reason: 'too-long' };

/** Checks the words against the stored snapshot, byte for byte, each time anew. */
export async function composePost(
  quote: Quote,
  channelId: string,
  guild: PostingGuild,
  parts: ComposingParts,
): Promise<ComposedPost> {
  const snapshot = await readSnapshot(quote, parts.quotes);
  if (typeof snapshot === 'string') return { ok: false, reason: 'damaged', detail: snapshot };
  const correctedAtMs = isCorrected(quote)
    ? (await lastEvent(quote, 'corrected', parts.quotes))?.atMs
    : undefined;
  const rendered = renderPost({
    quote,
    snapshot,
    texts: guild.texts,
    timeZone: guild.settings.timeZone,
    ...(correctedAtMs !== undefined && { correctedAtMs }),
  });
  if (!rendered.ok) {
    const { reason } = rendered;
    return reason === 'too-long' ? { ok: false, reason } : { ok: false, reason: 'damaged', detail: reason };
  }
  const { content } = rendered;
  if (!guild.settings.quoteCards) return { ok: true, content: { content } };
  const card = parts.board.mayAttach(quote.guildId, channelId)
    ? await drawCard(quote, snapshot, guild, parts)
    : guild.texts.quotePost.cardProblems.mayNotAttach;
  return typeof card === 'string'
    ? { ok: true, content: { content }, cardProblem: card }
    : { ok: true, content: { content, card } };
}

/** The snapshot, or in a word why it cannot be used. */
async function readSnapshot(
  { guildId, body }: Quote,
  quotes: Pick<QuoteStore, 'snapshot'>,
): Promise<Snapshot | 'unreadable' | 'missing'> {
  try {
    return (await quotes.snapshot(guildId, body.articleId, body.version)) ?? 'missing';
  } catch (error) {
    if (error instanceof Error && error.name === 'StoredValueError') return 'unreadable';
    throw error;
  }
}

/** The picture, or why there is none, in the server's language. */
async function drawCard(
  { body, number, guildId }: Quote,
  snapshot: Snapshot,
  { texts }: PostingGuild,
  { cards, log }: ComposingParts,
): Promise<PostCard | string> {
  const { cardProblems } = texts.quotePost;
  const { published } = snapshot;
  try {
    if (cards === undefined) return cardProblems.cannotDraw;
    const date = published === undefined ? undefined : formatDate(published, texts);
    const result = await draw(await cards(), { body, snapshot, number, ...(date !== undefined && { date }) });
    if (result.ok) return { png: result.png, altText: result.altText };
    if (result.reason === 'missing-characters') {
      const shown = result.characters.slice(0, shownCharactersMax).join(' ');
      return cardProblems.missingCharacters(escapeInline(shown));
    }
    if (result.reason === 'too-long') return cardProblems.tooLong;
    log.error({ guildId, number, reason: result.reason }, 'card could not be drawn');
  } catch (err) {
    log.error({ err, guildId, number }, 'card could not be drawn');
  }
  return cardProblems.cannotDraw;
}

const shownCharactersMax = 10;

async function draw(renderer: CardRenderer, request: Parameters<CardRenderer['render']>[0]) {
  return renderer.render(request);
}
