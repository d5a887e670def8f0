import type { MoveChange } from '../../quotes/relocate.ts';

/** What Kutip tells moderators about a quote whose article changed, in one language. */
export interface CorrectionTexts {
  readonly corrections: {
    readonly title: (number: number) => string;
    /** In its place once nothing is to be decided; `event` says who did what, and when. */
    readonly decided: (number: number, event: string) => string;
    /** Instead of *adjusted*, where the words of today were taken over. */
    readonly tookOver: (who: string) => string;
    readonly moved: string;
    readonly changes: Readonly<Record<MoveChange, string>>;
    readonly changed: string;
    /** How to read the difference. */
    readonly legend: string;
    readonly differenceCut: string;
    readonly gone: string;
    /** Above the words as the article has them now. */
    readonly now: string;
    readonly quotedWords: string;
    readonly quotedWordsLost: string;
    /** What each of the buttons does. */
    readonly choices: Readonly<Record<'correct' | 'takeOver' | 'keep' | 'withdraw' | 'reject', string>>;
    readonly correct: string;
    readonly takeOver: string;
    readonly keep: string;
    readonly keepTitle: (number: number) => string;
    readonly keepHint: string;
    readonly open: string;
    readonly settled: (number: number) => string;
    readonly articleGone: string;
    readonly corrected: (number: number) => string;
    readonly kept: (number: number) => string;
    /** The article changed once more while it was being decided. */
    readonly changedAgain: string;
  };
}
