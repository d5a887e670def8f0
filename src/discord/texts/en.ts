import { correctionEn } from './correction-en.ts';
import { moderationEn } from './moderation-en.ts';
import { quoteFilesEn } from './quote-files-en.ts';
import type { Texts } from './texts.ts';
import { verifyEn } from './verify-en.ts';
import { whyEn } from './why-en.ts';

const numbers = new Intl.NumberFormat('en');
const plurals = new Intl.PluralRules('en');

export const en: Texts = {
  ...correctionEn,
  ...moderationEn,
  ...quoteFilesEn,
  ...verifyEn,
  ...whyEn,
  locale: 'en',
  questionLabel: 'Question:',
  answers: 'The article answers:',
  mayAnswer: 'This may be the answer:',
  doesNotSay: 'The article does not say.',
  nearest: 'The nearest it comes:',
  noTerms: 'The question holds no word to search for. Try naming the person, thing or event.',
  nothingFoundHint: 'Try other words, or see `/article list` for what can be asked about.',
  paragraph: (number) => `paragraph ${numbers.format(number)}`,
  sentence: (number) => `sentence ${numbers.format(number)}`,
  titlePlace: 'title',
  summaryPlace: 'summary',
  headingPlace: (paragraph) => `heading before paragraph ${numbers.format(paragraph)}`,
  sourceLink: 'see it at the source',
  contextButton: (number) => (number === undefined ? 'See in context' : `Context [${number}]`),
  moreButton: 'More',
  previousButton: 'Previous',
  nextButton: 'Next',
  contextTitle: 'In context',
  moreTitle: 'Other passages that may be related:',
  passageTitle: 'From the article',
  searchTitle: (found) => `${count(found, { one: 'passage', other: 'passages' })} found for`,
  searchNothing: 'No passage of any article holds',
  page: (page, pages) => `Page ${numbers.format(page)} of ${numbers.format(pages)}`,
  articlesTitle: (articles) =>
    `${count(articles, { one: 'article', other: 'articles' })} can be asked about:`,
  paragraphCount: (paragraphs) => count(paragraphs, { one: 'paragraph', other: 'paragraphs' }),
  fields: {
    author: 'Author',
    publisher: 'Publisher',
    published: 'Published',
    language: 'Language',
    licence: 'Licence',
    length: 'Length',
    version: 'Version',
  },
  languageNames: { id: 'Indonesian', en: 'English' },
  askAbout: 'Ask about it with `/ask`.',
  help: [
    '**Kutip answers in the article’s own words.**',
    'Ask in your own words; every answer is an exact quote with the place where it stands. If the article does not say it, Kutip says so.',
    '',
    '`/ask` – ask a question; choose `private` if only you need to see the answer',
    '`/search` – search all articles for words',
    '`/passage` – open one passage with the paragraphs around it',
    '`/article list`, `/article show` – what can be asked about',
    '`/verify` – check whether an article says exactly some words',
    '`/quote suggest` – suggest an article’s words as a quote of the server; `/quote search`, `/quote random` – read the posted ones',
    'Press and hold (or right-click) a message → **Apps** → **Ask the article** to ask what that message says, **Verify quote** to check it.',
    'Where the moderators allow it, mention Kutip in a message, or simply ask in the channels set aside for questions.',
    '',
    '`/privacy` – what is stored and for how long · `/forget-me` – delete what is stored of you',
    'Moderators: `/settings` – where and how Kutip answers · `/gaps` – what it could not answer · `/quote queue` – review quotes',
    '',
    '**Bold** = the words that answer · `[…]` = something is left out',
  ].join('\n'),
  problems: {
    noSuchArticle: 'There is no such article. Pick one of the suggestions, or see `/article list`.',
    noSuchPassage: 'That passage was not found. Type some of its words and pick one of the suggestions.',
    emptyMessage: 'That message holds no text to ask about.',
    ownMessage: 'That message is Kutip’s own. Choose one that somebody else wrote, or use `/ask`.',
    emptyQuestion: 'The question is empty. Write what you want to know.',
    emptySearch: 'Write the words to search for.',
    stale: 'The quote no longer fits the stored article, so it is not shown. Please ask once more.',
    articleChanged:
      'The article has changed since this message was sent. Ask again to get the quote as it reads now.',
    articleGone: 'The article is no longer available here.',
    typed: 'What you wrote:',
    coolDown: (seconds) => `One moment please: try again in ${numbers.format(seconds)} s.`,
    restarting: 'Kutip is restarting. Please try again in a moment.',
    unknownCommand: 'This command no longer exists. Reload Discord (Ctrl+R) or see `/help`.',
    unknownButton: 'This button comes from an older version and no longer works. Please ask again.',
    failed: (reference) =>
      `Something went wrong on Kutip’s side. Please try again; if it persists, give the operator this code: \`${reference}\``,
  },
};

function count(number: number, forms: Readonly<Record<'one' | 'other', string>>): string {
  const form = plurals.select(number) === 'one' ? forms.one : forms.other;
  return `${numbers.format(number)} ${form}`;
}
