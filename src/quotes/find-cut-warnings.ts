/**
 * What a quote leaves out that a reader would want to know: a moderator is shown the full sentence.
 * A warning never blocks; the decision stays a person's.
 */
import type { Article, Block, Sentence, Span } from '../articles/article.ts';
import { cutWords } from './cut-words.ts';
import type { CutWords } from './cut-words.ts';
import { findQuotations } from './find-speaker.ts';
import { findLongQuotations } from './long-quotations.ts';

export type CutWarningKind =
  /** A word such as *tidak* or *never* stands in what was dropped. */
  | 'negation'
  /** A word such as *diduga* or *reportedly* does. */
  | 'hedge'
  /** Who is speaking stands outside the quote, or is nowhere named. */
  | 'speaker'
  /** The quote begins with a word for something named before. */
  | 'pronoun'
  /** The quote begins with a word that goes on from what was said before. */
  | 'connective'
  /** What follows takes some of it back. */
  | 'contrast';

export interface CutWarning {
  readonly kind: CutWarningKind;
  /** The whole sentence to show beside the quote: where the word stands. */
  readonly sentence: Span;
  /** The word or words that gave rise to it. */
  readonly word: Span;
  /** What the quote leaves out; undefined where nothing stands before a pronoun or connective. */
  readonly dropped?: Span;
}

/** Warnings for one quote, at most; the first are the nearest to its words. */
export const cutWarningsMax = 10;

/** In reading order of the words that gave rise to them, one per kind and sentence; empty when there are none. */
export function findCutWarnings(article: Article, spans: readonly Span[]): readonly CutWarning[] {
  const words = cutWords(article.language);
  const found = spans.flatMap((span) => {
    const block = article.blocks.find(({ start, end }) => span.start >= start && span.end <= end);
    if (block === undefined) return [];
    const place = { article, block, span, spans, words };
    return [
      ...warnOfParts(place),
      ...warnOfGap(place),
      ...warnOfBeginning(place),
      ...warnOfSequel(place),
      ...warnOfSpeaker(place),
      ...warnOfLongQuotation(place),
    ];
  });
  const seen = new Set<string>();
  return found
    .filter(({ kind, sentence }) => {
      const key = `${kind} ${sentence.start}`;
      return !seen.has(key) && seen.add(key);
    })
    .toSorted((a, b) => a.word.start - b.word.start)
    .slice(0, cutWarningsMax);
}

interface Place {
  readonly article: Article;
  readonly block: Block;
  readonly span: Span;
  readonly spans: readonly Span[];
  readonly words: CutWords;
}

/** Parts of a sentence that a span cuts through. */
function warnOfParts({ article, block, span, words }: Place): CutWarning[] {
  return block.sentences
    .filter(({ start, end }) => start < span.end && end > span.start)
    .flatMap((sentence) => [
      ...warnOfLoss(article, sentence, { start: sentence.start, end: span.start }, words),
      ...warnOfLoss(article, sentence, { start: span.end, end: sentence.end }, words),
    ]);
}

/** Whole sentences between this span and the next one, also over the ends of paragraphs. */
function warnOfGap({ article, span, spans, words }: Place): CutWarning[] {
  const next = spans.find(({ start }) => start >= span.end);
  if (next === undefined) return [];
  return article.blocks.filter(isProse).flatMap((block) => {
    const lost = block.sentences
      .filter(({ start, end }) => start >= span.end && end <= next.start)
      .flatMap((sentence) => warnOfLoss(article, sentence, sentence, words));
    const isWhollyDropped = block.start >= span.end && block.end <= next.start;
    // Of a paragraph that nothing is quoted of, the first of each kind says enough.
    return isWhollyDropped
      ? lost.filter(({ kind }, place) => lost.findIndex((other) => other.kind === kind) === place)
      : lost;
  });
}

function warnOfLoss(article: Article, sentence: Span, dropped: Span, words: CutWords): CutWarning[] {
  if (dropped.end <= dropped.start) return [];
  return (['negation', 'hedge'] as const).flatMap((kind) => {
    const word = findWord(article, dropped, words[kind]);
    return word === undefined ? [] : [{ kind, sentence: spanOf(sentence), word, dropped: spanOf(dropped) }];
  });
}

/** A first word that leans on what stands before, and a hedge there that still holds. */
function warnOfBeginning({ article, block, span, spans, words }: Place): CutWarning[] {
  const first = block.sentences.find(({ start, end }) => start <= span.start && span.start < end);
  if (first === undefined || first.start !== span.start) return [];
  const connective = findWord(article, first, words.connective);
  const pronoun = findWord(article, first, words.pronoun);
  const kind = connective !== undefined ? 'connective' : 'pronoun';
  const word = connective ?? pronoun;
  if (word === undefined) return warnOfFrame({ article, block, span, spans, words }, first);
  const before = sentenceBefore(article, block, first);
  if (before === undefined) return [{ kind, sentence: spanOf(first), word }];
  if (isQuoted(before, spans)) return [];
  const hedge = findWord(article, before, words.hedge);
  const dropped = spanOf(before);
  const leaning: CutWarning = { kind, sentence: spanOf(first), word, dropped };
  return hedge === undefined
    ? [leaning]
    : [leaning, { kind: 'hedge', sentence: dropped, word: hedge, dropped }];
}

