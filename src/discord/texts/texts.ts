import type { Services } from '../services.ts';
import type { CorrectionTexts } from './correction-texts.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import type { ModerationTexts } from './moderation-texts.ts';
import type { QuoteFilesTexts } from './quote-files-texts.ts';
import type { VerifyTexts } from './verify-texts.ts';
import type { WhyTexts } from './why-texts.ts';

/** What Kutip itself says, in one language. Quotes never pass through here. */
export interface Texts extends CorrectionTexts, ModerationTexts, QuoteFilesTexts, VerifyTexts, WhyTexts {
  /** For Intl. */
  readonly locale: 'id' | 'en';
  readonly questionLabel: string;
  readonly answers: string;
  readonly mayAnswer: string;
  readonly doesNotSay: string;
  readonly nearest: string;
  /** The question held no word to search for. */
  readonly noTerms: string;
  /** What to do after "does not say" with nothing near. */
  readonly nothingFoundHint: string;
  readonly paragraph: (number: number) => string;
  readonly sentence: (number: number) => string;
  readonly titlePlace: string;
  readonly summaryPlace: string;
  readonly headingPlace: (paragraph: number) => string;
  /** Label of a link to the publisher's page; never holds anything of the article's. */
  readonly sourceLink: string;
  readonly contextButton: (number: number | undefined) => string;
  readonly moreButton: string;
  readonly previousButton: string;
  readonly nextButton: string;
  readonly contextTitle: string;
  readonly moreTitle: string;
  readonly passageTitle: string;
  readonly searchTitle: (found: number) => string;
  readonly searchNothing: string;
  readonly page: (page: number, pages: number) => string;
  readonly articlesTitle: (count: number) => string;
  readonly paragraphCount: (count: number) => string;
  readonly fields: {
    readonly author: string;
    readonly publisher: string;
    readonly published: string;
    readonly language: string;
    readonly licence: string;
    readonly length: string;
    readonly version: string;
  };
  readonly languageNames: { readonly id: string; readonly en: string };
  readonly askAbout: string;
  readonly help: string;
  readonly problems: {
    readonly noSuchArticle: string;
    readonly noSuchPassage: string;
    readonly emptyMessage: string;
    /** The message to ask about is one of Kutip's own. */
    readonly ownMessage: string;
    readonly emptyQuestion: string;
    readonly emptySearch: string;
    /** A quote could not be verified against the article any more. */
    readonly stale: string;
    readonly articleChanged: string;
    readonly articleGone: string;
    /** Above what somebody had typed, where nothing came of it. */
    readonly typed: string;
    readonly coolDown: (seconds: number) => string;
    readonly restarting: string;
    readonly unknownCommand: string;
    readonly unknownButton: string;
    readonly failed: (reference: string) => string;
  };
}

/** The texts for `interaction.locale`: Indonesian for `id`, English for everybody else. */
export function textsFor(locale: string): Texts {
  return locale === 'id' ? id : en;
}

/** The texts for somebody in that server: its own language where it has chosen one, else theirs. */
export async function textsIn(
  guildId: string | undefined,
  locale: string,
  { store }: Pick<Services, 'store'>,
): Promise<Texts> {
  if (guildId === undefined) return textsFor(locale);
  const { language } = (await store.guilds.settings(guildId)).settings;
  return textsFor(language === 'auto' ? locale : language);
}
