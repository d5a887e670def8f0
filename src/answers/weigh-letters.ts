/**
 * A question and the passages that may answer it enter; how many of the question's letters each has leaves, four in a
 * row at a time. Finds what word forms miss: compounds, names inflected or half misspelt, kindred words of two languages.
 */
import type { Article, Span } from '../articles/article.ts';
import { analyseText, questionAnalysis } from '../language/analyse-text.ts';

/** Runs of letters of a question that are looked for, at most. */
const runsMax = 400;

/** The distinct runs of four letters of one text, each as one number, in ascending order. */
export type LetterRuns = Int32Array;

/** The passages of one article, each read when first asked for and then kept. */
export interface ArticleLetters {
  runsOf(passage: Span): LetterRuns;
}

/** The letters of the article's passages. */
export function readArticleLetters({ text }: Article): ArticleLetters {
  const kept = new Map<number, LetterRuns>();
  return {
    runsOf({ start, end }) {
      const known = kept.get(start);
      if (known !== undefined) return known;
      const runs = readLetterRuns(text.slice(start, end));
      kept.set(start, runs);
      return runs;
    },
  };
}

/** The distinct runs of a text. */
export function readLetterRuns(text: string): LetterRuns {
  return Int32Array.from(new Set(readRuns(text))).sort();
}

/** By passage, the share of the question's runs of letters that it has, 0 to 1; what few passages have counts more. */
export function weighLetters(question: string, passages: readonly LetterRuns[]): number[] {
  const words = analyseText(question, questionAnalysis).filter(({ isStop }) => !isStop);
  const letters = words.map(({ folded }) => folded).join(' ');
  const wanted = [...new Set(readRuns(letters))].slice(0, runsMax);
  const counts = new Uint32Array(wanted.length);
  const found = passages.map((runs) => {
    const places: number[] = [];
    for (const [place, run] of wanted.entries()) {
      if (!hasRun(runs, run)) continue;
      places.push(place);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return places;
  });
  const worth = Float64Array.from(counts, (count) => rarityAmong(passages.length, count));
  const sum = worth.reduce((total, one) => total + one, 0);
  return found.map((places) =>
    sum === 0 ? 0 : places.reduce((total, place) => total + (worth[place] ?? 0), 0) / sum,
  );
}

/** Whether the run is among the sorted ones: a question has few runs to look for, a passage hundreds to look through. */
function hasRun(runs: LetterRuns, run: number): boolean {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle] ?? 0) < run) low = middle + 1;
    else high = middle;
  }
  return runs[low] === run;
}

/**
 * Every four letters in a row, words apart by one space, as one number each: a byte a letter, which is enough to tell
 * Latin ones apart and is looked up many times faster than text.
 */
function readRuns(text: string): Int32Array {
  const letters = ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const runs = new Int32Array(Math.max(0, letters.length - 3));
  let run = 0;
  for (let at = 0; at < letters.length; at++) {
    run = (run << 8) | (letters.charCodeAt(at) & 0xff);
    if (at >= 3) runs[at - 3] = run;
  }
  return runs;
}

/** BM25's IDF over so many passages, of which `count` have it. */
function rarityAmong(passages: number, count: number): number {
  return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
}
