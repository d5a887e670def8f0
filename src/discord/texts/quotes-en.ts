import { quoteRefusalsEn } from './quote-refusals-en.ts';
import type { QuoteTexts } from './quote-texts.ts';

const numbers = new Intl.NumberFormat('en');

export const quotesEn: QuoteTexts = {
  states: {
    suggested: 'waiting for review',
    approved: 'approved',
    scheduled: 'scheduled',
    posting: 'being posted',
    posted: 'posted',
    corrected: 'posted, corrected',
    withdrawn: 'withdrawn',
    rejected: 'rejected',
  },
  name: (number) => `#${number}`,
  suggest: {
    button: 'Suggest as quote',
    choosePassage: '**Which passage would you like to suggest as a quote?**',
    choosePlaceholder: 'Choose one passage',
    title: '**Suggest a quote** · this is how it will look:',
    hint: 'Choose its sentences below. Nothing is sent until you press **Suggest**.',
    send: 'Suggest',
    sent: (number) => `✅ **Suggestion #${number} is in:**`,
    sentNext:
      'Moderators review it first. You hear the outcome by direct message; until they decide, you can take it back.',
    sentToReview: 'It is in the review queue; you can open its card now.',
    retract: 'Take back',
    retracted: (number) =>
      `You took suggestion #${number} back; nothing will be posted. Its number is not used again.`,
    retractTooLate:
      'A moderator has begun to deal with this suggestion, so you cannot take it back any more. Ask a moderator if you need to.',
    overlaps:
      '**This quote exists already, so it was not added again.** If you meant other sentences, choose again.',
    overlapsOther:
      '**Another quote holds those words already, so this one was not changed.** Choose other sentences, or reject one of them.',
    overlapLine: ({ number, state, percent, words }) =>
      `• **#${number}** · ${state} · holds ${percent}% of those words\n> ${words}`,
    nothingThere:
      'That message shows no passage of an article. Choose one of Kutip’s answers with a quote in it, or use `/quote suggest`.',
    tooManyOpen: (max) =>
      `You have ${max} suggestions waiting for review, which is the limit. Wait until one is decided, or take one back with \`/quote undo\`.`,
    tooManyToday: (max) =>
      `You have suggested ${max} quotes within 24 hours, which is the limit. Try again tomorrow.`,
  },
  sentences: {
    reviewTitle: (number) => `**Adjust #${number}** · this is how it will look:`,
    extendStart: '+ before',
    shrinkStart: '− first',
    shrinkEnd: '− last',
    extendEnd: '+ after',
    choose: 'The sentences used; those left out become […]',
    earlier: '↑ Earlier',
    later: '↓ Later',
    save: 'Save',
    cancel: 'Back',
    size: (sentences, units, unitsMax) =>
      `-# ${sentences === 1 ? '1 sentence' : `${sentences} sentences`} · ${numbers.format(units)} of ${numbers.format(unitsMax)} characters`,
  },
  card: {
    title: (number, state) => `Quote #${number} · ${state}`,
    suggestedBy: (mention, when) => `suggested by ${mention} ${when}`,
    approvedBy: (mention) => `approved by ${mention}`,
    dueAt: (when) => `due ${when}`,
    rejectedBy: (mention, reason) => `Rejected by ${mention}: ${reason}`,
    retractedBy: (mention) => `Taken back by ${mention}, who suggested it`,
    withdrawnBy: (mention, reason) => `Withdrawn by ${mention}${reason === undefined ? '' : `: ${reason}`}`,
    deletedByHand: 'Its message was deleted in Discord',
    postedAt: ({ channel, link, when, further }) =>
      `Posted in ${channel} ${when} · [see it](<${link}>)${further > 0 ? `, and ${further} times before` : ''}`,
    speaker: (name) => `Speaking: **${name}**, not the article’s author`,
    lastFailure: (reason) => `⚠️ Could not be posted yet: ${reason}`,
    frozen: {
      moderator: '⏸️ On hold by a moderator',
      'source-changed': '⏸️ On hold: the article changed',
      'snapshot-damaged': '⛔ On hold: the stored source is damaged. Tell whoever runs the bot',
    },
    preview: '**This is how it will be posted:**',
    words: '**The quote:**',
    previewTooLong: 'Too long for this card; press **Preview** to see exactly how it will be.',
    warnings: {
      negation: (word) => `⚠️ What is left out holds the negation **${word}**:`,
      hedge: (word) => `⚠️ What is left out holds a hedge or names a source, **${word}**:`,
      speaker: () => '⚠️ Who is speaking is not in the quote:',
      pronoun: (word) => `⚠️ The quote begins with **${word}**; what it stands for is named before:`,
      connective: (word) => `⚠️ The quote begins with **${word}**, going on from:`,
      contrast: (word) => `⚠️ The next sentence limits or contradicts it, **${word}**:`,
    },
    furtherWarnings: (count) =>
      `⚠️ … and ${count === 1 ? '1 more warning' : `${count} more warnings`}; press **Adjust** to read them.`,
    approve: 'Approve',
    adjust: 'Adjust',
    schedule: 'Schedule',
    reschedule: 'Change time',
    unschedule: 'Unschedule',
    reject: 'Reject',
    note: 'Note',
    postNow: 'Post now',
    tombstone: 'Withdraw',
    delete: 'Delete message',
    undo: 'Undo',
    unfreeze: 'Check again, and go on',
    previewButton: 'Preview',
    historyButton: 'History',
    queueButton: 'Back to the queue',
    openButton: 'Open its card',
    forgotten: 'a member',
  },
  queue: {
    imported: (count, who) =>
      `📥 ${numbers.format(count)} quotes imported by ${who}. They wait for review in the list, without cards of their own: press this button or use \`/quote queue\`.`,
    views: { suggested: 'Waiting', approved: 'Approved', scheduled: 'Scheduled', posted: 'Posted' },
    title: {
      suggested: (count) =>
        `**${count === 1 ? '1 suggestion waits' : `${numbers.format(count)} suggestions wait`} for review**, oldest first:`,
      approved: (count) => `**${quotes(count)} approved** and not posted yet:`,
      scheduled: (count) => `**${quotes(count)} scheduled or being posted:**`,
      posted: (count) => `**${quotes(count)} posted:**`,
    },
    none: {
      suggested: 'No suggestion is waiting. Everything is reviewed.',
      approved: 'No approved quote is waiting to be posted.',
      scheduled: 'No quote is scheduled.',
      posted: 'No quote has been posted yet.',
    },
    choose: 'Open a quote',
  },
  dialogs: {
    scheduleTitle: (number) => `Schedule #${number}`,
    date: 'Date',
    dateHint: '2026-12-31, 31/12, tomorrow, or Monday',
    dateValue: 'tomorrow',
    time: (zone) => `Time (${zone})`,
    timeHint: '07:30',
    notADate: (typed) =>
      `**${typed}** is no date that Kutip knows. Write for example \`2026-12-31\`, \`31/12\`, \`tomorrow\` or \`Monday\`. Nothing was changed.`,
    notATime: (typed) =>
      `**${typed}** is no time that Kutip knows. Write for example \`07:30\` or \`19.00\`. Nothing was changed.`,
    noSuchMoment: (zone) =>
      `That time does not exist in ${zone}: the clocks go forward then. Choose another one. Nothing was changed.`,
    inPast: (when) => `That time has passed: ${when}. Choose one that is still to come. Nothing was changed.`,
    tooFar: (days) => `${days} days from now at most. Nothing was changed.`,
    again: 'Fill in again',
    rejectTitle: (number) => `Reject #${number}`,
    rejectReason: 'Reason',
    rejectHint: 'Passed on to whoever suggested it',
    noteTitle: (number) => `Note for #${number}`,
    noteLabel: 'Moderator’s note',
    noteHint: 'Shown apart, below the quote; leave it empty to remove it',
    withdrawTitle: (number) => `Withdraw #${number}`,
    deleteTitle: (number) => `Delete the message of #${number}`,
    withdrawReason: 'Reason (may be left empty)',
    withdrawHint: 'Everybody reads it in place of the quote; kept in the history',
    deleteHint: 'Kept in the history, which moderators read',
  },
  done: {
    approvedWaits: (number) =>
      `✅ #${number} is approved and waits for its turn in the schedule. **Post now** does not wait.`,
    approvedPaused: (number) =>
      `✅ #${number} is approved, but the schedule is paused: nothing is posted until it is resumed in \`/quote schedule show\`. **Post now** does not wait.`,
    approvedPosts: (number, channel) => `✅ #${number} is approved and about to be posted in ${channel}.`,
    approvedNoChannel: (number) =>
      `✅ #${number} is approved. This server has no quote channel yet; choose one with \`/settings quotes\`, then **Post now**.`,
    adjusted: (number) => `✅ The sentences of #${number} were adjusted.`,
    annotated: (number) => `✅ The note of #${number} is saved.`,
    noteRemoved: (number) => `✅ The note of #${number} is removed.`,
    scheduled: (number, when, channel) => `✅ #${number} will be posted in ${channel} ${when}.`,
    scheduledNoChannel: (number, when) =>
      `✅ #${number} is scheduled for ${when}. This server has no quote channel yet; choose one before then with \`/settings quotes\`.`,
    unscheduled: (number) => `✅ #${number} is no longer scheduled; it stays approved.`,
    rejected: (number) => `✅ #${number} is rejected.`,
    posting: (number, channel) => `✅ #${number} is about to be posted in ${channel}.`,
    withdrawn: (number) => `✅ #${number} is withdrawn; its message now says so.`,
    deleted: (number) => `✅ #${number} is withdrawn and its message deleted.`,
    undone: (number, state) => `✅ Undone: #${number} is **${state}** again.`,
    undoAsk: (number) =>
      `Undo the post of #${number}? Its message will be deleted. To leave a line in its place, use **Withdraw**.`,
    undoSure: 'Yes, delete the message',
  },
  outcome: {
    posted: (number, server, link) =>
      `🎉 Quote #${number}, which you suggested in **${server}**, has been posted: ${link}`,
    scheduled: (number, server, when) =>
      `Quote #${number}, which you suggested in **${server}**, was approved and will be posted ${when}.`,
    rejected: (number, server) => `Your suggestion #${number} in **${server}** will not be posted.`,
    withdrawn: (number, server) =>
      `Moderators withdrew quote #${number} in **${server}**, which you suggested.`,
    reason: (reason) => `**The moderators’ reason:** ${reason}`,
    stop: 'Stop telling me',
    start: 'Tell me again',
    stopped: 'All right: you will not be told the outcome of your suggestions any more, in any server.',
    started: 'You will be told the outcome of your suggestions again.',
  },
  browse: {
    hidden: 'That quote is not posted. Find posted ones with `/quote search`.',
    withdrawn: (number) => `Quote #${number} was withdrawn and is not shown any more.`,
    none: 'This server has not posted any quotes yet. Suggest one with `/quote suggest`.',
    found: (count, terms) => `**${quotes(count)}** ${count === 1 ? 'holds' : 'hold'} ${terms}:`,
    nothingFound: (terms) => `No posted quote holds ${terms}. Try other words.`,
    scanned: (count) => `-# Only the newest ${numbers.format(count)} quotes were searched.`,
  },
  history: {
    title: (number) => `**History of #${number}**`,
    system: 'Kutip',
    events: {
      suggested: 'suggested it',
      adjusted: 'adjusted its sentences',
      annotated: (note) => (note === undefined ? 'removed the note' : `wrote a note: ${note}`),
      approved: 'approved it',
      approvedFor: (when) => `approved it, due ${when}`,
      scheduled: (when) => `scheduled it ${when}`,
      postedNow: 'asked to post it now',
      unscheduled: 'took it off the schedule',
      rejected: (reason) => `rejected it${reason === undefined ? '' : `: ${reason}`}`,
      retracted: 'took the suggestion back',
      postingBegun: (channel) => `began to post it in ${channel}`,
      posted: 'posted it',
      postingFailed: (reason) => `could not post it: ${reason}`,
      withdrawn: (reason) => `withdrew it${reason === undefined ? '' : `: ${reason}`}`,
      deleted: (reason) => `withdrew it and deleted the message${reason === undefined ? '' : `: ${reason}`}`,
      corrected: 'corrected it to the new source',
      kept: (note) => `kept it with a note: ${note}`,
      undone: (state) => `undid that; ${state} again`,
      deletedByHand: 'its message was deleted in Discord',
      relocated: 'found it again, word for word, in the new source',
      frozen: {
        moderator: 'put it on hold',
        'source-changed': 'put it on hold, because the article changed',
        'snapshot-damaged': 'put it on hold, because the stored source is damaged',
      },
      unfrozen: 'took it off hold',
    },
  },
  schedule: {
    none: 'This server has no schedule of quotes yet. Make one with `/quote schedule set`.',
    title: '**Schedule of quotes**',
    daily: 'every day',
    weekdays: 'Monday to Friday',
    weekly: (weekday) => `every ${weekday}`,
    at: (cadence, time, zone) => `Posted ${cadence} at ${time} (${zone})`,
    channel: (mention) => `Channel: ${mention}`,
    noChannel: 'Choose a quote channel first with `/settings quotes`; without one nothing is posted.',
    missed: {
      skip: 'Missed runs, say because the bot was down: passed over',
      'post-one': 'Missed runs, say because the bot was down: one quote makes up for them',
    },
    paused: '⏸️ Paused; nothing is posted until it goes on.',
    next: 'Next, by the clock of your device:',
    waiting: (unposted, repeats) =>
      `${quotes(unposted)} approved and waiting${
        repeats > 0 ? `; after that the ${numbers.format(repeats)} posted before come again` : ''
      }.`,
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Remove schedule',
    saved: '✅ Saved.',
    moved: (zone) =>
      `🗓️ The schedule of quotes goes by the server’s clock: the same time, from now on in ${zone}.`,
    notMoved: (zone) =>
      `🗓️ The schedule of quotes still goes by ${zone}. Change it with \`/quote schedule set\`.`,
    removed: '✅ The schedule is removed. Approved quotes stay.',
    busy: 'Somebody else is changing the schedule. Try again.',
    notATime: (typed) =>
      `**${typed}** is no time that Kutip knows. Write for example \`07:30\` or \`19.00\`.`,
  },
  refusals: quoteRefusalsEn,
  problems: {
    forServerManagers: 'That is for those who may manage the server (permission *Manage Server*).',
    onlyInServers: 'Quotes exist only in servers that have Kutip.',
    faster: (event) => `Somebody was faster: ${event}. This is how it stands now:`,
    busy: 'Several people are changing that quote at once. Try again in a moment.',
    outgrowsPost:
      'Not saved: the post would be longer than one Discord message (2,000 characters, with the marks that let its words appear as they are). Shorten the note.',
    noSuchNumber: 'This server has no quote with that number. Pick one of the suggestions as you type.',
    notANumber: 'Write the quote’s number, for example `12`, or pick one of the suggestions as you type.',
    articleChanged:
      'The article has changed since this quote was suggested, so its sentences cannot be adjusted here. Reject it and suggest it again from the article as it is now.',
    noChannel: 'This server has no quote channel yet. Choose one with `/settings quotes`, then try again.',
    broken: {
      'no-snapshot': 'The quoted source is not stored; this quote cannot be shown.',
      'another-article': 'The stored source is another article’s; this quote cannot be shown.',
      'another-version': 'The stored source is not the quoted one; this quote cannot be shown.',
      'snapshot-damaged':
        '⛔ The stored source is damaged; this quote cannot be shown. Tell whoever runs the bot.',
      'no-spans': 'This quote is empty and cannot be shown.',
      'span-outside': 'This quote points outside its source and cannot be shown.',
      'spans-out-of-order': 'The parts of this quote are out of order and cannot be shown.',
      'words-differ': '⛔ The words of this quote no longer fit its source and are not shown.',
    },
  },
};

function quotes(count: number): string {
  return count === 1 ? '1 quote' : `${numbers.format(count)} quotes`;
}
