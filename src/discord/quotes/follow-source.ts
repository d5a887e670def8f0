/**
 * Finds every live quote again where its article has another text now. What stands there unchanged is
 * taken over silently; everything else is frozen until a moderator has decided. It chooses no words.
 */
import type { Logger } from 'pino';
import type { Article } from '../../articles/article.ts';
import type { Actor } from '../../quotes/permissions.ts';
import type { QuoteStore } from '../../quotes/quote-store.ts';
import type { Quote } from '../../quotes/quote.ts';
import { relocate, type Relocation } from '../../quotes/relocate.ts';
import type { QuoteDesk } from './quote-desk.ts';

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

export interface FollowParts {
  readonly articles: ReadonlyMap<string, Article>;
  readonly quotes: QuoteStore;
  readonly desk: QuoteDesk;
  readonly log: Logger;
}

export type Fate = keyof FollowedSources;

/**
 * Looks at all live quotes of all articles; `botId` acts. Safe to repeat and to run in several
 * processes at once. Quotes whose article is gone stay as they are: their snapshot still holds them.
 */
export async function followSources(botId: string, parts: FollowParts): Promise<FollowedSources> {
  const counts = { relocated: 0, frozen: 0, waiting: 0, damaged: 0 };
  for (const article of parts.articles.values()) {
    let after: { readonly guildId: string; readonly number: number } | undefined;
    for (;;) {
      const page = await parts.quotes.liveQuotesOf(article.id, after);
      for (const quote of page) {
        const fate = await followSource(quote, botId, parts);
        if (fate !== undefined) counts[fate] += 1;
      }
      after = page.at(-1);
      if (after === undefined) break;
    }
  }
  return counts;
}

/** As `followSources` for one quote; undefined where it quotes the text of today, or its article is gone. */
export async function followSource(
  quote: Quote,
  botId: string,
  parts: FollowParts,
): Promise<Fate | undefined> {
  const { desk, log } = parts;
  const { guildId, number, body, revision } = quote;
  const article = parts.articles.get(body.articleId);
  if (article === undefined || article.version === body.version) return undefined;
  // Posting ends in a change of its own, after which it is looked at again.
  if (quote.state === 'posting') return 'waiting';
  const relocation = await relocateQuote(quote, article, parts.quotes);
  const actor: Actor = { id: botId, role: 'system' };
  const act = async (action: Parameters<QuoteDesk['act']>[0]['action']): Promise<boolean> =>
    (await desk.act({ guildId, number, actor, action, expectedRevision: revision })).ok;
  if (relocation.kind === 'exact') {
    const isDone = await act({ kind: 'relocated', body: relocation.body });
    return isDone ? 'relocated' : 'waiting';
  }
  if (relocation.kind === 'broken') {
    log.error({ guildId, number, reason: relocation.reason }, 'quote does not fit its stored article');
    if (quote.frozen === undefined) await act({ kind: 'freeze', cause: 'snapshot-damaged' });
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
