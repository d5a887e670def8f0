import type { QuotePostTexts } from './quote-post-texts.ts';

export const quotePostEn: QuotePostTexts = {
  speaker: (name) => `— **${name}**`,
  author: (name) => `by ${name}`,
  note: (note) => `**Moderator’s note:** ${note}`,
  corrected: (date) =>
    `**Correction, ${date}:** the article was changed; the words above are the article’s words now.`,
  withdrawn: (reason) =>
    reason === undefined
      ? 'This quote was withdrawn by a moderator.'
      : `This quote was withdrawn by a moderator. The reason: ${reason}`,
  sentences: (first, last) => `sentences ${first}–${last}`,
  failures: {
    noChannelChosen: 'There is no channel for quotes yet. Choose one in /settings quotes, then post again.',
    channelGone: (channel) =>
      `The channel ${channel} is gone or Kutip cannot see it. Choose another one in /settings quotes, then post again.`,
    lacksPermissions: (channel, permissions) =>
      `In ${channel} Kutip lacks the permission ${permissions}. Allow it in that channel’s settings, then post again.`,
    refused: (channel, code) => `Discord refused the message in ${channel} (code ${code}).`,
    noAnswer: 'Discord is not answering.',
    cannotTell: (channel) =>
      `It is not certain whether the quote went out: too much was written in ${channel}. Look there first; if it is missing, post again.`,
    tooLong:
      'The words are too long for one message. Take the approval back, shorten them, then approve again.',
    damaged: 'The text kept for this quote is damaged, so nothing is sent.',
    timedOut: 'Kutip is timed out in this server.',
  },
  notices: {
    failed: (number, reason) => `⚠️ Quote #${number} was not posted. ${reason}`,
    willRetry: (number, reason, atSeconds) =>
      `⏳ Quote #${number} is not posted yet. ${reason} Kutip tries again <t:${atSeconds}:R>.`,
    damaged: (number) =>
      `🛑 Quote #${number} is frozen: the text kept for it is damaged, so its words cannot be made sure of. Nothing is sent. Tell whoever runs Kutip.`,
    noCard: (number, why) => `🖼️ Quote #${number} was posted without a picture: ${why}`,
    editFailed: (number, reason) =>
      `⚠️ The message of quote #${number} could not be brought up to date. ${reason} Kutip looks at it again when it restarts.`,
    queueLow: (left) =>
      left === 0
        ? '📭 Every approved quote has been posted; the next runs repeat old ones. Suggest and approve new ones.'
        : `📭 Only ${left} ${left === 1 ? 'quote has' : 'quotes have'} never been posted. Suggest and approve new ones before old ones come again.`,
    nothingToPost: (waiting) =>
      waiting === 0
        ? '📭 It is time to post a quote, but none is approved yet.'
        : `📭 It is time to post a quote, but none can be posted: the ${waiting} there ${waiting === 1 ? 'is' : 'are'} held, could not be posted, or have been posted 1,000 times. Release what is held, post what failed, or approve new ones.`,
    missedRuns: (count, isPosted) =>
      isPosted
        ? `⏰ ${count} ${count === 1 ? 'run was' : 'runs were'} missed while Kutip was away; one quote is posted for all of them.`
        : `⏰ ${count} ${count === 1 ? 'run was' : 'runs were'} missed while Kutip was away, not to be made up for.`,
  },
  cardProblems: {
    missingCharacters: (characters) => `the picture’s letters lack ${characters}.`,
    tooLong: 'the words are too long for a picture that can be read on a phone.',
    mayNotAttach: 'Kutip lacks the permission Attach Files in that channel.',
    cannotDraw: 'it could not be drawn; whoever runs Kutip finds the reason in the log.',
  },
};
