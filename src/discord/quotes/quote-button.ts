/**
 * What the buttons, selects and dialogs about quotes mean, in their custom IDs. They name no server:
 * the interaction does. Those that act on a quote carry its revision, so that a click on what is no
 * longer so is noticed.
 *
 *   qs                                 suggest; the message's own buttons say which passages
 *   qp                                 the passage that a select's value names
 *   qe:STEP:TARGET:FROM:ORDINALS       choosing sentences, for a new quote or one under review
 *   qa:ACT:NUMBER.REVISION             an act on a quote
 *   qd:DIALOG:NUMBER.REVISION          opens a dialog about it, and is the dialog's own ID
 *   qd:DIALOG:NUMBER.REVISION:DATE~TIME    opens it with what was typed before
 *   ql:VIEW:SIDE:NUMBER                a page of the queue, before or after that number
 *   qv:NUMBER                          its post exactly as it would be, apart
 *   qo:NUMBER                          one quote's card; a select's value names it where there is no number
 *   qh:PAGE:NUMBER                     a page of its history
 *   qf:PAGE:TERMS                      a page of a search among quotes
 *   qt:ACT                             the server's schedule
 *   qm:y or n                          whether outcomes are told by direct message
 *   qc:NUMBER                          what changed in its article
 *   qk:CHOICE:NUMBER.REVISION:VERSION  what to do about it, the article being as it was seen
 *   qn:NUMBER.REVISION:VERSION         opens the dialog that keeps it, and is the dialog's own ID
 */
import type { Selection } from '../../quotes/select-sentences.ts';
import { base36, parseNumber, parseOrdinals, writeOrdinals } from '../custom-id-fields.ts';
import { searchTermsLengthMax } from '../limits.ts';
import { articleKeyLength, versionPrefixLength } from '../passage-reference.ts';

/** What the sentences are chosen for. */
export type SentenceTarget =
  | { readonly kind: 'draft'; readonly articleKey: string; readonly versionPrefix: string }
  | { readonly kind: 'review'; readonly number: number; readonly revision: number };

export const sentenceSteps = [
  'open',
  'pick',
  'extend-start',
  'shrink-start',
  'shrink-end',
  'extend-end',
  'earlier',
  'later',
  'finish',
] as const;
export type SentenceStep = (typeof sentenceSteps)[number];

export const quoteActs = [
  'approve',
  'adjust',
  'post',
  'unschedule',
  'undo',
  'undo-sure',
  'retract',
  'unfreeze',
] as const;
export type QuoteAct = (typeof quoteActs)[number];

export const quoteDialogs = ['schedule', 'reject', 'note', 'tombstone', 'delete'] as const;
export type QuoteDialog = (typeof quoteDialogs)[number];

export const queueViews = ['suggested', 'approved', 'scheduled', 'posted'] as const;
export type QueueView = (typeof queueViews)[number];

export const scheduleActs = ['pause', 'resume', 'remove'] as const;
export type ScheduleAct = (typeof scheduleActs)[number];

/** Take the words of today for a post, or for a suggestion. */
export const correctionChoices = ['correct', 'take-over'] as const;
export type CorrectionChoice = (typeof correctionChoices)[number];

/** A quote as it was seen, beside its article as it was seen. */
interface SeenBeside {
  readonly number: number;
  readonly revision: number;
  /** First digits of the version of the article of today. */
  readonly versionPrefix: string;
}

/** Date and time as typed, each at most `momentLengthMax` UTF-16 units, without a tilde. */
export interface TypedMoment {
  readonly date: string;
  readonly time: string;
}

export type QuoteMeaning =
  | { readonly kind: 'quote-suggest' }
  | { readonly kind: 'quote-passage' }
  | {
      readonly kind: 'quote-sentences';
      readonly step: SentenceStep;
      readonly target: SentenceTarget;
      /** Ordinal of the first sentence on offer. */
      readonly from: number;
      readonly selection: Selection;
    }
  | {
      readonly kind: 'quote-act';
      readonly act: QuoteAct;
      readonly number: number;
      readonly revision: number;
    }
  | {
      readonly kind: 'quote-dialog';
      readonly dialog: QuoteDialog;
      readonly number: number;
      readonly revision: number;
      /** What somebody has typed already: the dialog opens with it. */
      readonly typed?: TypedMoment;
    }
  | {
      readonly kind: 'quote-queue';
      readonly view: QueueView;
      readonly side: 'after' | 'before';
      /** Only quotes on that side of it; 0 with `after` is the first page. */
      readonly number: number;
    }
  | { readonly kind: 'quote-preview'; readonly number: number }
  | { readonly kind: 'quote-open'; readonly number?: number }
  /** `page` from 1. */
  | { readonly kind: 'quote-history'; readonly page: number; readonly number: number }
  /** `terms`: 1 to `searchTermsLengthMax` UTF-16 units. */
  | { readonly kind: 'quote-find'; readonly page: number; readonly terms: string }
  | { readonly kind: 'quote-schedule'; readonly act: ScheduleAct }
  | { readonly kind: 'quote-outcomes'; readonly isWanted: boolean }
  | { readonly kind: 'quote-changes'; readonly number: number }
  | (SeenBeside & { readonly kind: 'quote-correct'; readonly choice: CorrectionChoice })
  | (SeenBeside & { readonly kind: 'quote-keep' });

