import type { ExportFileProblem, ImportRefusal } from '../../quotes/export-quotes.ts';

/** What Kutip says about exporting and importing quotes, in one language. */
export interface QuoteFilesTexts {
  readonly quoteFiles: {
    readonly exported: (count: number) => string;
    readonly nothingToExport: string;
    /** Quotes that are not in the file, because what they quote is damaged. */
    readonly leftOut: (numbers: readonly number[], moreCount: number) => string;
    readonly tooLargeToSend: string;
    readonly imported: (count: number) => string;
    readonly alreadyThere: (count: number) => string;
    readonly refused: (count: number) => string;
    /** One quote of the file: its place, and its number where it could be read. */
    readonly refusedQuote: (refused: {
      readonly place: number;
      readonly number?: number;
      readonly reason: string;
    }) => string;
    readonly moreRefused: (count: number) => string;
    readonly reasons: Readonly<Record<ImportRefusal, string>>;
    readonly notAdded: string;
    readonly fileProblems: Readonly<Record<ExportFileProblem, string>>;
    readonly tooManyQuotes: (count: number, max: number) => string;
    readonly tooLargeToRead: (bytesMax: number) => string;
    readonly notUtf8: string;
    readonly notFetched: string;
  };
}
