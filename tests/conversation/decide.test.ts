import { expect, test } from 'vitest';
import {
  decideToLook,
  decideToSpeak,
  type LookDecision,
  type MessageFacts,
} from '../../src/conversation/decide.ts';

/** A member's question in a question channel: the bot looks. Every row spoils or changes one thing. */
const overheard: MessageFacts = {
  author: 'member',
  place: 'channel',
  mode: 'questions',
  mentionsBot: false,
  repliesToBot: false,
  addressesOthers: false,
  hasContent: true,
  hasWords: true,
  isQuestion: true,
  isFollowUp: false,
  wasJustAnswered: false,
  maySpeak: true,
  isAnswered: false,
  moderatorSteppedIn: false,
  threadAnswers: 0,
  threadAnswersMax: 10,
  coolingDown: undefined,
};
const byName: MessageFacts = { ...overheard, mode: 'mention', mentionsBot: true };
const inThread: MessageFacts = { ...overheard, place: 'answer-thread' };
const unmarked = { isQuestion: false, isFollowUp: true };
const inDm: MessageFacts = { ...overheard, place: 'dm', mode: 'off' };
const nothingSaid = { isQuestion: false, hasWords: false };

function summary(decision: LookDecision): string {
  if (decision.act === 'silent') return decision.reason;
  return decision.act === 'look' ? `look ${decision.addressed}` : decision.act;
}

type Row = readonly [name: string, facts: MessageFacts, outcome: string];

