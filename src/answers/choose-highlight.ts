import type { Span } from '../articles/article.ts';
import { cutsWord } from './answer-spans.ts';
import { groupOfKind, parseChoiceModel, scoreSignals, toProbabilities } from './choice-model.ts';
import { shapedKinds, type ExpectedAnswer } from './expected-answer.ts';
import { isInQuestion } from './is-in-question.ts';
import { readSentence, type SentenceTask } from './read-sentence.ts';
import { findWordRuns, type WordRun } from './span-candidates.ts';
import { createSpanSignalReader } from './read-span-signals.ts';
import { spanSignals } from './span-signals.ts';
import { spanWeightTable } from './span-weights.ts';

const spanModel = parseChoiceModel(spanWeightTable, spanSignals);

/** Most probable answers that a highlight is weighed against. */
const hypothesesMax = 40;
/**
 * How dearly a highlight pays for words beside the answer: with 1 it is as short as the likeliest
 * answer, with 0 as long as it may be. What is told by its form is found surely enough to be cut short.
 */
const shortness = { withForm: 0.6, withoutForm: 0.45 } as const;
/** Longest share of a sentence that still stands out from it; a sentence of few words may be all answer. */
const highlightShareMax = 0.85;
const fewWords = 12;

/**
 * The answering words, offsets into the sentence, or null where no part of it stands out. Every run
 * of words that begins and ends where something begins and ends gets a probability of being the
 * answer; chosen is the run that can be expected to contain the answer and little beside it.
 */
export function chooseHighlight(task: SentenceTask): Span | null {
  const read = readSentence(task);
  const hasFewWords = read.words.length <= fewWords;
  const runs = findWordRuns(read).filter(
    ({ start, end }) => hasFewWords || end - start <= highlightShareMax * task.sentence.length,
  );
  const weights = spanModel[groupOfKind[task.expected.kind]];
  const readSignals = createSpanSignalReader(read);
  const scores = runs.map((run) => scoreSignals(weights, readSignals(run)));
  // What somebody said is asked for: the words between the marks, when the sentence has them.
  const span =
    saidWords(task, read.quotes) ?? mostUseful(runs, toProbabilities(scores), shortnessOf(task.expected));
  if (span === null || cutsWord(task.sentence, span)) return null;
  // Words that only repeat the question answer nothing.
  if (isInQuestion(task.sentence.slice(span.start, span.end), task.questionForms)) return null;
  return { start: span.start, end: span.end };
}

function shortnessOf({ kind }: ExpectedAnswer): number {
  const hasForm = shapedKinds.has(kind) || kind === 'name';
  return hasForm ? shortness.withForm : shortness.withoutForm;
}

function saidWords({ expected }: SentenceTask, quotes: readonly Span[]): Span | null {
  if (expected.kind !== 'quote') return null;
  return quotes.reduce<Span | null>(
    (longest, quote) =>
      longest === null || quote.end - quote.start > longest.end - longest.start ? quote : longest,
    null,
  );
}

/** The run that is expected to contain the answer at the least length; the earlier one of two alike. */
function mostUseful(
  runs: readonly WordRun[],
  probabilities: readonly number[],
  thrift: number,
): WordRun | null {
  const likeliest = runs
    .map((run, place) => ({ run, probability: probabilities[place] ?? 0, place }))
    .sort((a, b) => b.probability - a.probability || a.place - b.place)
    .slice(0, hypothesesMax);
  let best: WordRun | null = null;
  let mostUse = 0;
  for (const run of runs) {
    let use = 0;
    for (const { run: answer, probability } of likeliest) {
      if (run.start > answer.start || answer.end > run.end) continue;
      use += probability * ((answer.end - answer.start) / (run.end - run.start)) ** thrift;
    }
    if (use > mostUse) {
      mostUse = use;
      best = run;
    }
  }
  return best;
}
