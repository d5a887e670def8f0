/**
 * Whether the bot speaks, decided from plain facts in two steps: before anything is looked up
 * (`decideToLook`) and once it is known what the article says (`decideToSpeak`).
 * Acting on the decision is somebody else's work; here nothing is sent, stored or timed.
 */

/** How a channel wants the bot: its moderators choose one, `off` until they do. */
export type ChannelMode = 'off' | 'mention' | 'questions' | 'all';

/** Everything about one message that the decision rests on. */
export interface MessageFacts {
  readonly author: 'member' | 'moderator' | 'bot' | 'webhook' | 'system';
  readonly place: 'channel' | 'answer-thread' | 'other-thread' | 'dm';
  /** Of the channel, or of a thread's parent; ignored in DMs. */
  readonly mode: ChannelMode;
  /** The bot is mentioned in the author's own words: not in a quoted line or in code. */
  readonly mentionsBot: boolean;
  readonly repliesToBot: boolean;
  /** Speaks to another person: mentions or answers somebody who is not the bot. */
  readonly addressesOthers: boolean;
  /** Discord handed over the text; false without the Message Content intent unless the bot is mentioned. */
  readonly hasContent: boolean;
  /** Own words are left once mentions, quotes and code are gone. */
  readonly hasWords: boolean;
  /** Asks something, and not how somebody is. */
  readonly isQuestion: boolean;
  /** Makes sense only after what was said before. */
  readonly isFollowUp: boolean;
  /** The last that was said in the channel is the bot's answer to the author; false in threads and DMs. */
  readonly wasJustAnswered: boolean;
  /** The bot may view the place, send there and, where it replies, read its history. */
  readonly maySpeak: boolean;
  /** This message has been answered already: an event delivered twice, or an edit. */
  readonly isAnswered: boolean;
  /** A moderator has written in this thread since the bot opened it. */
  readonly moderatorSteppedIn: boolean;
  /** Answers given in this thread so far, and how many it may hold. */
  readonly threadAnswers: number;
  readonly threadAnswersMax: number;
  readonly coolingDown: 'member' | 'channel' | undefined;
}

/** Why the bot stays silent; logged, never said. */
export type SilenceReason =
  | 'not-a-person'
  | 'already-answered'
  | 'no-permission'
  | 'mode-off'
  | 'not-addressed'
  | 'no-content'
  | 'no-words'
  | 'not-a-question'
  | 'for-somebody-else'
  | 'moderator-stepped-in'
  | 'thread-full'
  | 'member-cools-down'
  | 'channel-cools-down'
  | 'not-sure';

/**
 * Look the question up, or stay silent. `by-name`: the author turned to the bot itself. `greet`: they
 * named it and asked nothing, and are told how to ask.
 */
export type LookDecision =
  | { readonly act: 'look'; readonly addressed: 'by-name' | 'overheard' }
  | { readonly act: 'greet' }
  | { readonly act: 'silent'; readonly reason: SilenceReason };

const silent = (reason: SilenceReason): LookDecision => ({ act: 'silent', reason });

/** First step. The order of the rules is the order of their authority: who, whether allowed, whether meant, how often. */
export function decideToLook(facts: MessageFacts): LookDecision {
  if (facts.author !== 'member' && facts.author !== 'moderator') return silent('not-a-person');
  if (facts.isAnswered) return silent('already-answered');
  if (!facts.maySpeak) return silent('no-permission');
  const unmeant = whyNotMeant(facts);
  if (unmeant !== undefined) return silent(unmeant);
  if (!facts.hasContent) return silent('no-content');
  if (!facts.hasWords && !facts.mentionsBot) return silent('no-words');
  const restrained = whyRestrained(facts);
  if (restrained !== undefined) return silent(restrained);
  if (!facts.hasWords) return { act: 'greet' };
  return { act: 'look', addressed: isByName(facts) ? 'by-name' : 'overheard' };
}

/**
 * Second step, once the verdict is known. Asked by name, or on in its own thread, the bot also says
 * that the article does not say it; overheard, it speaks where it is sure, and in `all` to every
 * question.
 */
export function decideToSpeak(
  facts: MessageFacts,
  verdict: 'answers' | 'may-answer' | 'does-not-say',
): { readonly act: 'speak' } | { readonly act: 'silent'; readonly reason: 'not-sure' } {
  const isAskedOn = facts.place === 'answer-thread' && facts.isFollowUp;
  const speaks =
    isByName(facts) || isAskedOn || verdict === 'answers' || (facts.mode === 'all' && facts.isQuestion);
  return speaks ? { act: 'speak' } : { act: 'silent', reason: 'not-sure' };
}

/** Goes on with what the bot has said: in its thread, or right under its answer. */
export function isGoingOn({ isFollowUp, place, wasJustAnswered }: MessageFacts): boolean {
  return isFollowUp && (place === 'answer-thread' || wasJustAnswered);
}

function isByName(facts: MessageFacts): boolean {
  return facts.place === 'dm' || facts.mentionsBot || facts.repliesToBot;
}

function whyNotMeant(facts: MessageFacts): SilenceReason | undefined {
  if (facts.place === 'dm') return undefined;
  if (facts.mode === 'off') return 'mode-off';
  if (facts.mentionsBot || facts.repliesToBot) return undefined;
  // In its own thread every question is a follow-up, whatever the channel's mode.
  const listens = facts.mode !== 'mention' || facts.place === 'answer-thread';
  if (!listens) return 'not-addressed';
  if (facts.addressesOthers) return 'for-somebody-else';
  if (!facts.hasContent) return 'no-content';
  if (facts.mode === 'all' && facts.place !== 'answer-thread') return undefined;
  return facts.isQuestion || isGoingOn(facts) ? undefined : 'not-a-question';
}

function whyRestrained(facts: MessageFacts): SilenceReason | undefined {
  // Only a moderator who names the bot brings it back into a thread that a moderator has taken over.
  const recalled = facts.author === 'moderator' && facts.mentionsBot;
  if (facts.moderatorSteppedIn && !recalled) return 'moderator-stepped-in';
  if (facts.place === 'answer-thread' && facts.threadAnswers >= facts.threadAnswersMax) return 'thread-full';
  if (facts.coolingDown !== undefined) return `${facts.coolingDown}-cools-down`;
  return undefined;
}
