/** What somebody decided about a quote goes to the desk; what to say about it leaves. */
import { MessageFlags, type BaseInteraction } from 'discord.js';
import type { QuoteEvent } from '../../quotes/quote-event.ts';
import type { Quote } from '../../quotes/quote.ts';
import { problemReply, type Reply, type ReplyButton } from '../reply.ts';
import type { Services } from '../services.ts';
import { typedLines, withTyped } from '../typed-text.ts';
import { describeEvent } from './describe-event.ts';
import { overlapsReply } from './overlaps-reply.ts';
import { outgrowsPost } from './outgrows-post.ts';
import type { QuoteVisitor } from './quote-access.ts';
import type { AnyQuoteAction, ActOutcome } from './quote-desk.ts';
import { stamp } from './quote-lines.ts';
import { cardReply } from './show-card.ts';

export interface Decision {
  readonly number: number;
  readonly action: AnyQuoteAction;
  /** What they saw; absent where they named the quote by its number alone. */
  readonly revision?: number;
  /** A reason or note they wrote: given back where nothing comes of it. */
  readonly typed?: string;
}

/** Writes to the quote store where it is allowed. The reply has the card in it where a card is being looked at. */
export async function decide(
  interaction: BaseInteraction,
  visitor: QuoteVisitor,
  { number, action, revision, typed }: Decision,
  services: Services,
): Promise<Reply> {
  const quote = await services.store.quotes.quote(visitor.guildId, number);
  if (quote !== undefined && (await outgrowsPost(quote, action, visitor, services))) {
    const problem = problemReply(visitor.texts.quotes.problems.outgrowsPost);
    return withTyped(problem, typed === undefined ? [] : [typed], visitor.texts);
  }
  const outcome = await services.quotes.desk.act({
    guildId: visitor.guildId,
    number,
    action,
    actor: visitor.actor,
    ...(revision !== undefined && { expectedRevision: revision }),
  });
  if (!outcome.ok)
    return explainRefusal(visitor, { ...outcome, ...(typed !== undefined && { typed }) }, services);
  const isPaused = await isSchedulePaused(outcome.event, visitor, services);
  const note = describeDone(outcome.quote, outcome.event, { visitor, isPaused });
  return isOnOwnCard(interaction)
    ? cardReply(outcome.quote, { ...viewOf(visitor), note, isPrivate: true }, services)
    : { content: note, buttons: undoButtons(outcome.quote, visitor) };
}

/** Why not. Whoever was overtaken sees by what, and the card as it is now. */
export async function explainRefusal(
  visitor: QuoteVisitor,
  refusal: Extract<ActOutcome, { ok: false }> & Pick<Decision, 'typed'>,
  services: Services,
): Promise<Reply> {
  const { texts } = visitor;
  const { problems, refusals, suggest } = texts.quotes;
  if (refusal.reason === 'overlaps') {
    return overlapsReply(suggest.overlapsOther, { overlaps: refusal.overlaps, texts }, services);
  }
  const { reason, quote, typed } = refusal;
  if (quote === undefined || reason === 'unknown-quote') return problemReply(problems.noSuchNumber);
  return reason === 'stale' ? showOvertaken(visitor, quote, services, typed) : problemReply(refusals[reason]);
}

/** The card as it is now, and what changed it. */
export async function showOvertaken(
  visitor: QuoteVisitor,
  quote: Quote,
  services: Services,
  typed?: string,
): Promise<Reply> {
  const { guildId, number, revision } = quote;
  const { texts } = visitor;
  const [last] = await services.store.quotes.history(guildId, number, revision - 1);
  const note =
    last === undefined
      ? texts.quotes.problems.busy
      : texts.quotes.problems.faster(describeEvent(last, texts));
  const kept = typed === undefined ? '' : `${typedLines([typed], texts)}\n`;
  return cardReply(quote, { ...viewOf(visitor), note: kept + note, isPrivate: true }, services);
}

