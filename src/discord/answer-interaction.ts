/** `/ask` and *Ask the article*: where and by whom it is asked, what was asked before, and the answer. */
import type { Article } from '../articles/article.ts';
import { previousQuestionsMax, type ConversationPlace } from '../conversation/conversation-store.ts';
import { channelSettings } from '../guilds/settings.ts';
import { answerReply } from './answer-reply.ts';
import type { CommandInteraction } from './command.ts';
import { rememberTurn } from './remember-turn.ts';
import type { Reply } from './reply.ts';
import type { Services } from './services.ts';
import { textsIn } from './texts/texts.ts';

/** For so long is the next question of the same member in the same channel taken for a follow-up. */
export const followUpWindowMs = 5 * 60_000;

export interface InteractionQuestion {
  readonly text: string;
  readonly article?: Article;
  /** Only its author sees the answer: it is nobody else's conversation. */
  readonly isPrivate: boolean;
}

/** The reply to a question asked by a command; notes it down while it is sent. */
export async function answerInteraction(
  interaction: CommandInteraction,
  { text, article, isPrivate }: InteractionQuestion,
  services: Services,
): Promise<Reply> {
  const place = placeOf(interaction);
  const texts = await textsIn(place.guildId, interaction.locale, services);
  const { channelId, guildId } = place;
  const askedBy = interaction.user.id;
  const threadId = isPrivate ? undefined : place.threadId;
  const now = services.now();
  const conversation: ConversationPlace = threadId === undefined ? { channelId, askedBy } : { threadId };
  const answered = await answerReply(
    {
      text,
      previous: await services.store.conversations.previousQuestions(conversation, {
        sinceMs: now - followUpWindowMs,
        count: previousQuestionsMax,
      }),
      ...(article && { article }),
      ...(guildId !== undefined && { guildId }),
      channelId,
      questionId: interaction.id,
      texts,
    },
    services,
  );
  if (answered.kind === 'problem') return answered.reply;
  const turn = {
    questionId: interaction.id,
    channelId,
    ...(guildId !== undefined && { guildId }),
    ...(threadId !== undefined && { threadId }),
    askedBy,
    askedAtMs: now,
    ...answered.turn,
  };
  return { ...answered.reply, remember: () => rememberTurn(turn, services) };
}

/** Whether answers of this channel are for their asker alone unless they say otherwise. */
export async function isPrivateChannel(
  interaction: CommandInteraction,
  services: Services,
): Promise<boolean> {
  const { guildId, channelId } = placeOf(interaction);
  if (guildId === undefined) return false;
  const { settings } = await services.store.guilds.settings(guildId);
  return channelSettings(settings, channelId).visibility === 'private';
}

interface InteractionPlace {
  /** Absent outside servers, and in servers that the bot is no member of. */
  readonly guildId?: string;
  readonly channelId: string;
  readonly threadId?: string;
}

/** Where a command was called; a thread belongs to its parent channel. */
export function placeOf({ guild, channel, channelId }: CommandInteraction): InteractionPlace {
  const thread = channel?.isThread() === true ? channel : undefined;
  return {
    ...(guild !== null && { guildId: guild.id }),
    channelId: thread?.parentId ?? channelId ?? '',
    ...(thread && { threadId: thread.id }),
  };
}
