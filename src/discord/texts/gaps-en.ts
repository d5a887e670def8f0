import type { GapTexts } from './moderation-texts.ts';

export const gapsEn: GapTexts = {
  views: { open: 'Open', decided: 'Decided', votes: 'Votes' },
  title: (count) =>
    `**${count} open ${count === 1 ? 'question' : 'questions'}** that stayed unanswered or were voted down, newest and most asked first:`,
  none: 'No question is waiting: everything was answered, taught or dismissed.',
  asked: (count) => (count === 1 ? 'asked once' : `asked ${count} times`),
  again: 'asked again after a decision',
  chooseGap: 'Choose a question',
  wordings: (count) => (count === 1 ? '**The question**' : `**Asked in ${count} ways**`),
  teachHint:
    'Which passage answers it? Choose one and Kutip will find it for this and similar questions, in the article’s own words as always.',
  choosePassage: 'Teach: choose the passage that answers',
  noPassages: 'No passage comes near. Search for one with other words.',
  searched: (terms, count) => `**${count}** ${count === 1 ? 'passage' : 'passages'} found for “${terms}”.`,
  search: 'Search a passage…',
  searchTitle: 'Search a passage that answers',
  searchLabel: 'Words of the passage',
  dismiss: 'Dismiss',
  back: 'Back to the list',
  undo: 'Undo',
  taught: '✅ Taught. Whoever asks this or something like it is now told:',
  taughtButWeak:
    '✅ Taught, but this wording alone still finds no answer; other wordings may. You can undo it.',
  dismissed: '✅ Dismissed. It comes back if it is asked three times again.',
  undone: '✅ Undone. The question is on the list again, and the passage is no longer found by it.',
  undoneAlready: 'That was undone already.',
  gone: 'That question is no longer on the list: somebody has decided, or it was deleted.',
  tooManyLessons: (max) => `This server has ${max} taught passages already; undo one first.`,
  decidedTitle: (count) => `**${count} ${count === 1 ? 'decision' : 'decisions'}**, newest first:`,
  decidedNone: 'Nothing has been taught or dismissed yet.',
  decisions: { taught: 'taught', dismissed: 'dismissed' },
  chooseUndo: 'Undo a decision',
  votesTitle: (days) => `**What members thought of answers**, last ${days} days, worst first:`,
  votesNone: 'No votes yet.',
  notAllowed: 'Only moderators can see and answer gaps.',
};
