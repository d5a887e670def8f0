import { exportQuotes } from '../../quotes/export-quotes.ts';
import { quotePageMax, type QuoteStore } from '../../quotes/quote-store.ts';
import type { Quote, Snapshot } from '../../quotes/quote.ts';
import { problemReply, type Reply } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Texts } from '../texts/texts.ts';

/** What a server without boosts takes: https://docs.discord.com/developers/reference#uploading-files */
const fileBytesMax = 10 * 1024 * 1024;
/** Numbers that are named when they had to be left out. */
const leftOutShownMax = 20;

/** All quotes of a server as one file, with what had to be left out. */
export async function exportReply(
  guildId: string,
  { quoteFiles }: Texts,
  { store, log }: Services,
): Promise<Reply> {
  const quotes = await readAll(guildId, store.quotes);
  if (quotes.length === 0) return problemReply(quoteFiles.nothingToExport);
  const snapshots = await readSnapshots(quotes, store.quotes);
  const { json, leftOut } = exportQuotes(quotes, (body) => snapshots.get(keyOf(body)));
  const bytes = Buffer.from(json, 'utf8');
  if (leftOut.length > 0) log.error({ guildId, numbers: leftOut }, 'quotes do not fit their stored articles');
  if (bytes.byteLength > fileBytesMax) return problemReply(quoteFiles.tooLargeToSend);
  const shown = leftOut.slice(0, leftOutShownMax);
  const missing = leftOut.length === 0 ? [] : [quoteFiles.leftOut(shown, leftOut.length - shown.length)];
  return {
    content: [quoteFiles.exported(quotes.length - leftOut.length), ...missing].join('\n'),
    file: { name: 'kutip-quotes.json', bytes },
  };
}

async function readAll(guildId: string, store: QuoteStore): Promise<Quote[]> {
  const all: Quote[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await store.quotes({ guildId, limit: quotePageMax, ...(last && { after: last.number }) });
    all.push(...page);
    if (page.length < quotePageMax) return all;
  }
}

/** A snapshot that cannot be read is as good as none: its quotes are left out. */
async function readSnapshots(
  quotes: readonly Quote[],
  store: QuoteStore,
): Promise<ReadonlyMap<string, Snapshot>> {
  const snapshots = new Map<string, Snapshot>();
  const seen = new Set<string>();
  for (const { guildId, body } of quotes) {
    const key = keyOf(body);
    if (seen.has(key)) continue;
    seen.add(key);
    const snapshot = await store.snapshot(guildId, body.articleId, body.version).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'StoredValueError') return undefined;
      throw error;
    });
    if (snapshot !== undefined) snapshots.set(key, snapshot);
  }
  return snapshots;
}

function keyOf({ articleId, version }: { readonly articleId: string; readonly version: string }): string {
  return `${version} ${articleId}`;
}