/** What is typed for a date or a time, in UTF-16 units, at most: both fit into one custom ID. */
export const momentLengthMax = 30;

/** Sentences of one quote, at most: as many of the shortest allowed words as it can hold, and more. */
const sentencesMax = 500;

/** The custom ID's part after the version; not checked for length. */
export function buildQuoteId(meaning: QuoteMeaning): string {
  switch (meaning.kind) {
    case 'quote-suggest':
      return 'qs';
    case 'quote-passage':
      return 'qp';
    case 'quote-sentences': {
      const { step, target, from, selection } = meaning;
      const aim =
        target.kind === 'draft'
          ? `d${target.articleKey}${target.versionPrefix}`
          : `r${base36(target.number)}.${base36(target.revision)}`;
      return `qe:${sentenceSteps.indexOf(step)}:${aim}:${base36(from)}:${writeOrdinals(selection)}`;
    }
    case 'quote-act':
      return `qa:${meaning.act}:${base36(meaning.number)}.${base36(meaning.revision)}`;
    case 'quote-dialog':
      return `qd:${meaning.dialog}:${base36(meaning.number)}.${base36(meaning.revision)}${writeTyped(meaning.typed)}`;
    case 'quote-queue':
      return `ql:${meaning.view}:${meaning.side}:${base36(meaning.number)}`;
    case 'quote-preview':
      return `qv:${base36(meaning.number)}`;
    case 'quote-open':
      return `qo:${meaning.number === undefined ? '' : base36(meaning.number)}`;
    case 'quote-history':
      return `qh:${base36(meaning.page)}:${base36(meaning.number)}`;
    case 'quote-find':
      return `qf:${base36(meaning.page)}:${meaning.terms}`;
    case 'quote-schedule':
      return `qt:${meaning.act}`;
    case 'quote-changes':
      return `qc:${base36(meaning.number)}`;
    case 'quote-correct':
      return `qk:${meaning.choice}:${writeSeen(meaning)}`;
    case 'quote-keep':
      return `qn:${writeSeen(meaning)}`;
    case 'quote-outcomes':
    default:
      return `qm:${meaning.isWanted ? 'y' : 'n'}`;
  }
}

function writeTyped(typed: TypedMoment | undefined): string {
  return typed === undefined ? '' : `:${typed.date}~${typed.time}`;
}

function writeSeen({ number, revision, versionPrefix }: SeenBeside): string {
  return `${base36(number)}.${base36(revision)}:${versionPrefix}`;
}

/** The meaning of such a part, split at its colons; undefined for anything `buildQuoteId` does not build. */
export function parseQuoteId(kind: string, fields: readonly string[]): QuoteMeaning | undefined {
  const [first = '', second = '', third = '', fourth = ''] = fields;
  if (kind === 'qd') return parseDialog(fields);
  switch (`${kind}${fields.length}`) {
    case 'qs0':
      return { kind: 'quote-suggest' };
    case 'qp0':
      return { kind: 'quote-passage' };
    case 'qe4':
      return parseSentences(first, second, third, fourth);
    case 'qa2': {
      const act = quoteActs.find((known) => known === first);
      const stand = parseStand(second);
      return act && stand && { kind: 'quote-act', act, ...stand };
    }
    case 'qk3': {
      const choice = correctionChoices.find((known) => known === first);
      const seen = parseSeen(second, third);
      return choice && seen && { kind: 'quote-correct', choice, ...seen };
    }
    case 'qn2': {
      const seen = parseSeen(first, second);
      return seen && { kind: 'quote-keep', ...seen };
    }
    default:
      return parseView(kind, fields);
  }
}

