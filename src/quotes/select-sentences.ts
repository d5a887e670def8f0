/**
 * Which sentences of an article a quote takes: whole sentences, in reading order. A place in the
 * article enters, a selection leaves; a selection becomes a body here and nowhere else.
 */
import type { Article, Block, Sentence, Span } from '../articles/article.ts';
import { jointBetween } from './check-quote.ts';
import { findSpeaker } from './find-speaker.ts';
import { hashText } from './hash-text.ts';
import { quoteLengthMax, quoteLengthMin, quoteSpansMax } from './quote.ts';
import type { QuoteBody, QuoteSpan, Snapshot } from './quote.ts';

/** A sentence with its place in the whole article. */
export interface PlacedSentence {
  /** Place among the article's sentences, from 0, in reading order. */
  readonly ordinal: number;
  readonly block: Block;
  readonly sentence: Sentence;
}

/** Ordinals of the chosen sentences: ascending, unique, at least one. */
export type Selection = readonly number[];

/** One step of *Adjust*; `drop` takes out a sentence that is not at an end, `restore` puts one back. */
export type Adjustment =
  | { readonly kind: 'extend-start' | 'shrink-start' | 'extend-end' | 'shrink-end' }
  | { readonly kind: 'drop' | 'restore'; readonly ordinal: number };

export type SelectionRefusal =
  | 'no-such-sentence'
  | 'start-of-article'
  | 'end-of-article'
  | 'last-sentence'
  | 'not-between'
  | 'too-long'
  | 'too-short'
  | 'too-many-parts';

export type SelectionResult =
  | { readonly ok: true; readonly selection: Selection }
  | { readonly ok: false; readonly reason: SelectionRefusal };

export type BodyResult =
  | { readonly ok: true; readonly body: QuoteBody }
  | { readonly ok: false; readonly reason: SelectionRefusal };

/** Every sentence of the article, in reading order. */
export function placeSentences(article: Pick<Article, 'blocks'>): readonly PlacedSentence[] {
  return article.blocks
    .flatMap((block) => block.sentences.map((sentence) => ({ block, sentence })))
    .map((placed, ordinal) => ({ ordinal, ...placed }));
}

/**
 * The sentences that a span touches, for a suggestion: as many from its beginning as a quote holds,
 * or those around `focus` where it is given. Refused where the span touches none or the first alone
 * is too long.
 */
export function selectAround(article: Article, span: Span, focus?: Span): SelectionResult {
  const touched = placeSentences(article).filter(({ sentence }) => overlaps(sentence, span));
  const wanted = focus ?? touched[0]?.sentence;
  const first = touched.find(({ sentence }) => wanted !== undefined && overlaps(sentence, wanted));
  if (first === undefined) return { ok: false, reason: 'no-such-sentence' };
  let selection: Selection = [first.ordinal];
  const reason = refuseSelection(article, selection);
  if (reason === 'too-long') return { ok: false, reason };
  // What follows explains more often than what precedes, so it goes first.
  const after = touched.filter(({ ordinal }) => ordinal > first.ordinal);
  const before = touched.filter(({ ordinal }) => ordinal < first.ordinal).toReversed();
  for (const side of [after, before]) {
    for (const { ordinal } of side) {
      const wider = [...selection, ordinal].toSorted((a, b) => a - b);
      if (measure(article, wider) > quoteLengthMax) break;
      selection = wider;
    }
  }
  const left = refuseSelection(article, selection);
  return left === undefined ? { ok: true, selection } : { ok: false, reason: left };
}

/** The selection one step on, or why there is no such step; never changes the order of sentences. */
export function adjustSelection(
  article: Article,
  selection: Selection,
  adjustment: Adjustment,
): SelectionResult {
  const next = takeStep(placeSentences(article), selection, adjustment);
  if (typeof next === 'string') return { ok: false, reason: next };
  const reason = refuseSelection(article, next);
  return reason === undefined ? { ok: true, selection: next } : { ok: false, reason };
}

/** The body of exactly those sentences. */
export function bodyOf(article: Article, selection: Selection): BodyResult {
  const reason = refuseSelection(article, selection);
  if (reason !== undefined) return { ok: false, reason };
  const spans = spansOf(article, selection);
  const speaker = findSpeaker(article, spans);
  return {
    ok: true,
    body: {
      articleId: article.id,
      version: article.version,
      spans,
      ...(speaker && { speaker }),
    },
  };
}

