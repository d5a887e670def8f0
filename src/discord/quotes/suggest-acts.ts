/**
 * From something an article says to a suggestion: which passage, which sentences, and then to the desk.
 * Which passages a message shows is read from the custom IDs of its own buttons, never from its text.
 */
import type { Message } from 'discord.js';
import type { Article, Span } from '../../articles/article.ts';
import { bodyOf, selectAround, type Selection } from '../../quotes/select-sentences.ts';
import { defaultSuggestionLimits } from '../../quotes/suggestion-cap.ts';
import { choiceName } from '../article-option.ts';
import type { ButtonHandler } from '../command.ts';
import { buildCustomId, parseCustomId, type ButtonMeaning } from '../custom-id.ts';
import { meaningsIn } from '../message-meanings.ts';
import { describePassage } from '../passage-option.ts';
import type { PassageReference } from '../passage-reference.ts';
import { problemReply, type Reply, type SelectOption } from '../reply.ts';
import type { Services } from '../services.ts';
import { overlapsReply } from './overlaps-reply.ts';
import { admit, type QuoteVisitor } from './quote-access.ts';
import type { QuoteMeaning } from './quote-button.ts';
import type { SuggestOutcome } from './quote-desk.ts';
import { createQuoteReader, firstWords } from './read-quote.ts';
import { renderSentencePanel, windowAround } from './sentence-panel.ts';

type ContextMeaning = Extract<ButtonMeaning, { kind: 'context' }>;

/** *Suggest as quote* under an answer. */
export const suggestButton: ButtonHandler<Extract<QuoteMeaning, { kind: 'quote-suggest' }>> = {
  effect: 'private-reply',
  execute: async (interaction, _, services) => {
    const admission = await admit(interaction, 'suggest', services);
    return admission.ok ? suggestFrom(interaction.message, admission.visitor, services) : admission.reply;
  },
};

/** One of several passages, chosen. */
export const passageSelect: ButtonHandler<Extract<QuoteMeaning, { kind: 'quote-passage' }>> = {
  effect: 'turn-page',
  execute: async (interaction, _, services) => {
    const admission = await admit(interaction, 'suggest', services);
    if (!admission.ok) return admission.reply;
    const { visitor } = admission;
    const chosen = parseCustomId(interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '');
    return chosen?.kind === 'context'
      ? draftPanel(chosen, visitor, services)
      : problemReply(visitor.texts.quotes.suggest.nothingThere);
  },
};

/** What a message of Kutip's shows: the panel of its passage, or the choice among several. */
export async function suggestFrom(
  message: Message,
  visitor: QuoteVisitor,
  services: Services,
): Promise<Reply> {
  const { suggest } = visitor.texts.quotes;
  const passages = meaningsIn(message).filter((meaning) => meaning.kind === 'context');
  const [first] = passages;
  if (first === undefined) return problemReply(suggest.nothingThere);
  if (passages.length === 1) return draftPanel(first, visitor, services);
  return {
    content: suggest.choosePassage,
    rows: [
      {
        kind: 'choice',
        meaning: { kind: 'quote-passage' },
        placeholder: suggest.choosePlaceholder,
        options: passages.flatMap((passage) => toOption(passage, visitor, services)),
      },
    ],
  };
}

function toOption(
  meaning: ContextMeaning,
  { texts }: QuoteVisitor,
  { references, index }: Services,
): SelectOption[] {
  const place = references.passage(meaning.passage);
  if (place.kind !== 'found') return [];
  const { article, passage } = place;
  const { sentences = [] } = article.blocks[passage.blockIndex] ?? {};
  const { highlight } = meaning;
  const answering = sentences.find(({ end }) => highlight !== undefined && end > highlight.start);
  const shown = { ...passage, ...(answering && { start: answering.start }) };
  return [
    {
      label: describePassage(article, shown, texts),
      value: buildCustomId(meaning),
      ...(index.articles.size > 1 && { description: choiceName(article.title) }),
    },
  ];
}

/** The panel in which the sentences of a passage are chosen, its answering words first. */
export async function draftPanel(
  { passage: reference, highlight }: { readonly passage: PassageReference; readonly highlight?: Span },
  visitor: QuoteVisitor,
  { references }: Services,
): Promise<Reply> {
  const { problems, quotes } = visitor.texts;
  const place = references.passage(reference);
  if (place.kind !== 'found') {
    return problemReply(place.kind === 'gone' ? problems.articleGone : problems.articleChanged);
  }
  const { article, passage } = place;
  // Only what answers is chosen at first: what belongs to it is a click away, what does not is not in it.
  const selected = selectAround(article, highlight ?? passage);
  return selected.ok
    ? draftOf(article, selected.selection, visitor)
    : problemReply(quotes.refusals[selected.reason]);
}

function draftOf(article: Article, selection: Selection, visitor: QuoteVisitor): Reply {
  const made = bodyOf(article, selection);
  if (!made.ok) return problemReply(visitor.texts.quotes.refusals[made.reason]);
  return renderSentencePanel({
    article,
    selection,
    body: made.body,
    from: windowAround(selection),
    texts: visitor.texts,
    postTexts: visitor.serverTexts,
    timeZone: visitor.settings.timeZone,
  });
}

/** Hands the chosen sentences to the desk; what became of it. Writes to the quote store. */
export async function sendSuggestion(
  { article, selection }: { readonly article: Article; readonly selection: Selection },
  visitor: QuoteVisitor,
  services: Services,
): Promise<Reply> {
  const { guildId, actor, texts } = visitor;
  const { suggest, card } = texts.quotes;
  const outcome = await services.quotes.desk.suggest({ guildId, actor, articleId: article.id, selection });
  if (!outcome.ok) return explainSuggestion(outcome, visitor, services);
  const { number, revision } = outcome.quote;
  // The outcome is told in the language of the suggestion.
  await services.store.reviews.saveLocale(guildId, number, texts.locale);
  const read = await createQuoteReader(services)(outcome.quote);
  const isReviewer = actor.role !== 'member';
  return {
    content: [
      suggest.sent(number),
      `> ${firstWords(read, texts, 300)}`,
      isReviewer ? suggest.sentToReview : suggest.sentNext,
    ].join('\n'),
    buttons: [
      ...(isReviewer
        ? [{ label: card.openButton, look: 'main', meaning: { kind: 'quote-open', number } } as const]
        : []),
      { label: suggest.retract, meaning: { kind: 'quote-act', act: 'retract', number, revision } },
    ],
  };
}

async function explainSuggestion(
  outcome: Extract<SuggestOutcome, { ok: false }>,
  { texts }: QuoteVisitor,
  services: Services,
): Promise<Reply> {
  const { suggest, refusals } = texts.quotes;
  const { reason } = outcome;
  if (reason === 'overlaps') {
    const overlaps = 'overlaps' in outcome ? outcome.overlaps : [];
    return overlapsReply(suggest.overlaps, { overlaps, texts }, services);
  }
  if (reason === 'too-many-open') return problemReply(suggest.tooManyOpen(defaultSuggestionLimits.openMax));
  if (reason === 'too-many-today') return problemReply(suggest.tooManyToday(defaultSuggestionLimits.dayMax));
  return problemReply(reason === 'unknown-article' ? texts.problems.articleGone : refusals[reason]);
}
