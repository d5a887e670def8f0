/**
 * Finds every live quote again where its article has another text now. What stands there unchanged is
 * taken over silently; everything else is frozen until a moderator has decided. It chooses no words.
 */
import type { Article } from '../../articles/article.ts';
import type { QuoteStore } from '../../quotes/quote-store.ts';
import type { Quote } from '../../quotes/quote.ts';
import { relocate, type Relocation } from '../../quotes/relocate.ts';
import { freezeDamaged } from './post-quote.ts';
import { systemActor, type PostingParts } from './posting-parts.ts';
import type { AnyQuoteAction } from './quote-desk.ts';

/** What became of quotes whose article changed. */
export interface FollowedSources {
  /** Found word for word: they point to the new text now. */
  readonly relocated: number;
  /** Waiting for a moderator since now. */
  readonly frozen: number;
  /** Waiting already, kept beside this very text, or being posted. */
  readonly waiting: number;
  /** Their stored text is damaged: nothing of them can be sent. */
  readonly damaged: number;
}

export type Fate = keyof FollowedSources;

/**
 * Looks at all live quotes of the servers that this process serves. Safe to repeat. Quotes whose
 * article is gone stay as they are: their snapshot still holds them.
 */
export async function followSources(parts: PostingParts): Promise<FollowedSources> {
  const counts = { relocated: 0, frozen: 0, waiting: 0, damaged: 0 };
  const served = new Set(parts.board.guildIds());
  for (const article of parts.articles.values()) {
    let after: Pick<Quote, 'guildId' | 'number'> | undefined;
    for (;;) {
      const page = await parts.quotes.liveQuotesOf(article.id, after);
      for (const quote of page) {
        const fate = served.has(quote.guildId) ? await followSource(quote, parts) : undefined;
        if (fate !== undefined) counts[fate] += 1;
      }
      after = page.at(-1);
      if (after === undefined) break;
    }
  }
  return counts;
}

/** As `followSources` for one quote; undefined where it quotes the text of today, or its article is gone. */
export async function followSource(quote: Quote, parts: PostingParts): Promise<Fate | undefined> {
  const { guildId, number, body, revision } = quote;
  const article = parts.articles.get(body.articleId);
  if (article === undefined || article.version === body.version) return undefined;
  // Posting ends in a change of its own, after which it is looked at again.
  if (quote.state === 'posting') return 'waiting';
  const act = async (action: AnyQuoteAction): Promise<boolean> => {
    const request = { guildId, number, action, actor: systemActor(parts), expectedRevision: revision };
    return (await parts.desk.act(request)).ok;
  };
  const relocation = await relocateQuote(quote, article, parts.quotes);
  if (relocation.kind === 'exact') {
    const isDone = await act({ kind: 'relocated', body: relocation.body });
    return isDone ? 'relocated' : 'waiting';
  }
  if (relocation.kind === 'broken') {
    if (quote.frozen !== 'snapshot-damaged') await freezeDamaged(quote, relocation.reason, parts);
    return 'damaged';
  }
  if (quote.frozen !== undefined || quote.keptBeside === article.version) return 'waiting';
  return (await act({ kind: 'freeze', cause: 'source-changed' })) ? 'frozen' : 'waiting';
}

/** Where a quote stands in its article of today; broken too where its stored text cannot be read. */
export async function relocateQuote(
  { guildId, body }: Quote,
  article: Article,
  quotes: Pick<QuoteStore, 'snapshot'>,
): Promise<Relocation> {
  try {
    const snapshot = await quotes.snapshot(guildId, body.articleId, body.version);
    return snapshot === undefined
      ? { kind: 'broken', reason: 'another-version' }
      : relocate(body, snapshot, article);
  } catch (error) {
    // A damaged text is a fact about this quote; a database that does not answer is not.
    if (error instanceof Error && error.name === 'StoredValueError') {
      return { kind: 'broken', reason: 'snapshot-damaged' };
    }
    throw error;
  }
}
