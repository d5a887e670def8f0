/** Posted quotes, for everybody: one by its number, any one, or those that hold some words. */
import { randomInt } from 'node:crypto';
import type { Quote } from '../../quotes/quote.ts';
import { quotePageMax } from '../../quotes/quote-store.ts';
import { pageOf } from '../../guilds/gaps.ts';
import type { ButtonHandler } from '../command.ts';
import { searchTermsLengthMax } from '../limits.ts';
import { renderInline, takeStart } from '../render/cut-text.ts';
import { problemReply, type Reply, type ReplyButton } from '../reply.ts';
import type { Services } from '../services.ts';
import { viewOf } from './decide.ts';
import { admit, type QuoteVisitor } from './quote-access.ts';
import type { QuoteMeaning } from './quote-button.ts';
import { postedLines } from './quote-lines.ts';
import { createQuoteReader, firstWords, type ReadQuote } from './read-quote.ts';
import { cardReply, postOf } from './show-card.ts';

/** Quotes looked through by a search, newest first, at most; where there are more it says so. */
export const searchedMax = 1_000;
const perPage = 5;

/** Whether everybody may see it. */
export function isPublic({ state }: Pick<Quote, 'state'>): boolean {
  return state === 'posted' || state === 'corrected';
}

/**
 * A quote as everybody may see it; a moderator sees the card of one that is not posted, and whoever
 * suggested it how it stands.
 */
export async function showQuote(quote: Quote, visitor: QuoteVisitor, services: Services): Promise<Reply> {
  const { browse, suggest, states, name } = visitor.texts.quotes;
  if (isPublic(quote)) return showPosted(quote, visitor, services);
  if (visitor.actor.role !== 'member') {
    return cardReply(quote, { ...viewOf(visitor), isPrivate: true }, services);
  }
  if (quote.state === 'withdrawn') return problemReply(browse.withdrawn(quote.number));
  if (quote.suggestedBy !== visitor.actor.id) return problemReply(browse.hidden);
  const read = await createQuoteReader(services)(quote);
  const { number, revision } = quote;
  const isOpen = quote.state === 'suggested' && quote.lastChange === undefined;
  return {
    content: `**${name(number)} · ${states[quote.state]}**\n> ${firstWords(read, visitor.texts, 600)}`,
    isProblem: true,
    buttons: isOpen
      ? [{ label: suggest.retract, meaning: { kind: 'quote-act', act: 'retract', number, revision } }]
      : [],
  };
}

async function showPosted(quote: Quote, visitor: QuoteVisitor, services: Services): Promise<Reply> {
  const { card, problems } = visitor.texts.quotes;
  const read = await createQuoteReader(services)(quote);
  const post = await postOf(read, viewOf(visitor), services);
  if (!post.ok) {
    return problemReply(post.reason === 'too-long' ? card.previewTooLong : problems.broken[post.reason]);
  }
  return { content: post.content };
}

/** Any one of the posted quotes. */
export async function randomQuote(visitor: QuoteVisitor, services: Services): Promise<Reply> {
  const { quotes } = await postedQuotes(visitor.guildId, services);
  const chosen = quotes.length === 0 ? undefined : quotes[randomInt(quotes.length)];
  return chosen === undefined
    ? problemReply(visitor.texts.quotes.browse.none)
    : showPosted(chosen, visitor, services);
}

/** *Previous* and *Next* under a search among quotes. */
export const findButton: ButtonHandler<Extract<QuoteMeaning, { kind: 'quote-find' }>> = {
  effect: 'turn-page',
  execute: async (interaction, meaning, services) => {
    const admission = await admit(interaction, 'search', services);
    return admission.ok ? findQuotes(meaning, admission.visitor, services) : admission.reply;
  },
};

/** Posted quotes in whose words, speaker or title every one of these terms stands, newest first. */
export async function findQuotes(
  { terms, page: wanted }: { readonly terms: string; readonly page: number },
  { guildId, texts }: QuoteVisitor,
  services: Services,
): Promise<Reply> {
  const { browse } = texts.quotes;
  const line = takeStart(terms.toWellFormed().replace(/\s+/gu, ' ').trim(), searchTermsLengthMax);
  if (line === '') return problemReply(texts.problems.emptySearch);
  const { quotes, isCut } = await postedQuotes(guildId, services);
  const words = fold(line).split(' ');
  const read = createQuoteReader(services);
  const found = (await Promise.all(quotes.map(read))).filter((entry) => holds(entry, words));
  const shownTerms = `**${renderInline(line, 120)}**`;
  if (found.length === 0) return problemReply(browse.nothingFound(shownTerms));
  const { entries, page, pageCount } = pageOf(found, wanted, perPage);
  const lines = entries.map((entry) => describeFound(entry, texts));
  const to = (label: string, target: number): ReplyButton => ({
    label,
    meaning: { kind: 'quote-find', page: target, terms: line },
  });
  return {
    content: [
      browse.found(found.length, shownTerms),
      ...lines,
      ...(pageCount > 1 ? [texts.page(page, pageCount)] : []),
      ...(isCut ? [browse.scanned(searchedMax)] : []),
    ].join('\n'),
    buttons: [
      ...(page > 1 ? [to(texts.previousButton, page - 1)] : []),
      ...(page < pageCount ? [to(texts.nextButton, page + 1)] : []),
    ],
  };
}

function describeFound(entry: ReadQuote, texts: QuoteVisitor['texts']): string {
  const { quote } = entry;
  const where = postedLines(quote, texts).map((line) => `-# ${line}`);
  return [`**${texts.quotes.name(quote.number)}** ${firstWords(entry, texts, 220)}`, ...where].join('\n');
}

function holds(entry: ReadQuote, words: readonly string[]): boolean {
  if (!entry.ok) return false;
  const said = fold(`${entry.words.text} ${entry.words.speaker ?? ''} ${entry.snapshot.title}`);
  return words.every((word) => said.includes(word));
}

/** Newest first, at most `searchedMax`. */
async function postedQuotes(
  guildId: string,
  { store }: Services,
): Promise<{ readonly quotes: readonly Quote[]; readonly isCut: boolean }> {
  const quotes: Quote[] = [];
  while (quotes.length < searchedMax) {
    const last = quotes.at(-1)?.number;
    const page = await store.quotes.quotes({
      guildId,
      states: ['posted', 'corrected'],
      order: 'descending',
      limit: quotePageMax,
      ...(last !== undefined && { after: last }),
    });
    quotes.push(...page);
    if (page.length < quotePageMax) return { quotes, isCut: false };
  }
  return { quotes, isCut: true };
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}
