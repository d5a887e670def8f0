/**
 * One quote as moderators see it: what it would look like in the channel, what its cut leaves out,
 * who is behind it, and a button for everything that may be done to it in its state.
 */
import type { Article } from '../../articles/article.ts';
import { isTakenBack, type Quote } from '../../quotes/quote.ts';
import { messageLengthMax } from '../limits.ts';
import { takeStart } from '../render/cut-text.ts';
import { escapeInline } from '../render/escape-markdown.ts';
import type { Reply, ReplyButton, ReplyRow } from '../reply.ts';
import type { Texts } from '../texts/texts.ts';
import type { QuoteAct, QuoteDialog } from './quote-button.ts';
import { fateLines, peopleLine, titleLine } from './quote-lines.ts';
import type { ReadQuote } from './read-quote.ts';
import type { RenderedPost } from './render-post.ts';
import { renderWarnings } from './render-warnings.ts';

export interface CardRequest {
  readonly read: ReadQuote;
  /** The post as it would be now. */
  readonly post: RenderedPost;
  /** In the quoted version; absent where it changed, and nothing can be said about the cut. */
  readonly article?: Article;
  readonly texts: Texts;
  /** What has just happened, on top. */
  readonly note?: string;
  /** Seen by one moderator alone, who came from the queue. */
  readonly isPrivate?: boolean;
}

/** At most 2,000 UTF-16 units; what does not fit is said to be elsewhere. */
export function renderQuoteCard(request: CardRequest): Reply {
  const { read, texts, note } = request;
  const { quote } = read;
  const head = [
    ...(note === undefined ? [] : [note]),
    titleLine(quote, texts),
    peopleLine(quote, texts),
    ...(read.ok && read.words.speaker !== undefined ? [speakerLine(read.words.speaker, texts)] : []),
    ...fateLines(quote, texts),
  ].join('\n');
  const room = messageLengthMax - head.length - 1;
  return {
    content: `${head}\n${renderBody(request, room)}`,
    rows: [...rowsFor(quote, texts), lastRow(request)].filter(({ buttons }) => buttons.length > 0),
  };
}

function speakerLine(speaker: string, { quotes }: Texts): string {
  return quotes.card.speaker(escapeInline(takeStart(speaker, 120)));
}

/** The preview whole, and the warnings in what room is left. */
function renderBody({ read, post, article, texts }: CardRequest, room: number): string {
  const { card, problems } = texts.quotes;
  if (!read.ok) return problems.broken[read.reason];
  if (!post.ok) return post.reason === 'too-long' ? card.previewTooLong : problems.broken[post.reason];
  const warningsRoomMin = 200;
  const title = isOpen(read.quote) ? card.preview : card.words;
  const whole = `${title}\n${post.content}`;
  const preview = whole.length + warningsRoomMin <= room ? whole : `${title}\n${card.previewTooLong}`;
  if (article === undefined || !isOpen(read.quote)) return whole.length <= room ? whole : preview;
  const warnings = renderWarnings(
    article,
    { spans: read.quote.body.spans, lengthMax: room - preview.length - 1 },
    texts,
  );
  if (warnings === '') return whole.length <= room ? whole : preview;
  return `${preview}\n${warnings}`;
}

function isOpen({ state }: Quote): boolean {
  return state === 'suggested' || state === 'approved' || state === 'scheduled';
}

type ButtonRow = Extract<ReplyRow, { kind: 'buttons' }>;

function rowsFor(quote: Quote, { quotes }: Texts): readonly ButtonRow[] {
  const { card } = quotes;
  const { number, revision } = quote;
  const act = (name: QuoteAct, label: string, look: ReplyButton['look'] = 'plain'): ReplyButton => ({
    label,
    look,
    meaning: { kind: 'quote-act', act: name, number, revision },
  });
  const dialog = (name: QuoteDialog, label: string, look: ReplyButton['look'] = 'plain'): ReplyButton => ({
    label,
    look,
    meaning: { kind: 'quote-dialog', dialog: name, number, revision },
  });
  const reject = dialog('reject', card.reject, 'danger');
  const note = dialog('note', card.note);
  const undo = act('undo', card.undo);
  const buttons = {
    suggested: [
      act('approve', card.approve, 'main'),
      act('adjust', card.adjust),
      dialog('schedule', card.schedule),
      reject,
      note,
    ],
    approved: [act('post', card.postNow, 'main'), dialog('schedule', card.schedule), note, reject, undo],
    scheduled: [
      act('post', card.postNow, 'main'),
      dialog('schedule', card.reschedule),
      act('unschedule', card.unschedule),
      note,
      undo,
    ],
    posting: [],
    posted: [dialog('tombstone', card.tombstone), dialog('delete', card.delete, 'danger'), note],
    corrected: [dialog('tombstone', card.tombstone), dialog('delete', card.delete, 'danger'), note, undo],
    withdrawn: [undo],
    rejected: isTakenBack(quote) ? [] : [undo],
  }[quote.state];
  return [{ kind: 'buttons', buttons }];
}

function lastRow({ read, texts, isPrivate = false }: CardRequest): ButtonRow {
  const { card } = texts.quotes;
  const { number, state, frozen, revision } = read.quote;
  const release: ReplyButton = {
    label: card.unfreeze,
    meaning: { kind: 'quote-act', act: 'unfreeze', number, revision },
  };
  const changes: ReplyButton = {
    label: texts.corrections.open,
    look: 'main',
    meaning: { kind: 'quote-changes', number },
  };
  const view = state === 'posted' || state === 'corrected' ? 'posted' : state;
  const back: ReplyButton = {
    label: card.queueButton,
    meaning: {
      kind: 'quote-queue',
      view: view === 'approved' || view === 'scheduled' || view === 'posted' ? view : 'suggested',
      side: 'after',
      number: 0,
    },
  };
  return {
    kind: 'buttons',
    buttons: [
      ...(frozen === 'source-changed' ? [changes] : frozen === undefined ? [] : [release]),
      { label: card.previewButton, meaning: { kind: 'quote-preview', number } },
      { label: card.historyButton, meaning: { kind: 'quote-history', page: 1, number } },
      ...(isPrivate ? [back] : []),
    ],
  };
}
