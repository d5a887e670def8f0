import type { AnswerKind } from '../../answers/expected-answer.ts';

/** What Kutip says to moderators about why a passage was shown, in one language. */
export interface WhyTexts {
  readonly why: {
    readonly title: string;
    readonly notAllowed: string;
    readonly tooOld: string;
    /** The message chosen is no answer. */
    readonly noAnswer: string;
    readonly asksFor: (kind: string) => string;
    readonly kinds: Readonly<Record<AnswerKind, string>>;
    readonly carried: string;
    readonly chosen: (place: string) => string;
    readonly nearest: (place: string) => string;
    readonly has: (words: string) => string;
    /** Beside a word that the passage says in another one. */
    readonly otherWord: string;
    readonly lacks: (words: string) => string;
    readonly inNoArticle: (words: string) => string;
    readonly writtenDown: string;
    readonly runnerUp: (place: string, words: string) => string;
    readonly overview: string;
    readonly nothingFound: string;
    readonly sure: (words: { confidence: string; answers: string; mayAnswer: string }) => string;
    /** The articles, lessons or settings have changed since. */
    readonly otherwise: string;
  };
}
