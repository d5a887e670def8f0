/**
 * A question and the passages that may answer it enter; how many of the question's letters each has leaves, four in a
 * row at a time. Finds what word forms miss: compounds, names inflected or half misspelt, kindred words of two languages.
 */
import { analyseText, questionAnalysis } from '../language/analyse-text.ts';

/** Runs of letters of a question that are looked for, at most. */
const runsMax = 400;

/** By passage, the share of the question's runs of letters that it has, 0 to 1; what few passages have counts more. */
export function weighLetters(question: string, passages: readonly string[]): number[] {
  const words = analyseText(question, questionAnalysis).filter(({ isStop }) => !isStop);
  const wanted = new Set(readRuns(words.map(({ folded }) => folded).join(' ')).slice(0, runsMax));
  const found = passages.map((text) => new Set(readRuns(text).filter((run) => wanted.has(run))));
  const worth = new Map([...wanted].map((run) => [run, rarityAmong(found, run)]));
  const sum = [...worth.values()].reduce((total, one) => total + one, 0);
  return found.map((has) =>
    sum === 0 ? 0 : [...has].reduce((total, run) => total + (worth.get(run) ?? 0), 0) / sum,
  );
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

/** BM25's IDF over these passages. */
function rarityAmong(found: readonly ReadonlySet<number>[], run: number): number {
  const count = found.filter((has) => has.has(run)).length;
  return Math.log(1 + (found.length - count + 0.5) / (count + 0.5));
}