/** What was typed may hold colons of its own. */
function parseDialog([name, standField = '', ...rest]: readonly string[]): QuoteMeaning | undefined {
  const dialog = quoteDialogs.find((known) => known === name);
  const stand = parseStand(standField);
  if (!dialog || !stand) return undefined;
  if (rest.length === 0) return { kind: 'quote-dialog', dialog, ...stand };
  const [date = '', time, ...further] = rest.join(':').split('~');
  const isFit = time !== undefined && further.length === 0 && isMoment(date) && isMoment(time);
  return isFit ? { kind: 'quote-dialog', dialog, ...stand, typed: { date, time } } : undefined;
}

function isMoment(typed: string): boolean {
  return typed.length <= momentLengthMax;
}

const versionPattern = new RegExp(`^[0-9a-f]{${versionPrefixLength}}$`, 'u');

function parseSeen(standField: string, versionPrefix: string): SeenBeside | undefined {
  const stand = parseStand(standField);
  return stand && versionPattern.test(versionPrefix) ? { ...stand, versionPrefix } : undefined;
}

/** Those that only show something. */
function parseView(kind: string, fields: readonly string[]): QuoteMeaning | undefined {
  const [first = '', second = '', third = ''] = fields;
  if (kind === 'qf') return parseFind(first, fields.slice(1).join(':'));
  switch (`${kind}${fields.length}`) {
    case 'ql3': {
      const view = queueViews.find((known) => known === first);
      const side = (['after', 'before'] as const).find((known) => known === second);
      const number = parseNumber(third, 0);
      return view && side && number !== undefined ? { kind: 'quote-queue', view, side, number } : undefined;
    }
    case 'qv1': {
      const number = parseNumber(first, 1);
      return number === undefined ? undefined : { kind: 'quote-preview', number };
    }
    case 'qo1': {
      if (first === '') return { kind: 'quote-open' };
      const number = parseNumber(first, 1);
      return number === undefined ? undefined : { kind: 'quote-open', number };
    }
    case 'qh2': {
      const [page, number] = [parseNumber(first, 1), parseNumber(second, 1)];
      return page === undefined || number === undefined ? undefined : { kind: 'quote-history', page, number };
    }
    case 'qt1': {
      const act = scheduleActs.find((known) => known === first);
      return act && { kind: 'quote-schedule', act };
    }
    case 'qc1': {
      const number = parseNumber(first, 1);
      return number === undefined ? undefined : { kind: 'quote-changes', number };
    }
    case 'qm1':
      return /^[yn]$/.test(first) ? { kind: 'quote-outcomes', isWanted: first === 'y' } : undefined;
    default:
      return undefined;
  }
}

function parseFind(pageField: string, terms: string): QuoteMeaning | undefined {
  const page = parseNumber(pageField, 1);
  return page === undefined || terms.trim() === '' || terms.length > searchTermsLengthMax
    ? undefined
    : { kind: 'quote-find', page, terms };
}

function parseSentences(
  stepField: string,
  aim: string,
  fromField: string,
  ordinals: string,
): QuoteMeaning | undefined {
  const step = /^[0-9]$/.test(stepField) ? sentenceSteps[Number(stepField)] : undefined;
  const target = parseTarget(aim);
  const from = parseNumber(fromField, 0);
  const selection = parseOrdinals(ordinals, sentencesMax);
  return step && target && from !== undefined && selection
    ? { kind: 'quote-sentences', step, target, from, selection }
    : undefined;
}

const draftPattern = new RegExp(
  `^d([A-Za-z0-9_-]{${articleKeyLength}})([0-9a-f]{${versionPrefixLength}})$`,
  'u',
);

function parseTarget(aim: string): SentenceTarget | undefined {
  const [, articleKey, versionPrefix] = draftPattern.exec(aim) ?? [];
  if (articleKey !== undefined && versionPrefix !== undefined) {
    return { kind: 'draft', articleKey, versionPrefix };
  }
  const stand = aim.startsWith('r') ? parseStand(aim.slice(1)) : undefined;
  return stand && { kind: 'review', ...stand };
}

/** Which quote, and what it was when it was shown. */
function parseStand(field: string): { readonly number: number; readonly revision: number } | undefined {
  const [first, second, ...rest] = field.split('.');
  const [number, revision] = [parseNumber(first, 1), parseNumber(second, 1)];
  return number === undefined || revision === undefined || rest.length > 0 ? undefined : { number, revision };
}
