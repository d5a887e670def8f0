/** The dialogs of a card: when, why, and a moderator's note. */
import type { ModalSubmitInteraction } from 'discord.js';
import { aheadDaysMax, readMoment, type MomentResult } from '../../quotes/read-moment.ts';
import { noteLengthMax, reasonLengthMax, type Quote } from '../../quotes/quote.ts';
import type { Capability } from '../../quotes/permissions.ts';
import type { Dialog, DialogHandler, DialogOpener, FilledDialog } from '../command.ts';
import { renderInline } from '../render/cut-text.ts';
import type { Reply } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Texts } from '../texts/texts.ts';
import { decide } from './decide.ts';
import { admit, type QuoteVisitor } from './quote-access.ts';
import { momentLengthMax, type QuoteDialog, type QuoteMeaning } from './quote-button.ts';
import type { AnyQuoteAction } from './quote-desk.ts';
import { stamp } from './quote-lines.ts';
import { findSeen } from './review-acts.ts';

type DialogMeaning = Extract<QuoteMeaning, { kind: 'quote-dialog' }>;

const capabilities: Readonly<Record<QuoteDialog, Capability>> = {
  schedule: 'schedule',
  reject: 'reject',
  note: 'annotate',
  tombstone: 'withdraw',
  delete: 'withdraw',
};

/** Names of the fields. */
const field = { date: 'date', time: 'time', reason: 'reason', note: 'note' } as const;

/** Opens the dialog, where the quote still is as it was seen: nobody writes a reason in vain. */
export const quoteDialogButton: DialogOpener<DialogMeaning> = {
  effect: 'open-dialog',
  open: async (interaction, meaning, services) => {
    const admission = await admit(interaction, capabilities[meaning.dialog], services);
    if (!admission.ok) return admission.reply;
    const { visitor } = admission;
    const quote = await findSeen({ visitor, ...meaning }, services);
    return 'content' in quote ? quote : dialogOf(meaning, quote, visitor);
  },
};

function dialogOf(meaning: DialogMeaning, quote: Quote, { texts, settings }: QuoteVisitor): Dialog {
  const { dialogs } = texts.quotes;
  const { number } = meaning;
  switch (meaning.dialog) {
    case 'schedule':
      return {
        meaning,
        title: dialogs.scheduleTitle(number),
        fields: [
          {
            name: field.date,
            label: dialogs.date,
            hint: dialogs.dateHint,
            value: meaning.typed?.date ?? dialogs.dateValue,
            lengthMax: momentLengthMax,
          },
          {
            name: field.time,
            label: dialogs.time(settings.timeZone),
            example: dialogs.timeHint,
            ...(meaning.typed !== undefined && { value: meaning.typed.time }),
            lengthMax: momentLengthMax,
          },
        ],
      };
    case 'reject':
      return {
        meaning,
        title: dialogs.rejectTitle(number),
        fields: [reasonField(dialogs.rejectReason, dialogs.rejectHint, true)],
      };
    case 'note':
      return {
        meaning,
        title: dialogs.noteTitle(number),
        fields: [
          {
            name: field.note,
            label: dialogs.noteLabel,
            hint: dialogs.noteHint,
            lengthMax: noteLengthMax,
            isLong: true,
            isOptional: true,
            ...(quote.note !== undefined && { value: quote.note }),
          },
        ],
      };
    case 'tombstone':
    case 'delete':
    default: {
      const isDeleted = meaning.dialog === 'delete';
      const title = isDeleted ? dialogs.deleteTitle : dialogs.withdrawTitle;
      const hint = isDeleted ? dialogs.deleteHint : dialogs.withdrawHint;
      return {
        meaning,
        title: title(number),
        fields: [reasonField(dialogs.withdrawReason, hint, false)],
      };
    }
  }
}

function reasonField(label: string, hint: string, isRequired: boolean): Dialog['fields'][number] {
  return {
    name: field.reason,
    label,
    hint,
    lengthMax: reasonLengthMax,
    isLong: true,
    ...(!isRequired && { isOptional: true }),
  };
}

