/**
 * Pasted words enter; whether any article says exactly that, and where, leaves. Never says `exact` of
 * anything but a run of the article's own characters.
 */
import type { Article, BlockKind, Span } from '../../articles/article.ts';
import { alignWords, wordsOf } from './align-words.ts';
import type { Word, WordDiff } from './align-words.ts';
import { canonicalise, typographyOf } from './canonical-text.ts';
import type { Typography } from './canonical-text.ts';
import { createNearestIndex } from './nearest-index.ts';
import type { NearestIndex } from './nearest-index.ts';
import { readPasted } from './read-pasted.ts';
import type { Reading } from './read-pasted.ts';

/** A pasted text, in UTF-16 units: what a Discord message holds for subscribers. */
export const pastedLengthMax = 4_000;
/** Occurrences of one wording that are compared sign by sign. */
const occurrencesMax = 20;
/** Articles that hold the words but for typography, before the search for one that holds them exactly ends. */
const articlesReadMax = 40;
/** Below this share of shared words, or this many in a row, two texts merely use the same language. */
const keptShareMin = 0.5;
const keptRunMin = 3;

/** Where words stand in an article, as a reader counts. */
export interface VerifiedPlace extends Span {
  readonly articleId: string;
  readonly version: string;
  readonly kind: BlockKind;
  /** As `Block.paragraph`, of the first and the last block it touches. */
  readonly paragraph: number;
  readonly lastParagraph: number;
  /** The first sentence in the first block and the last in the last block, from 1. */
  readonly firstSentence: number;
  readonly lastSentence: number;
}

export type Verification =
  | {
      readonly kind: 'exact';
      /** One per part: several where the pasted quote was joined with cut marks. In reading order. */
      readonly places: readonly VerifiedPlace[];
      /** The pasted words that this is said of, without marks around them. */
      readonly checked: readonly string[];
    }
  | {
      readonly kind: 'exact-but-typography';
      readonly places: readonly VerifiedPlace[];
      readonly checked: readonly string[];
      /** In what the typesetting differs; at least one. */
      readonly differences: readonly Typography[];
    }
  | { readonly kind: 'differs'; readonly nearest: VerifiedPlace; readonly diff: WordDiff }
  | { readonly kind: 'in-no-article' }
  | { readonly kind: 'nothing-to-verify' }
  | { readonly kind: 'too-long' };

export interface Verifier {
  /** Articles in the order given: where several say it, the first is named. */
  verify(pasted: string): Verification;
}

/** Prepares a corpus once: a verification is then a search, not a reading of every article. */
export function createVerifier(articles: readonly Article[]): Verifier {
  const canonical = articles.map((article) => canonicalise(article.text, false).text);
  const index = createNearestIndex(articles);
  return {
    verify: (pasted) => {
      if (pasted.length > pastedLengthMax) return { kind: 'too-long' };
      const readings = readPasted(pasted);
      if (readings.length === 0) return { kind: 'nothing-to-verify' };
      return findExact(readings, articles, canonical) ?? findNearest(readings, articles, index);
    },
  };
}

/** As `createVerifier(articles).verify(pasted)`, for one text. */
export function verifyText(pasted: string, articles: readonly Article[]): Verification {
  return createVerifier(articles).verify(pasted);
}

function findExact(
  readings: readonly Reading[],
  articles: readonly Article[],
  canonical: readonly string[],
): Verification | undefined {
  let best: Verification | undefined;
  let readCount = 0;
  for (const { parts } of readings) {
    const forms = parts.map((part) => canonicalise(part, false).text.trim());
    for (const [place, article] of articles.entries()) {
      if (readCount >= articlesReadMax) break;
      const found = locateParts(article, canonical[place] ?? '', { parts, forms });
      if (found === undefined) continue;
      readCount += 1;
      const words = found.map(({ start, end }) => article.text.slice(start, end));
      const differences = [...new Set(words.flatMap((each, at) => typographyOf(each, parts[at] ?? '')))];
      const places = found.map((span) => describePlace(article, span));
      if (differences.length === 0) return { kind: 'exact', places, checked: parts };
      best ??= { kind: 'exact-but-typography', places, checked: parts, differences };
    }
  }
  return best;
}

