import type { Attachment } from 'discord.js';
import { readExport, type ImportedQuote } from '../../quotes/export-quotes.ts';
import type { Actor } from '../../quotes/permissions.ts';
import { selectionOf } from '../../quotes/select-sentences.ts';
import { readAttachment } from '../read-attachment.ts';
import { problemReply, type Reply } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Texts } from '../texts/texts.ts';

/** Quotes of one file that are taken over at once: each is compared with all that are there. */
export const importedQuotesMax = 500;
const fileBytesMax = 8 * 1024 * 1024;
const refusedShownMax = 12;

export interface ImportAsked {
  readonly guildId: string;
  readonly actor: Actor;
  readonly file: Pick<Attachment, 'size' | 'url'>;
  readonly texts: Texts;
  /** Tells moderators of so many new suggestions, in one message. */
  readonly announce: (count: number) => Promise<void>;
}

/**
 * Adds a file's quotes as suggestions, which moderators hear of in one message, and says what became of each. Writes to the quote store; a file
 * that was imported before adds nothing.
 */
export async function importReply(
  { guildId, actor, file, texts, announce }: ImportAsked,
  services: Services,
): Promise<Reply> {
  const { quoteFiles } = texts;
  const read = await readAttachment(file, fileBytesMax);
  if (!read.ok) {
    return problemReply(
      {
        'too-large': quoteFiles.tooLargeToRead(fileBytesMax),
        'not-utf8': quoteFiles.notUtf8,
        'not-fetched': quoteFiles.notFetched,
      }[read.reason],
    );
  }
  const result = readExport(read.text, services.index.articles);
  if (!result.ok) return problemReply(quoteFiles.fileProblems[result.reason]);
  const count = result.quotes.length;
  if (count > importedQuotesMax) return problemReply(quoteFiles.tooManyQuotes(count, importedQuotesMax));
  let importedCount = 0;
  let knownCount = 0;
  const refused = result.refused.map(({ reason, ...where }) => ({
    ...where,
    reason: quoteFiles.reasons[reason],
  }));
  for (const quote of result.quotes) {
    const outcome = await addQuote(quote, { guildId, actor }, services);
    if (outcome === 'added') importedCount += 1;
    else if (outcome === 'known') knownCount += 1;
    else refused.push({ place: quote.place, number: quote.number, reason: quoteFiles.notAdded });
  }
  services.log.info({ guildId, importedCount, knownCount, refusedCount: refused.length }, 'quotes imported');
  if (importedCount > 0) await announce(importedCount);
  const shown = refused.slice(0, refusedShownMax);
  return {
    content: [
      quoteFiles.imported(importedCount),
      ...(knownCount > 0 ? [quoteFiles.alreadyThere(knownCount)] : []),
      ...(refused.length > 0 ? [quoteFiles.refused(refused.length)] : []),
      ...shown.map((each) => quoteFiles.refusedQuote(each)),
      ...(refused.length > shown.length ? [quoteFiles.moreRefused(refused.length - shown.length)] : []),
    ].join('\n'),
  };
}

async function addQuote(
  { body, note }: ImportedQuote,
  by: { readonly guildId: string; readonly actor: Actor },
  { index, quotes: { desk } }: Services,
): Promise<'added' | 'known' | 'refused'> {
  const article = index.articles.get(body.articleId);
  const selection = article && selectionOf(article, body);
  if (selection === undefined) return 'refused';
  const request = { ...by, articleId: body.articleId, selection, isImported: true } as const;
  const outcome = await desk.suggest(request);
  if (!outcome.ok) return outcome.reason === 'overlaps' ? 'known' : 'refused';
  if (note !== undefined) {
    await desk.act({ ...by, number: outcome.quote.number, action: { kind: 'annotate', note } });
  }
  return 'added';
}
