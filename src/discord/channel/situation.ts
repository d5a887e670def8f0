import type { Turn, ThreadState } from '../../conversation/conversation-store.ts';
import type { MessageFacts } from '../../conversation/decide.ts';
import { isFollowUp } from '../../conversation/is-follow-up.ts';
import { isSmallTalk } from '../../conversation/is-small-talk.ts';
import { isQuestion } from '../../conversation/is-question.ts';
import { channelSettings, settingsDefaults, type GuildSettings } from '../../guilds/settings.ts';
import { authorKind, placeOfMessage, type HeardMessage, type HeardPlace } from './heard-message.ts';
import type { Hearing } from './hearing.ts';
import { maySpeakIn } from './speak-permission.ts';

/** Everything known about a message before it is decided what to do about it. */
export interface Situation {
  readonly facts: MessageFacts;
  readonly settings: GuildSettings;
  readonly place: HeardPlace;
}

/** Reads settings, permissions, thread and earlier turns; nothing of the articles. */
export async function readSituation(
  { services, lastAnswered }: Pick<Hearing, 'services' | 'lastAnswered'>,
  said: HeardMessage,
): Promise<Situation> {
  const { message } = said;
  const { guilds, conversations } = services.store;
  const place = placeOfMessage(message);
  const { guildId, threadId, channel } = place;
  const settings = guildId === undefined ? settingsDefaults : (await guilds.settings(guildId)).settings;
  const thread = threadId === undefined ? undefined : await conversations.thread(threadId);
  const opening = thread && (await conversations.turnOfQuestion(thread.threadId));
  const answered = await conversations.turnOfQuestion(said.messageId);
  return {
    settings,
    place,
    facts: {
      author: readAuthor(said, { settings, opening }),
      place: placeKind(place, thread),
      mode: guildId === undefined ? 'all' : channelSettings(settings, place.channelId).mode,
      ...wordsOf(said),
      maySpeak: channel === undefined || maySpeakIn(channel),
      wasJustAnswered:
        threadId === undefined && guildId !== undefined && lastAnswered.isFor(place.channelId, said.authorId),
      isAnswered: answered !== undefined,
      moderatorSteppedIn: thread?.moderatorSteppedInAtMs !== undefined,
      threadAnswers: thread?.answerCount ?? 0,
      threadAnswersMax: settings.threadAnswersMax,
      coolingDown: undefined,
    },
  };
}

type WordFacts = Pick<
  MessageFacts,
  'mentionsBot' | 'repliesToBot' | 'addressesOthers' | 'hasContent' | 'hasWords' | 'isQuestion' | 'isFollowUp'
>;

/** The facts that lie in the words alone. */
export function wordsOf(said: HeardMessage): WordFacts {
  return {
    mentionsBot: said.mentionsBot,
    repliesToBot: said.repliesToBot,
    addressesOthers: said.addressesOthers,
    hasContent: said.hasContent,
    hasWords: /[\p{L}\p{N}]/u.test(said.words),
    isQuestion: isQuestion(said.words) && !isSmallTalk(said.words),
    isFollowUp: isFollowUp(said.words),
  };
}

/** A moderator who goes on asking in the thread of their own question asks; they do not step in. */
function readAuthor(
  { message, authorId }: HeardMessage,
  { settings, opening }: { settings: GuildSettings; opening: Turn | undefined },
): MessageFacts['author'] {
  const kind = authorKind(message, settings);
  return kind === 'moderator' && opening?.askedBy === authorId ? 'member' : kind;
}

function placeKind(
  { guildId, threadId }: HeardPlace,
  thread: ThreadState | undefined,
): MessageFacts['place'] {
  if (guildId === undefined) return 'dm';
  if (threadId === undefined) return 'channel';
  return thread === undefined ? 'other-thread' : 'answer-thread';
}
