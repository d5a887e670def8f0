import type { Span } from '../articles/article.ts';
import { cutsWord } from './answer-spans.ts';
import { groupOfKind, parseChoiceModel, scoreSignals, toProbabilities } from './choice-model.ts';
import type { AnswerKind } from './expected-answer.ts';
import { isDefining } from './definitions.ts';
import { findDefinition } from './find-definition.ts';
import { isChoice, isInQuestion } from './is-in-question.ts';
import { readSentence, type ReadSentence, type SentenceTask } from './read-sentence.ts';
import { findWordRuns, type WordRun } from './span-candidates.ts';
import { createSpanSignalReader } from './read-span-signals.ts';
import { trimReason, trimToName, wholeCompounds } from './trim-span.ts';
import { spanSignals } from './span-signals.ts';
import { spanWeightTable } from './span-weights.ts';

const spanModel = parseChoiceModel(spanWeightTable, spanSignals);

/** Most probable answers that a highlight is weighed against. */
const hypothesesMax = 40;
/**
 * How much it is worth that the whole answer is bold, beside agreeing with it (F1 of characters): a
 * word too many costs a reader less than one that is missing. Chosen on held-out tune articles among 0 to 0.3.
 */
const wholeness = 0.1;
/** Longest share of a sentence that still stands out from it; a sentence of few words may be all answer. */
const highlightShareMax = 0.85;
const fewWords = 12;

/**
 * The answering words, offsets into the sentence, or null where no part of it stands out. Every run
 * of words that begins and ends where something begins and ends gets a probability of being the
 * answer; chosen is the run that can be expected to agree with the answer best.
 */
export function chooseHighlight(task: SentenceTask): Span | null {
  const read = readSentence(task);
  const { text } = read;
  const hasFewWords = read.words.length <= fewWords;
  const runs = findWordRuns(read).filter(
    ({ start, end }) => hasFewWords || end - start <= highlightShareMax * text.length,
  );
  const chosen =
    saidWords(task, read.quotes) ?? definingWords(task, read, runs) ?? chooseRun(task, read, runs);
  const span = chosen === null ? null : wholeCompounds(text, trim(task.expected.kind, read, chosen));
  if (span === null || cutsWord(text, span)) return null;
  // Words that only repeat the question answer nothing.
  if (!isChoice(task.questionForms) && isInQuestion(text.slice(span.start, span.end), task.questionForms))
    return null;
  if (saysNothing(read, span)) return null;
  return { start: span.start, end: span.end };
}

function trim(kind: AnswerKind, read: ReadSentence, span: Span): Span {
  if (kind === 'reason') return trimReason(read, span);
  return kind === 'person' ? trimToName(read, span) : span;
}

/** "AI mereka": not one word of them stands for something by itself. */
function saysNothing({ words }: ReadSentence, { start, end }: Span): boolean {
  return words
    .filter((word) => start <= word.start && word.end <= end)
    .every(
      ({ role, hasDigit, folded }) =>
        !hasDigit && (role !== 'content' || folded.length < 3) && role !== 'negation',
    );
}

function chooseRun({ expected }: SentenceTask, read: ReadSentence, runs: readonly WordRun[]): WordRun | null {
  const some = expected.kind === 'definition' ? onlyDefining(read, runs) : runs;
  const weights = spanModel[groupOfKind[expected.kind]];
  const readSignals = createSpanSignalReader(read);
  return mostUseful(some, toProbabilities(some.map((run) => scoreSignals(weights, readSignals(run)))));
}

/** Runs that say who or what something is; without any, all but the names of others. */
function onlyDefining(read: ReadSentence, runs: readonly WordRun[]): readonly WordRun[] {
  const defining = runs.filter((run) => isDefining(read, run));
  if (defining.length > 0) return defining;
  return runs.filter((run) => !read.names.some(({ start, end }) => start <= run.start && run.end <= end));
}

/** Who or what a name stands for is asked for: the words that say it, when the sentence has them. */
function definingWords(task: SentenceTask, read: ReadSentence, runs: readonly WordRun[]): Span | null {
  if (task.expected.kind !== 'definition') return null;
  const found = findDefinition(read);
  if (found === null) return null;
  const behind = read.words.find(({ start }) => start >= found.end);
  if (behind === undefined || behind.isVerb) return found;
  // A list in it has commas of its own: a run that goes on over them may be the likelier.
  const longer = runs.filter(
    (run) => run.start === found.start && run.end > found.end && isDefining(read, run),
  );
  return chooseRun(task, read, longer) ?? found;
}

/** What somebody said is asked for: the words between the marks, when the sentence has them. */
function saidWords({ expected }: SentenceTask, quotes: readonly Span[]): Span | null {
  if (expected.kind !== 'quote') return null;
  return quotes.reduce<Span | null>(
    (longest, quote) =>
      longest === null || quote.end - quote.start > longest.end - longest.start ? quote : longest,
    null,
  );
}

/** The run that can be expected to agree best with the answer; the earlier one of two alike. */
function mostUseful(runs: readonly WordRun[], probabilities: readonly number[]): WordRun | null {
  const likeliest = runs
    .map((run, place) => ({ run, probability: probabilities[place] ?? 0, place }))
    .sort((a, b) => b.probability - a.probability || a.place - b.place)
    .slice(0, hypothesesMax);
  // By place in `likeliest`, what it and all behind it could still add: where that is too little, a run is given up.
  const left = likeliest.map(({ probability }) => probability);
  for (let place = left.length - 2; place >= 0; place--)
    left[place] = (left[place] ?? 0) + (left[place + 1] ?? 0);
  let best: WordRun | null = null;
  let mostUse = 0;
  for (const run of runs) {
    let use = 0;
    let place = 0;
    for (const { run: answer, probability } of likeliest) {
      if (use + (left[place++] ?? 0) + roundingMax < mostUse) break;
      use += probability * useOf(run, answer);
    }
    if (use > mostUse) {
      mostUse = use;
      best = run;
    }
  }
  return best;
}

/** Above what sums of so few numbers up to 1 are off by. */
const roundingMax = 1e-9;

/** What the run is worth where that is the answer, 0 to 1. */
function useOf(run: Span, answer: Span): number {
  const shared = Math.min(run.end, answer.end) - Math.max(run.start, answer.start);
  if (shared <= 0) return 0;
  const agreement = (2 * shared) / (run.end - run.start + answer.end - answer.start);
  return (1 - wholeness) * agreement + (shared === answer.end - answer.start ? wholeness : 0);
}
