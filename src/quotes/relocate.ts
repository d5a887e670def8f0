/**
 * A quote and the newer text of its article enter; where its words stand now leaves. Nothing here
 * chooses other words: what is not exactly there is shown to a moderator, never re-anchored.
 */
import type { Article } from '../articles/article.ts';
import { hashText } from './hash-text.ts';
import { checkQuote, jointBetween } from './check-quote.ts';
import type { BrokenQuote, QuoteWords } from './check-quote.ts';
import { createNearestSearch } from './nearest-words.ts';
import { cutMark } from './quote.ts';
import type { QuoteBody, QuoteSpan, Snapshot } from './quote.ts';
import { bodyOf, placeSentences } from './select-sentences.ts';
import type { PlacedSentence } from './select-sentences.ts';
import type { DiffRun, WordDiff } from './verify/align-words.ts';

export type Relocation =
  /** The same words in the same setting: may be taken over silently. */
  | { readonly kind: 'exact'; readonly body: QuoteBody }
  /** The same words, but their setting changed: a moderator looks. */
  | { readonly kind: 'moved'; readonly body: QuoteBody; readonly changes: readonly MoveChange[] }
  /**
   * Other words: the nearest ones to each part, as a difference and, where every part is like some whole
   * sentences and these stand in its order, as an offer. What was left out stays left out.
   */
  | {
      readonly kind: 'changed';
      readonly diff: Pick<WordDiff, 'runs' | 'isCut'>;
      readonly offer?: QuoteBody;
    }
  | { readonly kind: 'gone' }
  /** The old snapshot does not hold the quote: nothing can be said. */
  | { readonly kind: 'broken'; readonly reason: BrokenQuote };

export type MoveChange =
  /** Another kind of block, or under another heading. */
  | 'section'
  /** What is left out between the parts, or their order. */
  | 'joints'
  /** Who is named as speaking. */
  | 'speaker'
  /** The sentences before and after it are both others. */
  | 'neighbours';

/** Where the quote stands in the newer article. Sentence numbers and speaker are derived anew. */
export function relocate(body: QuoteBody, snapshot: Snapshot, article: Article): Relocation {
  const checked = checkQuote(body, snapshot);
  if (!checked.ok) return { kind: 'broken', reason: checked.reason };
  const found = findSentences(body, article);
  if (found !== undefined) {
    const result = bodyOf(article, found);
    if (result.ok) {
      const changes = compareSettings({ article: snapshot, body }, { article, body: result.body });
      return changes.length === 0
        ? { kind: 'exact', body: result.body }
        : { kind: 'moved', body: result.body, changes };
    }
  }
  return findNearest(checked.words, { body, snapshot, article });
}

/**
 * Ordinals of the sentences that hold exactly the spans' words; undefined where a span is nowhere
 * made of whole sentences, or two of them would overlap.
 */
function findSentences(body: QuoteBody, article: Article): number[] | undefined {
  const sentences = placeSentences(article);
  const found: number[] = [];
  for (const span of body.spans) {
    const part = findPart(span, { article, sentences, taken: found });
    if (part === undefined) return undefined;
    found.push(...part);
  }
  return new Set(found).size === found.length ? found.toSorted((a, b) => a - b) : undefined;
}

interface Search {
  readonly article: Article;
  readonly sentences: readonly PlacedSentence[];
  /** Ordinals of the parts before it. */
  readonly taken: readonly number[];
}

/** Ordinals of the sentences that hold exactly one span's words, those after the taken ones first. */
function findPart(span: QuoteSpan, { article, sentences, taken }: Search): number[] | undefined {
  const runs = sentences.flatMap((first) => {
    // The sentence splitter may count differently around the same words in a new text.
    const last = sentences.find(
      ({ block, sentence }) =>
        block === first.block && sentence.end - first.sentence.start === span.end - span.start,
    );
    if (last === undefined) return [];
    const words = article.text.slice(first.sentence.start, last.sentence.end);
    return hashText(words) === span.sha256 ? [{ first, last }] : [];
  });
  const free = runs.filter(({ first }) => !taken.includes(first.ordinal));
  const next =
    free.find(({ first }) => first.ordinal > (taken.at(-1) ?? -1) && first.block.kind === span.kind) ??
    free[0];
  if (next === undefined) return undefined;
  const { first, last } = next;
  return Array.from({ length: last.ordinal - first.ordinal + 1 }, (_, at) => first.ordinal + at);
}