/** What was filled in, decided. */
export const quoteDialogFilled: DialogHandler<DialogMeaning> = {
  execute: async (filled, meaning, services) => {
    const { interaction } = filled;
    const admission = await admit(interaction, capabilities[meaning.dialog], services);
    if (!admission.ok) return admission.reply;
    const { visitor } = admission;
    if (meaning.dialog === 'schedule') return schedule(filled, { meaning, visitor }, services);
    const action = actionOf(meaning.dialog, filled);
    return decideOn(interaction, { meaning, visitor, action }, services);
  },
};

function actionOf(dialog: Exclude<QuoteDialog, 'schedule'>, { text }: FilledDialog): AnyQuoteAction {
  const reason = text(field.reason).trim();
  switch (dialog) {
    case 'reject':
      return { kind: 'reject', reason };
    case 'note': {
      const note = text(field.note).trim();
      return { kind: 'annotate', note: note === '' ? undefined : note };
    }
    case 'tombstone':
    case 'delete':
    default: {
      const mode = dialog === 'delete' ? 'deleted' : 'tombstone';
      return { kind: 'withdraw', mode, ...(reason !== '' && { reason }) };
    }
  }
}

interface Meant {
  readonly meaning: DialogMeaning;
  readonly visitor: QuoteVisitor;
}

/** A suggestion is approved for that time in one step; what is approved gets the time alone. */
async function schedule(
  { interaction, text }: FilledDialog,
  { meaning, visitor }: Meant,
  services: Services,
): Promise<Reply> {
  const typed = { date: text(field.date), time: text(field.time) };
  const { timeZone } = visitor.settings;
  const moment = readMoment({ ...typed, timeZone, nowMs: services.now() });
  if (!moment.ok) {
    // A dialog cannot be opened again from its own answer: a button does.
    const kept = { date: withoutTilde(typed.date), time: withoutTilde(typed.time) };
    const again = {
      label: visitor.texts.quotes.dialogs.again,
      look: 'main',
      meaning: { ...meaning, typed: kept },
    } as const;
    return { content: explainMoment(moment, { ...typed, timeZone }, visitor.texts), buttons: [again] };
  }
  const quote = await findSeen({ visitor, ...meaning }, services);
  if ('content' in quote) return quote;
  const kind = quote.state === 'suggested' ? 'approve' : 'schedule';
  const action: AnyQuoteAction = { kind, dueAtMs: moment.atMs };
  return decideOn(interaction, { meaning, visitor, action }, services);
}

/** No date or time has one; custom IDs part the two with it. */
function withoutTilde(typed: string): string {
  return typed.replaceAll('~', ' ').slice(0, momentLengthMax);
}

async function decideOn(
  interaction: ModalSubmitInteraction,
  { meaning, visitor, action }: Meant & { readonly action: AnyQuoteAction },
  services: Services,
): Promise<Reply> {
  const { number, revision } = meaning;
  const typed = 'reason' in action ? action.reason : 'note' in action ? action.note : undefined;
  const decision = { number, revision, action, ...(typed !== undefined && { typed }) };
  return decide(interaction, visitor, decision, services);
}

function explainMoment(
  moment: Extract<MomentResult, { ok: false }>,
  typed: { readonly date: string; readonly time: string; readonly timeZone: string },
  { quotes }: Texts,
): string {
  const { dialogs } = quotes;
  switch (moment.reason) {
    case 'not-a-date':
      return dialogs.notADate(renderInline(typed.date, 60));
    case 'not-a-time':
      return dialogs.notATime(renderInline(typed.time, 60));
    case 'no-such-moment':
      return dialogs.noSuchMoment(typed.timeZone);
    case 'in-past':
      return dialogs.inPast(stamp(moment.atMs, 'F'));
    case 'too-far':
      return dialogs.tooFar(aheadDaysMax);
    default:
      return moment satisfies never;
  }
}
