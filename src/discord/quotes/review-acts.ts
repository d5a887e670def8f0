/** What the buttons of a card do. Each is checked again; what is no longer as it was seen is said. */
import type { BaseInteraction } from 'discord.js';
import type { Capability } from '../../quotes/permissions.ts';
import type { Quote } from '../../quotes/quote.ts';
import { selectionOf } from '../../quotes/select-sentences.ts';
import type { ButtonHandler, ComponentInteraction } from '../command.ts';
import { messageLengthMax } from '../limits.ts';
import { takeStart } from '../render/cut-text.ts';
import { problemReply, type Reply } from '../reply.ts';
import { lacksForQuotes } from '../settings-change.ts';
import type { Services } from '../services.ts';
import { composePost } from './compose-post.ts';
import { correctionReply } from './correction-reply.ts';
import { decide, showOvertaken, viewOf } from './decide.ts';
import { admit, type QuoteVisitor } from './quote-access.ts';
import type { QuoteAct, QuoteMeaning } from './quote-button.ts';
import { logDamage, quotedArticle } from './read-quote.ts';
import { renderSentencePanel, windowAround } from './sentence-panel.ts';
import { cardReply } from './show-card.ts';

type ActMeaning = Extract<QuoteMeaning, { kind: 'quote-act' }>;

const capabilities: Readonly<Record<QuoteAct, Capability>> = {
  approve: 'approve',
  adjust: 'adjust',
  post: 'schedule',
  unschedule: 'unschedule',
  undo: 'undo',
  'undo-sure': 'undo',
  retract: 'undo',
  unfreeze: 'unfreeze',
};

/** Approve, post, undo and the like, at one click. */
export const quoteActButton: ButtonHandler<ActMeaning> = {
  effect: 'turn-page',
  execute: async (interaction, meaning, services) => {
    const admission = await admit(interaction, capabilities[meaning.act], services);
    if (!admission.ok) return admission.reply;
    const { visitor } = admission;
    const { number, revision } = meaning;
    switch (meaning.act) {
      case 'approve':
        return decide(interaction, visitor, { number, revision, action: { kind: 'approve' } }, services);
      case 'unschedule':
        return decide(interaction, visitor, { number, revision, action: { kind: 'unschedule' } }, services);
      case 'unfreeze':
        return decide(interaction, visitor, { number, revision, action: { kind: 'unfreeze' } }, services);
      case 'post':
        return postNow(interaction, { visitor, number, revision }, services);
      case 'adjust':
        return openAdjustment({ visitor, number, revision }, services);
      case 'undo':
        return undo(interaction, { visitor, number, revision }, services);
      case 'undo-sure':
        return decide(interaction, visitor, { number, revision, action: { kind: 'undo' } }, services);
      case 'retract':
      default:
        return retract({ visitor, number, revision }, services);
    }
  },
};

export interface Aim {
  readonly visitor: QuoteVisitor;
  readonly number: number;
  readonly revision?: number;
}

/** Due at once; needs a channel to be posted in. */
export async function postNow(interaction: BaseInteraction, aim: Aim, services: Services): Promise<Reply> {
  const { visitor, ...decision } = aim;
  return visitor.settings.quoteChannelId === null
    ? problemReply(visitor.texts.quotes.problems.noChannel)
    : decide(interaction, visitor, { ...decision, action: { kind: 'schedule' } }, services);
}

/** Takes the last step back; where that deletes a post, asks first. */
export async function undo(interaction: BaseInteraction, aim: Aim, services: Services): Promise<Reply> {
  const { visitor, number, revision } = aim;
  const { texts, guildId } = visitor;
  const quote = await services.store.quotes.quote(guildId, number);
  if (quote === undefined) return problemReply(texts.quotes.problems.noSuchNumber);
  if (visitor.actor.role === 'member') return retract(aim, services);
  if (revision === undefined && (await changedSince(interaction, quote, services))) {
    return showOvertaken(visitor, quote, services);
  }
  const isPosted = quote.state === 'posted' || quote.state === 'corrected';
  if (!isPosted || quote.lastChange !== undefined) {
    return decide(
      interaction,
      visitor,
      // Also by number alone: posted in between, it would be deleted without being asked.
      { number, revision: revision ?? quote.revision, action: { kind: 'undo' } },
      services,
    );
  }
  return {
    content: texts.quotes.done.undoAsk(number),
    buttons: [
      {
        label: texts.quotes.done.undoSure,
        look: 'danger',
        meaning: { kind: 'quote-act', act: 'undo-sure', number, revision: quote.revision },
      },
      { label: texts.quotes.sentences.cancel, meaning: { kind: 'quote-open', number } },
    ],
  };
}

/**
 * Whether something has happened to the quote after somebody sent that command: what they wanted undone
 * is another step then. Also where another process has undone it for them, told of the same command.
 */
async function changedSince(
  { createdTimestamp }: BaseInteraction,
  { guildId, number, revision }: Quote,
  { store }: Services,
): Promise<boolean> {
  const [newest] = await store.quotes.history(guildId, number, revision - 1);
  return newest !== undefined && newest.atMs > createdTimestamp;
}