interface Setting {
  readonly article: Pick<Article, 'text' | 'blocks'>;
  readonly body: QuoteBody;
}

function compareSettings(old: Setting, now: Setting): MoveChange[] {
  const changes: MoveChange[] = [];
  const differs = (read: (setting: Setting) => string): boolean => read(old) !== read(now);
  if (differs(sectionsOf)) changes.push('section');
  if (differs(jointsOf)) changes.push('joints');
  if (differs(speakerOf)) changes.push('speaker');
  const before = differs((setting) => neighbourOf(setting, 'before'));
  const after = differs((setting) => neighbourOf(setting, 'after'));
  if (before && after) changes.push('neighbours');
  return changes;
}

function sectionsOf({ article, body }: Setting): string {
  return body.spans
    .map((span) => {
      const block = article.blocks.find(({ start, end }) => start <= span.start && span.end <= end);
      const heading = article.blocks[block?.headingIndex ?? -1];
      return `${block?.kind}:${heading === undefined ? '' : article.text.slice(heading.start, heading.end)}`;
    })
    .join('\n');
}

function jointsOf({ article, body }: Setting): string {
  return body.spans
    .map((span, place) => `${jointBetween(article.text, body.spans[place - 1], span).trim()} ${span.sha256}`)
    .join('\n');
}

function speakerOf({ article, body }: Setting): string {
  return body.speaker === undefined ? '' : article.text.slice(body.speaker.start, body.speaker.end);
}

function neighbourOf({ article, body }: Setting, side: 'before' | 'after'): string {
  const start = body.spans[0]?.start ?? 0;
  const end = body.spans.at(-1)?.end ?? 0;
  const sentences = placeSentences(article).map(({ sentence }) => sentence);
  const neighbour =
    side === 'before'
      ? sentences.findLast((sentence) => sentence.end <= start)
      : sentences.find((sentence) => sentence.start >= end);
  return neighbour === undefined ? '' : article.text.slice(neighbour.start, neighbour.end);
}

/** Each part is looked for by itself: between two parts stands what somebody chose to leave out. */
function findNearest(
  { parts }: QuoteWords,
  {
    body,
    snapshot,
    article,
  }: { readonly body: QuoteBody; readonly snapshot: Snapshot; readonly article: Article },
): Relocation {
  const sentences = placeSentences(article);
  const search = createNearestSearch(article, leftOut(body, snapshot));
  const taken: number[] = [];
  const runs: DiffRun[] = [];
  let [isCut, isWhole, isLost] = [false, true, true];
  for (const { span, words, joint } of parts) {
    if (joint.includes(cutMark)) runs.push({ kind: 'kept', text: cutMark });
    const same = findPart(span, { article, sentences, taken });
    const nearest = same === undefined ? search(words) : undefined;
    const ordinals = same ?? nearest?.ordinals;
    if (same !== undefined) runs.push({ kind: 'kept', text: words });
    else runs.push(...(nearest?.diff.runs ?? [{ kind: 'added' as const, text: words }]));
    isCut ||= nearest?.diff.isCut === true;
    isLost &&= same === undefined && nearest === undefined;
    isWhole &&= ordinals !== undefined;
    taken.push(...(ordinals ?? []));
  }
  if (isLost) return { kind: 'gone' };
  // `bodyOf` refuses what is out of order or taken twice.
  const offer = isWhole ? bodyOf(article, taken) : undefined;
  return { kind: 'changed', diff: { runs, isCut }, ...(offer?.ok === true && { offer: offer.body }) };
}

/** Sentences of the older text that the quote does not quote. */
function leftOut({ spans }: QuoteBody, { text, blocks }: Snapshot): ReadonlySet<string> {
  return new Set(
    placeSentences({ blocks })
      .filter(({ sentence }) => !spans.some((span) => sentence.start < span.end && span.start < sentence.end))
      .map(({ sentence }) => text.slice(sentence.start, sentence.end)),
  );
}
