/**
 * Words of an older text enter; the whole sentences of the newer one that are most like them leave, with
 * the difference. It proposes, to a person who looks: nothing is ever re-anchored by it.
 */
import type { Article, Span } from '../articles/article.ts';
import { placeSentences } from './select-sentences.ts';
import type { PlacedSentence } from './select-sentences.ts';
import { alignWords, wordsOf } from './verify/align-words.ts';
import type { Word, WordDiff } from './verify/align-words.ts';
import { createNearestIndex } from './verify/nearest-index.ts';

/** Below this share of shared words there is nothing like them left. */
const nearestShareMin = 0.4;

export interface NearestWords {
  /** Against those sentences, or against the nearest words where there are none. */
  readonly diff: WordDiff;
  /** Ordinals of the sentences, ascending without a gap; undefined where none may be offered. */
  readonly ordinals?: readonly number[];
}

/** Gives the nearest words, or undefined where there is nothing like what is looked for. */
export type NearestSearch = (words: string) => NearestWords | undefined;

/**
 * A search in one article. A sentence of `leftOut` is never offered: it stood in the older text beside
 * the words that are looked for, so it is no new wording of them.
 */
export function createNearestSearch(article: Article, leftOut: ReadonlySet<string>): NearestSearch {
  const index = createNearestIndex([article]);
  const sentences = placeSentences(article).filter(({ block }) => block.kind !== 'heading');
  return (words) => {
    const sought: Sought = { text: words, words: wordsOf(words) };
    let best: WordDiff | undefined;
    for (const { window } of index.candidates(sought.words)) {
      const diff = alignWords({ text: article.text, words: window }, sought);
      if (diff !== undefined && diff.keptShare > (best?.keptShare ?? 0)) best = diff;
    }
    if (best === undefined || best.keptShare < nearestShareMin) return undefined;
    const { span } = best;
    const touched = sentences.filter(({ sentence }) => overlaps(sentence, span));
    const likest = splitAtLeftOut(touched, article, leftOut)
      .map((run) => trimToLikest(run, article, sought))
      .reduce<Likeness | undefined>(
        (one, other) => (likenessOf(one) < likenessOf(other) ? other : one),
        undefined,
      );
    if (likest === undefined || likest.diff.keptShare < nearestShareMin) return { diff: best };
    return { diff: likest.diff, ordinals: likest.run.map(({ ordinal }) => ordinal) };
  };
}

interface Sought {
  readonly text: string;
  readonly words: readonly Word[];
}

interface Likeness {
  readonly run: readonly PlacedSentence[];
  readonly diff: WordDiff;
  /** Dice coefficient of both word counts, 0 to 1. */
  readonly likeness: number;
}

function likenessOf(one: Likeness | undefined): number {
  return one?.likeness ?? 0;
}

function splitAtLeftOut(
  touched: readonly PlacedSentence[],
  { text }: Article,
  leftOut: ReadonlySet<string>,
): PlacedSentence[][] {
  const runs: PlacedSentence[][] = [[]];
  for (const placed of touched) {
    if (leftOut.has(text.slice(placed.sentence.start, placed.sentence.end))) runs.push([]);
    else runs.at(-1)?.push(placed);
  }
  return runs.filter((run) => run.length > 0);
}

/** An alignment reaches into a neighbour for one shared word: sentences at either end that add nothing go. */
function trimToLikest(
  run: readonly PlacedSentence[],
  article: Article,
  sought: Sought,
): Likeness | undefined {
  const here = measure(run, article, sought);
  const shorter = run.length < 2 ? [] : [run.slice(1), run.slice(0, -1)];
  const [first, second] = shorter.map((part) => measure(part, article, sought));
  const next = likenessOf(first) < likenessOf(second) ? second : first;
  return likenessOf(next) > likenessOf(here) && next ? trimToLikest(next.run, article, sought) : here;
}

function measure(run: readonly PlacedSentence[], article: Article, sought: Sought): Likeness | undefined {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const text = article.text.slice(first.sentence.start, last.sentence.end);
  const words = wordsOf(text);
  const diff = alignWords({ text, words }, sought);
  if (diff === undefined) return undefined;
  const shared = diff.keptShare * sought.words.length;
  return { run, diff, likeness: (2 * shared) / (words.length + sought.words.length) };
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