/** The sentences of a body, or undefined where it quotes another version or no whole sentences of it. */
export function selectionOf(article: Article, body: QuoteBody): Selection | undefined {
  if (body.articleId !== article.id || body.version !== article.version) return undefined;
  const selection = placeSentences(article)
    .filter(({ sentence }) => body.spans.some((span) => overlaps(sentence, span)))
    .map(({ ordinal }) => ordinal);
  if (selection.length === 0) return undefined;
  const spans = spansOf(article, selection);
  const isWhole =
    spans.length === body.spans.length &&
    spans.every(({ start, end }, place) => {
      const span = body.spans[place];
      return span?.start === start && span.end === end;
    });
  return isWhole ? selection : undefined;
}

/** What is kept of an article for the quotes that point to it. */
export function snapshotOf(article: Article): Snapshot {
  const { author, publisher, published, url, licence } = article;
  return {
    articleId: article.id,
    title: article.title,
    language: article.language,
    text: article.text,
    version: article.version,
    blocks: article.blocks,
    ...(author !== undefined && { author }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
    ...(licence !== undefined && { licence }),
  };
}

function takeStep(
  all: readonly PlacedSentence[],
  selection: Selection,
  adjustment: Adjustment,
): Selection | SelectionRefusal {
  const first = selection.at(0);
  const last = selection.at(-1);
  if (first === undefined || last === undefined) return 'no-such-sentence';
  switch (adjustment.kind) {
    case 'extend-start': {
      const before = all.findLast(({ ordinal, block }) => ordinal < first && isProse(block));
      return before === undefined ? 'start-of-article' : [before.ordinal, ...selection];
    }
    case 'extend-end': {
      const after = all.find(({ ordinal, block }) => ordinal > last && isProse(block));
      return after === undefined ? 'end-of-article' : [...selection, after.ordinal];
    }
    case 'shrink-start':
      return selection.length < 2 ? 'last-sentence' : selection.slice(1);
    case 'shrink-end':
      return selection.length < 2 ? 'last-sentence' : selection.slice(0, -1);
    case 'drop': {
      const isBetween = adjustment.ordinal > first && adjustment.ordinal < last;
      if (!selection.includes(adjustment.ordinal)) return 'no-such-sentence';
      return isBetween ? selection.filter((ordinal) => ordinal !== adjustment.ordinal) : 'not-between';
    }
    case 'restore': {
      const { ordinal } = adjustment;
      if (all[ordinal] === undefined || selection.includes(ordinal)) return 'no-such-sentence';
      if (ordinal < first || ordinal > last) return 'not-between';
      return [...selection, ordinal].toSorted((a, b) => a - b);
    }
    default:
      return adjustment satisfies never;
  }
}

/** Headings are stepped over: they are the layout's words, not the next thing the article says. */
function isProse({ kind }: Block): boolean {
  return kind !== 'heading' && kind !== 'title';
}

function refuseSelection(article: Article, selection: Selection): SelectionRefusal | undefined {
  const all = placeSentences(article);
  const isOrdered = selection.every(
    (ordinal, place) => all[ordinal] !== undefined && ordinal > (selection[place - 1] ?? -1),
  );
  if (!isOrdered || selection.length === 0) return 'no-such-sentence';
  const length = measure(article, selection);
  if (length > quoteLengthMax) return 'too-long';
  if (length < quoteLengthMin) return 'too-short';
  return spansOf(article, selection).length > quoteSpansMax ? 'too-many-parts' : undefined;
}

function measure(article: Article, selection: Selection): number {
  const spans = spansOf(article, selection);
  return spans.reduce(
    (sum, span, place) =>
      sum + jointBetween(article.text, spans[place - 1], span).length + span.end - span.start,
    0,
  );
}

function spansOf(article: Article, selection: Selection): QuoteSpan[] {
  const all = placeSentences(article);
  const runs: PlacedSentence[][] = [];
  for (const ordinal of selection) {
    const placed = all[ordinal];
    if (placed === undefined) continue;
    const run = runs.at(-1);
    const previous = run?.at(-1);
    const goesOn = previous?.block === placed.block && previous.ordinal === ordinal - 1;
    if (run !== undefined && goesOn) run.push(placed);
    else runs.push([placed]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return first === undefined || last === undefined ? [] : [spanOf(article, first, last)];
  });
}

function spanOf({ text }: Article, first: PlacedSentence, last: PlacedSentence): QuoteSpan {
  const { start } = first.sentence;
  const { end } = last.sentence;
  return {
    start,
    end,
    kind: first.block.kind,
    paragraph: first.block.paragraph,
    firstSentence: first.sentence.number,
    lastSentence: last.sentence.number,
    sha256: hashText(text.slice(start, end)),
  };
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
