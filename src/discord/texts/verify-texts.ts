import type { Typography } from '../../quotes/verify/canonical-text.ts';

/** What Kutip says about pasted words, in one language. */
export interface VerifyTexts {
  readonly verify: {
    /** Above what is said of a message of which only the quotation was checked. */
    readonly quotationOnly: string;
    readonly exact: string;
    /** Said beside either of them where the parts stand apart in the article. */
    readonly joined: (partCount: number) => string;
    readonly typography: (differences: readonly Typography[]) => string;
    readonly differs: string;
    /** How to read the difference. */
    readonly legend: string;
    readonly differenceCut: string;
    /** Above the article's own words. */
    readonly nearest: string;
    readonly inNoArticle: (articleCount: number) => string;
    readonly nothing: string;
    readonly tooLong: (lengthMax: number) => string;
    readonly morePlaces: (count: number) => string;
    /** The snapshot that was compared with, by the first digits of its SHA-256. */
    readonly version: (digits: string) => string;
  };
}