const rows: readonly Row[] = [
  ['a question in a question channel', overheard, 'look overheard'],
  ['a statement in a question channel', { ...overheard, isQuestion: false }, 'not-a-question'],
  ['a moderator asking in a question channel', { ...overheard, author: 'moderator' }, 'look overheard'],
  ['a bot asking', { ...overheard, author: 'bot' }, 'not-a-person'],
  ['a webhook asking', { ...overheard, author: 'webhook' }, 'not-a-person'],
  ['a system message', { ...overheard, author: 'system' }, 'not-a-person'],
  ['a bot naming the bot', { ...byName, author: 'bot' }, 'not-a-person'],
  ['a webhook naming the bot', { ...byName, author: 'webhook' }, 'not-a-person'],
  ['a question delivered twice', { ...overheard, isAnswered: true }, 'already-answered'],
  ['a mention delivered twice', { ...byName, isAnswered: true }, 'already-answered'],
  ['a DM delivered twice', { ...inDm, isAnswered: true }, 'already-answered'],
  ['a question where the bot may not write', { ...overheard, maySpeak: false }, 'no-permission'],
  ['a mention where the bot may not write', { ...byName, maySpeak: false }, 'no-permission'],
  ['a question to another member', { ...overheard, addressesOthers: true }, 'for-somebody-else'],
  [
    'a question to another member and the bot',
    { ...overheard, addressesOthers: true, mentionsBot: true },
    'look by-name',
  ],
  [
    'a question without the content intent',
    { ...overheard, hasContent: false, ...nothingSaid },
    'no-content',
  ],
  ['a question while the member cools down', { ...overheard, coolingDown: 'member' }, 'member-cools-down'],
  ['a question while the channel cools down', { ...overheard, coolingDown: 'channel' }, 'channel-cools-down'],

  ['a question in an off channel', { ...overheard, mode: 'off' }, 'mode-off'],
  ['a mention in an off channel', { ...byName, mode: 'off' }, 'mode-off'],
  ['a reply to the bot in an off channel', { ...overheard, mode: 'off', repliesToBot: true }, 'mode-off'],
  ['a question in a thread of an off channel', { ...inThread, mode: 'off' }, 'mode-off'],
  [
    'an off channel and a bot author: the author decides first',
    { ...overheard, mode: 'off', author: 'bot' },
    'not-a-person',
  ],

  ['a question in a mention channel', { ...overheard, mode: 'mention' }, 'not-addressed'],
  ['a statement in a mention channel', { ...overheard, mode: 'mention', isQuestion: false }, 'not-addressed'],
  ['a mention with a question', byName, 'look by-name'],
  ['a mention with key words', { ...byName, isQuestion: false }, 'look by-name'],
  ['a bare mention', { ...byName, ...nothingSaid }, 'greet'],
  ['a bare mention in an off channel', { ...byName, ...nothingSaid, mode: 'off' }, 'mode-off'],
  [
    'a bare mention while the member cools down',
    { ...byName, ...nothingSaid, coolingDown: 'member' },
    'member-cools-down',
  ],
  [
    'a reply to the bot in a mention channel',
    { ...overheard, mode: 'mention', repliesToBot: true },
    'look by-name',
  ],
  [
    'a reply to the bot that is no question',
    { ...overheard, mode: 'mention', repliesToBot: true, isQuestion: false },
    'look by-name',
  ],
  [
    'a reply to the bot that also mentions a friend',
    { ...overheard, repliesToBot: true, addressesOthers: true },
    'look by-name',
  ],
  ['a mention while the member cools down', { ...byName, coolingDown: 'member' }, 'member-cools-down'],
  ['a mention while the channel cools down', { ...byName, coolingDown: 'channel' }, 'channel-cools-down'],
  ['a mention by a moderator', { ...byName, author: 'moderator' }, 'look by-name'],
  [
    'a reply to the bot without the content intent',
    { ...overheard, repliesToBot: true, hasContent: false, ...nothingSaid },
    'no-content',
  ],

  ['a statement in an all channel', { ...overheard, mode: 'all', isQuestion: false }, 'look overheard'],
  ['a question in an all channel', { ...overheard, mode: 'all' }, 'look overheard'],
  ['an emoji in an all channel', { ...overheard, mode: 'all', ...nothingSaid }, 'no-words'],
  [
    'a word to a friend in an all channel',
    { ...overheard, mode: 'all', addressesOthers: true },
    'for-somebody-else',
  ],
  [
    'an all channel without the content intent',
    { ...overheard, mode: 'all', hasContent: false, ...nothingSaid },
    'no-content',
  ],

  ['a follow-up in the answer thread', inThread, 'look overheard'],
  [
    'a follow-up in the answer thread of a mention channel',
    { ...inThread, mode: 'mention' },
    'look overheard',
  ],
  [
    'talk in the answer thread of a mention channel',
    { ...inThread, mode: 'mention', isQuestion: false },
    'not-a-question',
  ],
  [
    'talk in the answer thread of an all channel',
    { ...inThread, mode: 'all', isQuestion: false },
    'not-a-question',
  ],
  ['talk between members in the answer thread', { ...inThread, addressesOthers: true }, 'for-somebody-else'],
  ['an unmarked follow-up in the answer thread', { ...inThread, ...unmarked }, 'look overheard'],
  [
    'a follow-up to another member in the answer thread',
    { ...inThread, ...unmarked, addressesOthers: true },
    'for-somebody-else',
  ],
  [
    'a follow-up in a thread a moderator took over',
    { ...inThread, ...unmarked, moderatorSteppedIn: true },
    'moderator-stepped-in',
  ],
  [
    'an unmarked follow-up right under the answer',
    { ...overheard, ...unmarked, wasJustAnswered: true },
    'look overheard',
  ],
  ['an unmarked follow-up after others have spoken', { ...overheard, ...unmarked }, 'not-a-question'],
  [
    'a follow-up right under the answer in a mention channel',
    { ...overheard, ...unmarked, mode: 'mention', wasJustAnswered: true },
    'not-addressed',
  ],
  [
    'thanks right under the answer',
    { ...overheard, isQuestion: false, wasJustAnswered: true },
    'not-a-question',
  ],
  [
    'an unmarked follow-up in a thread of the members',
    { ...overheard, ...unmarked, place: 'other-thread' },
    'not-a-question',
  ],
  ['the last answer a thread may hold', { ...inThread, threadAnswers: 9 }, 'look overheard'],
  ['a full thread', { ...inThread, threadAnswers: 10 }, 'thread-full'],
  ['a thread beyond full', { ...inThread, threadAnswers: 11 }, 'thread-full'],
  ['a mention in a full thread', { ...inThread, mentionsBot: true, threadAnswers: 10 }, 'thread-full'],
  ['a thread a moderator took over', { ...inThread, moderatorSteppedIn: true }, 'moderator-stepped-in'],
  [
    'a reply to the bot in a thread a moderator took over',
    { ...inThread, repliesToBot: true, moderatorSteppedIn: true },
    'moderator-stepped-in',
  ],
  [
    'a member naming the bot in a thread a moderator took over',
    { ...inThread, mentionsBot: true, moderatorSteppedIn: true },
    'moderator-stepped-in',
  ],
  [
    'the moderator naming the bot in that thread',
    { ...inThread, author: 'moderator', mentionsBot: true, moderatorSteppedIn: true },
    'look by-name',
  ],
  [
    'the moderator going on in that thread',
    { ...inThread, author: 'moderator', moderatorSteppedIn: true },
    'moderator-stepped-in',
  ],
  ['a question in a thread of the members', { ...overheard, place: 'other-thread' }, 'look overheard'],
  [
    'a question in a thread of the members, mention mode',
    { ...overheard, place: 'other-thread', mode: 'mention' },
    'not-addressed',
  ],
  ['a mention in a thread of the members', { ...byName, place: 'other-thread' }, 'look by-name'],

  ['a DM', inDm, 'look by-name'],
  ['a DM that is no question', { ...inDm, isQuestion: false }, 'look by-name'],
  ['an empty DM', { ...inDm, ...nothingSaid }, 'no-words'],
  ['a DM of a bot', { ...inDm, author: 'bot' }, 'not-a-person'],
  ['a DM while the member cools down', { ...inDm, coolingDown: 'member' }, 'member-cools-down'],
];

test.for(rows)('%s', ([, facts, outcome]) => {
  const decision = decideToLook(facts);
  expect(summary(decision)).toBe(outcome);
});

const spoken: readonly (readonly [string, MessageFacts, string])[] = [
  ['overheard in questions', overheard, 'answers'],
  ['a question overheard in all', { ...overheard, mode: 'all' }, 'answers may-answer does-not-say'],
  ['a statement overheard in all', { ...overheard, mode: 'all', isQuestion: false }, 'answers'],
  ['asked by mention', byName, 'answers may-answer does-not-say'],
  ['asked by reply', { ...overheard, repliesToBot: true }, 'answers may-answer does-not-say'],
  ['asked in a DM', inDm, 'answers may-answer does-not-say'],
  ['a question in a thread of a questions channel', inThread, 'answers'],
  [
    'a follow-up in a thread of a questions channel',
    { ...inThread, isFollowUp: true },
    'answers may-answer does-not-say',
  ],
  [
    'a follow-up right under the answer',
    { ...overheard, isFollowUp: true, wasJustAnswered: true },
    'answers',
  ],
];

test.for(spoken)('%s: speaks only at the verdicts it may', ([, facts, verdicts]) => {
  const heard = (['answers', 'may-answer', 'does-not-say'] as const).filter(
    (verdict) => decideToSpeak(facts, verdict).act === 'speak',
  );
  expect(heard.join(' ')).toBe(verdicts);
});
