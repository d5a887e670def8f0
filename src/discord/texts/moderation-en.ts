import type { ModerationTexts } from './moderation-texts.ts';
import { quotePostEn } from './quote-post-en.ts';
import { gapsEn } from './gaps-en.ts';
import { quotesEn } from './quotes-en.ts';
import { settingsEn } from './settings-en.ts';

export const moderationEn: ModerationTexts = {
  channel: {
    threadName: 'Question',
    greeting:
      'Hi! Mention me and write your question in the same message, or use `/ask`; I answer in the article’s own words. `/help` has the rest.',
  },
  votes: {
    thanksUp: 'Thanks! 👍 is noted. You can change it with the other button.',
    thanksDown: 'Noted: 👎. What was wrong with it? You may also leave it at that.',
    whyPlaceholder: 'Choose what was wrong',
    thanksReason: (reason) => `Thanks, noted: 👎 ${reason}. The moderators see it without your name.`,
    reasons: {
      'wrong-passage': 'wrong passage',
      'not-what-i-asked': 'not what I asked',
      'cut-out-of-context': 'cut out of context',
    },
    tooOld: 'This answer is too old to be voted on. Please ask again.',
  },
  settings: settingsEn,
  gaps: gapsEn,
  quotePost: quotePostEn,
  quotes: quotesEn,
  digest: {
    title: (fromDate, toDate) => `**The week in questions** (${fromDate} – ${toDate})`,
    questions: (count, fresh, open) =>
      `Unanswered or voted down: ${count} · new gaps: ${fresh} · open altogether: ${open}`,
    votes: (up, down) => `Votes: 👍 ${up} · 👎 ${down}`,
    decided: (taught, dismissed) => `Taught: ${taught} · dismissed: ${dismissed}`,
    stale: (count) => `⚠️ ${count} taught passages no longer stand in their article; see \`/gaps\`.`,
    top: 'Asked most:',
    hint: 'See `/gaps` to teach an answer or dismiss a question.',
  },
  privacy: {
    title: '**What Kutip stores**',
    intro: 'Everything there is, generated from the table that the program itself deletes by:',
    line: ({ what, why, seenBy, kept }) => `• **${what}** – ${why}. Seen by: ${seenBy}. Kept: ${kept}.`,
    end: '`/forget-me` deletes what is yours at once.',
    forgetAsk:
      'This deletes everything Kutip has stored about you, in all servers: your questions, your votes, and your name on decisions. It cannot be undone.',
    forgetYes: 'Delete it all',
    forgetNo: 'Keep it',
    forgotten: (rows) =>
      rows === 0 ? 'Nothing of yours was stored.' : `Done: ${rows} entries of yours are deleted.`,
    kept: 'Nothing was deleted.',
  },
};
