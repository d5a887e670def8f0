/**
 * Quotes of a server as one JSON text, and back. The file holds the words for a person to read, but
 * on the way in they only have to agree: every quote is cut anew from the corpus, or refused.
 */
import { z } from 'zod';
import type { Article } from '../articles/article.ts';
import { checkQuote } from './check-quote.ts';
import { hashText } from './hash-text.ts';
import { noteLengthMax } from './quote.ts';
import type { Quote, QuoteBody, Snapshot } from './quote.ts';
import { bodySchema } from './quote-schema.ts';
import { bodyOf, selectionOf } from './select-sentences.ts';

export const exportSchemaVersion = 1;
/** Quotes in one file, at most. */
export const exportedQuotesMax = 10_000;
/** Lists and objects inside one another in a file, at most; an export has six. */
const nestingMax = 8;
/** A file, in UTF-16 units, at most. */
export const exportLengthMax = 32 * 1024 * 1024;

const exportedQuote = z.strictObject({
  number: z.int().min(1),
  state: z.string().max(20),
  suggestedAtMs: z.int(),
  body: bodySchema,
  words: z.string().max(10_000),
  speaker: z.string().max(200).exactOptional(),
  note: z.string().min(1).max(noteLengthMax).exactOptional(),
});

/** One quote of a file. People are not in it: a file travels further than they agreed to. */
export type ExportedQuote = z.infer<typeof exportedQuote>;

const exportFile = z.strictObject({
  format: z.literal('kutip-quotes'),
  schemaVersion: z.literal(exportSchemaVersion),
  /** SHA-256 of `quotes` as compact JSON. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  quotes: z.array(z.unknown()).max(exportedQuotesMax),
});

export interface ExportResult {
  /** The file. The same quotes give the same characters. */
  readonly json: string;
  /** Numbers that are not in it: their snapshot is missing or damaged. Ascending. */
  readonly leftOut: readonly number[];
}

/** The file of those quotes, by number. */
export function exportQuotes(
  quotes: readonly Quote[],
  snapshotOf: (body: QuoteBody) => Snapshot | undefined,
): ExportResult {
  const leftOut: number[] = [];
  const exported = quotes
    .toSorted((a, b) => a.number - b.number)
    .flatMap((quote): ExportedQuote[] => {
      const snapshot = snapshotOf(quote.body);
      const checked = snapshot && checkQuote(quote.body, snapshot);
      if (checked?.ok !== true) {
        leftOut.push(quote.number);
        return [];
      }
      const { number, state, suggestedAtMs, body, note } = quote;
      const { text: words, speaker } = checked.words;
      return [
        {
          number,
          state,
          suggestedAtMs,
          body,
          words,
          ...(speaker !== undefined && { speaker }),
          ...(note !== undefined && { note }),
        },
      ];
    });
  const file = {
    format: 'kutip-quotes',
    schemaVersion: exportSchemaVersion,
    sha256: hashText(JSON.stringify(exported)),
    quotes: exported,
  };
  return { json: `${JSON.stringify(file, null, 2)}\n`, leftOut };
}

export type ImportRefusal =
  | 'malformed'
  | 'repeated-number'
  | 'unknown-article'
  | 'another-version'
  | 'words-differ'
  | 'no-whole-sentences';

export interface ImportedQuote {
  /** As of a refused quote. */
  readonly place: number;
  /** Its number in the file; it gets a number of its own where it is added. */
  readonly number: number;
  /** Cut anew from the corpus. */
  readonly body: QuoteBody;
  readonly note?: string;
}

export interface RefusedQuote {
  /** Place in the file, from 1. */
  readonly place: number;
  /** Undefined where not even that could be read. */
  readonly number?: number;
  readonly reason: ImportRefusal;
}

export type ImportResult =
  | {
      readonly ok: true;
      /** In the file's order; they enter as suggestions. */
      readonly quotes: readonly ImportedQuote[];
      readonly refused: readonly RefusedQuote[];
    }
  | { readonly ok: false; readonly reason: ExportFileProblem };

/** Why a file as a whole is nothing to take quotes from. */
export type ExportFileProblem = 'too-large' | 'no-json' | 'no-export' | 'checksum-differs';

/** What can be taken over from a file. Never throws, whatever the file holds. */
export function readExport(json: string, articles: ReadonlyMap<string, Article>): ImportResult {
  if (json.length > exportLengthMax) return { ok: false, reason: 'too-large' };
  const value = parseJson(json);
  if (value === undefined) return { ok: false, reason: 'no-json' };
  // What nests without end is nothing to walk through: every step into it takes stack.
  if (isNestedDeeper(value, nestingMax)) return { ok: false, reason: 'no-export' };
  const file = exportFile.safeParse(value);
  if (!file.success) return { ok: false, reason: 'no-export' };
  if (hashText(JSON.stringify(file.data.quotes)) !== file.data.sha256) {
    return { ok: false, reason: 'checksum-differs' };
  }
  const quotes: ImportedQuote[] = [];
  const refused: RefusedQuote[] = [];
  const seen = new Set<number>();
  for (const [index, entry] of file.data.quotes.entries()) {
    const read = exportedQuote.safeParse(entry);
    const found = read.success ? takeOver(read.data, articles, seen) : 'malformed';
    const place = index + 1;
    if (typeof found !== 'string') {
      quotes.push({ place, ...found });
      continue;
    }
    const number = read.success ? { number: read.data.number } : {};
    refused.push({ place, ...number, reason: found });
  }
  return { ok: true, quotes, refused };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Level by level: its own stack does not grow. */
function isNestedDeeper(value: unknown, depthMax: number): boolean {
  let level = [value].filter(isNest);
  for (let depth = 0; depth < depthMax; depth += 1) level = level.flatMap(Object.values).filter(isNest);
  return level.length > 0;
}

function isNest(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function takeOver(
  exported: ExportedQuote,
  articles: ReadonlyMap<string, Article>,
  seen: Set<number>,
): Omit<ImportedQuote, 'place'> | ImportRefusal {
  if (seen.has(exported.number)) return 'repeated-number';
  seen.add(exported.number);
  const { body, words, note } = exported;
  const article = articles.get(body.articleId);
  if (article === undefined) return 'unknown-article';
  if (article.version !== body.version) return 'another-version';
  const selection = selectionOf(article, body);
  if (selection === undefined) return 'no-whole-sentences';
  const cut = bodyOf(article, selection);
  if (!cut.ok) return 'no-whole-sentences';
  const isSame = cut.body.spans.every(({ sha256 }, place) => sha256 === body.spans[place]?.sha256);
  const checked = checkQuote(cut.body, { ...article, articleId: article.id });
  if (!isSame || !checked.ok || checked.words.text !== words) return 'words-differ';
  return { number: exported.number, body: cut.body, ...(note !== undefined && { note }) };
}
