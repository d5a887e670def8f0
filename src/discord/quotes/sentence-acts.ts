/** What is pressed in the panel of sentences: one step on, or the choice handed in. */
import type { Article } from '../../articles/article.ts';
import type { Quote } from '../../quotes/quote.ts';
import {
  adjustSelection,
  bodyOf,
  placeSentences,
  type Adjustment,
  type Selection,
  type SelectionRefusal,
} from '../../quotes/select-sentences.ts';
import type { ButtonHandler, ComponentInteraction } from '../command.ts';
import { problemReply, type Reply } from '../reply.ts';
import type { Services } from '../services.ts';
import { decide } from './decide.ts';
import { admit, type QuoteVisitor } from './quote-access.ts';
import type { QuoteMeaning, SentenceStep } from './quote-button.ts';
import { quotedArticle } from './read-quote.ts';
import { changeReply, findSeen } from './review-acts.ts';
import { isOffered, moveWindow, renderSentencePanel } from './sentence-panel.ts';
import { sendSuggestion } from './suggest-acts.ts';

type SentenceMeaning = Extract<QuoteMeaning, { kind: 'quote-sentences' }>;

/** Every button and the select of the panel. */
export const sentenceButton: ButtonHandler<SentenceMeaning> = {
  effect: 'turn-page',
  execute: async (interaction, meaning, services) => {
    const isDraft = meaning.target.kind === 'draft';
    const admission = await admit(interaction, isDraft ? 'suggest' : 'adjust', services);
    if (!admission.ok) return admission.reply;
    const { visitor } = admission;
    const subject = await findSubject(meaning, visitor, services);
    if ('content' in subject) return subject;
    if (meaning.step === 'finish') return finish(interaction, { meaning, subject, visitor }, services);
    return takeStep(interaction, { meaning, subject, visitor });
  },
};

interface Subject {
  readonly article: Article;
  /** Absent for a suggestion. */
  readonly quote?: Quote;
}

interface Work {
  readonly meaning: SentenceMeaning;
  readonly subject: Subject;
  readonly visitor: QuoteVisitor;
}

async function findSubject(
  { target }: SentenceMeaning,
  visitor: QuoteVisitor,
  services: Services,
): Promise<Subject | Reply> {
  const { problems } = visitor.texts;
  if (target.kind === 'draft') {
    const article = services.references.article(target.articleKey);
    if (article === undefined) return problemReply(problems.articleGone);
    return article.version.startsWith(target.versionPrefix)
      ? { article }
      : problemReply(problems.articleChanged);
  }
  const quote = await findSeen({ visitor, ...target }, services);
  if ('content' in quote) return quote;
  const article = quotedArticle(quote, services);
  return article === undefined ? changeReply(quote, visitor, services) : { article, quote };
}

async function finish(
  interaction: ComponentInteraction,
  { meaning, subject, visitor }: Work,
  services: Services,
): Promise<Reply> {
  const { selection, target } = meaning;
  const { article } = subject;
  if (target.kind === 'draft') return sendSuggestion({ article, selection }, visitor, services);
  const made = bodyOf(article, selection);
  if (!made.ok) return problemReply(visitor.texts.quotes.refusals[made.reason]);
  const { number, revision } = target;
  const action = { kind: 'adjust', body: made.body } as const;
  return decide(interaction, visitor, { number, revision, action }, services);
}

/** A step that is not possible leaves everything as it was and says why. */
function takeStep(interaction: ComponentInteraction, { meaning, subject, visitor }: Work): Reply {
  const { article, quote } = subject;
  const { refusals } = visitor.texts.quotes;
  const next = stepOn(interaction, meaning, article);
  const selection = typeof next === 'string' ? meaning.selection : next;
  const made = bodyOf(article, selection);
  const kept = made.ok
    ? { made, selection }
    : { made: bodyOf(article, meaning.selection), selection: meaning.selection };
  if (!kept.made.ok) return problemReply(refusals[kept.made.reason]);
  const reason = typeof next === 'string' ? next : made.ok ? undefined : made.reason;
  return renderSentencePanel({
    article,
    selection: kept.selection,
    body: kept.made.body,
    from: windowAfter(meaning, article, kept.selection),
    texts: visitor.texts,
    postTexts: visitor.serverTexts,
    timeZone: visitor.settings.timeZone,
    ...(quote && { quote }),
    ...(reason !== undefined && { note: refusals[reason] }),
  });
}

const steps: Partial<Record<SentenceStep, Adjustment>> = {
  'extend-start': { kind: 'extend-start' },
  'shrink-start': { kind: 'shrink-start' },
  'shrink-end': { kind: 'shrink-end' },
  'extend-end': { kind: 'extend-end' },
};

function stepOn(
  interaction: ComponentInteraction,
  { step, selection, from }: SentenceMeaning,
  article: Article,
): Selection | SelectionRefusal {
  const adjustment = steps[step];
  if (adjustment !== undefined) {
    const adjusted = adjustSelection(article, selection, adjustment);
    return adjusted.ok ? adjusted.selection : adjusted.reason;
  }
  if (step !== 'pick' || !interaction.isStringSelectMenu()) return selection;
  // What the window does not show stays as it was.
  const hidden = selection.filter((ordinal) => !isOffered(ordinal, from));
  const picked = interaction.values.map(Number).filter((ordinal) => Number.isInteger(ordinal));
  return [...new Set([...hidden, ...picked])].sort((a, b) => a - b);
}

/** Moved as asked; else where it was, or to where the selection has gone. */
function windowAfter({ step, from }: SentenceMeaning, article: Article, selection: Selection): number {
  if (step === 'earlier') return moveWindow(article, from, -1);
  if (step === 'later') return moveWindow(article, from, 1);
  const bounded = Math.min(from, Math.max(0, placeSentences(article).length - 1));
  const [first = 0, last = 0] = [selection[0], selection.at(-1)];
  if (step === 'extend-start' && !isOffered(first, bounded)) return Math.max(0, first);
  return step === 'extend-end' && !isOffered(last, bounded) ? moveWindow(article, bounded, 1) : bounded;
}
