/** What moderators do about gaps: look, teach, dismiss, undo; each checks again who it is. */
import type { BaseInteraction } from 'discord.js';
import type { Gap } from '../guilds/gaps.ts';
import { lessonsMax, type DecideOutcome } from '../guilds/guild-store.ts';
import { answerReply } from './answer-reply.ts';
import type { ButtonHandler, ComponentInteraction, DialogHandler, DialogOpener } from './command.ts';
import { parseCustomId, type ButtonMeaning, type GapView } from './custom-id.ts';
import { decidedPage, gapDetail, gapsPage, votesPage, votesShownDays } from './gaps-reply.ts';
import { messageLengthMax, searchTermsLengthMax } from './limits.ts';
import { mayModerate } from './moderators.ts';
import { readGaps } from './read-gaps.ts';
import { problemReply, type Reply } from './reply.ts';
import type { Services } from './services.ts';
import { textsFor, type Texts } from './texts/texts.ts';

type GapMeaning = Extract<ButtonMeaning, { kind: 'gap' }>;

const dayMs = 86_400_000;

/** Why gaps are not this member's to see; undefined where they are. */
export async function refuseModerating(
  interaction: BaseInteraction,
  { store }: Services,
): Promise<Reply | undefined> {
  const texts = textsFor(interaction.locale);
  const { guild } = interaction;
  if (guild === null) return problemReply(texts.settings.onlyInServers);
  const { settings } = await store.guilds.settings(guild.id);
  return mayModerate(interaction, settings) ? undefined : problemReply(texts.gaps.notAllowed);
}

/** One view of the gaps; whoever calls it has been checked. */
export async function gapsView(
  interaction: BaseInteraction,
  { view, page, note }: { readonly view: GapView; readonly page: number; readonly note?: string },
  services: Services,
): Promise<Reply> {
  const texts = textsFor(interaction.locale);
  const guildId = interaction.guildId ?? '';
  if (view === 'votes') {
    const sinceMs = services.now() - votesShownDays * dayMs;
    const feedback = await services.store.guilds.feedback(guildId, sinceMs);
    return votesPage({ feedback, page }, texts, services);
  }
  const { gaps } = await readGaps(guildId, services);
  return view === 'open'
    ? gapsPage({ open: gaps.open, page, ...(note !== undefined && { note }) }, texts)
    : decidedPage({ decided: gaps.decided, page }, texts);
}

/** Another page or view. */
export const gapsButton: ButtonHandler<Extract<ButtonMeaning, { kind: 'gaps' }>> = {
  effect: 'turn-page',
  execute: async (interaction, meaning, services) =>
    (await refuseModerating(interaction, services)) ?? gapsView(interaction, meaning, services),
};

/** A gap chosen, taught, dismissed, or a decision undone. */
export const gapButton: ButtonHandler<GapMeaning> = {
  effect: 'turn-page',
  execute: async (interaction, meaning, services) => {
    const refusal = await refuseModerating(interaction, services);
    if (refusal !== undefined) return refusal;
    const [value] = interaction.isStringSelectMenu() ? interaction.values : [];
    const texts = textsFor(interaction.locale);
    if (meaning.act === 'undo') return undo(interaction, meaning.id ?? value ?? '', services);
    const gap = await findGap(interaction, meaning.act === 'show' ? value : meaning.id, services);
    if (gap === undefined) return backToList(interaction, texts.gaps.gone, services);
    switch (meaning.act) {
      case 'show':
        return gapDetail(gap, { texts }, services);
      case 'dismiss':
        return dismiss(interaction, gap, services);
      case 'teach':
      default:
        return teach(interaction, { gap, value: value ?? '' }, services);
    }
  },
};

async function findGap(
  interaction: BaseInteraction,
  gapId: string | undefined,
  services: Services,
): Promise<Gap | undefined> {
  const { gaps } = await readGaps(interaction.guildId ?? '', services);
  // A gap is named by its oldest question, which may have been swept or joined by an older one since.
  return gapId === undefined ? undefined : gaps.open.find(({ questionIds }) => questionIds.includes(gapId));
}

async function backToList(interaction: BaseInteraction, note: string, services: Services): Promise<Reply> {
  return gapsView(interaction, { view: 'open', page: 1, note }, services);
}

async function dismiss(interaction: ComponentInteraction, gap: Gap, services: Services): Promise<Reply> {
  const texts = textsFor(interaction.locale);
  const outcome = await services.store.guilds.dismissGap({
    ...actOf(interaction, services),
    questionIds: gap.questionIds,
  });
  if (!outcome.ok) return explainDecision(interaction, outcome, services);
  return { content: texts.gaps.dismissed, rows: [afterDecision(outcome.decisionId, texts)] };
}

