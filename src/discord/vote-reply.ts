/** 👍 and 👎 under an answer: one vote per member and answer, changeable, with a reason where it is 👎. */
import { downReasons, type DownReason } from '../guilds/feedback.ts';
import type { ButtonHandler } from './command.ts';
import type { ButtonMeaning } from './custom-id.ts';
import { toKeptQuestion } from './remember-turn.ts';
import { problemReply, type Reply, type ReplyRow } from './reply.ts';
import { textsFor, type Texts } from './texts/texts.ts';

/** A click on a thumb; the same thumb again changes nothing. */
export const voteButton: ButtonHandler<Extract<ButtonMeaning, { kind: 'vote' }>> = {
  effect: 'private-reply',
  execute: async (interaction, { value, questionId }, services) => {
    const texts = textsFor(interaction.locale);
    const turn = await services.store.conversations.turnOfQuestion(questionId);
    const question = turn && toKeptQuestion(turn);
    const isElsewhere = question !== undefined && question.guildId !== interaction.guildId;
    if (isElsewhere || interaction.guildId === null) return problemReply(texts.votes.tooOld);
    const outcome = await services.store.guilds.vote({
      questionId,
      memberId: interaction.user.id,
      vote: { value },
      atMs: services.now(),
      ...(question && { question }),
    });
    if (outcome === 'too-old') return problemReply(texts.votes.tooOld);
    return value === 'up' ? { content: texts.votes.thanksUp } : askReason(questionId, texts);
  },
};

/** Why it was 👎. */
export const reasonSelect: ButtonHandler<Extract<ButtonMeaning, { kind: 'reason' }>> = {
  effect: 'turn-page',
  execute: async (interaction, { questionId }, services) => {
    const texts = textsFor(interaction.locale);
    const reason = readReason(interaction.isStringSelectMenu() ? interaction.values : []);
    if (reason === undefined) return problemReply(texts.problems.unknownButton);
    const { guilds } = services.store;
    const memberId = interaction.user.id;
    // Only who has voted may say why: a select is clicked by whoever kept its message.
    if ((await guilds.voteOf(questionId, memberId))?.value !== 'down')
      return problemReply(texts.votes.tooOld);
    await guilds.vote({ questionId, memberId, vote: { value: 'down', reason }, atMs: services.now() });
    return { content: texts.votes.thanksReason(texts.votes.reasons[reason]) };
  },
};

function askReason(questionId: string, texts: Texts): Reply {
  const row: ReplyRow = {
    kind: 'choice',
    meaning: { kind: 'reason', questionId },
    placeholder: texts.votes.whyPlaceholder,
    options: downReasons.map((reason) => ({ label: texts.votes.reasons[reason], value: reason })),
  };
  return { content: texts.votes.thanksDown, rows: [row] };
}

function readReason(values: readonly string[]): DownReason | undefined {
  return downReasons.find((known) => known === values[0]);
}
