import type { QuoteTexts } from './quote-texts.ts';

export const quoteRefusalsEn: QuoteTexts['refusals'] = {
  'not-permitted':
    'That is for moderators. Members can suggest quotes, and take back their own suggestion while nobody has decided on it.',
  stale: 'This quote has just been changed; look at how it stands now first.',
  'unknown-quote': 'This server has no quote with that number.',
  'already-suggested': 'That quote has been suggested already.',
  'not-approved': 'This quote is not approved yet. Approve it first, or schedule it straight from its card.',
  'already-approved':
    'This quote is approved already. Post or schedule it; **Undo** takes the approval back.',
  'already-decided': 'This quote is approved, so its sentences stay as they are. Press **Undo** first.',
  'not-scheduled': 'This quote is not scheduled.',
  'posting-in-progress': 'This quote is being posted. Wait a moment, then try again.',
  'not-posting': 'This quote is not being posted.',
  'not-posted': 'This quote is not posted yet. What is not posted can be rejected.',
  'already-posted': 'This quote is posted already. To take it back, use **Withdraw**.',
  'already-withdrawn': 'This quote is withdrawn already. **Undo** brings it back.',
  'already-rejected': 'This quote is rejected already. **Undo** puts it back into the queue.',
  retracted:
    'This suggestion was taken back by whoever made it. Only they can bring it back; anybody may suggest the words anew with `/quote suggest`.',
  frozen: 'This quote is on hold because its source changed or is damaged; it cannot go on yet.',
  'already-frozen': 'This quote is on hold already.',
  'not-frozen': 'This quote is not on hold.',
  'second-person-needed':
    'This server has the two-person rule: whoever suggested a quote, or changed its sentences last, may not approve it or correct its post. Ask another moderator.',
  'first-person-forgotten':
    'This server has the two-person rule, and whoever chose these sentences has asked to be forgotten: nobody can tell any more that it was not you. Have another moderator adjust the sentences first, or reject or withdraw the quote and suggest the words anew.',
  'due-in-past': 'That time has passed. Choose one that is still to come.',
  'not-due': 'It is not time yet.',
  'too-many-posts': 'This quote has been posted 1,000 times, which is the limit.',
  'unknown-message': 'That message does not show this quote.',
  'note-missing': 'The note is empty.',
  'note-too-long': 'The note is too long: 300 characters at most.',
  'reason-missing': 'Give a reason, so that whoever suggested it knows.',
  'reason-too-long': 'The reason is too long: 300 characters at most.',
  'quote-too-long': 'The quote is too long: 1,000 characters in 5 parts at most.',
  'another-article': 'A quote cannot move to another article. Suggest a new one.',
  'same-words': 'The sentences are the same as before; nothing was changed.',
  'same-snapshot': 'The source is the same as before; there is nothing to correct.',
  'other-words': 'The words are others in the new source.',
  'no-such-sentence': 'The article as it is now has no such sentence. Choose again.',
  'start-of-article': 'There is no sentence before this.',
  'end-of-article': 'There is no sentence after this.',
  'last-sentence': 'One sentence has to stay.',
  'not-between': 'Only sentences in the middle can be left out.',
  'too-long':
    'That is more than 1,000 characters, so the choice stays as it was. Take sentences away on the other side first.',
  'too-short': 'That is less than 12 characters. Add a sentence.',
  'too-many-parts': 'That makes more than 5 separate parts. Choose sentences that are closer together.',
};
