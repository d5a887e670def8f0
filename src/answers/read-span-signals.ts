/**
 * A read sentence and a run of its words enter, the run's signals leave. This runs some thousand times
 * for one question: what is the same for all runs of a sentence is worked out once, and nothing is
 * allocated for a run but its row.
 */
import { prepareSpans } from './prepare-spans.ts';
import { addClause, addLists, addMatchesAround, addNearAround, addVerbs } from './read-span-clauses.ts';
import { addBeginning, addEnd } from './read-span-edges.ts';
import { addExpected, addForms, addInside, addWords } from './read-span-words.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { WordRun } from './span-candidates.ts';
import { spanSignals, type SpanSignalRow } from './span-signals.ts';

/** Signals of runs of one sentence. The row is in the order of `spanSignals`, and overwritten by the next run. */
export type SpanSignalReader = (run: WordRun) => SpanSignalRow;

/** Reads the signals of the sentence's runs. */
export function createSpanSignalReader(read: ReadSentence): SpanSignalReader {
  const prepared = prepareSpans(read);
  const row = new Float64Array(spanSignals.length);
  // Runs come in reading order: those that begin with the same word one behind the other.
  const beginning = { first: -1, row: new Float64Array(spanSignals.length) };
  return (run) => {
    if (run.first !== beginning.first) {
      beginning.first = run.first;
      beginning.row.fill(0);
      addBeginning(beginning.row, read, run);
    }
    row.set(beginning.row);
    addExpected(row, prepared, run);
    addForms(row, read, run);
    addWords(row, prepared, run);
    addInside(row, read, run);
    addMatchesAround(row, prepared, run);
    addNearAround(row, prepared, run);
    addClause(row, prepared, run);
    addVerbs(row, prepared, run);
    addLists(row, prepared, run);
    addEnd(row, read, run);
    return row;
  };
}
