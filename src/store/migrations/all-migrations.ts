import type { Migration } from 'kysely/migration';
import { conversations } from './0001-conversations.ts';
import { guilds } from './0002-guilds.ts';
import { quotes } from './0003-quotes.ts';
import { quoteReviews } from './0004-quote-reviews.ts';
import { quoteEdits } from './0005-quote-edits.ts';
import { importedQuotes } from './0006-imported-quotes.ts';
import { quoteNotices } from './0007-quote-notices.ts';
import { oneOfSeveral } from './0008-one-of-several.ts';

/**
 * Every step of the schema, in order, forward only. A step that has been released is never changed:
 * what it should have done is a new step. Names sort as they run.
 */
export const allMigrations: Readonly<Record<string, Migration>> = {
  '0001-conversations': conversations,
  '0002-guilds': guilds,
  '0003-quotes': quotes,
  '0004-quote-reviews': quoteReviews,
  '0005-quote-edits': quoteEdits,
  '0006-imported-quotes': importedQuotes,
  '0007-quote-notices': quoteNotices,
  '0008-one-of-several': oneOfSeveral,
};
