/**
 * Choosing the sentences of a quote: for a suggestion and for a moderator's adjustment alike. Whole
 * sentences of the article are taken or left; nothing here can become words of a quote.
 */
import type { Article } from '../../articles/article.ts';
import { checkQuote } from '../../quotes/check-quote.ts';
import { quoteLengthMax, type Quote, type QuoteBody } from '../../quotes/quote.ts';
import {
  placeSentences,
  snapshotOf,
  type PlacedSentence,
  type Selection,
} from '../../quotes/select-sentences.ts';
import { choiceName } from '../article-option.ts';
import { choicesMax, messageLengthMax } from '../limits.ts';
import { articleKey, versionPrefixLength } from '../passage-reference.ts';
import { describePlace } from '../render/citation-line.ts';
import { renderInline } from '../render/cut-text.ts';
import type { Reply, ReplyButton, ReplyRow } from '../reply.ts';
import type { Texts } from '../texts/texts.ts';
import type { SentenceStep, SentenceTarget } from './quote-button.ts';
import { describeQuotePlace } from './quote-place.ts';
import { renderPost, renderWords, type RenderedPost } from './render-post.ts';
import { renderWarnings } from './render-warnings.ts';

export interface PanelRequest {
  readonly article: Article;
  readonly selection: Selection;
  /** Of that selection. */
  readonly body: QuoteBody;
  /** Ordinal of the first sentence on offer. */
  readonly from: number;
  /** The quote under review; absent for a suggestion, which has no number yet. */
  readonly quote?: Quote;
  readonly texts: Texts;
  /** The server's, in which the post will be. */
  readonly postTexts: Texts;
  readonly timeZone: string;
  /** Why the last step was not taken. */
  readonly note?: string;
}

/** Sentences shown before the first chosen one. */
const leadMax = 2;

/** Where the window of sentences begins so that the selection is in it, with some before it. */
export function windowAround(selection: Selection): number {
  return Math.max(0, (selection[0] ?? 0) - leadMax);
}

/** The window moved by its own length; stays within the article. */
export function moveWindow(article: Article, from: number, way: -1 | 1): number {
  const last = Math.max(0, placeSentences(article).length - choicesMax);
  return Math.max(0, Math.min(last, from + way * choicesMax));
}

/** At most 2,000 UTF-16 units. */
export function renderSentencePanel(request: PanelRequest): Reply {
  const { article, quote, texts, note, body, selection } = request;
  const { sentences, suggest } = texts.quotes;
  const length = body.spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const head = [
    ...(note === undefined ? [] : [`⚠️ ${note}`]),
    quote === undefined ? suggest.title : sentences.reviewTitle(quote.number),
  ];
  const foot = [
    sentences.size(selection.length, length, quoteLengthMax),
    ...(quote === undefined ? [suggest.hint] : []),
  ];
  const frame = [...head, ...foot].join('\n').length + 2;
  const preview = renderPreview(request, messageLengthMax - frame);
  const room = messageLengthMax - frame - preview.length - 1;
  const warnings = room < 200 ? '' : renderWarnings(article, { spans: body.spans, lengthMax: room }, texts);
  return {
    content: [...head, preview, ...(warnings === '' ? [] : [warnings]), ...foot].join('\n'),
    rows: rowsFor(request),
  };
}

function renderPreview(request: PanelRequest, lengthMax: number): string {
  const post = request.quote === undefined ? renderDraft(request) : renderReviewed(request, request.quote);
  const { card, problems } = request.texts.quotes;
  if (post.ok && post.content.length <= lengthMax) return post.content;
  return post.ok || post.reason === 'too-long' ? card.previewTooLong : problems.broken[post.reason];
}

function renderReviewed({ article, body, postTexts, timeZone }: PanelRequest, quote: Quote): RenderedPost {
  return renderPost({
    quote: { ...quote, body },
    snapshot: snapshotOf(article),
    texts: postTexts,
    timeZone,
  });
}

/** As a post, without the number that it does not have yet. */
function renderDraft({ article, body, postTexts }: PanelRequest): RenderedPost {
  const checked = checkQuote(body, snapshotOf(article));
  if (!checked.ok) return checked;
  const { speaker } = checked.words;
  const place = `${renderInline(article.title, 160)} · ${describeQuotePlace(body, postTexts)}`;
  return {
    ok: true,
    content: [
      renderWords(checked.words),
      ...(speaker === undefined ? [] : [postTexts.quotePost.speaker(renderInline(speaker, 120))]),
      place,
    ].join('\n'),
  };
}

function rowsFor({ article, selection, from, quote, texts }: PanelRequest): readonly ReplyRow[] {
  const { sentences, suggest } = texts.quotes;
  const all = placeSentences(article);
  const target = targetOf(article, quote);
  const meaning = (step: SentenceStep) =>
    ({ kind: 'quote-sentences', step, target, from, selection }) as const;
  const button = (step: SentenceStep, label: string, isDisabled = false): ReplyButton => ({
    label,
    meaning: meaning(step),
    isDisabled,
  });
  const [first = 0, last = 0] = [selection.at(0), selection.at(-1)];
  const options = all.slice(from, from + choicesMax);
  const isOne = selection.length < 2;
  const back: ReplyButton[] =
    quote === undefined
      ? []
      : [{ label: sentences.cancel, meaning: { kind: 'quote-open', number: quote.number } }];
  return [
    {
      kind: 'buttons',
      buttons: [
        button('extend-start', sentences.extendStart, first === 0),
        button('shrink-start', sentences.shrinkStart, isOne),
        button('shrink-end', sentences.shrinkEnd, isOne),
        button('extend-end', sentences.extendEnd, last === all.length - 1),
      ],
    },
    {
      kind: 'choice',
      meaning: meaning('pick'),
      placeholder: sentences.choose,
      valuesMin: selection.some((ordinal) => !isOffered(ordinal, from)) ? 0 : 1,
      valuesMax: options.length,
      options: options.map((placed) => toOption(article, placed, { selection, texts })),
    },
    {
      kind: 'buttons',
      buttons: [
        { ...button('finish', quote === undefined ? suggest.send : sentences.save), look: 'main' },
        button('earlier', sentences.earlier, from === 0),
        button('later', sentences.later, from + choicesMax >= all.length),
        ...back,
      ],
    },
  ];
}

/** Whether the window that begins there shows that sentence. */
export function isOffered(ordinal: number, from: number): boolean {
  return ordinal >= from && ordinal < from + choicesMax;
}

function targetOf({ id, version }: Article, quote: Quote | undefined): SentenceTarget {
  return quote === undefined
    ? {
        kind: 'draft',
        articleKey: articleKey(id),
        versionPrefix: version.slice(0, versionPrefixLength),
      }
    : { kind: 'review', number: quote.number, revision: quote.revision };
}

function toOption(
  article: Article,
  { ordinal, block, sentence }: PlacedSentence,
  { selection, texts }: { readonly selection: Selection; readonly texts: Texts },
) {
  return {
    label: choiceName(article.text.slice(sentence.start, sentence.end)),
    value: String(ordinal),
    description: describePlace({ block, sentenceNumber: sentence.number }, texts),
    isChosen: selection.includes(ordinal),
  };
}