/** Whoever suggested it takes it back, while nobody has dealt with it. */
async function retract(aim: Aim, services: Services): Promise<Reply> {
  const { visitor, number, revision } = aim;
  const { suggest, problems } = visitor.texts.quotes;
  const quote = await services.store.quotes.quote(visitor.guildId, number);
  const isOwn = quote?.suggestedBy === visitor.actor.id;
  if (quote === undefined || !isOwn) {
    return problemReply(isOwn ? problems.noSuchNumber : visitor.texts.quotes.refusals['not-permitted']);
  }
  if (quote.rejection?.isRetracted) return { content: suggest.retracted(number) };
  const isUntouched = quote.state === 'suggested' && quote.lastChange === undefined;
  if (!isUntouched || (revision !== undefined && revision !== quote.revision)) {
    return problemReply(suggest.retractTooLate);
  }
  const outcome = await services.quotes.desk.act({
    guildId: visitor.guildId,
    number,
    action: { kind: 'undo' },
    actor: visitor.actor,
    expectedRevision: quote.revision,
  });
  return outcome.ok ? { content: suggest.retracted(number) } : problemReply(suggest.retractTooLate);
}

/** The quote that somebody came for, where it still is as they saw it. */
export async function findSeen(
  { visitor, number, revision }: Aim,
  services: Services,
): Promise<Quote | Reply> {
  const quote = await services.store.quotes.quote(visitor.guildId, number);
  if (quote === undefined) return problemReply(visitor.texts.quotes.problems.noSuchNumber);
  return revision === undefined || quote.revision === revision
    ? quote
    : showOvertaken(visitor, quote, services);
}

async function openAdjustment(aim: Aim, services: Services): Promise<Reply> {
  const quote = await findSeen(aim, services);
  if ('content' in quote) return quote;
  const { visitor } = aim;
  const article = quotedArticle(quote, services);
  if (article === undefined) return changeReply(quote, visitor, services);
  const selection = selectionOf(article, quote.body);
  if (selection === undefined) return problemReply(visitor.texts.quotes.problems.articleChanged);
  return renderSentencePanel({
    article,
    selection,
    body: quote.body,
    from: windowAround(selection),
    quote,
    texts: visitor.texts,
    postTexts: visitor.serverTexts,
    timeZone: visitor.settings.timeZone,
  });
}

/** For a quote whose article has another text now: where its words stand in that, and what can be done. */
export async function changeReply(
  quote: Quote,
  { texts }: Pick<QuoteVisitor, 'texts'>,
  { index, store, log }: Services,
): Promise<Reply> {
  return correctionReply(quote, texts, { articles: index.articles, quotes: store.quotes, log });
}

/** One quote's card, from the queue or from a message about it. */
export const quoteOpenButton: ButtonHandler<Extract<QuoteMeaning, { kind: 'quote-open' }>> = {
  effect: 'turn-page',
  execute: async (interaction, meaning, services) => {
    const admission = await admit(interaction, 'read-queue', services);
    if (!admission.ok) return admission.reply;
    const { visitor } = admission;
    const number = meaning.number ?? chosenNumber(interaction);
    const quote = await findSeen({ visitor, number }, services);
    return 'content' in quote ? quote : cardReply(quote, { ...viewOf(visitor), isPrivate: true }, services);
  },
};

function chosenNumber(interaction: ComponentInteraction): number {
  const [value = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
  return /^\d{1,8}$/.test(value) ? Number(value) : 0;
}

/** *Preview*: the message exactly as it would be posted, for whoever clicked. */
export const quotePreviewButton: ButtonHandler<Extract<QuoteMeaning, { kind: 'quote-preview' }>> = {
  effect: 'private-reply',
  execute: async (interaction, { number }, services) => {
    const admission = await admit(interaction, 'read-queue', services);
    if (!admission.ok) return admission.reply;
    const { visitor } = admission;
    const quote = await findSeen({ visitor, number }, services);
    if ('content' in quote) return quote;
    return previewOf(interaction, { quote, visitor }, services);
  },
};

async function previewOf(
  interaction: BaseInteraction,
  { quote, visitor }: { readonly quote: Quote; readonly visitor: QuoteVisitor },
  { store, quotes, log }: Services,
): Promise<Reply> {
  const { settings, serverTexts, texts } = visitor;
  const mayAttach = !lacksForQuotes(interaction, settings).includes('AttachFiles');
  const composed = await composePost(
    quote,
    settings.quoteChannelId ?? '',
    { settings, texts: serverTexts },
    {
      quotes: store.quotes,
      board: { mayAttach: () => mayAttach },
      log,
      ...(quotes.cards && { cards: quotes.cards }),
    },
  );
  if (!composed.ok) {
    const { refusals, problems } = texts.quotes;
    if (composed.reason === 'damaged') logDamage(quote, composed.detail, log);
    const isLong = composed.reason === 'too-long';
    return problemReply(isLong ? refusals['quote-too-long'] : problems.broken['snapshot-damaged']);
  }
  const { content, card } = composed.content;
  return {
    content:
      composed.cardProblem === undefined
        ? content
        : takeStart(`${content}\n-# 🖼️ ${composed.cardProblem}`, messageLengthMax),
    ...(card && { file: { name: 'kutip.png', bytes: card.png, description: card.altText } }),
  };
}