/** Whether the clicked message is a card that its reader alone sees. */
export function isOnOwnCard(interaction: BaseInteraction): boolean {
  return (
    (interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage())) &&
    interaction.message.flags.has(MessageFlags.Ephemeral)
  );
}

/** How that visitor sees cards. */
export function viewOf({ texts, serverTexts, settings }: QuoteVisitor) {
  return { texts, serverTexts, timeZone: settings.timeZone };
}

function undoButtons(quote: Quote, { texts }: QuoteVisitor): readonly ReplyButton[] {
  const { number, revision, lastChange } = quote;
  if (lastChange === undefined) return [];
  return [
    { label: texts.quotes.card.undo, meaning: { kind: 'quote-act', act: 'undo', number, revision } },
    { label: texts.quotes.card.openButton, meaning: { kind: 'quote-open', number } },
  ];
}

/** Whether what was just approved waits for a schedule that does not run. */
async function isSchedulePaused(
  { change }: QuoteEvent,
  { guildId }: QuoteVisitor,
  { store }: Services,
): Promise<boolean> {
  if (change.kind !== 'approved' || change.dueAtMs !== undefined) return false;
  return (await store.quotes.schedule(guildId))?.schedule.isPaused === true;
}

function describeDone(
  quote: Quote,
  { change, atMs }: QuoteEvent,
  { visitor, isPaused }: { readonly visitor: QuoteVisitor; readonly isPaused: boolean },
): string {
  const { done, states } = visitor.texts.quotes;
  const { number } = quote;
  switch (change.kind) {
    case 'approved':
      return change.dueAtMs !== undefined && change.dueAtMs > atMs
        ? describeDue(number, change.dueAtMs, visitor)
        : describeApproval(quote, change.dueAtMs, { visitor, isPaused });
    case 'adjusted':
      return done.adjusted(number);
    case 'corrected':
      return visitor.texts.corrections.corrected(number);
    case 'kept':
      return visitor.texts.corrections.kept(number);
    case 'annotated':
      return change.note === undefined ? done.noteRemoved(number) : done.annotated(number);
    case 'scheduled':
      return change.dueAtMs > atMs
        ? describeDue(number, change.dueAtMs, visitor)
        : done.posting(number, `<#${visitor.settings.quoteChannelId}>`);
    case 'unscheduled':
      return done.unscheduled(number);
    case 'rejected':
      return change.isRetracted ? visitor.texts.quotes.suggest.retracted(number) : done.rejected(number);
    case 'withdrawn':
      return change.mode === 'deleted' ? done.deleted(number) : done.withdrawn(number);
    case 'undone':
      return done.undone(number, states[quote.state]);
    case 'suggested':
    case 'posting-begun':
    case 'posted':
    case 'posting-failed':
    case 'deleted-by-hand':
    case 'relocated':
    case 'frozen':
    case 'unfrozen':
    default:
      return `✅ ${visitor.texts.quotes.card.title(number, states[quote.state])}`;
  }
}

function describeApproval(
  { number }: Quote,
  dueAtMs: number | undefined,
  { visitor, isPaused }: { readonly visitor: QuoteVisitor; readonly isPaused: boolean },
): string {
  const { done } = visitor.texts.quotes;
  const { quoteChannelId } = visitor.settings;
  if (quoteChannelId === null) return done.approvedNoChannel(number);
  if (dueAtMs === undefined) return isPaused ? done.approvedPaused(number) : done.approvedWaits(number);
  return done.approvedPosts(number, `<#${quoteChannelId}>`);
}

function describeDue(number: number, dueAtMs: number, { texts, settings }: QuoteVisitor): string {
  const { done } = texts.quotes;
  return settings.quoteChannelId === null
    ? done.scheduledNoChannel(number, stamp(dueAtMs, 'F'))
    : done.scheduled(number, stamp(dueAtMs, 'F'), `<#${settings.quoteChannelId}>`);
}
