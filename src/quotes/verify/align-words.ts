/**
 * Two wordings enter, their word by word difference leaves. The pasted one is aligned as a whole with
 * the part of the source that fits it best.
 */
import type { Span } from '../../articles/article.ts';
import { canonicalise } from './canonical-text.ts';

/** A run of words: in both, only in the source, or only in what was pasted. */
export interface DiffRun {
  readonly kind: 'kept' | 'missing' | 'added';
  readonly text: string;
}

export interface WordDiff {
  /** In reading order; at most `diffRunsMax`. */
  readonly runs: readonly DiffRun[];
  /** Runs beyond the bound were left out. */
  readonly isCut: boolean;
  /** Share of the pasted words that the source has in this order, 0 to 1. */
  readonly keptShare: number;
  /** Words in a row that are the same, the longest such run. */
  readonly longestRun: number;
  /** The part of the source it was compared with; UTF-16 offsets in the source. */
  readonly span: Span;
}

export const diffRunsMax = 120;

export interface Word extends Span {
  /** As two typesettings share it. */
  readonly form: string;
  /** Without case and punctuation; empty for a lone mark. */
  readonly folded: string;
}

/** The words of a text: what stands between white space, in order. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/\S+/gu)].map((match) => {
    const form = canonicalise(match[0], false).text;
    return { start: match.index, end: match.index + match[0].length, form, folded: foldWord(form) };
  });
}

/** A word without case and the marks around it. */
export function foldWord(word: string): string {
  return word.toLowerCase().replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

const matchGain = 3;
const gapCost = 1;

/**
 * The best alignment of all pasted words with a part of the source's; undefined where not one word is
 * shared. Time and memory grow with the product of both counts: the caller bounds them.
 */
export function alignWords(
  source: { readonly text: string; readonly words: readonly Word[] },
  pasted: { readonly text: string; readonly words: readonly Word[] },
): WordDiff | undefined {
  const steps = traceBack(source.words, pasted.words);
  const matched = steps.filter(({ kind }) => kind === 'same');
  const first = matched[0];
  const last = matched.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const inside = steps.filter(
    ({ kind, source: at }) => kind !== 'missing' || (at > first.source && at < last.source),
  );
  const runs = toRuns(inside, source, pasted);
  const span = {
    start: source.words[first.source]?.start ?? 0,
    end: source.words[last.source]?.end ?? 0,
  };
  return {
    runs: runs.slice(0, diffRunsMax),
    isCut: runs.length > diffRunsMax,
    keptShare: matched.length / Math.max(1, pasted.words.length),
    longestRun: longestRun(inside),
    span,
  };
}

interface Step {
  readonly kind: 'same' | 'missing' | 'added';
  readonly source: number;
  readonly pasted: number;
}

/** The table has a row per pasted word and a column per source word; leaving out source at either end is free. */
function traceBack(source: readonly Word[], pasted: readonly Word[]): Step[] {
  const width = source.length + 1;
  const keys = numberWords(source, pasted);
  const scores = new Int32Array(width * (pasted.length + 1));
  for (let row = 1; row <= pasted.length; row += 1) {
    scores[row * width] = -row * gapCost;
    for (let column = 1; column < width; column += 1) {
      const up = (scores[(row - 1) * width + column] ?? 0) - gapCost;
      const left = (scores[row * width + column - 1] ?? 0) - gapCost;
      const gain =
        keys.source[column - 1] === keys.pasted[row - 1]
          ? (scores[(row - 1) * width + column - 1] ?? 0) + matchGain
          : Number.NEGATIVE_INFINITY;
      scores[row * width + column] = Math.max(up, left, gain);
    }
  }
  let row = pasted.length;
  let column = 0;
  for (let at = 1; at < width; at += 1) {
    if ((scores[row * width + at] ?? 0) > (scores[row * width + column] ?? 0)) column = at;
  }
  const steps: Step[] = [];
  while (row > 0) {
    const here = scores[row * width + column] ?? 0;
    const isSame = column > 0 && keys.source[column - 1] === keys.pasted[row - 1];
    if (isSame && here === (scores[(row - 1) * width + column - 1] ?? 0) + matchGain) {
      row -= 1;
      column -= 1;
      steps.push({ kind: 'same', source: column, pasted: row });
    } else if (column > 0 && here === (scores[row * width + column - 1] ?? 0) - gapCost) {
      column -= 1;
      steps.push({ kind: 'missing', source: column, pasted: row });
    } else {
      row -= 1;
      steps.push({ kind: 'added', source: column, pasted: row });
    }
  }
  return steps.toReversed();
}

/** One number per word without its case and marks, the same in both texts: numbers compare fast. */
function numberWords(
  source: readonly Word[],
  pasted: readonly Word[],
): { readonly source: Int32Array; readonly pasted: Int32Array } {
  const numbers = new Map<string, number>();
  const numberOf = ({ folded, form }: Word): number => {
    const key = folded === '' ? form : folded;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  return { source: Int32Array.from(source, numberOf), pasted: Int32Array.from(pasted, numberOf) };
}

function longestRun(steps: readonly Step[]): number {
  let longest = 0;
  let run = 0;
  for (const { kind } of steps) {
    run = kind === 'same' ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function toRuns(
  steps: readonly Step[],
  source: { readonly text: string; readonly words: readonly Word[] },
  pasted: { readonly text: string; readonly words: readonly Word[] },
): DiffRun[] {
  const pieces = steps.flatMap((step): DiffRun[] => {
    const theirs = source.words[step.source];
    const ours = pasted.words[step.pasted];
    const has = theirs === undefined ? '' : source.text.slice(theirs.start, theirs.end);
    const says = ours === undefined ? '' : pasted.text.slice(ours.start, ours.end);
    if (step.kind === 'missing') return [{ kind: 'missing', text: has }];
    if (step.kind === 'added') return [{ kind: 'added', text: says }];
    if (theirs?.form === ours?.form) return [{ kind: 'kept', text: has }];
    const edge = { isFirst: step.pasted === 0, isLast: step.pasted === pasted.words.length - 1 };
    const shared = theirs && ours && sharedAtEdge(theirs.form, ours.form, edge);
    if (shared !== undefined) return [{ kind: 'kept', text: shared }];
    // The same word with another capital or comma is a difference too, and shown as one.
    return [
      { kind: 'missing', text: has },
      { kind: 'added', text: says },
    ];
  });
  return mergeRuns(pieces);
}

/**
 * What is pasted begins and ends in the middle of the source: marks of the source beyond its first and
 * last letters are no difference, nor is the comma of the sentence that it was put into. Undefined where
 * the words differ otherwise.
 */
function sharedAtEdge(
  source: string,
  pasted: string,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): string | undefined {
  const word = isLast ? pasted.replace(/,$/u, '') : pasted;
  const at = source.indexOf(word);
  if (at < 0) return undefined;
  const [before, after] = [source.slice(0, at), source.slice(at + word.length)];
  const isShared = (before === '' || isFirst) && (after === '' || isLast);
  return isShared && !/[\p{L}\p{N}]/u.test(before + after) ? word : undefined;
}

/** Between two kept runs, everything missing stands before everything added. */
function mergeRuns(pieces: readonly DiffRun[]): DiffRun[] {
  const runs: DiffRun[] = [];
  let missing: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    if (missing.length > 0) runs.push({ kind: 'missing', text: missing.join(' ') });
    if (added.length > 0) runs.push({ kind: 'added', text: added.join(' ') });
    missing = [];
    added = [];
  };
  let kept: string[] = [];
  for (const { kind, text } of pieces) {
    if (kind === 'kept') {
      if (kept.length === 0) flush();
      kept.push(text);
      continue;
    }
    if (kept.length > 0) runs.push({ kind: 'kept', text: kept.join(' ') });
    kept = [];
    (kind === 'missing' ? missing : added).push(text);
  }
  if (kept.length > 0) runs.push({ kind: 'kept', text: kept.join(' ') });
  flush();
  return runs;
}
