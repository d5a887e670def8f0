import type { Article } from '../../articles/article.ts';
import { checkQuote, type BrokenQuote, type QuoteWords } from '../../quotes/check-quote.ts';
import type { QuoteStore } from '../../quotes/quote-store.ts';
import { cutMark, type Quote, type Snapshot } from '../../quotes/quote.ts';
import { choiceName } from '../article-option.ts';
import { renderInline } from '../render/cut-text.ts';
import type { Services } from '../services.ts';
import type { Texts } from '../texts/texts.ts';

/** A quote with the words that may be shown of it, or why none may. */
export type ReadQuote =
  | { readonly ok: true; readonly quote: Quote; readonly snapshot: Snapshot; readonly words: QuoteWords }
  | { readonly ok: false; readonly quote: Quote; readonly reason: BrokenQuote | 'no-snapshot' };

/**
 * Reads quotes of one page or list; snapshots that several of them quote are read once. What is not,
 * byte for byte, as it was stored gives no words, and the log an error.
 */
export type QuoteReader = (quote: Quote) => Promise<ReadQuote>;

export function createQuoteReader({ store, log }: Pick<Services, 'store' | 'log'>): QuoteReader {
  const snapshots = new Map<string, Promise<Snapshot | 'no-snapshot' | 'snapshot-damaged'>>();
  const told = new Set<string>();
  const fail = (quote: Quote, key: string, reason: BrokenQuote | 'no-snapshot'): ReadQuote => {
    if (!told.has(key)) logDamage(quote, reason, log);
    told.add(key);
    return { ok: false, quote, reason };
  };
  return async (quote) => {
    const { guildId, body } = quote;
    const key = `${guildId} ${body.articleId} ${body.version}`;
    const reading = snapshots.get(key) ?? readSnapshot(quote, store.quotes);
    snapshots.set(key, reading);
    const snapshot = await reading;
    if (typeof snapshot === 'string') return fail(quote, key, snapshot);
    const checked = checkQuote(body, snapshot);
    return checked.ok
      ? { ok: true, quote, snapshot, words: checked.words }
      : fail(quote, key, checked.reason);
  };
}

/** Tells the operator that a quote cannot be shown: its stored text is not the one that was quoted. */
export function logDamage({ guildId, number, body }: Quote, detail: string, log: Services['log']): void {
  const { articleId, version } = body;
  log.error({ guildId, number, articleId, version, detail }, 'stored snapshot is damaged');
}

async function readSnapshot(
  { guildId, body }: Quote,
  quotes: Pick<QuoteStore, 'snapshot'>,
): Promise<Snapshot | 'no-snapshot' | 'snapshot-damaged'> {
  try {
    return (await quotes.snapshot(guildId, body.articleId, body.version)) ?? 'no-snapshot';
  } catch (error) {
    // What cannot be read any more shows nothing, and keeps no list from being shown.
    if (error instanceof Error && error.name === 'StoredValueError') return 'snapshot-damaged';
    throw error;
  }
}

/** Its first words on one line, escaped, at most `lengthMax` UTF-16 units; or why there are none. */
export function firstWords(read: ReadQuote, texts: Texts, lengthMax: number): string {
  if (!read.ok) return renderInline(texts.quotes.problems.broken[read.reason], lengthMax);
  let line = '';
  for (const { joint, words } of read.words.parts) {
    // The mark is ours, and left as it is: escaped, phones would show the backslashes.
    const joined = joint === '' ? '' : joint.includes(cutMark) ? ` ${cutMark} ` : ' ';
    const room = lengthMax - line.length - joined.length;
    if (room < 40 && line !== '')
      return line.endsWith(cutMark) ? line : `${line} ${cutMark}`.slice(0, lengthMax);
    line += joined + renderInline(words, room);
  }
  return line;
}

/** As a choice in a select or a suggestion: plain text of at most 100 UTF-16 units. */
export function quoteChoice(read: ReadQuote): string {
  const name = `#${read.quote.number}`;
  return choiceName(read.ok ? `${name} ${read.words.text}` : name);
}

/** The article that a quote points to, where it still has the quoted text. */
export function quotedArticle({ body }: Quote, { index }: Pick<Services, 'index'>): Article | undefined {
  const article = index.articles.get(body.articleId);
  return article?.version === body.version ? article : undefined;
}