/** Every part at word boundaries, each behind the one before it, as exact as there is. */
function locateParts(
  article: Article,
  canonical: string,
  { parts, forms }: { readonly parts: readonly string[]; readonly forms: readonly string[] },
): Span[] | undefined {
  if (!standInOrder(canonical, forms)) return undefined;
  const { text, starts } = canonicalise(article.text);
  const found: Span[] = [];
  let from = 0;
  for (const [place, form] of forms.entries()) {
    const hits = occurrences(text, form, from).map((at) => toSource(article.text, starts, at, form.length));
    const exact = hits.find(({ start, end }) => article.text.slice(start, end) === parts[place]);
    const hit = exact ?? hits[0];
    if (hit === undefined) return undefined;
    found.push(hit);
    // Back in canonical units: the first one that begins at or behind the part's end.
    from = lowerBound(starts, hit.end);
  }
  return found;
}

/** A cheap look before the article is read sign by sign. */
function standInOrder(canonical: string, forms: readonly string[]): boolean {
  let from = 0;
  for (const form of forms) {
    const [at] = form === '' ? [] : occurrences(canonical, form, from, 1);
    if (at === undefined) return false;
    from = at + form.length;
  }
  return true;
}

function occurrences(text: string, form: string, from: number, countMax = occurrencesMax): number[] {
  const hits: number[] = [];
  for (let at = text.indexOf(form, from); at >= 0 && hits.length < countMax;) {
    if (isWhole(text, at, at + form.length)) hits.push(at);
    at = text.indexOf(form, at + 1);
  }
  return hits;
}

/** Whether neither end cuts through a word. */
function isWhole(text: string, start: number, end: number): boolean {
  const cuts = (at: number): boolean =>
    at > 0 && at < text.length && isWordUnit(text, at - 1) && isWordUnit(text, at);
  return !cuts(start) && !cuts(end);
}

function isWordUnit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  // Half of a pair counts as a letter, so that no pair is parted.
  return (unit >= 0xd800 && unit <= 0xdfff) || /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
}

/** Invisible signs behind the last one are no part of the words. */
function toSource(source: string, starts: readonly number[], at: number, length: number): Span {
  const start = starts[at] ?? 0;
  const last = starts[at + length - 1] ?? start;
  const cluster = /^(?:\P{M}\p{M}*|\p{M}+)/su.exec(source.slice(last, last + 40))?.[0] ?? '';
  return { start, end: last + cluster.length };
}

function lowerBound(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function findNearest(
  readings: readonly Reading[],
  articles: readonly Article[],
  index: NearestIndex,
): Verification {
  const words = readings.at(-1)?.parts.join(' ') ?? '';
  const pasted = { text: words, words: wordsOf(words) };
  let best: { article: Article; window: readonly Word[]; diff: WordDiff } | undefined;
  for (const { articleIndex, window } of index.candidates(pasted.words)) {
    const article = articles[articleIndex];
    if (article === undefined) continue;
    const diff = alignWords({ text: article.text, words: window }, pasted);
    if (diff !== undefined && diff.keptShare > (best?.diff.keptShare ?? 0)) best = { article, window, diff };
  }
  if (best === undefined || !isNear(best.diff, pasted.words.length)) return { kind: 'in-no-article' };
  const { article, window } = best;
  // Marks that were taken off as a wrapping may be the article's own: the kindest reading is shown.
  const diffs = readings.flatMap(({ parts }) => {
    const text = parts.join(' ');
    return alignWords({ text: article.text, words: window }, { text, words: wordsOf(text) }) ?? [];
  });
  const diff = diffs.reduce(
    (kindest, each) => (changed(each) < changed(kindest) ? each : kindest),
    best.diff,
  );
  return { kind: 'differs', nearest: describePlace(article, diff.span), diff };
}

/** How much of a difference is one, in UTF-16 units. */
function changed({ runs }: WordDiff): number {
  return runs.reduce((sum, { kind, text }) => sum + (kind === 'kept' ? 0 : text.length), 0);
}

function isNear({ keptShare, longestRun }: WordDiff, wordCount: number): boolean {
  return keptShare >= keptShareMin && longestRun >= Math.min(keptRunMin, Math.ceil(wordCount / 2));
}

/** Where a span stands. */
export function describePlace(article: Article, { start, end }: Span): VerifiedPlace {
  const touched = article.blocks.filter((block) => block.start < end && start < block.end);
  const first = touched[0];
  const last = touched.at(-1);
  const opening = first?.sentences.find((sentence) => sentence.end > start);
  const closing = last?.sentences.findLast((sentence) => sentence.start < end);
  return {
    articleId: article.id,
    version: article.version,
    start,
    end,
    kind: first?.kind ?? 'paragraph',
    paragraph: first?.paragraph ?? 0,
    lastParagraph: last?.paragraph ?? 0,
    firstSentence: opening?.number ?? 1,
    lastSentence: closing?.number ?? 1,
  };
}
