/**
 * A quote and the newer text of its article enter; where its words stand now leaves. Nothing here
 * chooses other words: what is not exactly there is shown to a moderator, never re-anchored.
 */
import type { Article, Span } from '../articles/article.ts';
import { hashText } from './hash-text.ts';
import { bodyOf, placeSentences } from './select-sentences.ts';
import { checkQuote, jointBetween } from './check-quote.ts';
import type { BrokenQuote } from './check-quote.ts';
import type { QuoteBody, Snapshot } from './quote.ts';
import { alignWords, wordsOf } from './verify/align-words.ts';
import type { WordDiff } from './verify/align-words.ts';
import { createNearestIndex } from './verify/nearest-index.ts';

/** Below this share of shared words there is nothing like the quote left. */
const nearestShareMin = 0.4;

export type Relocation =
  /** The same words in the same setting: may be taken over silently. */
  | { readonly kind: 'exact'; readonly body: QuoteBody }
  /** The same words, but their setting changed: a moderator looks. */
  | { readonly kind: 'moved'; readonly body: QuoteBody; readonly changes: readonly MoveChange[] }
  /** Other words: the nearest ones, as a difference and, where they are whole sentences, as an offer. */
  | { readonly kind: 'changed'; readonly diff: WordDiff; readonly offer?: QuoteBody }
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
  return findNearest(checked.words.text, article);
}

/**
 * Ordinals of the sentences that hold exactly the spans' words; undefined where a span is nowhere
 * made of whole sentences, or two of them would overlap.
 */
function findSentences(body: QuoteBody, article: Article): number[] | undefined {
  const sentences = placeSentences(article);
  const found: number[] = [];
  for (const span of body.spans) {
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
    const free = runs.filter(({ first }) => !found.includes(first.ordinal));
    const next =
      free.find(({ first }) => first.ordinal > (found.at(-1) ?? -1) && first.block.kind === span.kind) ??
      free[0];
    if (next === undefined) return undefined;
    for (let at = next.first.ordinal; at <= next.last.ordinal; at += 1) found.push(at);
  }
  return new Set(found).size === found.length ? found.toSorted((a, b) => a - b) : undefined;
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

function findNearest(quoted: string, article: Article): Relocation {
  const pasted = { text: quoted, words: wordsOf(quoted) };
  let best: WordDiff | undefined;
  for (const { window } of createNearestIndex([article]).candidates(pasted.words)) {
    const diff = alignWords({ text: article.text, words: window }, pasted);
    if (diff !== undefined && diff.keptShare > (best?.keptShare ?? 0)) best = diff;
  }
  if (best === undefined || best.keptShare < nearestShareMin) return { kind: 'gone' };
  const offer = bodyOf(article, sentencesTouching(article, best.span));
  return { kind: 'changed', diff: best, ...(offer.ok && { offer: offer.body }) };
}

function sentencesTouching(article: Article, { start, end }: Span): number[] {
  return placeSentences(article)
    .filter(({ sentence, block }) => sentence.start < end && start < sentence.end && block.kind !== 'heading')
    .map(({ ordinal }) => ordinal);
}