/** `Menurut jaksa, …` in the sentence before: what follows may be the prosecutor's word as well. */
function warnOfFrame({ article, block, spans, words }: Place, first: Span): CutWarning[] {
  const before = block.sentences.findLast(({ end }) => end <= first.start);
  if (before === undefined || isQuoted(before, spans)) return [];
  // A sentence that names its own source needs no other.
  if (findWord(article, first, words.hedge) !== undefined) return [];
  const word = findWord(article, before, words.frame);
  const dropped = spanOf(before);
  return word === undefined ? [] : [{ kind: 'hedge', sentence: dropped, word, dropped }];
}

/**
 * The next sentence, also the next paragraph's first, where it takes something back or says of this that
 * it is not, or may not be, so.
 */
function warnOfSequel({ article, block, span, spans, words }: Place): CutWarning[] {
  const next = block.sentences.find(({ start }) => start >= span.end) ?? sentenceBelow(article, block);
  if (next === undefined || isQuoted(next, spans)) return [];
  const contrast = findWord(article, next, words.contrast) ?? findWord(article, next, words.denial);
  const dropped = spanOf(next);
  if (contrast !== undefined) return [{ kind: 'contrast', sentence: dropped, word: contrast, dropped }];
  return findWord(article, next, words.pronoun) === undefined
    ? []
    : warnOfLoss(article, next, next, words).filter(({ kind }) => kind === 'negation');
}

/** A quotation whose attribution is not quoted with it, or names nobody. */
function warnOfSpeaker({ article, block, span, spans }: Place): CutWarning[] {
  return findQuotations(article, block)
    .filter((quotation) => quotation.start < span.end && span.start < quotation.end)
    .flatMap((quotation) => {
      const shared = Math.min(span.end, quotation.end) - Math.max(span.start, quotation.start);
      const { attribution, speaker } = quotation;
      if (attribution !== undefined && !isQuoted(attribution, spans)) {
        const sentence = sentenceAt(block, attribution.start) ?? attribution;
        return [
          { kind: 'speaker' as const, sentence: spanOf(sentence), word: attribution, dropped: attribution },
        ];
      }
      // A few quoted words inside the article's own sentence are still the article speaking.
      if (speaker !== undefined || shared * 2 < span.end - span.start) return [];
      const sentence = sentenceAt(block, quotation.start) ?? quotation;
      const before = sentenceBefore(article, block, sentence);
      if (before !== undefined && isQuoted(before, spans)) return [];
      return [
        {
          kind: 'speaker' as const,
          sentence: spanOf(sentence),
          word: attribution ?? spanOf(quotation),
          ...(before && { dropped: spanOf(before) }),
        },
      ];
    });
}

/** A quotation over several paragraphs whose speaker is named in one that is not quoted. */
function warnOfLongQuotation({ article, span, spans }: Place): CutWarning[] {
  return findLongQuotations(article).flatMap((quotation) => {
    const shared = Math.min(span.end, quotation.end) - Math.max(span.start, quotation.start);
    if (shared * 2 < span.end - span.start) return [];
    const attribution = besideQuotation(article, quotation);
    if (attribution === undefined || isQuoted(attribution, spans)) return [];
    const block = article.blocks.find(
      ({ start, end }) => start <= attribution.start && attribution.end <= end,
    );
    const sentence = (block && sentenceAt(block, attribution.start)) ?? attribution;
    return [
      { kind: 'speaker' as const, sentence: spanOf(sentence), word: attribution, dropped: attribution },
    ];
  });
}

/** What stands in one sentence with its last mark or, where that is nothing, with its first. */
function besideQuotation(article: Article, quotation: Span): Span | undefined {
  const sentences = article.blocks.flatMap((block) => block.sentences);
  const holding = (offset: number) => sentences.find(({ start, end }) => start <= offset && offset < end);
  const [first, last] = [holding(quotation.start), holding(quotation.end - 1)];
  const sides = [
    ...(last === undefined ? [] : [{ start: quotation.end, end: last.end }]),
    ...(first === undefined ? [] : [{ start: first.start, end: quotation.start }]),
  ];
  return sides
    .map(({ start, end }) => findWord(article, { start, end }, /[\p{L}\p{N}].*[\p{L}\p{N}]/su))
    .find((side) => side !== undefined);
}

/** The first sentence of the prose below. */
function sentenceBelow(article: Article, block: Block): Sentence | undefined {
  const below = article.blocks[block.index + 1];
  return below !== undefined && isProse(below) ? below.sentences[0] : undefined;
}

/** The sentence before, in the same block or, for a block's first sentence, the last of the prose above. */
function sentenceBefore(article: Article, block: Block, sentence: Span): Sentence | undefined {
  const inBlock = block.sentences.findLast(({ end }) => end <= sentence.start);
  if (inBlock !== undefined) return inBlock;
  const above = article.blocks[block.index - 1];
  return above !== undefined && isProse(above) ? above.sentences.at(-1) : undefined;
}

function isProse({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'list-item';
}

function sentenceAt(block: Block, offset: number): Sentence | undefined {
  return block.sentences.find(({ start, end }) => start <= offset && offset < end);
}

function isQuoted({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}

function findWord({ text }: Article, { start, end }: Span, words: RegExp): Span | undefined {
  const match = words.exec(text.slice(start, end));
  return match === null
    ? undefined
    : { start: start + match.index, end: start + match.index + match[0].length };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
