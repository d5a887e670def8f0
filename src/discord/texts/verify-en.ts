import type { Typography } from '../../quotes/verify/canonical-text.ts';
import type { VerifyTexts } from './verify-texts.ts';

const numbers = new Intl.NumberFormat('en');
const list = new Intl.ListFormat('en');

const typography: Readonly<Record<Typography, string>> = {
  'quotation-marks': 'quotation marks',
  dashes: 'dashes',
  ellipsis: 'dots of an omission',
  spaces: 'spaces and line breaks',
  unicode: 'how characters are encoded',
};

export const verifyEn: VerifyTexts = {
  verify: {
    quotationOnly: 'Checked alone, what stands between quotation marks:',
    exact: '**Word for word.** The article says exactly this:',
    joined: (count) =>
      `⚠️ These ${count} parts stand apart in the article: words between them are left out, which may change the meaning.`,
    typography: (differences) =>
      `**Word for word, but typeset differently** (${list.format(differences.map((each) => typography[each]))}). The article says:`,
    differs: '**Not word for word.** Here is the difference to the nearest passage:',
    legend: '-# **Bold** = only in the article · ~~struck out~~ = only in your text',
    differenceCut: '-# The difference goes on; this is its beginning.',
    nearest: 'The article itself:',
    inNoArticle: (articleCount) =>
      articleCount === 1
        ? '**Not in the article.** It has no passage like these words. See `/article show` for what it is.'
        : `**In no article.** None of the ${numbers.format(articleCount)} articles has a passage like these words. See \`/article list\` for what they are.`,
    nothing: 'There are no words to verify. Paste the quote that you want to check.',
    tooLong: (lengthMax) =>
      `That is too long: at most ${numbers.format(lengthMax)} characters can be verified at once. Paste a part of it.`,
    morePlaces: (count) => `-# … and ${numbers.format(count)} more ${count === 1 ? 'part' : 'parts'}.`,
    version: (digits) => `version ${digits}`,
  },
};