async function teach(
  interaction: ComponentInteraction,
  { gap, value }: { readonly gap: Gap; readonly value: string },
  services: Services,
): Promise<Reply> {
  const texts = textsFor(interaction.locale);
  const chosen = parseCustomId(value);
  const place =
    chosen?.kind === 'context' ? services.references.passage(chosen.passage) : { kind: 'gone' as const };
  if (place.kind !== 'found') return problemReply(texts.problems.articleChanged);
  const { article, passage } = place;
  const { start, end } = passage;
  const outcome = await services.store.guilds.teachGap({
    ...actOf(interaction, services),
    questionIds: gap.questionIds,
    ownWordings: [],
    place: {
      articleId: article.id,
      version: article.version,
      passageId: passage.id,
      start,
      end,
      text: article.text.slice(start, end),
    },
  });
  if (!outcome.ok) return explainDecision(interaction, outcome, services);
  services.knowledge.refresh(interaction.guildId ?? '');
  const preview = await previewAnswer(interaction, { gap, passageId: passage.id, texts }, services);
  return { content: preview, rows: [afterDecision(outcome.decisionId, texts)] };
}

/** What whoever asks so is told from now on. */
async function previewAnswer(
  interaction: ComponentInteraction,
  { gap, passageId, texts }: { readonly gap: Gap; readonly passageId: string; readonly texts: Texts },
  services: Services,
): Promise<string> {
  const answered = await answerReply(
    {
      text: gap.wordings[0] ?? '',
      previous: [],
      guildId: interaction.guildId ?? '',
      channelId: interaction.channelId,
      questionId: interaction.id,
      texts,
    },
    services,
  );
  const isFound =
    answered.kind === 'answered' &&
    answered.turn.verdict !== 'does-not-say' &&
    answered.turn.shown?.passageId === passageId;
  if (!isFound) return texts.gaps.taughtButWeak;
  const whole = `${texts.gaps.taught}\n${answered.reply.content}`;
  return whole.length <= messageLengthMax ? whole : answered.reply.content;
}

async function undo(
  interaction: ComponentInteraction,
  decisionId: string,
  services: Services,
): Promise<Reply> {
  const { gaps: words } = textsFor(interaction.locale);
  const isUndone = await services.store.guilds.undoDecision({ ...actOf(interaction, services), decisionId });
  services.knowledge.refresh(interaction.guildId ?? '');
  return backToList(interaction, isUndone ? words.undone : words.undoneAlready, services);
}

function actOf(interaction: ComponentInteraction, services: Services) {
  return { guildId: interaction.guildId ?? '', by: interaction.user.id, atMs: services.now() };
}

async function explainDecision(
  interaction: ComponentInteraction,
  { reason }: Extract<DecideOutcome, { ok: false }>,
  services: Services,
): Promise<Reply> {
  const { gaps: words } = textsFor(interaction.locale);
  return reason === 'too-many-lessons'
    ? problemReply(words.tooManyLessons(lessonsMax))
    : backToList(interaction, words.gone, services);
}

function afterDecision(decisionId: string, { gaps: words }: Texts) {
  return {
    kind: 'buttons' as const,
    buttons: [
      { label: words.undo, meaning: { kind: 'gap' as const, act: 'undo' as const, id: decisionId } },
      { label: words.back, meaning: { kind: 'gaps' as const, view: 'open' as const, page: 1 } },
    ],
  };
}

/** The dialog's one field. */
const searchField = 'text';

/** *Search a passage…*: asks for its words. */
export const gapSearchButton: DialogOpener<Extract<ButtonMeaning, { kind: 'gap-search' }>> = {
  effect: 'open-dialog',
  open: async (interaction, meaning, services) => {
    const { gaps: words } = textsFor(interaction.locale);
    return (
      (await refuseModerating(interaction, services)) ?? {
        title: words.searchTitle,
        meaning,
        fields: [{ name: searchField, label: words.searchLabel, lengthMax: searchTermsLengthMax }],
      }
    );
  },
};

/** The words of a passage: the gap again, with what is found for them. */
export const gapSearchDialog: DialogHandler<Extract<ButtonMeaning, { kind: 'gap-search' }>> = {
  execute: async ({ interaction, text }, { gapId }, services) => {
    const refusal = await refuseModerating(interaction, services);
    if (refusal !== undefined) return refusal;
    const texts = textsFor(interaction.locale);
    const gap = await findGap(interaction, gapId, services);
    return gap === undefined
      ? backToList(interaction, texts.gaps.gone, services)
      : gapDetail(gap, { searched: text(searchField), texts }, services);
  },
};
