import type { CorrectionTexts } from './correction-texts.ts';

export const correctionEn: CorrectionTexts = {
  corrections: {
    title: (number) => `**Quote #${number}: its article has changed.** It is held until a moderator decides.`,
    moved: 'The words are still the same, but what is around them is not:',
    changes: {
      section: 'they stand in another section',
      joints: 'what is left out between the parts, or their order, is another',
      speaker: 'somebody else is named as speaking',
      neighbours: 'the sentences before and after them are others',
    },
    changed: 'The article now reads otherwise:',
    legend: '-# **Bold** = only in the article now · ~~struck out~~ = only in the quote',
    differenceCut: '-# The difference goes on; this is its beginning.',
    gone: 'The article no longer has words like these. They were:',
    now: 'The article now:',
    quotedWords: 'The quote:',
    quotedWordsLost: 'The quoted words can no longer be shown.',
    choices: {
      correct: '**Correct** edits the post to the words of today, with a visible line that says so',
      takeOver: '**Take over** makes the words of today the suggestion',
      keep: '**Keep** leaves the words of then, with your note below them',
      withdraw: '**Withdraw** takes the post back',
      reject: '**Reject** ends the suggestion',
    },
    correct: 'Correct',
    takeOver: 'Take over',
    keep: 'Keep with a note',
    keepTitle: (number) => `Keep #${number}`,
    keepHint: 'Shown below the quote, apart from it',
    open: 'What changed',
    settled: (number) => `#${number} quotes its article as it reads now: nothing is to be decided.`,
    articleGone: 'Its article is no longer here, so there is nothing to compare with.',
    corrected: (number) => `✅ #${number} is corrected; its post shows the new words and says so.`,
    kept: (number) => `✅ #${number} stays as it is, with the note.`,
    changedAgain: 'The article has changed once more since this was shown. This is how it stands now:',
  },
};
